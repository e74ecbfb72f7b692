// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_values.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

ColumnType type_of(const std::vector<std::string_view>& values) {
  return column_type(values, DateOrder::day_first, TimeZone::netherlands);
}

TEST(ColumnType, IsThatOfAllValues) {
  EXPECT_EQ(type_of({"1", "", "-20", "NULL"}), ColumnType::whole);
  EXPECT_EQ(type_of({"1", "2.5"}), ColumnType::decimal_point);
  EXPECT_EQ(type_of({"1", "2,5"}), ColumnType::decimal_comma);
  EXPECT_EQ(type_of({"ja", "nee"}), ColumnType::truth);
  EXPECT_EQ(type_of({"31-12-2025", "1-1-2026 10:00"}), ColumnType::moment);
  EXPECT_EQ(type_of({"1", "x"}), ColumnType::text);
  EXPECT_EQ(type_of({"", "EMPTY"}), ColumnType::text);
}

TEST(ColumnType, LeavesCodesWithALeadingZeroText) {
  EXPECT_EQ(type_of({"007", "008"}), ColumnType::text);
  EXPECT_EQ(type_of({"0", "8"}), ColumnType::whole);
}

TEST(ColumnType, DoesNotTakeCompactDigitsForDates) {
  EXPECT_EQ(type_of({"20251231"}), ColumnType::whole);
}

}  // namespace
}  // namespace veer::codec
