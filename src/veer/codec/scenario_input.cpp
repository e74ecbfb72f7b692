// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/scenario_input.hpp"

#include <fmt/format.h>

#include "veer/codec/input_reader.hpp"

namespace veer::codec {
namespace {

// Exact: units of time, with the year of 365.25 days of Arrivals::per_year.
constexpr YamlUnit effort_units[] = {{"min", 1}, {"minutes", 1}, {"hour", 60}, {"hours", 60}};
constexpr YamlUnit task_units[] = {
    {"hour", 1}, {"hours", 1}, {"min", 1.0 / 60}, {"minutes", 1.0 / 60}};
constexpr YamlUnit day_units[] = {{"day", 1}, {"days", 1}, {"week", 7}, {"weeks", 7}};
constexpr YamlUnit week_units[] = {{"week", 1}, {"weeks", 1}, {"day", 1.0 / 7}, {"days", 1.0 / 7}};
constexpr YamlUnit share_units[] = {{"%", 0.01}};
constexpr YamlUnit money_units[] = {{"euro", 1}};
constexpr YamlUnit hourly_units[] = {{"euro per hour", 1}};
constexpr YamlUnit spending_units[] = {{"euro per inhabitant", 1}};
constexpr YamlUnit contract_units[] = {{"hours per week", 1}};

double read_value(const YamlNode& node, const Measure& measure) {
  if (!node.is_present()) return 0;
  double value = 0;
  const bool bare = node.is_text() && read_number(node.shown()).has_value();
  const bool may_be_bare = measure.units.empty() || measure.units.data() == share_units;
  if (may_be_bare && (bare || measure.units.empty())) {
    return node.number(measure.lowest, measure.highest);
  }
  value = node.quantity(measure.units);
  if (node.is_text() && !(value >= measure.lowest && value <= measure.highest)) {
    // What could not be read has been reported and counts as 0.
    if (value != 0 || node.shown().substr(0, 1) == "0") {
      node.report(node.shown(), std::string(measure.bounds));
    }
  }
  return value;
}

void report_unknown(const YamlNode& node, const std::string& id, std::string_view section,
                    const std::vector<std::string_view>& known) {
  const auto near = nearest(id, known);
  node.report(id, known.empty() ? fmt::format("a key of `{}`", section) : listed(known),
              near ? fmt::format("Did you mean '{}'?", *near)
                   : fmt::format("Add it to `{}`.", section));
}

template <class Value>
std::vector<std::string_view> keys_of(const std::map<std::string, Value>& map) {
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

void read_origin(const YamlNode& node, const Origins& origins, org::Input& input) {
  const YamlNode source = node.find("source");
  const YamlNode judgement = node.find("judgement");
  if (source.is_present() == judgement.is_present()) {
    node.report(source.is_present() ? "both a source and a judgement"
                                    : "neither a source nor a judgement",
                "one of the two",
                "Every number has a source, or is a judgement with the reason for its range.");
    return;
  }
  if (source.is_present()) {
    input.source = source.text();
    if (origins.sources.count(input.source) == 0) {
      report_unknown(source, input.source, "sources", keys_of(origins.sources));
    }
    return;
  }
  if (judgement.is_map()) {
    input.reason = read_text(judgement);
    return;
  }
  const std::string id = judgement.text();
  const auto known = origins.judgements.find(id);
  if (known == origins.judgements.end()) {
    report_unknown(judgement, id, "judgements", keys_of(origins.judgements));
  } else {
    input.reason = known->second;
  }
}

}  // namespace

// Judgement: bounds that only catch slips of the pen.
const Measure effort_measure = {"minutes", effort_units, 0.1, 12'000, "from 0.1 min to 200 hours"};
const Measure days_measure = {"days", day_units, 0.01, 1'000, "from 0.01 to 1000 days"};
const Measure share_measure = {"1", share_units, 0, 1, "a share from 0 to 1 (0 to 100 %)"};
const Measure spread_measure = {"1", {}, 0, 25, ""};
const Measure contract_measure = {"hours/week", contract_units, 1, 60,
                                  "from 1 to 60 hours per week"};
const Measure task_measure = {"hours", task_units, 0.01, 1e6, "from 0.01 hours to a million hours"};
const Measure weekly_measure = {"hours/week", contract_units, 0.1, 1e5,
                                "from 0.1 to 100,000 hours per week"};
const Measure neglect_measure = {"1", {}, 1, 20, ""};
const Measure factor_measure = {"1", {}, 0, 10, ""};
const Measure money_measure = {"EUR", money_units, 0.01, 1e7, "from 0.01 to 10 million euro"};
const Measure hourly_measure = {"EUR/hour", hourly_units, 1, 1'000, "from 1 to 1000 euro per hour"};
const Measure spending_measure = {"EUR/inhabitant", spending_units, 1, 100'000,
                                  "from 1 to 100,000 euro per inhabitant"};
const Measure weeks_measure = {"weeks", week_units, 0, 520, "from 0 to 520 weeks"};

ArrivalsMeasure::ArrivalsMeasure(int inhabitants)
    // Exact: units of time, with the year of 365.25 days of Arrivals::per_year; thousands.
    : units_{{{"per year", 1},
              {"per month", 12},
              {"per week", 365.25 / 7},
              {"per 1000 inhabitants", inhabitants / 1000.0}}} {}

Measure ArrivalsMeasure::measure() const {
  // Judgement: bounds that only catch slips of the pen.
  return {"cases/year", units_, 0.1, 5e6, "from 0.1 to 5 million per year"};
}

void read_origins(const YamlNode& root, Origins& origins) {
  for (auto& [id, source] : read_sources(root.find("sources"))) {
    if (!origins.sources.emplace(id, source).second) {
      root.find("sources").find(id).report(id, "each source once", "Remove one of the two.");
    }
  }
  for (const auto& [id, node] : root.find("judgements").members()) {
    if (!origins.judgements.emplace(id, read_text(node)).second) {
      node.report(id, "each judgement once", "Remove one of the two.");
    }
  }
}

org::Input read_input(const YamlNode& node, const Measure& measure, std::string name,
                      org::Text definition, const Origins& origins) {
  org::Input input;
  if (!node.is_present()) return input;
  input.name = std::move(name);
  input.unit = std::string(measure.unit);
  input.definition = std::move(definition);
  node.only({"value", "low", "high", "source", "judgement"});
  if (!node.is_map()) return input;
  const YamlNode low = node.find("low");
  const YamlNode high = node.find("high");
  input.value = read_value(node.at("value"), measure);
  input.low = low.is_present() ? read_value(low, measure) : input.value;
  input.high = high.is_present() ? read_value(high, measure) : input.value;
  if (!(input.low <= input.value && input.value <= input.high)) {
    node.report(fmt::format("low {}, value {}, high {}", low.shown(), node.find("value").shown(),
                            high.shown()),
                "low <= value <= high", "The central value lies within its range.");
  }
  read_origin(node, origins, input);
  if (node.find("judgement").is_present() && (!low.is_present() || !high.is_present())) {
    node.report("a judgement without a range", "low and high",
                "A judgement is drawn from its range in every study; say how far it may be off.");
  }
  return input;
}

}  // namespace veer::codec
