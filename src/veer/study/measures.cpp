// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/stats/summary.hpp"

namespace veer::study {
namespace {

constexpr MeasureInfo infos[] = {
#define VEER_MEASURE_INFO(name, unit, better, definition) {#name, unit, Better::better, definition},
    VEER_MEASURES(VEER_MEASURE_INFO)
#undef VEER_MEASURE_INFO
};

/// Counts yes among those that say anything.
class Share {
 public:
  void add(const std::optional<bool>& answer) {
    if (!answer) return;
    ++all_;
    if (*answer) ++yes_;
  }
  [[nodiscard]] double value() const {
    if (all_ == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(yes_) / static_cast<double>(all_);
  }

 private:
  std::int64_t all_ = 0;
  std::int64_t yes_ = 0;
};

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

/// The mean of what was counted; NaN when nothing was.
class Mean {
 public:
  void add(double value) {
    sum_ += value;
    ++count_;
  }
  [[nodiscard]] double value() const {
    return count_ > 0 ? sum_ / count_ : std::numeric_limits<double>::quiet_NaN();
  }

 private:
  double sum_ = 0;
  int count_ = 0;
};

sim::DecisionCount all_decisions(const sim::Outcome& outcome) {
  sim::DecisionCount all;
  for (const sim::DecisionCount& count : outcome.decisions) {
    all.taken += count.taken;
    all.waited += count.waited;
    all.wrongly_refused += count.wrongly_refused;
    all.wrongly_granted += count.wrongly_granted;
  }
  return all;
}

}  // namespace

double days_late(const sim::OpgaveOutcome& opgave) {
  return days(opgave.ended - start_of(opgave.due + 1));
}

double quality(const sim::OpgaveOutcome& opgave) {
  if (opgave.exceptions == 0) return 1;
  return 1 - static_cast<double>(opgave.ignored) / static_cast<double>(opgave.exceptions);
}

const MeasureInfo& info(Measure measure) { return infos[static_cast<std::size_t>(measure)]; }

RunMeasures measure(const sim::Outcome& outcome, double weeks,
                    const std::optional<Costs>& costs) {
  VEER_EXPECT(weeks > 0);
  RunMeasures run;
  const auto set = [&run](Measure m, double value) {
    run.values[static_cast<std::size_t>(m)] = value;
  };
  Share within_term;
  Share within_norm;
  Share withdrawn;
  Effort effort;
  std::int64_t handovers = 0;
  std::int64_t contacts = 0;
  std::int64_t contact_persons = 0;
  std::vector<double> elapsed;
  elapsed.reserve(outcome.cases.size());
  Mean proposal_days;
  for (const sim::CaseOutcome& one : outcome.cases) {
    if (one.proposal) {
      proposal_days.add(days(one.elapsed()));
      continue;
    }
    ++run.cases;
    within_term.add(one.within_legal_term);
    within_norm.add(one.within_service_norm);
    effort += one.effort;
    handovers += one.handovers;
    contacts += one.contacts;
    contact_persons += one.contact_persons;
    elapsed.push_back(days(one.elapsed()));
    run.ledger += one.ledger;
    withdrawn.add(one.withdrawn);
    if (!one.finished && one.withdrawn != true) ++run.unfinished;
  }
  const auto cases = static_cast<double>(run.cases);
  std::sort(elapsed.begin(), elapsed.end());
  const auto elapsed_at = [&elapsed](double share) {
    return elapsed.empty() ? 0 : quantile_of_sorted(elapsed, share);
  };
  set(Measure::within_legal_term, within_term.value());
  set(Measure::within_service_norm, within_norm.value());
  set(Measure::elapsed_median_days, elapsed_at(0.5));
  set(Measure::elapsed_p90_days, elapsed_at(0.9));
  set(Measure::elapsed_mean_days, ratio(days(run.ledger.total()), cases));
  set(Measure::effort_hours_per_case, ratio(effort.hours(), cases));
  set(Measure::meeting_hours_per_week, outcome.hours.meetings.hours() / weeks);
  set(Measure::decision_hours_per_week, outcome.hours.decisions.hours() / weeks);
  const Effort present = outcome.hours.paid - outcome.hours.absent;
  set(Measure::load, ratio((present - outcome.hours.idle).hours(), present.hours()));
  set(Measure::handovers_per_case, ratio(static_cast<double>(handovers), cases));
  set(Measure::contacts_per_case, ratio(static_cast<double>(contacts), cases));
  set(Measure::contact_persons_per_case, ratio(static_cast<double>(contact_persons), cases));
  Mean of_household;
  Mean persons_of_household;
  Mean contradictions;
  for (const sim::HouseholdOutcome& household : outcome.households.measured) {
    of_household.add(household.contacts);
    persons_of_household.add(household.contact_persons);
    contradictions.add(100.0 * household.contradictions);
  }
  set(Measure::contacts_per_household, of_household.value());
  set(Measure::contact_persons_per_household, persons_of_household.value());
  set(Measure::contradictions_per_100_households, contradictions.value());
  const sim::DecisionCount decisions = all_decisions(outcome);
  const auto taken = static_cast<double>(decisions.taken);
  set(Measure::decision_wait_days, ratio(days(decisions.waited), taken));
  set(Measure::withdrawn, withdrawn.value());
  set(Measure::proposal_days, proposal_days.value());
  Mean goal;
  Mean late;
  double failures = 0;
  double ignored = 0;
  for (const sim::OpgaveOutcome& opgave : outcome.opgaven) {
    if (!opgave.begun) continue;
    goal.add(opgave.goal_by_due);
    late.add(days_late(opgave));
    failures += opgave.exceptions;
    ignored += opgave.ignored;
  }
  set(Measure::opgave_goal_by_due, goal.value());
  const double handled = failures > 0 ? 1 - ignored / failures : 1;
  set(Measure::opgave_quality, std::isnan(goal.value()) ? goal.value() : handled);
  set(Measure::opgave_days_late, late.value());
  set(Measure::wrong_decisions,
      ratio(static_cast<double>(decisions.wrongly_refused + decisions.wrongly_granted), taken));
  const auto set_euros = [&](Measure m, bool known, Money amount) {
    set(m, known ? amount.euros() : std::numeric_limits<double>::quiet_NaN());
  };
  const Costs euros = costs.value_or(Costs{});
  set_euros(Measure::costs, euros.whole_staff, euros.total());
  set_euros(Measure::salaries, euros.whole_staff, euros[CostKind::salaries]);
  set_euros(Measure::hire, euros.whole_staff, euros[CostKind::hire]);
  set_euros(Measure::partners, euros.whole_staff, euros[CostKind::partners]);
  set_euros(Measure::penalties, euros.may_owe_penalties, euros[CostKind::penalties]);
  return run;
}

}  // namespace veer::study
