// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "veer/codec/csv_records.hpp"

namespace veer::codec {
namespace {

Result<StaffRead> staff(std::string_view text) { return read_csv_staff(text, {"hr.csv", {}, ""}); }

TEST(CsvStaff, ReadsPeoplePostsAndShares) {
  const auto result = staff(
      "medewerker;afdeling;functie;fte;schaal;geboortedatum\n"
      "Jan;Bouw;toetser;0,8;9;1-1-1970\nAn;Bouw;jurist;0.5;10A;\nBo;;;;;\nCo;;;90%;;\n");
  ASSERT_TRUE(result) << to_string(result.error().front());
  const auto& members = result->staff.members;
  ASSERT_EQ(members.size(), 4U);
  EXPECT_EQ(members[0].fte, Fte::of(0.8));
  EXPECT_EQ(members[1].scale, "10A");
  EXPECT_FALSE(members[2].fte.has_value());
  EXPECT_EQ(members[3].fte, Fte::of(0.9));
  EXPECT_EQ(result->ignored, std::vector<std::string>{"geboortedatum"});
}

TEST(CsvStaff, RefusesSharesThatCannotBe) {
  const auto result = staff("naam;fte\nJan;-1\nAn;0\nBo;8\nCo;veel\nDo;1e300\nEd;1\n;0,5\n");
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 6U);
  EXPECT_EQ(result.error()[0].where, "hr.csv:2");
  EXPECT_EQ(result.error()[0].found, "fte = -1");
  EXPECT_EQ(result.error()[5].found, "a row without a person");
}

TEST(CsvStaff, RefusesMoreThanTwoFullWeeksOfOnePersonOverSeveralPosts) {
  const auto result = staff("naam;fte\nJan;1,5\nAn;1\nJAN;0,8\nAn;1\n");
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 1U);
  EXPECT_EQ(result.error()[0].where, "hr.csv:4");
  EXPECT_EQ(result.error()[0].found, "a person with 2.3 FTE in 2 posts");
}

TEST(CsvStaff, TellsRowsOfTheWrongLengthBesideWrongShares) {
  EXPECT_EQ(staff("naam;fte\nJan;1;2\nAn;veel\n").error().size(), 2U);
}

TEST(CsvStaff, NeedsAPersonColumn) {
  EXPECT_EQ(staff("afdeling;fte\nBouw;1\n").error().front().found, "the columns afdeling, fte");
}

}  // namespace
}  // namespace veer::codec
