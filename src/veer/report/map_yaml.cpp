// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/map_yaml.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "veer/base/error.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using discover::WordsFrom;
using org::Mark;

constexpr const char* example_activity = "#     - {name: \"...\", discipline: A}\n";
constexpr const char* example_shares = "#     domain: {A: 60 %, B: 40 %}\n";

/// A text that YAML reads as that text, whatever is in it: JSON's strings are YAML's.
std::string in_quotes(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Everything on one line.
std::string in_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return text;
}

class MapFile {
 public:
  MapFile(Language language, const MapAnswer& answer)
      : language_(language), answer_(answer), proposal_(*answer.proposal) {
    for (std::size_t i = 0; i < answer.map.activities.size(); ++i) {
      members_[answer.map.activities[i].sub_process].push_back(i);
    }
  }

  std::string whole() {
    comment(TextKey::map_yaml_head, answer_.name, answer_.workspace);
    out_ += "\nformat: veer-map/1\n";
    comment(TextKey::map_yaml_records);
    if (!answer_.map.workspace.empty()) line("workspace", answer_.map.workspace);
    if (!answer_.map.records.empty()) line("records", answer_.map.records);
    out_ += '\n';
    comment(TextKey::map_yaml_sub);
    out_ += example_activity;
    if (answer_.map.sub_processes.empty()) {
      out_ += "sub_processes: []\n";
    } else {
      out_ += "sub_processes:\n";
      for (std::size_t s = 0; s < answer_.map.sub_processes.size(); ++s) sub_process(s);
    }
    unplaced();
    units();
    return std::move(out_);
  }

 private:
  template <class... Args>
  void comment(TextKey key, const Args&... args) {
    constexpr std::size_t columns = 96;
    std::string text = wrapped(say(language_, key, args...), columns);
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         end = text.find('\n', begin)) {
      out_ += "# " + text.substr(begin, end - begin) + '\n';
      begin = end + 1;
    }
  }
  void line(const std::string& key, const std::string& value) {
    out_ += key + ": " + in_quotes(value) + '\n';
  }
  [[nodiscard]] std::string count(std::size_t n) const {
    return number(language_, static_cast<double>(n));
  }

  /// The mark that every activity of a sub-process has; empty: they differ.
  [[nodiscard]] std::string common(const std::vector<std::size_t>& members,
                                   std::size_t mark) const {
    const std::string& first = answer_.map.activities[members.front()].marks.texts[mark];
    for (const std::size_t i : members) {
      if (answer_.map.activities[i].marks.texts[mark] != first) return "";
    }
    return first;
  }

  [[nodiscard]] std::string origin_of_words(std::size_t s) const {
    switch (proposal_.words[s]) {
      case WordsFrom::id: return "";
      case WordsFrom::published: return std::string(text(language_, TextKey::map_yaml_published));
      case WordsFrom::guess: return std::string(text(language_, TextKey::map_yaml_guess));
      case WordsFrom::activity:
        return std::string(text(language_, TextKey::map_yaml_from_activity));
    }
    return "";
  }

  void sub_process(std::size_t s) {
    const org::SubProcess& one = answer_.map.sub_processes[s];
    const discover::SubProcessUse& use = answer_.coverage.sub_processes[s];
    const std::vector<std::size_t>& members = members_.at(one.id);
    const std::string share = share_of_events(language_, use.events, answer_.coverage);
    out_ += "  # " + say(language_, TextKey::map_yaml_use, count(use.activities), count(use.events),
                         share, count(use.cases)) + '\n';
    out_ += "  - id: " + in_quotes(one.id) + '\n';
    out_ += "    name:" + (one.name.empty() ? "" : " " + in_quotes(one.name));
    const std::string origin = origin_of_words(s);
    out_ += origin.empty() ? "\n" : "  # " + origin + '\n';
    org::Marks marks;
    for (std::size_t m = 0; m < org::mark_count; ++m) {
      marks.texts[m] = common(members, m);
      const auto mark = static_cast<Mark>(m);
      // The two that group people are asked for; the others are left out of sight.
      const bool asked = mark == Mark::domain || mark == Mark::discipline;
      if (marks.texts[m].empty() && !asked) continue;
      out_ += "    " + std::string(name_of(mark)) + ":";
      out_ += marks.texts[m].empty()
                  ? "  # " + std::string(text(language_, TextKey::map_yaml_fill_in))
                  : " " + in_quotes(marks.texts[m]);
      out_ += '\n';
    }
    out_ += "    activities:\n";
    for (const std::size_t i : members) activity(i, "      ", marks);
  }

  /// One line of a list; `above` are the marks that its sub-process says already.
  void activity(std::size_t i, const std::string& indent, const org::Marks& above) {
    const org::MapActivity& one = answer_.map.activities[i];
    std::string own;
    for (std::size_t m = 0; m < org::mark_count; ++m) {
      const std::string& mark = one.marks.texts[m];
      if (mark.empty() || mark == above.texts[m]) continue;
      own += ", " + std::string(name_of(static_cast<Mark>(m))) + ": " + in_quotes(mark);
    }
    out_ += indent + "- ";
    out_ += own.empty() ? in_quotes(one.name) : "{name: " + in_quotes(one.name) + own + "}";
    const discover::ActivityReason& reason = proposal_.reasons[i];
    out_ += "  # " + say(language_, TextKey::map_yaml_times, count(reason.events));
    if (!reason.title.empty() && reason.title != one.name) out_ += ": " + in_line(reason.title);
    constexpr double all = 0.995;  // Exact: what rounds to 100 %
    if (!one.sub_process.empty() && reason.agreement < all) {
      out_ += "; " + say(language_, TextKey::map_yaml_agreement,
                         percent(language_, reason.agreement));
    }
    for (std::size_t m = 0; m < org::mark_count; ++m) {
      if (one.marks.texts[m].empty() || reason.said[m] >= all) continue;
      out_ += "; " + say(language_, TextKey::map_yaml_said, in_line(one.marks.texts[m]),
                         percent(language_, reason.said[m]));
    }
    out_ += '\n';
  }

  void unplaced() {
    const auto at = members_.find("");
    if (at == members_.end()) return;
    out_ += '\n';
    comment(TextKey::map_yaml_unplaced);
    out_ += "unplaced:\n";
    for (const std::size_t i : at->second) activity(i, "  ", {});
  }

  void units() {
    if (answer_.map.units.empty()) return;
    out_ += '\n';
    comment(TextKey::map_yaml_units);
    out_ += example_shares;
    out_ += "units:\n";
    for (const org::MapUnit& unit : answer_.map.units) {
      out_ += "  - name: " + in_quotes(unit.name) + "\n    within:\n    domain:\n";
    }
  }

  Language language_;
  const MapAnswer& answer_;
  const discover::MapProposal& proposal_;
  std::map<std::string, std::vector<std::size_t>> members_;  // activities by sub-process
  std::string out_;
};

}  // namespace

std::string map_yaml(Language language, const MapAnswer& answer) {
  VEER_EXPECT(answer.proposal.has_value());
  return MapFile(language, answer).whole();
}

}  // namespace veer::report
