// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/work_list.hpp"

#include <gtest/gtest.h>

namespace veer::sim {
namespace {

using Pieces = WorkList<std::uint32_t>;

bool all(std::uint32_t) { return true; }
Instant at(std::uint32_t i) { return Instant(Duration(i)); }

TEST(WorkList, GivesTheOldestAndTheNewest) {
  Pieces list;
  for (std::uint32_t i = 0; i < 3; ++i) list.push_back(10 + i, at(i));
  EXPECT_EQ(list.at(list.oldest(all)).item, 10U);
  EXPECT_EQ(list.at(list.newest(all)).item, 12U);
}

TEST(WorkList, PassesOverWhatSomebodyMayNotDo) {
  Pieces list;
  for (std::uint32_t i = 0; i < 3; ++i) list.push_back(10 + i, at(i));
  const auto not_ten = [](std::uint32_t piece) { return piece != 10; };
  EXPECT_EQ(list.take(list.oldest(not_ten)), 11U);
  EXPECT_EQ(list.size(), 2U);
  EXPECT_EQ(list.oldest([](std::uint32_t) { return false; }), Pieces::none);
}

TEST(WorkList, StaysInOrderThroughManyWithdrawals) {
  Pieces list;
  for (std::uint32_t i = 0; i < 1000; ++i) list.push_back(i, at(i));
  for (std::uint32_t i = 0; i < 1000; ++i) {
    if (i % 7 != 0) {
      EXPECT_TRUE(list.remove(i));
    }
  }
  EXPECT_FALSE(list.remove(1));
  std::uint32_t expected = 0;
  while (!list.empty()) {
    EXPECT_EQ(list.take(list.oldest(all)), expected);
    expected += 7;
  }
}

}  // namespace
}  // namespace veer::sim
