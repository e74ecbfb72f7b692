// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/time.hpp"

#include <gtest/gtest.h>

namespace veer {
namespace {

std::string read(std::string_view text, TimeZone zone = TimeZone::netherlands) {
  const auto instant = parse_iso_instant(text, zone);
  return instant ? to_iso(*instant) : "nothing";
}

TEST(Instant, OfARecordInDutchTimeIsTheClockOnTheWall) {
  EXPECT_EQ(read("2011-10-11T13:45:40.276+02:00"), "2011-10-11T13:45:40.276000");
  EXPECT_EQ(read("2011-12-06T00:00:00+01:00"), "2011-12-06T00:00:00");
}

TEST(Instant, OfARecordInUtcMovesToDutchTime) {
  EXPECT_EQ(read("2024-01-15T08:00:00Z"), "2024-01-15T09:00:00");
  EXPECT_EQ(read("2024-07-15T08:00:00Z"), "2024-07-15T10:00:00");
  // Summer time 2024 ran from 31 March 01:00 UTC to 27 October 01:00 UTC.
  EXPECT_EQ(read("2024-03-31T00:59:59Z"), "2024-03-31T01:59:59");
  EXPECT_EQ(read("2024-03-31T01:00:00Z"), "2024-03-31T03:00:00");
  EXPECT_EQ(read("2024-10-27T00:59:59Z"), "2024-10-27T02:59:59");
  EXPECT_EQ(read("2024-10-27T01:00:00Z"), "2024-10-27T02:00:00");
}

TEST(Instant, CanBeReadInUtcOrAsWritten) {
  EXPECT_EQ(read("2006-11-07T10:30:00+02:00", TimeZone::utc), "2006-11-07T08:30:00");
  EXPECT_EQ(read("2006-11-07T10:30:00+02:00", TimeZone::as_written), "2006-11-07T10:30:00");
}

TEST(Instant, IsNotMadeFromWhatIsNoDate) {
  for (const char* text : {"", "2023-02-29", "2023-13-01", "11-10-2011", "2023-01-01T25:00",
                           "2023-01-01T10:00:00+99:00", "2023-01-01T10:00:00 nonsense", "2023-1-1",
                           "2023-01-01T10:00:00."}) {
    EXPECT_EQ(read(text), "nothing") << text;
  }
}

TEST(Day, KnowsItsWeekdayAlsoBefore1970) {
  EXPECT_EQ(weekday_of(*day_from_date(2026, 11, 23)), Weekday::monday);
  EXPECT_EQ(weekday_of(*day_from_date(1970, 1, 1)), Weekday::thursday);
  EXPECT_EQ(weekday_of(*day_from_date(1969, 12, 28)), Weekday::sunday);
  EXPECT_EQ(to_iso(day_of(*parse_iso_instant("1969-12-31T23:59", TimeZone::utc))), "1969-12-31");
}

}  // namespace
}  // namespace veer
