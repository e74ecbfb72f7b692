// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/sub_process_times.hpp"

#include <gtest/gtest.h>

namespace veer::discover {
namespace {

TEST(SubProcessTimes, add_up_activities_and_hide_what_few_people_do) {
  Twin twin;
  twin.activity_times = {{"ask", 10, 6, 0, 40, 5},
                         {"hear", 30, 6, 0, 20, 15},
                         {"judge", 5, 2, 0, 30, 5},
                         {"decide", 10, 6, 0, 10, 10}};
  org::Map map;
  map.sub_processes = {{"1", "intake", "", {}}, {"2", "court", "", {}}, {"3", "", "", {}}};
  map.activities = {{"ask", "1", {}}, {"hear", "1", {}}, {"judge", "2", {}}, {"decide", "3", {}}};
  MapCoverage coverage;
  coverage.sub_processes = {{"1", 2, 40, 9, 6}, {"2", 1, 5, 5, 2}, {"3", 1, 10, 9, 6}};
  const auto rows = sub_process_times(twin, map, coverage);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].activity, "intake");
  EXPECT_EQ(rows[0].count, 40U);
  EXPECT_DOUBLE_EQ(rows[0].waiting_hours, 1.5);
  EXPECT_DOUBLE_EQ(rows[0].working_hours, 0.5);
  EXPECT_DOUBLE_EQ(rows[0].share_of_waiting, 0.6);
  EXPECT_EQ(rows[1].activity, "3") << "the id where there is no name";
  EXPECT_EQ(rows[2].activity, "") << "two people: not by itself";
  EXPECT_DOUBLE_EQ(rows[2].share_of_waiting, 0.3);
}

}  // namespace
}  // namespace veer::discover
