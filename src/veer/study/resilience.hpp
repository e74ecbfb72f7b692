// SPDX-License-Identifier: EUPL-1.2
// How a design bears a shock: Q(t) against its own run without the shock.
//
// Q of a week of arrival = 100 x mean elapsed time without the shock / mean elapsed time with it,
// over the cases that exist in both runs (same case type and number; a shock's extra cases have no
// twin). 100: the shock cost citizens nothing; 50: it doubled their time. Weeks with fewer than
// five such cases are merged with the weeks that follow (the last group: with the one before).
// Source: reference/mechanisms.md 3 (Bruneau 2003, robustness and loss); judgement: 95 and 4 weeks.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "veer/sim/replication.hpp"
#include "veer/study/estimate.hpp"

namespace veer::study {

// Judgement: recovered when back at 95 % of the performance without the shock, for four weeks.
inline constexpr double recovered_at = 95;
inline constexpr std::int32_t recovered_weeks = 4;
// Exact: the least number of cases of a shown group (DESIGN law 6).
inline constexpr std::int64_t least_cases = 5;

/// Q of each week of the measured window, %. Empty when fewer than five cases are paired. Cases
/// without elapsed time in both runs count as 100. O(cases).
[[nodiscard]] std::vector<double> quality_by_week(const sim::Outcome& without,
                                                  const sim::Outcome& with, Instant measured_from,
                                                  std::int32_t weeks);

/// One replication's answer to a shock.
struct Resilience {
  double depth = 0;   ///< 100 - least Q, at least 0; %.
  double loss = 0;    ///< Sum over all weeks of 100 - Q, % x weeks; below 0: the shock relieves.
  /// Weeks from the start of the shock to the first week, at or after the first dip below 95,
  /// from which Q >= 95 for four weeks in a row; 0 when Q never dips. Nothing: not recovered within
  /// the measured window.
  std::optional<double> recovery_weeks;
  friend bool operator==(const Resilience&, const Resilience&) = default;
};

/// quality: one value per week, not empty. shock_week: first week of the shock (>= 0).
[[nodiscard]] Resilience resilience(const std::vector<double>& quality, std::int32_t shock_week);

/// Over all runs of one design.
struct ResilienceSummary {
  std::vector<Estimate> quality;     ///< By week of arrival.
  Estimate depth;
  Estimate loss;
  Estimate recovery_weeks;           ///< Over the runs that recovered.
  std::size_t runs = 0;
  std::size_t not_recovered = 0;     ///< Runs not recovered within the measured window.
  friend bool operator==(const ResilienceSummary&, const ResilienceSummary&) = default;
};

/// qualities: one series per run, all of one length; runs with an empty series are left out.
[[nodiscard]] ResilienceSummary summarise(const std::vector<std::vector<double>>& qualities,
                                          const std::vector<std::int32_t>& shock_weeks);

}  // namespace veer::study
