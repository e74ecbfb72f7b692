// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/holidays.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace veer::calendar {
namespace {

std::string listed(const std::vector<Day>& days) {
  std::string text;
  for (const Day day : days) text += to_iso(day) + ' ';
  return text;
}

TEST(EasterSunday, FallsOnTheDatesOfTheAlmanac) {
  // Source: published tables of Easter dates (almanacs), the earliest and latest possible included.
  for (const char* known : {"1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20",
                            "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21"}) {
    EXPECT_EQ(to_iso(easter_sunday(std::stoi(known))), known);
  }
}

TEST(LegalHolidays, AreThoseOfTheAlgemeneTermijnenwet) {
  EXPECT_EQ(listed(legal_holidays(2024, 2024)),
            "2024-01-01 2024-03-29 2024-04-01 2024-04-27 2024-05-05 2024-05-09 2024-05-20 "
            "2024-12-25 2024-12-26 ");
  EXPECT_EQ(listed(legal_holidays(2026, 2026)),
            "2026-01-01 2026-04-03 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-25 "
            "2026-12-25 2026-12-26 ");
}

TEST(OfficeHolidays, LeaveGoodFridayAndMostFifthsOfMayOpen) {
  EXPECT_EQ(listed(office_holidays(2024, 2030)),
            "2024-01-01 2024-04-01 2024-04-27 2024-05-09 2024-05-20 2024-12-25 2024-12-26 "
            "2025-01-01 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-09 2025-12-25 "
            "2025-12-26 "
            "2026-01-01 2026-04-06 2026-04-27 2026-05-14 2026-05-25 2026-12-25 2026-12-26 "
            "2027-01-01 2027-03-29 2027-04-27 2027-05-06 2027-05-17 2027-12-25 2027-12-26 "
            "2028-01-01 2028-04-17 2028-04-27 2028-05-25 2028-06-05 2028-12-25 2028-12-26 "
            "2029-01-01 2029-04-02 2029-04-27 2029-05-10 2029-05-21 2029-12-25 2029-12-26 "
            "2030-01-01 2030-04-22 2030-04-27 2030-05-05 2030-05-30 2030-06-10 2030-12-25 "
            "2030-12-26 ");
}

TEST(OfficeHolidays, KnowQueensDayOfOlderRecords) {
  // 30 April 2006 was a Sunday: celebrated on Saturday the 29th.
  const auto days = office_holidays(2006, 2013);
  const auto holds = [&days](int year, unsigned month, unsigned day) {
    return std::binary_search(days.begin(), days.end(), *day_from_date(year, month, day));
  };
  EXPECT_TRUE(holds(2006, 4, 29));
  EXPECT_FALSE(holds(2006, 4, 30));
  EXPECT_TRUE(holds(2013, 4, 30));
  EXPECT_FALSE(holds(2013, 4, 27));
}

TEST(LegalHolidays, CountADayOnceOnWhichTwoFall) {
  // Ascension Day 2016 was 5 May.
  EXPECT_EQ(legal_holidays(2016, 2016).size(), 8U);
}

}  // namespace
}  // namespace veer::calendar
