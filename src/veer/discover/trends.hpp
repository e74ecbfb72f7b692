// SPDX-License-Identifier: EUPL-1.2
// What changed over the period of the records: cases coming in, and how long they take.
//
// Both are looked at by week and tested for one change of level (stats/change_point.hpp). Cases
// that began so late that they may still be running are left out of the second: they look short.
// Weeks in which the registration was hardly in use yet, or hardly any more, are left out of both.
#pragma once

#include <optional>
#include <span>

#include "veer/base/time.hpp"
#include "veer/discover/period.hpp"
#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

/// A level that differs before and after a day by more than chance gives.
struct LevelChange {
  Day day{};          ///< The Monday on which the new level begins.
  double before = 0;  ///< Level in the weeks before it.
  double after = 0;
  double p = 1;       ///< Probability by chance, at most the limit.

  friend bool operator==(const LevelChange&, const LevelChange&) = default;
};

struct Trends {
  std::size_t weeks = 0;                 ///< Whole weeks in which cases could come in.
  double arrivals_per_week = 0;          ///< Mean.
  /// Variance of the weeks over their mean: 1 when cases come in by pure chance at one rate. The
  /// index of dispersion, Cox & Lewis, The Statistical Analysis of Series of Events (1966).
  double dispersion = 0;
  std::optional<LevelChange> arrivals;   ///< Cases per week, mean.
  /// Days, median of the cases; tested by the medians of weeks of arrival.
  std::optional<LevelChange> elapsed;
  Intake intake;                         ///< All the rest is of cases that came in then.

  friend bool operator==(const Trends&, const Trends&) = default;
};

/// instances: ordered by case. Nothing is said (zeros) of fewer than ten whole weeks. O(n log n).
[[nodiscard]] Trends find_trends(std::span<const eventlog::Instance> instances);

}  // namespace veer::discover
