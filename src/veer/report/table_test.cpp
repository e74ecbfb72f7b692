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

TEST(Wrapped, BreaksBetweenWordsAndIndentsWhatFollows) {
  EXPECT_EQ(wrapped("een twee drie", 8, 2), "een twee\n  drie\n");
  EXPECT_EQ(wrapped("onwaarschijnlijk lang", 5), "onwaarschijnlijk\nlang\n");
}

TEST(Sparkline, RunsFromLowToHigh) {
  EXPECT_EQ(sparkline({0, 50, 100, 130}, 0, 100), "▁▅██");
}

}  // namespace
}  // namespace veer::report
