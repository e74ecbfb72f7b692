// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/clock.hpp"

#include <gtest/gtest.h>

#include "veer/stats/draws.hpp"

namespace veer::calendar {
namespace {

TEST(Clock, SaysWhatTheWorkingTimeSaysAtAnyMomentInAnyOrder) {
  const Day first = *day_from_date(2024, 3, 4);
  const std::vector<Day> closed = {first + 4};
  const std::vector<Block> meetings = {
      {start_of(first + 1) + std::chrono::hours(9), start_of(first + 1) + std::chrono::hours(10)},
      {start_of(first + 8), start_of(first + 10)}};
  const WorkingTime time(office_week(), first, first + 20, closed, meetings);
  Clock clock(time);
  const Draws draws(5, 0);
  Instant t = start_of(first - 2);
  for (std::uint32_t i = 0; i < 3000; ++i) {
    // Mostly forwards by minutes; now and then a leap to any day, before and after the span too.
    const double u = draws.uniform(Purpose::arrival, 0, i);
    t = u < 0.05 ? start_of(first - 3) + from_hours(u * 20 * 26 * 24) : t + from_hours(u / 2);
    const Effort effort = Effort::minutes(draws.uniform(Purpose::effort, 0, i) * 600 - 10);
    ASSERT_EQ(clock.before(t), time.before(t)) << to_iso(t);
    ASSERT_EQ(clock.next_open(t), time.next_open(t)) << to_iso(t);
    ASSERT_EQ(clock.finish(t, effort), time.finish(t, effort)) << to_iso(t);
  }
}

TEST(Clock, KnowsThatNobodyWorksAtTheEndOfTime) {
  const Day first = *day_from_date(2024, 3, 4);
  const WorkingTime time(office_week(), first, first);
  Clock clock(time);
  EXPECT_EQ(clock.next_open(WorkingTime::end_of_time()), WorkingTime::end_of_time());
  EXPECT_EQ(clock.before(WorkingTime::end_of_time()), std::chrono::hours(8));
}

}  // namespace
}  // namespace veer::calendar
