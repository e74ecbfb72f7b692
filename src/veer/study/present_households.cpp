// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/present_households.hpp"

namespace veer::study {
namespace {

std::optional<double> share(double part, double whole) {
  return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

std::optional<Estimate> over_known(const std::vector<HouseholdRun>& runs,
                                   std::optional<double> HouseholdRun::*figure) {
  std::vector<double> values;
  for (const HouseholdRun& run : runs) {
    if (run.*figure) values.push_back(*(run.*figure));
  }
  return values.empty() ? std::nullopt : std::optional(estimate(values));
}

HouseholdRun run_of(const sim::HouseholdsOutcome& outcome, work::HouseholdId kind) {
  double households = 0;
  double matters = 0;
  double weeks = 0;
  double contacts = 0;
  double contact_persons = 0;
  double pairs = 0;
  double unaware = 0;
  double contradictions = 0;
  for (const sim::HouseholdOutcome& one : outcome.measured) {
    if (one.kind != kind) continue;
    households += 1;
    matters += static_cast<double>(one.matters.size());
    weeks += days(one.last_arrived - one.first_arrived) / 7;
    contacts += one.contacts;
    contact_persons += one.contact_persons;
    pairs += one.decisions > 0 ? one.decisions * (one.decisions - 1) / 2 : 0;
    unaware += one.unaware;
    contradictions += one.contradictions;
  }
  const sim::HouseholdCount& count = outcome.counts[kind];
  HouseholdRun run;
  run.completed = count.completed;
  run.left_alone = share(count.left_alone, count.left_alone + count.joined);
  run.matters = share(matters, households);
  run.weeks = share(weeks, households);
  run.contacts = share(contacts, households);
  run.contact_persons = share(contact_persons, households);
  run.contradictions = share(100 * contradictions, households);
  run.unaware = share(unaware, pairs);
  return run;
}

}  // namespace

std::vector<HouseholdRun> household_runs(const sim::HouseholdsOutcome& outcome) {
  std::vector<HouseholdRun> runs;
  for (const work::HouseholdId kind : ids(outcome.counts)) {
    runs.push_back(run_of(outcome, kind));
  }
  return runs;
}

PresentHousehold household_over(const std::vector<HouseholdRun>& runs, double per_year) {
  std::vector<double> completed;
  for (const HouseholdRun& run : runs) completed.push_back(run.completed * per_year);
  return {estimate(completed),
          over_known(runs, &HouseholdRun::left_alone),
          over_known(runs, &HouseholdRun::matters),
          over_known(runs, &HouseholdRun::weeks),
          over_known(runs, &HouseholdRun::contacts),
          over_known(runs, &HouseholdRun::contact_persons),
          over_known(runs, &HouseholdRun::contradictions),
          over_known(runs, &HouseholdRun::unaware)};
}

}  // namespace veer::study
