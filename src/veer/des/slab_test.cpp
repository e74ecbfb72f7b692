// SPDX-License-Identifier: EUPL-1.2
#include "veer/des/slab.hpp"

#include <gtest/gtest.h>

#include <vector>

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

struct Renewed {
  std::vector<int> list;
  int number = 0;
  void renew() {
    list.clear();
    number = 0;
  }
};

TEST(Slab, RenewsWhatCanBeRenewedSoThatItsMemoryIsUsedAgain) {
  Slab<Renewed> slab;
  const auto first = slab.allocate();
  slab[first].list.assign(100, 7);
  slab[first].number = 7;
  slab.free(first);
  const Renewed& again = slab[slab.allocate()];
  EXPECT_TRUE(again.list.empty());
  EXPECT_GE(again.list.capacity(), 100U);
  EXPECT_EQ(again.number, 0);
}

}  // namespace
}  // namespace veer::des
