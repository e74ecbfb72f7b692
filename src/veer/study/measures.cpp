// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/measures.hpp"

#include <algorithm>
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

const MeasureInfo& info(Measure measure) { return infos[static_cast<std::size_t>(measure)]; }

RunMeasures measure(const sim::Outcome& outcome, double weeks) {
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
  std::vector<double> elapsed;
  elapsed.reserve(outcome.cases.size());
  for (const sim::CaseOutcome& one : outcome.cases) {
    within_term.add(one.within_legal_term);
    within_norm.add(one.within_service_norm);
    effort += one.effort;
    handovers += one.handovers;
    elapsed.push_back(days(one.elapsed()));
    run.ledger += one.ledger;
    withdrawn.add(one.withdrawn);
    if (!one.finished && one.withdrawn != true) ++run.unfinished;
  }
  run.cases = static_cast<std::int64_t>(outcome.cases.size());
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
  const sim::DecisionCount decisions = all_decisions(outcome);
  const auto taken = static_cast<double>(decisions.taken);
  set(Measure::decision_wait_days, ratio(days(decisions.waited), taken));
  set(Measure::withdrawn, withdrawn.value());
  set(Measure::wrong_decisions,
      ratio(static_cast<double>(decisions.wrongly_refused + decisions.wrongly_granted), taken));
  return run;
}

}  // namespace veer::study
