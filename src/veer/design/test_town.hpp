// SPDX-License-Identifier: EUPL-1.2
// A small town for the tests of design: processes that stay within groups of people, so that one
// can say what a good grouping is. Times in hours.
#pragma once

#include <string>
#include <vector>

#include "veer/org/baseline.hpp"
#include "veer/org/mechanisms.hpp"
#include "veer/org/model.hpp"

namespace veer::design {

struct TestTown {
  org::Baseline baseline;
  org::Mechanisms mechanisms;

  TestTown() {
    baseline.workforce.office_hours = calendar::office_week();
    baseline.workforce.rosters.push_back(calendar::office_week());
    mechanisms.total_load.value = 0.85;
    mechanisms.leading_hours.value = 1.6;
    mechanisms.leave_weeks.value = 5.6;
    mechanisms.sick_leave_share.value = 0.06;
  }

  /// A process of steps of half an hour each, in a domain of its own; gives its activities.
  std::vector<work::ActivityId> process(const std::string& name, const std::string& domain,
                                        int steps, double per_year = 500) {
    work::Work& work = baseline.work;
    const auto effort = work.distributions.push_back(Distribution::constant(0.5));
    work::CaseType type;
    type.name = name;
    type.arrivals.per_year = per_year;
    type.arrivals.weekly_profile.fill(1);
    std::vector<work::ActivityId> activities;
    for (int i = 0; i < steps; ++i) {
      const std::string label = name + " " + std::to_string(i + 1);
      activities.push_back(work.activities.push_back({label, label, domain, effort}));
      work::Step step;
      step.kind = work::StepKind::activity;
      step.activity = activities.back();
      step.same_person = 0.2;
      step.next = {{work::StepId(static_cast<std::size_t>(i) + 1), 1.0}};
      type.process.steps.push_back(step);
    }
    type.process.steps.push_back({});
    type.process.first = {{work::StepId(0), 1.0}};
    work.case_types.push_back(type);
    return activities;
  }

  /// People of one unit who can do the activities.
  void people(int number, const std::string& unit, const std::vector<work::ActivityId>& can) {
    for (int i = 0; i < number; ++i) {
      org::Person person;
      person.pseudonym = "P" + std::to_string(baseline.workforce.persons.size());
      person.function = "clerk";
      person.unit_name = unit;
      person.roster = org::RosterId(0);
      for (const work::ActivityId activity : can) person.competences.push_back({activity, 1});
      baseline.workforce.persons.push_back(person);
    }
  }
};

/// A number in use.
inline org::Input given(const std::string& name, double value, double low, double high) {
  org::Input input;
  input.name = name;
  input.value = value;
  input.low = low;
  input.high = high;
  return input;
}
inline org::Input given(const std::string& name, double value) {
  return given(name, value, value, value);
}

/// Units as found, leads decide.
inline org::Model as_is_model() {
  org::Model model;
  model.id = "as-is";
  model.structure.unit_kind = "unit";
  for (org::DecisionRule& rule : model.exceptions) {
    rule.decider = org::Decider::line;
    rule.wait_limit = given("as-is/wait", 2);
  }
  model.meetings = {{"team", false, given("as-is/weeks", 2), given("as-is/minutes", 90)},
                    {"management", true, given("as-is/weeks2", 1), given("as-is/minutes2", 60)}};
  return model;
}

/// Domains over departments, in the line.
inline org::Model sector_model(double sectors, double least, double target, double most) {
  org::Model model = as_is_model();
  model.id = "sectors";
  model.structure.group_by = org::GroupBy::domain;
  model.structure.unit_kind = "department";
  model.structure.top_unit_kind = "sector";
  model.structure.top_units = given("sectors/top", sectors);
  model.structure.team_size = given("sectors/size", target, least, most);
  return model;
}

/// Teams of people who hand work to each other, without leads.
inline org::Model team_model(double least, double target, double most) {
  org::Model model;
  model.id = "teams";
  model.structure.group_by = org::GroupBy::handovers;
  model.structure.leadership = org::Leadership::none;
  model.structure.unit_kind = "team";
  model.structure.team_size = given("teams/size", target, least, most);
  model.meetings = {{"team", false, given("teams/weeks", 1), given("teams/minutes", 60)}};
  return model;
}

}  // namespace veer::design
