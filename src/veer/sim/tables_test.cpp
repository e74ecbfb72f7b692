// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/tables.hpp"

#include <gtest/gtest.h>

#include "small_world.hpp"

namespace veer::test {
namespace {

TEST(QueueClasses, JoinActivitiesThatTheSamePeopleCanDo) {
  SmallWorld world;
  const auto a = world.activity("a", Distribution::constant(1));
  const auto b = world.activity("b", Distribution::constant(1));
  const auto c = world.activity("c", Distribution::constant(1));
  const auto d = world.activity("d", Distribution::constant(1));
  const auto team = world.unit("team");
  world.person(team, {a, b, c});
  world.person(team, {a, b});
  const sim::Tables tables(world.work, world.workforce, world.organisation);
  const auto& unit = tables.units[team.index()];
  EXPECT_EQ(unit.classes.size(), 2U);
  EXPECT_EQ(unit.class_of[a.index()], unit.class_of[b.index()]);
  EXPECT_NE(unit.class_of[a.index()], unit.class_of[c.index()]);
  EXPECT_EQ(unit.class_of[d.index()], -1);
}

TEST(UnitChoice, FollowsHowOftenEachUnitDoesTheActivity) {
  SmallWorld world;
  const auto a = world.activity("a", Distribution::constant(1));
  const auto first = world.unit("first");
  const auto second = world.unit("second");
  world.person(first, {a});
  const auto often = world.person(second, {a});
  world.workforce.persons[often].competences[0].weight = 3;
  const sim::Tables tables(world.work, world.workforce, world.organisation);
  EXPECT_DOUBLE_EQ(tables.unit_choice[a.index()].cumulative[0], 0.25);
  EXPECT_DOUBLE_EQ(tables.unit_choice[a.index()].cumulative[1], 1.0);
}

}  // namespace
}  // namespace veer::test
