// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_columns.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

CsvTable table(std::string_view header) { return *CsvTable::read(header, {"zaken.csv", {}, ""}); }

TEST(FindColumn, KnowsNamesHoweverTheyAreWritten) {
  EXPECT_EQ(*find_column(table("x;Zaak-Nummer;Case ID\n"), case_role, ""), 2U);
  EXPECT_EQ(*find_column(table("x;Zaak-Nummer\n"), case_role, ""), 1U);
  EXPECT_FALSE(find_column(table("x;y\n"), case_role, "")->has_value());
}

TEST(FindColumn, TakesTheExactNameFirstWhenTheUserNamesOne) {
  EXPECT_EQ(*find_column(table("case_id;Case ID\n"), case_role, "Case ID"), 1U);
  EXPECT_EQ(*find_column(table("x;My_Case\n"), case_role, "my case"), 1U);
}

TEST(MissingColumn, PointsAtTheDelimiterWhenThereIsOneColumn) {
  EXPECT_EQ(missing_column(table("a~b~c\n"), case_role).hint,
            "Name it with --case-column COLUMN, or the delimiter with --delimiter.");
}

}  // namespace
}  // namespace veer::codec
