// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/communities.hpp"

#include <gtest/gtest.h>

namespace veer::discover {
namespace {

TEST(Communities, TwoTeamsWithOneLinkAreTwoCommunities) {
  std::vector<Tie> ties{{0, 3, 1.0}};
  for (std::size_t a = 0; a < 3; ++a) {
    for (std::size_t b = a + 1; b < 3; ++b) {
      ties.push_back({a, b, 10.0});
      ties.push_back({a + 3, b + 3, 10.0});
    }
  }
  const std::vector<std::size_t> expected{0, 0, 0, 1, 1, 1, 2};
  EXPECT_EQ(communities(7, ties), expected) << "the seventh has no ties";
  EXPECT_EQ(communities(7, ties), expected) << "twice in a row";
}

TEST(Communities, NobodyIsNoCommunity) { EXPECT_TRUE(communities(0, {}).empty()); }

}  // namespace
}  // namespace veer::discover
