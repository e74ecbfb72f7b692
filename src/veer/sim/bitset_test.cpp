// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/bitset.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace veer::sim {
namespace {

BitSet set_of(std::size_t size, const std::vector<std::size_t>& members) {
  BitSet set(size);
  for (const std::size_t i : members) set.insert(i);
  return set;
}

std::vector<std::size_t> round(const BitSet& in, const BitSet& out, std::size_t first,
                               std::size_t most = 99) {
  std::vector<std::size_t> visited;
  BitSet::visit_round(in, out, first, [&](std::size_t i) {
    visited.push_back(i);
    return visited.size() < most;
  });
  return visited;
}

TEST(BitSet, IsVisitedFromAnyPlaceRoundToItOnceEach) {
  const BitSet in = set_of(130, {0, 3, 63, 64, 100, 129});
  using Places = std::vector<std::size_t>;
  EXPECT_EQ(round(in, BitSet(130), 0), (Places{0, 3, 63, 64, 100, 129}));
  EXPECT_EQ(round(in, BitSet(130), 63), (Places{63, 64, 100, 129, 0, 3}));
  EXPECT_EQ(round(in, BitSet(130), 65), (Places{100, 129, 0, 3, 63, 64}));
  EXPECT_EQ(round(in, BitSet(130), 129), (Places{129, 0, 3, 63, 64, 100}));
}

TEST(BitSet, IsVisitedWithoutThoseOfAnotherSetAndUntilToldToStop) {
  const BitSet in = set_of(70, {1, 2, 65, 69});
  using Places = std::vector<std::size_t>;
  EXPECT_EQ(round(in, set_of(70, {2, 65}), 2), (Places{69, 1}));
  EXPECT_EQ(round(in, BitSet(70), 2, 2), (Places{2, 65}));
  EXPECT_EQ(round(in, in, 0), Places{});
  std::vector<std::size_t> all;
  BitSet::visit_round(in, 65, [&all](std::size_t i) {
    all.push_back(i);
    return true;
  });
  EXPECT_EQ(all, (Places{65, 69, 1, 2}));
}

TEST(BitSet, TellsTheFirstFromAPlaceOn) {
  const BitSet set = set_of(70, {1, 65});
  EXPECT_EQ(set.first_from(0), 1U);
  EXPECT_EQ(set.first_from(1), 1U);
  EXPECT_EQ(set.first_from(2), 65U);
  EXPECT_EQ(set.first_from(66), 1U);
}

}  // namespace
}  // namespace veer::sim
