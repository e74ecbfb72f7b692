// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/period.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;

/// Four activities a day for 400 days, and then whatever the test adds.
test::PlantedLog daily() {
  test::PlantedLog log;
  for (int day = 0; day < 400; ++day) {
    for (int n = 0; n < 4; ++n) log.add(std::to_string(day), "decide", "ann", at(day, 9 + n));
  }
  return log;
}

TEST(Period, OfRecordsEndsBeforeAStampMonthsAfterTheRest) {
  test::PlantedLog log = daily();
  log.add("late", "correct", "bob", at(550, 10));
  const Period found = find_period(eventlog::instances(log.log));
  EXPECT_EQ(found.first, at(0, 9));
  EXPECT_EQ(found.last, at(399, 12));
  EXPECT_EQ(found.latest, at(550, 10));
  EXPECT_EQ(found.after, 1U);
  EXPECT_EQ(found.before, 0U);
}

TEST(Period, OfRecordsBeginsAfterAStampOfAWrongYear) {
  test::PlantedLog log = daily();
  log.add("early", "receive", "bob", at(-36500, 10));
  const Period found = find_period(eventlog::instances(log.log));
  EXPECT_EQ(found.first, at(0, 9));
  EXPECT_EQ(found.earliest, at(-36500, 10));
  EXPECT_EQ(found.before, 1U);
}

TEST(Period, IsTheWholeOfRecordsWithAPauseOrWithMoreThanAFewStampsApart) {
  test::PlantedLog few = daily();
  for (int n = 0; n < 2; ++n) few.add("late", "correct", "bob", at(550, 10 + n));
  EXPECT_EQ(find_period(eventlog::instances(few.log)).last, at(550, 11)) << "2 of 1,602";
  test::PlantedLog soon = daily();
  soon.add("late", "correct", "bob", at(450, 10));
  EXPECT_EQ(find_period(eventlog::instances(soon.log)).last, at(450, 10)) << "51 days";
}

std::vector<Day> weekly(std::initializer_list<std::pair<int, int>> weeks_of_cases) {
  std::vector<Day> days;
  int week = 0;
  for (const auto& [weeks, cases] : weeks_of_cases) {
    for (int w = 0; w < weeks; ++w, ++week) {
      for (int n = 0; n < cases; ++n) days.push_back(day_of(at(7 * week + n % 5, 0)));
    }
  }
  return days;
}

TEST(Intake, LeavesOutTheStartingUpAndTheRunningOutOfARegistration) {
  std::vector<Day> days = weekly({{30, 0}, {60, 8}, {30, 0}});
  days.insert(days.begin(), day_of(at(1, 0)));
  days.push_back(day_of(at(7 * 119, 0)));
  const Intake found = find_intake(days);
  EXPECT_EQ(found.from, day_of(at(7 * 30, 0)));
  EXPECT_EQ(found.until, day_of(at(7 * 90, 0)));
  EXPECT_EQ(found.before, 1U);
  EXPECT_EQ(found.after, 1U);
  EXPECT_EQ(within(days, found).size(), 480U);
}

TEST(Intake, KeepsWorkThatGrewOrShrank) {
  const std::vector<Day> days = weekly({{40, 2}, {40, 10}});
  const Intake found = find_intake(days);
  EXPECT_EQ(found.from, days.front());
  EXPECT_EQ(found.until, days.back() + 1);
}

TEST(Intake, OfOneCaseIsItsDay) {
  const Day day = day_of(at(3, 0));
  EXPECT_EQ(find_intake({day}), (Intake{day, day + 1, 0, 0}));
}

}  // namespace
}  // namespace veer::discover
