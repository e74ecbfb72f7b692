// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/input_reader.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

namespace veer::codec {
namespace {

double read_value(const YamlNode& node, const InputLimits& limits) {
  if (!limits.whole) return node.number(limits.lowest, limits.highest);
  return static_cast<double>(node.whole(static_cast<std::int64_t>(std::ceil(limits.lowest)),
                                        static_cast<std::int64_t>(std::floor(limits.highest))));
}

/// A name that is the same in both languages, or both.
org::Text read_words(const YamlNode& node) {
  return node.is_text() ? org::Text(node.text()) : read_text(node);
}

}  // namespace

org::Text read_text(const YamlNode& node) {
  if (!node.is_present()) return {};
  node.only({"nl", "en"});
  return {node.at("nl").text(), node.at("en").text()};
}

Day read_date(const YamlNode& node) {
  if (!node.is_present()) return {};
  const std::string text = node.text();
  if (!node.is_text()) return {};
  const auto moment = parse_iso_instant(text, TimeZone::as_written);
  if (moment && text.size() == std::string_view("2024-02-29").size()) return day_of(*moment);
  node.report(text, "a date that exists, as 2024-02-29", "Write the year, the month and the day.",
              ErrorCode::syntax);
  return {};
}

std::map<std::string, org::Source> read_sources(const YamlNode& node) {
  std::map<std::string, org::Source> sources;
  for (const auto& [id, entry] : node.members()) {
    entry.only({"title", "year", "url", "setting"});
    org::Source source;
    source.id = id;
    source.title = read_words(entry.at("title"));
    source.year = entry.at("year").text();
    source.url = entry.find("url").text();
    source.setting = read_words(entry.at("setting"));
    sources.emplace(id, std::move(source));
  }
  return sources;
}

org::Input InputReader::read(const YamlNode& node, const InputLimits& limits) const {
  org::Input input;
  if (!node.is_present()) return input;
  node.only({"value", "low", "high", "unit", "definition", "source", "judgement"});
  input.name = fmt::format("{}/{}", prefix_, node.path());
  input.value = read_value(node.at("value"), limits);
  input.low = read_value(node.at("low"), limits);
  input.high = read_value(node.at("high"), limits);
  input.unit = node.at("unit").text();
  input.definition = read_text(node.at("definition"));
  const bool complete = node.find("value").is_text() && node.find("low").is_text() &&
                        node.find("high").is_text();
  if (complete && !(input.low <= input.value && input.value <= input.high)) {
    node.report(fmt::format("low {}, value {}, high {}", input.low, input.value, input.high),
                "low <= value <= high", "The central value lies within its range.");
  }
  if (node.find("unit").is_text() && input.unit != limits.unit) {
    node.find("unit").report(input.unit, std::string(limits.unit),
                             "Give the number in this unit.");
  }
  read_origin(node, input);
  return input;
}

void InputReader::read_origin(const YamlNode& node, org::Input& input) const {
  const YamlNode source = node.find("source");
  const YamlNode judgement = node.find("judgement");
  input.reason = read_text(judgement);
  if (!node.is_map()) return;
  if (source.is_present() == judgement.is_present()) {
    node.report(source.is_present() ? "both a source and a judgement"
                                    : "neither a source nor a judgement",
                "one of the two",
                "Every number has a source, or is a judgement with the reason for its range.");
    return;
  }
  if (!source.is_present()) return;
  input.source = source.text();
  if (sources_->count(input.source) != 0) return;
  std::vector<std::string_view> known;
  for (const auto& [id, entry] : *sources_) known.push_back(id);
  const auto near = nearest(input.source, known);
  source.report(input.source, known.empty() ? "a key of `sources`" : listed(known),
                near ? fmt::format("Did you mean '{}'?", *near)
                     : "Add it to `sources` of this file.");
}

}  // namespace veer::codec
