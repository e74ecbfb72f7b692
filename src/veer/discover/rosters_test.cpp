// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/rosters.hpp"

#include <gtest/gtest.h>

#include <string>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;
using test::PlantedLog;

TEST(Rosters, HoursAndWeekdaysComeFromTheStamps) {
  PlantedLog planted;
  for (int week = 0; week < 10; ++week) {
    for (const int day : {1, 2, 3}) {
      for (int hour = 10; hour < 16; ++hour) {
        for (const int minute : {10, 40}) {
          planted.add(std::to_string(week * 7 + day), "check", "ann",
                      at(week * 7 + day, hour, minute));
        }
      }
    }
  }
  planted.add("x", "check", "bob", at(0, 3));
  // Eve registers every five minutes, but never between 12:30 and 13:00.
  for (int day = 0; day < 12; ++day) {
    for (int minute = 0; minute < 8 * 60; minute += 5) {
      if (minute >= 210 && minute < 240) continue;
      planted.add("e" + std::to_string(day), "check", "eve", at(day, 9, minute));
    }
  }
  const auto rosters = learn_rosters(planted.log, eventlog::instances(planted.log));
  EXPECT_EQ(rosters.learned, 2U);
  const auto& ann = rosters.of_person[planted.log.persons.find("ann")];
  EXPECT_TRUE(ann.days[0].empty());
  ASSERT_EQ(ann.days[1].size(), 1U);
  EXPECT_EQ(ann.days[1][0].from, Duration(std::chrono::hours(10)));
  EXPECT_EQ(ann.days[1][0].to, Duration(std::chrono::hours(16)));
  EXPECT_EQ(rosters.of_person[planted.log.persons.find("bob")], calendar::office_week());
  const auto& eve = rosters.of_person[planted.log.persons.find("eve")];
  ASSERT_EQ(eve.days[0].size(), 2U) << "before and after lunch";
  EXPECT_EQ(eve.days[0][0].to, Duration(std::chrono::minutes(12 * 60 + 30)));
  EXPECT_EQ(eve.days[0][1].from, Duration(std::chrono::hours(13)));
}

}  // namespace
}  // namespace veer::discover
