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

}  // namespace
}  // namespace veer::discover
