// SPDX-License-Identifier: EUPL-1.2
// Do cases come in more in some months of the year, and on some days of the week, than by chance?
//
// Months: their arrivals a day, in the newest whole years of the records, held against the mean of
// their own year after a straight trend is taken out (its slope is the mean change over twelve
// months, which no season moves). Days: arrivals on Monday to Friday in whole weeks without a
// public holiday. Both are tested by Fisher's F of the two-way layout with years or weeks as blocks
// (Fisher, Statistical Methods for Research Workers, 1925): do months differ more than the same
// month does between years? A season is only looked for in two whole years or more: one year shows
// no repetition.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

/// How many times the mean, with a 95 % interval (two-way layout, Student's t of the residuals).
struct Factor {
  double value = 1;
  double low = 1;
  double high = 1;

  friend bool operator==(const Factor&, const Factor&) = default;
};

struct Rhythm {
  std::size_t blocks = 0;       ///< Whole years, or weeks.
  std::vector<Factor> factors;  ///< January to December, or Monday to Friday; dimensionless.
  double p = 1;                 ///< Probability by chance.

  /// More than chance gives: one false alarm in a hundred.
  [[nodiscard]] bool found() const;
  friend bool operator==(const Rhythm&, const Rhythm&) = default;
};

struct Seasons {
  std::size_t whole_months = 0;   ///< In the records.
  std::optional<Rhythm> months;   ///< Nothing: under two whole years.
  std::optional<Rhythm> weekdays; ///< Nothing: under ten such weeks.
  double weekend_share = 0;       ///< Of all arrivals.
  /// Probability that the weeks differ as much as they do when cases come in by pure chance at one
  /// rate (stats/count_tests.hpp); 1 without ten whole weeks.
  double dispersion_p = 1;

  friend bool operator==(const Seasons&, const Seasons&) = default;
};

/// The months of the newest whole years; arrivals: the day of each case, ascending. Nothing under
/// two whole years, or with a year without arrivals. O(months log n).
[[nodiscard]] std::optional<Rhythm> find_months(const std::vector<Day>& arrivals);

/// instances: ordered by case; a case comes in with the start of its first activity. Only cases
/// that came in while the registration was in use count (find_intake). O(n log n).
[[nodiscard]] Seasons find_seasons(std::span<const eventlog::Instance> instances);

}  // namespace veer::discover
