// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/process_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "veer/base/error.hpp"
#include "veer/report/process_svg.hpp"
#include "veer/report/process_layout.hpp"
#include "veer/report/process_words.hpp"

namespace veer::report {
namespace {

using discover::Picture;
using discover::PictureActivity;
using discover::PictureFlow;
using Json = nlohmann::ordered_json;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// The number of a place in the files: activities from 1; begin and end by these words.
std::string place_name(const Picture& picture, std::size_t number) {
  if (number == picture.begin()) return "begin";
  if (number == picture.end()) return "end";
  return std::to_string(number + 1);
}

std::string dot(Language language, const std::string& organisation, const Picture& picture) {
  std::string out = fmt::format(
      "digraph process {{\n  label=\"{}\";\n  labelloc=t;\n  node [shape=box, style=rounded];\n",
      dot_text(say(language, TextKey::look_process_of, organisation)));
  for (const std::size_t edge : {picture.begin(), picture.end()}) {
    const TextKey key = edge == picture.begin() ? TextKey::look_begin : TextKey::look_end;
    out += fmt::format("  {} [shape=ellipse, label=\"{}\"];\n", place_name(picture, edge),
                       dot_text(text(language, key)));
  }
  for (std::size_t a = 0; a < picture.activities.size(); ++a) {
    const PictureActivity& one = picture.activities[a];
    out += fmt::format("  {} [label=\"{}\\n{}\"];\n", place_name(picture, a),
                       dot_text(full_name(one)), dot_text(activity_cases(language, picture, one)));
  }
  for (const std::size_t f : drawn_flows(picture)) {
    const PictureFlow& flow = picture.flows[f];
    const double share = static_cast<double>(flow.cases) / static_cast<double>(picture.cases);
    constexpr double thickest = 5;  // Judgement: points, for a flow of every case.
    out += fmt::format("  {} -> {} [label=\"{}\", penwidth={:.1f}];\n",
                       place_name(picture, flow.from), place_name(picture, flow.to),
                       dot_text(flow_words(language, picture, flow)), 1 + thickest * share);
  }
  return out + "}\n";
}

std::string json(const std::string& organisation, const Picture& picture) {
  Json activities = Json::array();
  for (std::size_t a = 0; a < picture.activities.size(); ++a) {
    const PictureActivity& one = picture.activities[a];
    activities.push_back({{"number", a + 1},
                          {"name", one.name},
                          {"title", one.title},
                          {"cases", one.cases},
                          {"times", one.times}});
  }
  Json flows = Json::array();
  for (const PictureFlow& flow : picture.flows) {
    flows.push_back({{"from", place_name(picture, flow.from)},
                     {"to", place_name(picture, flow.to)},
                     {"cases", flow.cases},
                     {"times", flow.times},
                     {"through_folded", flow.through},
                     {"median_hours", flow.median_hours}});
  }
  Json path = Json::array();
  for (const std::size_t one : picture.main_path) path.push_back(one + 1);
  const Json whole{{"name", organisation},
                   {"cases", picture.cases},
                   {"activities", std::move(activities)},
                   {"flows", std::move(flows)},
                   {"main_path", std::move(path)},
                   {"folded",
                    {{"activities", picture.folded_activities},
                     {"activity_times", picture.folded_times},
                     {"flows", picture.folded_flows},
                     {"flow_times", picture.folded_flow_times}}}};
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string csv(const Picture& picture) {
  const auto name = [&picture](std::size_t number) {
    return number < picture.activities.size() ? csv_text(picture.activities[number].name)
                                              : place_name(picture, number);
  };
  std::string out = "from,to,cases,times,directly,median_hours\n";
  for (const PictureFlow& flow : picture.flows) {
    out += fmt::format("{},{},{},{},{},{:.4f}\n", name(flow.from), name(flow.to), flow.cases,
                       flow.times, flow.times - flow.through, flow.median_hours);
  }
  return out;
}

}  // namespace

std::string dot_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += is_control(c) ? ' ' : c;
  }
  return out;
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&apos;"; break;
      default: out += is_control(c) ? ' ' : c;
    }
  }
  return out;
}

std::string csv_text(std::string_view text) {
  std::string field(text);
  constexpr std::string_view formula = "=+-@\t\r";
  if (!field.empty() && formula.find(field.front()) != std::string_view::npos) {
    field.insert(field.begin(), '\'');
  }
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string picture_file(PictureFormat format, Language language, const std::string& organisation,
                         const Picture& picture) {
  switch (format) {
    case PictureFormat::dot: return dot(language, organisation, picture);
    case PictureFormat::svg: return process_svg(language, organisation, picture);
    case PictureFormat::json: return json(organisation, picture);
    case PictureFormat::csv: return csv(picture);
  }
  VEER_EXPECT(false && "a format without a writer");
}

}  // namespace veer::report
