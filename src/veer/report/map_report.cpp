// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/map_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "veer/discover/overview.hpp"
#include "veer/report/page.hpp"

namespace veer::report {
namespace {

using discover::MarkFinding;
using discover::Seen;
using discover::SubProcessRule;
using discover::Support;
using discover::UnitsFrom;
using discover::WordsFrom;
using org::GroupBy;
using org::Mark;
using Json = nlohmann::ordered_json;

// Judgement: longer names would push the numbers off a screen of 100 columns.
constexpr std::size_t name_columns = 46;
// Judgement: rows of a table that a person still reads.
constexpr std::size_t most_rows = 30;
constexpr std::size_t most_named = 5;

TextKey label_of(Mark mark) {
  switch (mark) {
    case Mark::domain: return TextKey::map_domain;
    case Mark::discipline: return TextKey::map_discipline;
    case Mark::product: return TextKey::map_product;
    case Mark::area: return TextKey::map_area;
    case Mark::competence: return TextKey::map_competence;
  }
  return TextKey::map_domain;
}

bool is_guess(WordsFrom from) { return from == WordsFrom::guess || from == WordsFrom::activity; }

class MapText : private Page {
 public:
  MapText(Language language, const MapAnswer& answer)
      : Page(language), answer_(answer), coverage_(answer.coverage) {}

  std::string whole() {
    head();
    sub_processes();
    marks();
    groupings();
    next();
    return take();
  }

 private:
  [[nodiscard]] std::string share(std::size_t part) const {
    return share_of_events(language_, part, coverage_);
  }

  void head() {
    title(say(language_, TextKey::map_title, answer_.name));
    sentence(TextKey::map_size, n(coverage_.cases), n(coverage_.events), n(coverage_.people),
             duration(language_, from_days(coverage_.median_days)));
    sentence(answer_.proposal ? TextKey::map_is_proposal : TextKey::map_is_stored);
  }

  [[nodiscard]] std::string rule() const {
    if (!answer_.proposal) return word(TextKey::map_by_user);
    const std::string& column = answer_.proposal->column;
    switch (answer_.proposal->rule) {
      case SubProcessRule::code:
        return column.empty() ? word(TextKey::map_by_code_names)
                              : say(language_, TextKey::map_by_code, column);
      case SubProcessRule::words: return word(TextKey::map_by_words);
      case SubProcessRule::group: return word(TextKey::map_by_group);
      case SubProcessRule::department: return say(language_, TextKey::map_by_department, column);
      case SubProcessRule::community: return word(TextKey::map_by_community);
      case SubProcessRule::none: break;
    }
    return "";
  }

  void sub_processes() {
    heading(TextKey::map_sub_head);
    if (coverage_.sub_processes.empty() && answer_.proposal) {
      sentence(TextKey::map_no_sub);
      return;
    }
    sentence(TextKey::map_sub, n(coverage_.sub_processes.size()), rule(),
             n(coverage_.activities_placed), n(coverage_.activities),
             share(coverage_.events_placed));
    table();
    if (answer_.proposal && std::any_of(answer_.proposal->words.begin(),
                                        answer_.proposal->words.end(), is_guess)) {
      sentence(TextKey::map_guesses);
    }
    unplaced();
  }

  [[nodiscard]] std::string label(std::size_t s) const {
    const org::SubProcess& one = answer_.map.sub_processes[s];
    std::string result = one.id;
    if (one.name.empty()) return shortened(result, name_columns);
    result += "  " + one.name;
    if (!answer_.proposal || !is_guess(answer_.proposal->words[s])) {
      return shortened(result, name_columns);
    }
    return shortened(result, name_columns - 2) + " ?";
  }

  void table() {
    std::vector<std::size_t> order(coverage_.sub_processes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto& uses = coverage_.sub_processes;
    if (order.size() > most_rows) {
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return uses[a].events > uses[b].events;
      });
    }
    Table table;
    table.add({word(TextKey::map_col_sub), word(TextKey::map_col_activities),
               word(TextKey::map_col_events), word(TextKey::map_col_share),
               word(TextKey::map_col_cases), word(TextKey::map_col_people)});
    discover::SubProcessUse rest;
    for (std::size_t row = 0; row < order.size(); ++row) {
      const discover::SubProcessUse& use = uses[order[row]];
      if (row >= most_rows) {
        rest.activities += use.activities;
        rest.events += use.events;
        continue;
      }
      const bool few = use.people < discover::smallest_group;
      table.add({label(order[row]), n(use.activities), n(use.events), share(use.events),
                 n(use.cases), few ? word(TextKey::map_few) : n(use.people)});
    }
    if (order.size() > most_rows) {
      table.add({say(language_, TextKey::map_rest, n(order.size() - most_rows)),
                 n(rest.activities), n(rest.events), share(rest.events)});
    }
    show(table);
  }

  void unplaced() {
    if (coverage_.unplaced.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(most_named, coverage_.unplaced.size()); ++i) {
      constexpr std::size_t columns = 40;
      names += (names.empty() ? "" : ", ") + shortened(coverage_.unplaced[i], columns);
    }
    if (coverage_.unplaced.size() > most_named) {
      names = say(language_, TextKey::map_and_more, names,
                  n(coverage_.unplaced.size() - most_named));
    }
    sentence(TextKey::map_unplaced, n(coverage_.unplaced.size()),
             n(coverage_.events - coverage_.events_placed), names);
  }

  void marks() {
    heading(TextKey::map_marks_head);
    for (std::size_t m = 0; m < org::mark_count; ++m) mark(static_cast<Mark>(m));
    out_ += "\n";
    sentence(TextKey::map_marks_use);
  }

  void mark(Mark mark) {
    const discover::MarkUse& use = coverage_.marks[static_cast<std::size_t>(mark)];
    const std::string name = word(label_of(mark));
    if (!answer_.proposal) {
      if (use.values == 0) {
        item(TextKey::map_mark_empty, name);
      } else if (use.values == 1) {
        item(TextKey::map_mark_one, name, share(use.events));
      } else {
        item(TextKey::map_mark_said, name, n(use.values), share(use.events));
      }
      return;
    }
    const MarkFinding& finding = answer_.proposal->marks[static_cast<std::size_t>(mark)];
    switch (finding.seen) {
      case Seen::found:
        item(TextKey::map_mark_found, name, n(use.values), share(use.events), finding.column);
        return;
      case Seen::no_column: item(TextKey::map_mark_no_column, name); return;
      case Seen::one_value: item(TextKey::map_mark_one_value, name, finding.column); return;
      case Seen::spread:
        item(TextKey::map_mark_spread, name, finding.column, n(finding.values));
        return;
    }
  }

  void groupings() {
    heading(TextKey::map_groups_head);
    const auto& observed = coverage_[GroupBy::observed];
    item(coverage_.units_from == UnitsFrom::staff_list ? TextKey::map_observed_staff
         : coverage_.units_from == UnitsFrom::groups   ? TextKey::map_observed_groups
                                                       : TextKey::map_observed_communities,
         n(observed.groups));
    const auto say_support = [&](GroupBy by, TextKey yes, TextKey judgement, TextKey no) {
      const discover::GroupingSupport& found = coverage_[by];
      item(found.support == Support::yes         ? yes
           : found.support == Support::judgement ? judgement
                                                 : no,
           n(found.groups));
    };
    const bool named = coverage_.marks[static_cast<std::size_t>(Mark::domain)].values > 1;
    say_support(GroupBy::domain, TextKey::map_domain_yes,
                named ? TextKey::map_domain_undivided : TextKey::map_domain_judgement,
                TextKey::map_domain_no);
    say_support(GroupBy::discipline, TextKey::map_discipline_yes,
                TextKey::map_discipline_judgement, TextKey::map_discipline_no);
    say_support(GroupBy::handovers, TextKey::map_handovers_yes, TextKey::map_handovers_no,
                TextKey::map_handovers_no);
  }

  void next() {
    heading(TextKey::map_next_head);
    if (!answer_.written_to.empty()) {
      sentence(TextKey::map_next_written, answer_.written_to);
      sentence(TextKey::map_next_read, answer_.workspace, answer_.written_to);
    } else if (answer_.proposal) {
      sentence(TextKey::map_next_write, answer_.workspace);
    } else {
      sentence(TextKey::map_next_stored, answer_.workspace, answer_.workspace);
    }
  }

  const MapAnswer& answer_;
  const discover::MapCoverage& coverage_;
};

std::string_view name_of(SubProcessRule rule) {
  switch (rule) {
    case SubProcessRule::none: return "none";
    case SubProcessRule::code: return "code";
    case SubProcessRule::words: return "words";
    case SubProcessRule::group: return "group";
    case SubProcessRule::department: return "department";
    case SubProcessRule::community: return "community";
  }
  return "";
}

std::string_view name_of(WordsFrom from) {
  switch (from) {
    case WordsFrom::id: return "id";
    case WordsFrom::published: return "published";
    case WordsFrom::guess: return "guess";
    case WordsFrom::activity: return "activity";
  }
  return "";
}

std::string_view name_of(Seen seen) {
  switch (seen) {
    case Seen::found: return "found";
    case Seen::no_column: return "no_column";
    case Seen::one_value: return "one_value";
    case Seen::spread: return "spread";
  }
  return "";
}

std::string_view name_of(Support support) {
  switch (support) {
    case Support::yes: return "yes";
    case Support::judgement: return "judgement";
    case Support::no: return "no";
  }
  return "";
}

Json sub_processes_json(const MapAnswer& answer) {
  Json rows = Json::array();
  for (std::size_t s = 0; s < answer.map.sub_processes.size(); ++s) {
    const org::SubProcess& one = answer.map.sub_processes[s];
    const discover::SubProcessUse& use = answer.coverage.sub_processes[s];
    Json row = {{"id", one.id},           {"name", one.name},
                {"within", one.within},   {"activities", use.activities},
                {"events", use.events},   {"cases", use.cases}};
    if (answer.proposal) row["name_from"] = name_of(answer.proposal->words[s]);
    if (use.people >= discover::smallest_group) row["people"] = use.people;
    rows.push_back(std::move(row));
  }
  return rows;
}

Json marks_json(const MapAnswer& answer) {
  Json rows = Json::object();
  for (std::size_t m = 0; m < org::mark_count; ++m) {
    const discover::MarkUse& use = answer.coverage.marks[m];
    Json row = {{"events", use.events}, {"values", use.values}};
    if (answer.proposal) {
      row["seen"] = name_of(answer.proposal->marks[m].seen);
      row["column"] = answer.proposal->marks[m].column;
    }
    rows[std::string(org::name_of(static_cast<Mark>(m)))] = std::move(row);
  }
  return rows;
}

Json activities_json(const org::Map& map) {
  const std::vector<org::Marks> marks = org::marks_of(map);
  Json rows = Json::array();
  for (std::size_t i = 0; i < map.activities.size(); ++i) {
    Json row = {{"name", map.activities[i].name}, {"sub_process", map.activities[i].sub_process}};
    for (std::size_t m = 0; m < org::mark_count; ++m) {
      if (marks[i].texts[m].empty()) continue;
      row[std::string(org::name_of(static_cast<Mark>(m)))] = marks[i].texts[m];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Json groupings_json(const discover::MapCoverage& coverage) {
  Json rows = Json::object();
  const std::pair<const char*, GroupBy> all[] = {{"observed", GroupBy::observed},
                                                 {"domain", GroupBy::domain},
                                                 {"discipline", GroupBy::discipline},
                                                 {"handovers", GroupBy::handovers}};
  for (const auto& [name, by] : all) {
    rows[name] = {{"support", name_of(coverage[by].support)}, {"groups", coverage[by].groups}};
  }
  return rows;
}

}  // namespace

std::string share_of_events(Language language, std::size_t part,
                            const discover::MapCoverage& coverage) {
  const double value = coverage.events == 0 ? 0
                                            : static_cast<double>(part) /
                                                  static_cast<double>(coverage.events);
  constexpr double smallest = 0.001;  // Judgement: share; one decimal is enough here
  if (part > 0 && value < smallest) return "< " + percent(language, smallest, 1);
  if (part < coverage.events && value > 1 - smallest) {
    return "> " + percent(language, 1 - smallest, 1);
  }
  return percent(language, value, 1);
}

std::string map_screen(Language language, const MapAnswer& answer) {
  return MapText(language, answer).whole();
}

std::string map_json(const MapAnswer& answer) {
  const discover::MapCoverage& coverage = answer.coverage;
  Json json;
  json["name"] = answer.name;
  json["map"] = answer.proposal ? "proposed" : "read_back";
  if (answer.proposal) json["rule"] = name_of(answer.proposal->rule);
  json["cases"] = coverage.cases;
  json["events"] = coverage.events;
  json["activities"] = coverage.activities;
  json["people"] = coverage.people;
  json["median_days"] = coverage.median_days;
  json["coverage"] = {{"events", coverage.events_placed},
                      {"activities", coverage.activities_placed},
                      {"share_of_events", coverage.share()}};
  json["sub_processes"] = sub_processes_json(answer);
  json["marks"] = marks_json(answer);
  json["groupings"] = groupings_json(coverage);
  json["unplaced"] = coverage.unplaced;
  json["map_activities"] = activities_json(answer.map);
  return json.dump(2) + "\n";
}

}  // namespace veer::report
