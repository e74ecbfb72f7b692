// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/sub_process_times.hpp"

#include <gtest/gtest.h>

namespace veer::discover {
namespace {

using People = std::vector<std::size_t>;

const People many = {0, 1, 2, 3, 4, 5};

TEST(SubProcessTimes, add_up_activities_and_hide_what_few_people_do) {
  Twin twin;
  twin.activity_times = {{"ask", 10, many, 0, 40, 5},
                         {"hear", 30, many, 0, 20, 15},
                         {"judge", 5, {6, 7}, 0, 30, 5},
                         {"weigh", 1, {8, 9, 10}, 0, 0, 0},
                         {"decide", 10, many, 0, 10, 10}};
  org::Map map;
  map.sub_processes = {{"1", "intake", "", {}}, {"2", "court", "", {}}, {"3", "", "", {}}};
  map.activities = {{"ask", "1", {}}, {"hear", "1", {}}, {"judge", "2", {}}, {"decide", "3", {}}};
  const auto rows = sub_process_times(twin, map);
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

TEST(SubProcessTimes, hide_one_more_where_the_rest_would_be_of_two_people) {
  Twin twin;
  twin.activity_times = {
      {"ask", 10, many, 0, 40, 5}, {"judge", 5, {6, 7}, 0, 30, 5}, {"decide", 9, many, 0, 1, 1}};
  org::Map map;
  map.sub_processes = {{"1", "intake", "", {}}, {"2", "court", "", {}}, {"3", "close", "", {}}};
  map.activities = {{"ask", "1", {}}, {"judge", "2", {}}, {"decide", "3", {}}};
  const auto rows = sub_process_times(twin, map);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].activity, "intake");
  EXPECT_EQ(rows[1].activity, "");
  EXPECT_EQ(rows[1].count, 14U) << "judged and closed";
}

}  // namespace
}  // namespace veer::discover
