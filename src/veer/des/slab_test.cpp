// SPDX-License-Identifier: EUPL-1.2
#include "veer/des/slab.hpp"

#include <gtest/gtest.h>

namespace veer::des {
namespace {

TEST(Slab, UsesFreedPlacesAgain) {
  Slab<int> slab;
  const auto first = slab.allocate();
  slab[first] = 7;
  slab.free(first);
  EXPECT_FALSE(slab.is_live(first));
  const auto second = slab.allocate();
  EXPECT_EQ(second, first);
  EXPECT_EQ(slab[second], 0);
  EXPECT_TRUE(slab.is_live(second));
  EXPECT_EQ(slab.live(), 1U);
  EXPECT_EQ(slab.places(), 1U);
}

}  // namespace
}  // namespace veer::des
