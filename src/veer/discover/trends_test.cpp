// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/trends.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "veer/discover/planted_log.hpp"
#include "veer/stats/draws.hpp"

namespace veer::discover {
namespace {

using test::at;

/// A year of cases that come in by pure chance; `rate` per day and elapsed days by day of arrival.
Trends planted(const std::function<double(int)>& rate, const std::function<double(int)>& elapsed,
               std::uint64_t seed) {
  const Draws draws(seed, 0);
  test::PlantedLog log;
  std::uint32_t n = 0;
  double arrival = 0;
  while (arrival < 364) {
    const auto u = [&](std::uint32_t k) { return draws.uniform(Purpose::split, n, k); };
    const int day = static_cast<int>(arrival);
    const Instant begin = at(0, 0) + from_days(arrival);
    const std::string name = std::to_string(n);
    log.add(name, "receive", "ann", begin);
    log.add(name, "decide", "bob", begin + from_days(-elapsed(day) * std::log(u(0))));
    arrival -= std::log(u(1)) / rate(day);
    ++n;
  }
  return find_trends(eventlog::instances(log.log));
}

TEST(Trends, OfStationaryRecordsAreNone) {
  int alarms = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Trends found = planted([](int) { return 3.0; }, [](int) { return 10.0; }, seed);
    alarms += found.arrivals.has_value() + found.elapsed.has_value();
    EXPECT_NEAR(found.dispersion, 1, 0.8);
    EXPECT_NEAR(found.arrivals_per_week, 21, 4);
  }
  EXPECT_LE(alarms, 3) << "of 80 series";
}

TEST(Trends, NameTheWeekInWhichMoreCasesCameAndTheyTookLonger) {
  const auto from_day = [](int change, double before, double after) {
    return [=](int day) { return day < change ? before : after; };
  };
  const Trends found = planted(from_day(210, 3, 6), from_day(140, 5, 15), 1);
  ASSERT_TRUE(found.arrivals.has_value());
  EXPECT_NEAR(found.arrivals->day - day_of(at(210, 0)), 0, 21);
  EXPECT_NEAR(found.arrivals->before, 21, 5);
  EXPECT_NEAR(found.arrivals->after, 42, 8);
  EXPECT_GT(found.dispersion, 2) << "two rates are more than chance";
  ASSERT_TRUE(found.elapsed.has_value());
  EXPECT_NEAR(found.elapsed->day - day_of(at(140, 0)), 0, 21);
  EXPECT_GT(found.elapsed->after, 2 * found.elapsed->before);
}

TEST(Trends, TakeTheStartingUpOfARegistrationForNoChange) {
  test::PlantedLog log;
  for (int week = 0; week < 90; ++week) {
    const int cases = week < 30 ? (week % 10 == 0 ? 1 : 0) : 5;
    for (int n = 0; n < cases; ++n) {
      const std::string name = std::to_string(week) + "-" + std::to_string(n);
      log.add(name, "receive", "ann", at(7 * week, 9));
      log.add(name, "decide", "bob", at(7 * week + (week < 30 ? 300 : 10), 9));
    }
  }
  const Trends found = find_trends(eventlog::instances(log.log));
  EXPECT_EQ(found.intake.from, day_of(at(7 * 30, 0)));
  EXPECT_EQ(found.intake.before, 3U);
  EXPECT_EQ(found.weeks, 59U) << "from the first week in use to the last but one";
  EXPECT_FALSE(found.arrivals.has_value());
  EXPECT_FALSE(found.elapsed.has_value());
  EXPECT_NEAR(found.arrivals_per_week, 5, 0.1);
}

TEST(Trends, OfElapsedTimeAreMediansOfCasesAndNotOfWeeks) {
  // In the first half ten cases of a day come in one week and one of 21 days in the next.
  test::PlantedLog log;
  for (int week = 0; week < 60; ++week) {
    const bool quiet = week % 2 == 1 || week >= 30;
    for (int n = 0; n < (quiet ? 1 : 10); ++n) {
      const std::string name = std::to_string(week) + "-" + std::to_string(n);
      const int takes = week >= 30 ? 30 : (quiet ? 21 : 1);
      log.add(name, "receive", "ann", at(7 * week, 9));
      log.add(name, "decide", "bob", at(7 * week + takes, 9));
    }
  }
  const Trends found = find_trends(eventlog::instances(log.log));
  ASSERT_TRUE(found.elapsed.has_value());
  EXPECT_DOUBLE_EQ(found.elapsed->before, 1);
  EXPECT_DOUBLE_EQ(found.elapsed->after, 30);
}

TEST(Trends, OfAFewWeeksAreNotTold) {
  test::PlantedLog log;
  for (int day = 0; day < 60; ++day) log.add(std::to_string(day), "a", "ann", at(day, 9));
  const Trends found = find_trends(eventlog::instances(log.log));
  EXPECT_EQ(found.weeks, 0U);
  EXPECT_FALSE(found.arrivals || found.elapsed);
  EXPECT_EQ(find_trends({}), Trends{});
}

}  // namespace
}  // namespace veer::discover
