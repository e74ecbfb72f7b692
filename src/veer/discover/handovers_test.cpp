// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/handovers.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;
using test::PlantedLog;

TEST(HandOvers, CountsConsecutiveWorkOfDifferentPeopleWithinACase) {
  PlantedLog planted;
  planted.add("1", "a", "ann", at(0, 9));
  planted.add("1", "b", "bob", at(0, 10));
  planted.add("1", "c", "bob", at(0, 11));
  planted.add("1", "d", "", at(0, 12));
  planted.add("1", "e", "ann", at(0, 13));
  planted.add("2", "a", "ann", at(0, 9));
  planted.add("2", "b", "bob", at(0, 10));
  const auto found = count_handovers(planted.log, eventlog::instances(planted.log));
  EXPECT_EQ(found.between_persons, (std::vector<HandOver>{{0, 1, 2}}));
  EXPECT_EQ(found.same_person, 1U);
  EXPECT_EQ(between_groups(found, {7, 8}), (std::vector<HandOver>{{7, 8, 2}}));
  EXPECT_TRUE(between_groups(found, {7, 7}).empty());
}

TEST(HandOvers, HomeUnitIsTheStaffListsElseTheUsualGroupElseTheCommunity) {
  PlantedLog planted;
  planted.add("1", "a", "ann", at(0, 9), {}, "EMPTY");
  planted.add("1", "b", "ann", at(0, 10), {}, "permits");
  planted.add("1", "c", "bob", at(0, 11), {}, "permits");
  const auto instances = eventlog::instances(planted.log);
  const auto found = count_handovers(planted.log, instances);
  EXPECT_EQ(home_units(planted.log, instances, found, {"", "counter"}),
            (std::vector<std::string>{"permits", "counter"}));
  auto without = instances;
  for (auto& instance : without) instance.group = {};
  EXPECT_EQ(home_units(planted.log, without, found, {}),
            (std::vector<std::string>{"community 1", "community 1"}));
  EXPECT_TRUE(means_nothing("N.v.t."));
  EXPECT_FALSE(means_nothing("Group 1"));
}

}  // namespace
}  // namespace veer::discover
