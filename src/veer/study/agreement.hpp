// SPDX-License-Identifier: EUPL-1.2
// Does the simulated as-is agree with the records it came from?
//
// The elapsed time of cases, first to last event as the records measure it, is compared as a
// distribution: the 1-Wasserstein distance between the simulated and the recorded cases must lie
// below what resampling the records alone gives in 95 % of the cases, and the simulated mean,
// median and 90th percentile within the bootstrap interval of the recorded ones. Agreement is shown
// before any design is compared: it says that Veer imitates the present organisation, not that it
// predicts another one.
//
// Source: bootstrap percentile intervals, Efron & Tibshirani (1993), ch. 13.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "veer/sim/replication.hpp"
#include "veer/stats/summary.hpp"
#include "veer/study/subject.hpp"

namespace veer::study {

/// The 1-Wasserstein distance between two samples: the area between their distribution functions,
/// in the unit of the values. Both ordered, not empty. O(a + b).
[[nodiscard]] double wasserstein_distance(const std::vector<double>& a,
                                          const std::vector<double>& b);

/// One figure of the records with its 95 % bootstrap interval, and the simulated one.
struct ComparedFigure {
  double recorded = 0;
  double low = 0;
  double high = 0;
  double simulated = 0;
  [[nodiscard]] bool agrees() const { return low <= simulated && simulated <= high; }
  friend bool operator==(const ComparedFigure&, const ComparedFigure&) = default;
};

struct Agreement {
  ComparedFigure mean_days;
  ComparedFigure median_days;
  ComparedFigure p90_days;
  double distance_days = 0;        ///< Wasserstein, simulated against recorded.
  double distance_limit_days = 0;  ///< 95th percentile, resampled records against the records.
  std::size_t recorded_cases = 0;
  std::size_t simulated_cases = 0;
  /// The distribution as a whole lies within what resampling the records gives.
  [[nodiscard]] bool distribution_agrees() const { return distance_days <= distance_limit_days; }
  /// So does each of the three figures.
  [[nodiscard]] bool figures_agree() const {
    return mean_days.agrees() && median_days.agrees() && p90_days.agrees();
  }
  [[nodiscard]] bool holds() const { return distribution_agrees() && figures_agree(); }
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

/// What resampling the records says about them: computed once, compared with often.
struct RecordedElapsed {
  std::vector<double> days;     ///< Ordered.
  Bounds mean;                  ///< 95 % bootstrap intervals.
  Bounds median;
  Bounds p90;
  double distance_limit = 0;    ///< 95th percentile of resample against records.
};

/// Elapsed times in days, not empty, in any order. O(resamples * n).
[[nodiscard]] RecordedElapsed resample_elapsed(std::vector<double> recorded, std::uint64_t seed,
                                               int resamples = 1000);

/// simulated: days, not empty, in any order. O(n log n).
[[nodiscard]] Agreement compare_elapsed(const RecordedElapsed& recorded,
                                        std::vector<double> simulated);

/// A measured case and its time as the records would show it.
struct MeasuredCase {
  const sim::CaseOutcome* outcome;
  double elapsed_days;  ///< First to last event; of an unfinished case: to the end of the run.
};

/// Every measured case with events, in the outcome's order; refers to the outcome, which
/// must hold recorded events.
[[nodiscard]] std::vector<MeasuredCase> elapsed_as_recorded(const sim::Outcome& outcome,
                                                            bool starts_recorded);

}  // namespace veer::study
