// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/map.hpp"

#include <gtest/gtest.h>

namespace veer::org {
namespace {

Marks marks(Mark mark, const std::string& text) {
  Marks result;
  result[mark] = text;
  return result;
}

Map permits() {
  Map map;
  map.sub_processes = {{"appeal", "", "permit", marks(Mark::discipline, "law")},
                       {"permit", "", "", marks(Mark::domain, "space")}};
  map.activities = {{"hear", "appeal", {}},
                    {"decide", "appeal", marks(Mark::discipline, "building")},
                    {"archive", "", {}}};
  return map;
}

Baseline with_activities() {
  Baseline baseline;
  for (const std::string name : {"hear", "decide", "archive", "phone"}) {
    baseline.work.activities.push_back({name, name, "", {}});
  }
  return baseline;
}

TEST(Map, an_activity_says_what_its_sub_process_says_unless_it_says_so_itself) {
  const auto known = marks_of(permits());
  EXPECT_EQ(known[0][Mark::discipline], "law");
  EXPECT_EQ(known[0][Mark::domain], "space") << "from what the sub-process lies within";
  EXPECT_EQ(known[1][Mark::discipline], "building");
  EXPECT_EQ(known[2], Marks());
}

TEST(Map, tells_the_baseline_what_it_knows_and_leaves_the_rest) {
  Baseline baseline = with_activities();
  apply(permits(), baseline);
  const auto& activities = baseline.work.activities;
  EXPECT_EQ(activities[work::ActivityId(0)].domain, "space");
  EXPECT_EQ(activities[work::ActivityId(0)].discipline, "law");
  EXPECT_EQ(activities[work::ActivityId(0)].competence, "hear") << "nothing was said of it";
  EXPECT_EQ(activities[work::ActivityId(2)].domain, "");
  const work::ActivityId phone(3);
  EXPECT_EQ(activities[phone], with_activities().work.activities[phone]);
  EXPECT_TRUE(baseline.workforce.found_units.empty());
}

TEST(Map, units_come_after_what_they_lie_within) {
  Map map;
  map.units = {{"counter", "permits", {}},
               {"permits", "space", {{"space", 0.6}, {"social", 0.4}}},
               {"space", "", {{"space", 0.5}, {"social", 0.5}}}};
  Baseline baseline = with_activities();
  apply(map, baseline);
  const auto& units = baseline.workforce.found_units;
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(units[0].name, "space");
  EXPECT_EQ(units[0].domain, "") << "half of it is no larger part";
  EXPECT_EQ(units[1].domain, "space");
  EXPECT_EQ(units[2].parent, "permits");
}

}  // namespace
}  // namespace veer::org
