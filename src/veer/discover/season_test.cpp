// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/season.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "veer/stats/draws.hpp"

namespace veer::discover {
namespace {

/// Cases that come in by pure chance from 1 January 2020 on, `rate(day)` a day.
Seasons planted(int days, const std::function<double(Day)>& rate, std::uint64_t seed) {
  const Draws draws(seed, 0);
  const Day first = *day_from_date(2020, 1, 1);
  std::vector<eventlog::Instance> instances;
  std::uint32_t n = 0;
  double arrival = 0;
  while (arrival < days) {
    const Day day = first + static_cast<int>(arrival);
    // Thinned from ten a day: rates below that.
    if (draws.uniform(Purpose::split, n, 0) < rate(day) / 10) {
      eventlog::Instance one;
      one.case_id = eventlog::CaseId(instances.size());
      one.start = one.end = start_of(first) + from_days(arrival);
      instances.push_back(one);
    }
    arrival -= std::log(draws.uniform(Purpose::split, n, 1)) / 10;
    ++n;
  }
  return find_seasons(instances);
}

double high_in_june(Day day) { return date_of(day).month == 6 ? 6.0 : 3.0; }

TEST(Seasons, OfArrivalsByPureChanceAreNone) {
  int alarms = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Seasons found = planted(1500, [](Day) { return 3.0; }, seed);
    alarms += found.months->found() + found.weekdays->found() + (found.dispersion_p < 0.01);
  }
  EXPECT_LE(alarms, 4) << "of 120 tests at one in a hundred";
}

TEST(Seasons, OfSteadyGrowthAreNone) {
  int alarms = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Day first = *day_from_date(2020, 1, 1);
    const auto growing = [first](Day day) { return 2 + (day - first) * 0.004; };
    alarms += planted(1500, growing, seed).months->found();
  }
  EXPECT_LE(alarms, 1);
}

TEST(Seasons, NameTheMonthThatIsBusy) {
  const Seasons found = planted(1500, high_in_june, 1);
  ASSERT_TRUE(found.months.has_value());
  EXPECT_EQ(found.months->blocks, 4U);
  EXPECT_TRUE(found.months->found());
  // 6 a day in one month of twelve and 3 in the others: 6 / 3.25.
  EXPECT_NEAR(found.months->factors[5].value, 1.85, 0.15);
  EXPECT_LT(found.months->factors[5].low, 1.85);
  EXPECT_GT(found.months->factors[5].low, 1.5);
  EXPECT_LT(found.months->factors[0].high, 1.2);
  EXPECT_LT(found.dispersion_p, 0.01);
}

TEST(Seasons, HoldThePlantedFactorsInTheirIntervals) {
  const std::vector<double> planted_months = {3, 5, 4, 3, 3, 3, 2, 1, 3, 3, 3, 3};
  const double level = 36 / 12.0;
  std::size_t inside = 0;
  constexpr std::size_t worlds = 25;
  for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
    const auto rate = [&](Day day) { return planted_months[date_of(day).month - 1]; };
    const Seasons found = planted(6 * 365 + 40, rate, seed);
    ASSERT_TRUE(found.months->found());
    for (std::size_t month = 0; month < 12; ++month) {
      const Factor& factor = found.months->factors[month];
      const double is = planted_months[month] / level;
      inside += factor.low <= is && is <= factor.high;
    }
  }
  // One spread for all months, so busy ones lie out more often and quiet ones less: 95 % in all.
  EXPECT_NEAR(static_cast<double>(inside) / (12.0 * worlds), 0.95, 0.04);
}

TEST(Seasons, AreNotLookedForInLessThanTwoWholeYears) {
  const Seasons found = planted(700, high_in_june, 1);
  EXPECT_EQ(found.whole_months, 21U) << "without the first and the last";
  EXPECT_FALSE(found.months.has_value());
  EXPECT_EQ(find_seasons({}), Seasons{});
}

TEST(Seasons, NameTheBusyDayOfTheWeek) {
  const auto busy_monday = [](Day day) {
    return weekday_of(day) >= Weekday::saturday   ? 0.0
           : weekday_of(day) == Weekday::monday ? 6.0
                                                : 3.0;
  };
  const Seasons found = planted(700, busy_monday, 1);
  ASSERT_TRUE(found.weekdays.has_value());
  EXPECT_TRUE(found.weekdays->found());
  EXPECT_NEAR(found.weekdays->factors[0].value, 6 / 3.6, 0.15);
  EXPECT_EQ(found.weekend_share, 0);
}

}  // namespace
}  // namespace veer::discover
