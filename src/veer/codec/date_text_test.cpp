// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/date_text.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::day_first) {
  const auto moment = parse_moment(text, order, TimeZone::netherlands);
  return moment ? to_iso(*moment) : "nothing";
}

TEST(DateText, OfDutchOfficesIsDayFirst) {
  EXPECT_EQ(read("31-12-2025"), "2025-12-31T00:00:00");
  EXPECT_EQ(read("31/12/2025 13:45"), "2025-12-31T13:45:00");
  EXPECT_EQ(read(" 1.2.2025 9:05:07 "), "2025-02-01T09:05:07");
  EXPECT_EQ(read("3 mrt 2025"), "2025-03-03T00:00:00");
  EXPECT_EQ(read("3-Okt-2025 10:00"), "2025-10-03T10:00:00");
  EXPECT_EQ(read("20251231"), "2025-12-31T00:00:00");
  EXPECT_EQ(read("20251231134500"), "2025-12-31T13:45:00");
}

TEST(DateText, MayBeIsoOrLookLikeIt) {
  EXPECT_EQ(read("2011-12-30T12:14:47.813"), "2011-12-30T12:14:47.813000");
  EXPECT_EQ(read("2023-07-20 08:00:00+00:00"), "2023-07-20T10:00:00");
  EXPECT_EQ(read("2012/01/30 6:24:00"), "2012-01-30T06:24:00");
}

TEST(DateText, MayBeMonthFirst) {
  EXPECT_EQ(read("1/31/2025 1:45 PM", DateOrder::month_first), "2025-01-31T13:45:00");
  EXPECT_EQ(read("1/31/2025 12:45 AM", DateOrder::month_first), "2025-01-31T00:45:00");
  EXPECT_EQ(read("2025-01-31", DateOrder::month_first), "2025-01-31T00:00:00");
}

TEST(DateText, IsNotMadeFromWhatIsNoDate) {
  for (const char* text : {"", "32-12-2025", "31-02-2025", "12-31-2025", "31-12-25",
                           "31-12-2025 25:00", "gisteren", "31-12", "2025", "99999999", "1-1-20251",
                           "31-12-2025 x", "1//2025", "12345678901234", "31-12-2025 13:45 PM"}) {
    EXPECT_EQ(read(text), "nothing") << text;
  }
}

TEST(OrderEvidence, ComesFromNumbersThatCanOnlyBeDays) {
  OrderEvidence evidence;
  for (const char* text : {"31-12-2025", "4-5-2025", "5-5-2025", "2025-12-31", "3 mei 2025"}) {
    evidence.look_at(text);
  }
  EXPECT_EQ(evidence.day_first, 1U);
  EXPECT_EQ(evidence.month_first, 0U);
  EXPECT_EQ(evidence.either, 1U);
}

}  // namespace
}  // namespace veer::codec
