// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/shown_groups.hpp"

#include <gtest/gtest.h>

namespace veer::discover {
namespace {

std::vector<std::string> people(std::size_t wmo, std::size_t griffie, std::size_t staf) {
  std::vector<std::string> result(wmo, "wmo");
  result.insert(result.end(), griffie, "griffie");
  result.insert(result.end(), staf, "staf");
  return result;
}

TEST(ShownGroups, NamesGroupsOfFiveAndPutsSmallerOnesTogether) {
  const ShownGroups shown = shown_groups(people(5, 4, 1));
  EXPECT_EQ(shown.names, (std::vector<std::string>{"", "wmo"}));
  EXPECT_EQ(shown.of_person.front(), 1U);
  EXPECT_EQ(shown.of_person.back(), 0U);
  EXPECT_EQ(shown.groups, 3U);
  EXPECT_EQ(shown.small_groups, 2U);
  EXPECT_FALSE(shown.hides(0)) << "together they are five";
}

TEST(ShownGroups, HidesSmallGroupsThatAreTooFewEvenTogether) {
  const ShownGroups shown = shown_groups(people(5, 3, 1));
  EXPECT_TRUE(shown.hides(0));
  EXPECT_FALSE(shown.hides(1));
}

TEST(ShownApart, IsWhatFivePeopleDoOrNobody) {
  const std::vector<std::size_t> five = {0, 1, 2, 3, 4};
  EXPECT_EQ(shown_apart({five, {5, 6, 7, 8}, {}, {9}}, 10),
            (std::vector<bool>{true, false, true, false}));
}

TEST(ShownApart, NeverLeavesARestOfOneToFourPeople) {
  const std::vector<std::size_t> five = {0, 1, 2, 3, 4};
  EXPECT_EQ(shown_apart({five, five, {}, {9}}, 10),
            (std::vector<bool>{true, false, true, false}))
      << "the second goes with what one person does";
  EXPECT_EQ(shown_apart({five, five, five}, 2), (std::vector<bool>{true, true, false}));
  EXPECT_EQ(shown_apart({{0, 1}, {1, 2}}, 10), (std::vector<bool>{false, false}));
}

}  // namespace
}  // namespace veer::discover
