// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/table.hpp"

#include <gtest/gtest.h>

namespace veer::report {
namespace {

TEST(Table, AlignsByCharactersAndLeavesNoSpaceAtTheEnd) {
  Table table;
  table.add({"", "één", "b"});
  table.add({"rij", "1"});
  table.add({"langere rij", "1.234,5", "2"});
  EXPECT_EQ(table.to_string(),
            "                 één  b\n"
            "rij                1\n"
            "langere rij  1.234,5  2\n");
}

TEST(Table, ShortensNamesWhereItWouldNotFitTheScreen) {
  Table table;
  table.add({"een heel lange naam van een zaaktype", std::string(60, '1'), std::string(15, '2')});
  table.add({"kort", "1", "2"});
  const std::string text = table.to_string(12);
  EXPECT_EQ(width(text.substr(0, text.find('\n'))), 100U);
  EXPECT_EQ(text.find("een heel lange naam …  111"), 0U) << text;
  EXPECT_EQ(table.to_string().find("een heel lange naam van een zaaktype  111"), 0U);
  Table wide;
  wide.add({"een heel lange naam", std::string(120, '1')});
  EXPECT_EQ(wide.to_string(12).find("een heel la…  111"), 0U) << wide.to_string(12);
}

TEST(Wrapped, BreaksBetweenWordsAndIndentsWhatFollows) {
  EXPECT_EQ(wrapped("een twee drie", 8, 2), "een twee\n  drie\n");
  EXPECT_EQ(wrapped("onwaarschijnlijk lang", 5), "onwaarschijnlijk\nlang\n");
}

TEST(Sparkline, RunsFromLowToHigh) {
  EXPECT_EQ(sparkline({0, 50, 100, 130}, 0, 100), "▁▅██");
}

}  // namespace
}  // namespace veer::report
