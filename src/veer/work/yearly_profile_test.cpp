// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/yearly_profile.hpp"

#include <gtest/gtest.h>

namespace veer::work {
namespace {

Day date(int year, unsigned month, unsigned day) { return *day_from_date(year, month, day); }

constexpr YearlyProfile busy_june = {1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 0};

TEST(YearlyProfile, LeavesTheMeanOfAYearAsItIs) {
  // Four years with one leap day are four mean years.
  EXPECT_NEAR(mean_days(busy_june, date(2024, 1, 1), date(2028, 1, 1)), 4 * 365.25, 1e-9);
}

TEST(YearlyProfile, CountsDaysByTheirMonth) {
  // 365.25 - 31 (December) + 2 x 30 (June) parts of a day each.
  const double part = 365.25 / 394.25;
  EXPECT_NEAR(mean_days(busy_june, date(2025, 5, 30), date(2025, 6, 2)), (2 + 3) * part, 1e-12);
  EXPECT_EQ(mean_days(busy_june, date(2025, 12, 1), date(2025, 12, 31)), 0);
  EXPECT_NEAR(mean_days(busy_june, date(2025, 12, 31), date(2026, 1, 2)), part, 1e-12);
  EXPECT_EQ(mean_days({}, date(2025, 5, 30), date(2025, 6, 2)), 3);
}

}  // namespace
}  // namespace veer::work
