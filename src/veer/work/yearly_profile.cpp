// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/yearly_profile.hpp"

#include <algorithm>

#include "veer/base/error.hpp"

namespace veer::work {
namespace {

// Exact: days of the months in the mean of four years.
constexpr double month_days[] = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
// Exact: their sum, the days of the year of Arrivals::per_year.
constexpr double days_per_year = 365.25;

}  // namespace

YearlyProfile month_factors(const YearlyProfile& profile) {
  double sum = 0;
  for (std::size_t month = 0; month < profile.size(); ++month) {
    sum += profile[month] * month_days[month];
  }
  VEER_EXPECT(sum > 0);
  YearlyProfile factors = profile;
  for (double& factor : factors) factor *= days_per_year / sum;
  return factors;
}

double mean_days(const std::optional<YearlyProfile>& profile, Day from, Day to) {
  if (!profile) return to - from;
  const YearlyProfile factors = month_factors(*profile);
  double result = 0;
  while (from < to) {
    const Day end = std::min(to, next_month(from));
    result += factors[date_of(from).month - 1] * (end - from);
    from = end;
  }
  return result;
}

Day next_month(Day day) {
  const Date date = date_of(day);
  const bool last = date.month == 12;
  return *day_from_date(last ? date.year + 1 : date.year, last ? 1 : date.month + 1, 1);
}

}  // namespace veer::work
