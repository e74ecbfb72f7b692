// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view weekday_names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                              "friday", "saturday", "sunday"};

/// Time since midnight of "08:30"; "24:00" is the end of the day.
std::optional<Duration> read_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = read_number(text.substr(0, 2));
  const auto minute = read_number(text.substr(3, 2));
  if (!hour || !minute || *hour < 0 || *minute < 0 || *minute > 59) return std::nullopt;
  if (text.find_first_not_of("0123456789:") != std::string_view::npos) return std::nullopt;
  const Duration time =
      std::chrono::minutes(static_cast<int>(*hour) * 60 + static_cast<int>(*minute));
  return time <= one_day ? std::optional(time) : std::nullopt;
}

std::vector<calendar::Interval> read_day(const YamlNode& node) {
  std::vector<calendar::Interval> day;
  for (const YamlNode& item : node.items()) {
    const auto interval = read_interval(item.text());
    const Duration earliest = day.empty() ? Duration::zero() : day.back().to;
    if (!interval || interval->from < earliest) {
      item.report(item.shown(), "an interval like 08:30-12:30, after the one before it");
      continue;
    }
    day.push_back(*interval);
  }
  return day;
}

/// Reports every unit on a cycle of parents and cuts it off there.
void cut_cycles(std::vector<org::ScenarioUnit>& units, const std::vector<YamlNode>& nodes) {
  const auto position = [&units](const std::string& id) {
    const auto at = std::find_if(units.begin(), units.end(),
                                 [&id](const org::ScenarioUnit& unit) { return unit.id == id; });
    return static_cast<std::size_t>(at - units.begin());
  };
  for (std::size_t start = 0; start < units.size(); ++start) {
    std::string line = units[start].id;
    std::size_t at = start;
    for (std::size_t steps = 0; steps <= units.size() && !units[at].parent.empty(); ++steps) {
      at = position(units[at].parent);
      line += " -> " + units[at].id;
      if (at != start) continue;
      nodes[start].find("parent").report("a cycle of units: " + line, "a line that ends at a top",
                                         "Give one of these units another parent, or none.");
      units[start].parent.clear();
      break;
    }
  }
}

std::vector<org::ScenarioUnit> parents_first(std::vector<org::ScenarioUnit> units) {
  std::vector<org::ScenarioUnit> ordered;
  std::set<std::string> placed = {""};
  while (ordered.size() < units.size()) {
    const std::size_t before = ordered.size();
    for (org::ScenarioUnit& unit : units) {
      if (placed.count(unit.id) != 0 || placed.count(unit.parent) == 0) continue;
      placed.insert(unit.id);
      ordered.push_back(unit);
    }
    if (ordered.size() == before) break;  // Units that were reported: twice, or without a parent.
  }
  return ordered;
}

/// As many people, whose parts of a job add up to the mean times their number exactly. The usual
/// share of them has a full job, where that leaves the others half a job at least, else fewer.
std::vector<Fte> people_of_mean(int people, Fte mean) {
  constexpr double full_timers = 0.59;  // Source: Personeelsmonitor Gemeenten 2022
  constexpr int least_of_others = 500;  // Judgement: thousandths; half a job.
  const int total = people * mean.thousandths();
  int full = static_cast<int>(full_timers * people + 0.5);
  const auto fits = [&](int count) {
    const int others = people - count;
    const int rest = total - 1000 * count;
    return others > 0 ? rest >= least_of_others * others : rest == 0;
  };
  if (mean == Fte::of(1)) full = people;
  while (full > 0 && !fits(full)) --full;
  std::vector<Fte> result(static_cast<std::size_t>(full), Fte::of(1));
  int rest = total - 1000 * full;
  for (int others = people - full; others > 0; --others) {
    const int one = rest / others;
    result.push_back(Fte::thousandths(one));
    rest -= one;
  }
  return result;
}

/// `people: 24` with `fte: 0.87`, their mean.
std::vector<Fte> read_people(const YamlNode& item) {
  // Judgement: more people in one post than the largest municipality employs is a slip.
  constexpr int most_people = 30'000;
  const auto people = static_cast<int>(item.at("people").whole(1, most_people));
  const YamlNode mean = item.at("fte");
  constexpr double least = 0.05;  // Judgement: less than two hours a week is no post.
  const auto value = mean.is_text() ? read_number(mean.shown()) : std::nullopt;
  if (!value || *value < least || *value > 1) {
    if (mean.is_present()) {
      mean.report(mean.shown(), "the mean FTE of these people, from 0.05 to 1",
                  "With `people` it is one number; without it a list, one for each person.");
    }
    return {};
  }
  return people_of_mean(people, Fte::of(*value));
}

/// The salary scale of a post, or what an hour of its people costs.
void read_pay(const YamlNode& item, const std::string& name,
              const std::vector<std::string>& scales, const Origins& origins,
              org::ScenarioPost& post) {
  const YamlNode scale = item.find("scale");
  const YamlNode hire = item.find("hire");
  if (scale.is_present() && hire.is_present()) {
    hire.report("a price per hour beside a scale", "one of the two",
                "Who is hired has no salary of the municipality.");
  }
  post.scale = scale.text();
  if (scale.is_text() && !scales.empty() &&
      std::find(scales.begin(), scales.end(), post.scale) == scales.end()) {
    report_unknown_word(scale, post.scale, scales, "a scale of the table of salaries");
  }
  post.hire = read_input(hire, hourly_measure, name,
                         {fmt::format("{}: prijs van een ingehuurd uur", post.function.nl),
                          fmt::format("{}: price of a hired hour", post.function.en)},
                         origins);
}

/// One FTE for each person of a post.
std::vector<Fte> read_fte(const YamlNode& item) {
  if (item.find("people").is_present()) return read_people(item);
  const YamlNode node = item.at("fte");
  std::vector<Fte> result;
  if (node.is_present() && node.is_list() && node.items().empty()) {
    node.report("nobody", "the FTE of each person: [1, 0.8]", "Leave the post out when vacant.");
  }
  for (const YamlNode& one : node.items()) {
    const auto number = one.is_text() ? read_number(one.shown()) : std::nullopt;
    // Judgement: less than two hours a week is no post.
    constexpr double least = 0.05;
    if (!number || *number < least || *number > 1) {
      one.report(one.shown(), "an FTE from 0.05 to 1",
                  "1 is a full working week; give two people for more than one.");
      continue;
    }
    result.push_back(Fte::of(*number));
  }
  return result;
}

}  // namespace

std::optional<calendar::Interval> read_interval(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = read_clock(text.substr(0, dash));
  const auto to = read_clock(text.substr(dash + 1));
  if (!from || !to || *from >= *to) return std::nullopt;
  return calendar::Interval{*from, *to};
}

std::string read_id(const YamlNode& node) {
  if (!node.is_present()) return "";
  const std::string id = node.text();
  constexpr std::size_t longest = 64;
  if (id.size() > longest ||
      id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
    node.report(node.shown(), "small letters, digits and hyphens", "Ids are for files, not eyes.");
  }
  return id;
}

void report_unknown_word(const YamlNode& node, const std::string& word,
                         const std::vector<std::string>& known, const std::string& what) {
  std::vector<std::string_view> words(known.begin(), known.end());
  const auto near = nearest(word, words);
  node.report(word, what, near ? fmt::format("Did you mean '{}'?", *near)
                               : fmt::format("Known are {}.", listed(words)));
}

calendar::Roster read_office_hours(const YamlNode& node) {
  node.only({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  calendar::Roster roster;
  for (std::size_t i = 0; i < 7; ++i) roster.days[i] = read_day(node.find(weekday_names[i]));
  if (node.is_map() && roster.week() == Duration::zero()) {
    node.report("no hour at all", "at least one interval", "monday: [08:30-12:30, 13:00-17:00]");
  }
  return roster;
}

std::vector<org::ScenarioUnit> read_units(const YamlNode& node) {
  std::vector<org::ScenarioUnit> units;
  std::vector<YamlNode> nodes;
  std::vector<std::string> known;
  for (const YamlNode& item : node.items()) {
    item.only({"id", "name", "parent", "domain", "overhead"});
    org::ScenarioUnit unit;
    unit.overhead = item.find("overhead").flag();
    unit.id = read_id(item.at("id"));
    unit.name = read_text(item.at("name"));
    unit.parent = item.find("parent").text();
    unit.domain = read_id(item.find("domain"));
    for (const org::ScenarioUnit& other : units) {
      if (other.id == unit.id || other.name.nl == unit.name.nl) {
        item.report(fmt::format("a second unit {} ({})", unit.id, unit.name.nl),
                    "an id and a name of its own");
      }
    }
    known.push_back(unit.id);
    units.push_back(std::move(unit));
    nodes.push_back(item);
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    std::string& parent = units[i].parent;
    if (parent.empty() || std::find(known.begin(), known.end(), parent) != known.end()) continue;
    report_unknown_word(nodes[i].find("parent"), parent, known, "a unit of this file");
    parent.clear();
  }
  cut_cycles(units, nodes);
  if (node.is_list() && units.empty()) node.report("no units", "at least one unit");
  return parents_first(std::move(units));
}

std::vector<org::ScenarioPost> read_posts(const YamlNode& node, const std::string& prefix,
                                          const std::vector<org::ScenarioUnit>& units,
                                          const std::vector<std::string>& scales,
                                          const Origins& origins, Mentions& held) {
  std::vector<org::ScenarioPost> posts;
  std::vector<std::string> known;
  for (const org::ScenarioUnit& unit : units) known.push_back(unit.id);
  std::set<std::string> ids;
  std::set<std::string> led;
  std::set<std::string> used;
  for (const YamlNode& item : node.items()) {
    item.only({"id", "unit", "function", "people", "fte", "competences", "leads", "scale",
               "hire"});
    org::ScenarioPost post;
    post.id = read_id(item.find("id"));
    if (!post.id.empty() && !ids.insert(post.id).second) {
      item.find("id").report(post.id, "an id of its own for each post");
    }
    post.unit = item.at("unit").text();
    post.function = read_text(item.at("function"));
    post.fte = read_fte(item);
    post.leads = item.find("leads").flag();
    read_pay(item, fmt::format("{}/posts.{}.{}.hire", prefix, post.unit, posts.size()), scales,
             origins, post);
    for (const YamlNode& competence : item.find("competences").items()) {
      post.competences.push_back(read_id(competence));
      held.emplace_back(post.competences.back(), competence);
    }
    if (item.find("unit").is_text() &&
        std::find(known.begin(), known.end(), post.unit) == known.end()) {
      report_unknown_word(item.find("unit"), post.unit, known, "a unit of `units`");
    }
    if (post.leads && post.fte.size() > 1) {
      item.find("fte").report(fmt::format("{} people who lead one unit", post.fte.size()),
                              "one person");
    }
    if (post.leads && !led.insert(post.unit).second) {
      item.report(fmt::format("a second lead of {}", post.unit), "one lead for each unit");
    }
    used.insert(post.unit);
    posts.push_back(std::move(post));
  }
  for (const org::ScenarioUnit& unit : units) {
    const bool is_parent = std::any_of(units.begin(), units.end(), [&](const auto& other) {
      return other.parent == unit.id;
    });
    if (!is_parent && used.count(unit.id) == 0) {
      node.report(fmt::format("nobody in unit {}", unit.id), "posts in every unit",
                  "Leave the unit out, or give it a post.");
    }
  }
  return posts;
}

}  // namespace veer::codec
