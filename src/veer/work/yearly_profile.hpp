// SPDX-License-Identifier: EUPL-1.2
// How the rate of arrivals differs between the months of a year.
#pragma once

#include <array>
#include <optional>

#include "veer/base/time.hpp"

namespace veer::work {

/// Relative rate of arrivals a day in each month, January first, dimensionless; any scale, none
/// below zero, not all zero.
using YearlyProfile = std::array<double, 12>;

/// The same as factors on the mean of a year of 365.25 days (February has 28.25): a mean year's
/// arrivals stay what they are.
[[nodiscard]] YearlyProfile month_factors(const YearlyProfile& profile);

/// Days from `from` to before `to`, each counted with the factor of its month; without a profile
/// all alike. Cases a year / 365.25 times this is what the days are expected to bring, apart from
/// the days of the week. O(months).
[[nodiscard]] double mean_days(const std::optional<YearlyProfile>& profile, Day from, Day to);

/// The first day of the month after that of the day.
[[nodiscard]] Day next_month(Day day);

}  // namespace veer::work
