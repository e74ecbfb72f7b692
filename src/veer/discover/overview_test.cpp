// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/overview.hpp"

#include <gtest/gtest.h>

#include <string>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;

/// Big (six people) hands over to small (two) and mini (two); one activity is done by one person.
Twin planted(bool with_mini) {
  test::PlantedLog planted;
  for (int k = 0; k < 12; ++k) {
    const std::string name = std::to_string(k);
    const int day = 7 * k;
    planted.add(name, "check", "big" + std::to_string(k % 6), at(day, 10), at(day, 9), "big");
    const std::string other = with_mini && k % 2 == 0 ? "mini" : "small";
    planted.add(name, "sign", other + std::to_string(k % 3), at(day, 16), at(day, 15), other);
    planted.add(name, "check", "big" + std::to_string(k % 6), at(day, 17), at(day, 16), "big");
  }
  auto twin = discover(planted.log, {});
  return *std::move(twin);
}

TEST(Overview, SmallGroupsAreShownTogetherOrNotAtAll) {
  const Overview together = overview(planted(true));
  EXPECT_EQ(together.groups, 3U);
  EXPECT_EQ(together.small_groups, 2U);
  EXPECT_EQ(together.flows, (std::vector<GroupFlow>{{"", "big", 12}, {"big", "", 12}}));
  EXPECT_EQ(together.hidden_handovers, 0U);
  const Overview alone = overview(planted(false));
  EXPECT_TRUE(alone.flows.empty()) << "three people";
  EXPECT_EQ(alone.hidden_handovers, 24U);
  EXPECT_EQ(alone.handovers, 24U);
}

TEST(Overview, WhatFewerThanFivePeopleDoIsNotARowOfItsOwn) {
  const Overview found = overview(planted(true), 1);
  ASSERT_EQ(found.rows.size(), 2U);
  EXPECT_EQ(found.rows[0].activity, "sign");
  EXPECT_NEAR(found.rows[0].waiting_hours, 5, 1e-9);
  EXPECT_NEAR(found.rows[0].share_of_waiting, 1, 1e-9);
  EXPECT_EQ(found.rows[1].activity, "") << "check";
  EXPECT_NEAR(found.rows[1].working_hours, 1, 1e-9);
  EXPECT_NEAR(found.elapsed.median, 8, 1e-9);
}

TEST(Overview, TheOtherActivitiesTogetherAreNeverOfFewerThanFivePeople) {
  const Overview found = overview(planted(false));
  ASSERT_EQ(found.rows.size(), 1U) << "three people sign: check is with it";
  EXPECT_EQ(found.rows[0].activity, "");
  EXPECT_EQ(found.rows[0].count, 36U);
}

/// Units of the sizes given, every person with an activity that nobody else can do.
Twin with_units(const std::vector<std::pair<std::string, std::size_t>>& units) {
  Twin twin;
  twin.elapsed_hours = {1};
  std::size_t next = 0;
  for (const auto& [name, size] : units) {
    for (std::size_t p = 0; p < size; ++p) {
      org::Person person;
      person.unit_name = name;
      person.competences.push_back({work::ActivityId(next++), 1});
      twin.central.workforce.persons.push_back(person);
    }
    twin.scarce.push_back({name, size, 0});
  }
  return twin;
}

TEST(Overview, CountsWhatHangsOnOnePersonByUnitOfFivePeopleOrMore) {
  const Overview found = overview(with_units({{"a", 6}, {"b", 2}, {"c", 7}, {"d", 3}}));
  EXPECT_EQ(found.one_holder, 18U);
  EXPECT_EQ(found.scarce,
            (std::vector<ScarceRow>{{"c", 7, 7, 0}, {"a", 6, 6, 0}, {"", 5, 5, 0}}));
  const Overview one_small = overview(with_units({{"a", 6}, {"b", 2}, {"c", 7}}));
  EXPECT_EQ(one_small.scarce, (std::vector<ScarceRow>{{"c", 7, 7, 0}, {"", 8, 8, 0}}))
      << "two people alone would be found by subtraction";
}

}  // namespace
}  // namespace veer::discover
