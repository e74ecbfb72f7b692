// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/posts.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

org::ScenarioPost post(const std::string& unit, const std::string& function, std::size_t people) {
  return {unit, function, std::vector<Fte>(people, Fte::of(0.5)), {}, false};
}

org::Municipality town(std::vector<org::ScenarioPost> posts) {
  org::Municipality town;
  town.units = {{"top", "Directie", "", ""}, {"wmo", "Wmo", "top", ""}, {"woo", "Woo", "top", ""}};
  town.posts = std::move(posts);
  return town;
}

TEST(Posts, AreShownByUnitAndFunctionWithTheSmallFunctionsTogether) {
  const auto rows = shown_posts(town({post("wmo", "lead", 1), post("wmo", "consultant", 6),
                                      post("wmo", "clerk", 2), post("wmo", "quality", 2)}));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (PostRow{"Wmo", "consultant", 6, 3.0}));
  EXPECT_EQ(rows[1], (PostRow{"Wmo", "", 5, 2.5}));
}

TEST(Posts, LeaveNobodyToBeFoundBySubtraction) {
  // One lead beside nine consultants and five clerks: the clerks are shown with the lead.
  const auto rows = shown_posts(town({post("wmo", "lead", 1), post("wmo", "consultant", 9),
                                      post("wmo", "clerk", 5)}));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].people, 9);
  EXPECT_EQ(rows[1], (PostRow{"Wmo", "", 6, 3.0}));
}

TEST(Posts, OfAUnitUnderFiveAreShownWithTheSmallestOtherUnitSoThatAllAddUp) {
  const auto rows = shown_posts(town({post("top", "secretary", 1), post("wmo", "clerk", 5),
                                      post("woo", "lawyer", 6)}));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (PostRow{"Woo", "lawyer", 6, 3.0}));
  EXPECT_EQ(rows[1], (PostRow{{}, {}, 6, 3.0})) << "the secretary and the clerks";
  EXPECT_TRUE(shown_posts(town({post("top", "secretary", 1)})).empty()) << "too few in all";
}

TEST(Posts, OfUnitsUnderFiveAreTogether) {
  const auto together = shown_posts(
      town({post("top", "secretary", 1), post("wmo", "clerk", 5), post("woo", "lawyer", 4)}));
  ASSERT_EQ(together.size(), 2U);
  EXPECT_EQ(together[1], (PostRow{{}, {}, 5, 2.5}));
}

TEST(Posts, OfOneFunctionInTwoEntriesAreOne) {
  const auto rows = shown_posts(town({post("wmo", "clerk", 3), post("wmo", "clerk", 3)}));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].people, 6);
}

}  // namespace
}  // namespace veer::study
