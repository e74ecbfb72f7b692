// SPDX-License-Identifier: EUPL-1.2
#include "veer/des/slab.hpp"

#include <gtest/gtest.h>

namespace veer::des {
namespace {

TEST(Slab, UsesFreedPlacesAgainAndTellsThemApart) {
  Slab<int> slab;
  const auto first = slab.allocate();
  slab[first] = 7;
  const auto generation = slab.generation(first);
  slab.free(first);
  const auto second = slab.allocate();
  EXPECT_EQ(second, first);
  EXPECT_EQ(slab[second], 0);
  EXPECT_NE(slab.generation(second), generation);
  EXPECT_EQ(slab.live(), 1U);
  EXPECT_EQ(slab.places(), 1U);
}

}  // namespace
}  // namespace veer::des
