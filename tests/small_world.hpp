// SPDX-License-Identifier: EUPL-1.2
// Small worlds for tests: a few activities, people and units on one screen.
//
// Numbers are hours. Everybody is always there, nothing goes wrong and nobody has other work, until
// a test says otherwise; so theory can be exact.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "veer/calendar/working_time.hpp"
#include "veer/org/organisation.hpp"
#include "veer/sim/replication.hpp"

namespace veer::test {

struct SmallWorld {
  work::Work work;
  org::Workforce workforce;
  org::Organisation organisation;
  org::Assumptions assumptions;
  sim::Run run;

  SmallWorld() {
    workforce.office_hours = calendar::always_open();
    workforce.rosters.push_back(calendar::always_open());
    organisation.id = "small-world";
    assumptions.attention_fifo = 1;
    assumptions.goes_on_share = 1;
    assumptions.told_share = 1;
    assumptions.tasks_at_once = 1;
    run.window.first_day = *day_from_date(2024, 1, 1);  // a Monday
  }

  work::DistributionId distribution(Distribution d) {
    return work.distributions.push_back(std::move(d));
  }
  work::ActivityId activity(const std::string& name, Distribution effort_hours) {
    return work.activities.push_back({name, name, "", distribution(std::move(effort_hours))});
  }
  org::UnitId unit(const std::string& name, org::UnitId parent = {}) {
    return organisation.units.push_back({name, "team", parent, {}});
  }
  org::PersonId person(org::UnitId unit, const std::vector<work::ActivityId>& activities) {
    org::Person person;
    person.pseudonym = "P" + std::to_string(workforce.persons.size());
    person.roster = org::RosterId(0);
    for (const work::ActivityId activity : activities) person.competences.push_back({activity, 1});
    organisation.places.push_back({unit, {}});
    return workforce.persons.push_back(std::move(person));
  }
  /// Steps done one after the other, then the end. Arrivals with exponential or fixed intervals.
  work::CaseTypeId case_type(const std::vector<work::ActivityId>& steps, Distribution interval) {
    work::CaseType type;
    type.name = "case";
    type.arrivals.interval = distribution(std::move(interval));
    for (const work::ActivityId activity : steps) {
      work::Step step;
      step.kind = work::StepKind::activity;
      step.activity = activity;
      step.next = {{work::StepId(type.process.steps.size() + 1), 1.0}};
      type.process.steps.push_back(step);
    }
    type.process.steps.push_back({});
    type.process.first = {{work::StepId(0), 1.0}};
    return work.case_types.push_back(std::move(type));
  }
  work::Step& step(work::CaseTypeId type, std::size_t at) {
    return work.case_types[type].process.steps[work::StepId(at)];
  }

  [[nodiscard]] sim::Outcome simulate() const {
    auto outcome = sim::simulate(work, workforce, organisation, assumptions, run);
    if (!outcome) throw std::runtime_error(to_string(outcome.error().front()));
    return *std::move(outcome);
  }
};

/// Mean over cases of what `value` gives, in hours.
template <class Value>
double mean_hours(const sim::Outcome& outcome, Value value) {
  double sum = 0;
  for (const sim::CaseOutcome& c : outcome.cases) sum += hours(value(c));
  return sum / static_cast<double>(outcome.cases.size());
}

}  // namespace veer::test
