// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/draws.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace veer {
namespace {

TEST(Draws, GiveTheSameBitsForTheSameAddressInAnyOrder) {
  const Draws draws(42, 3);
  const double first = draws.uniform(Purpose::effort, 17, 2);
  for (std::uint32_t i = 0; i < 100; ++i) static_cast<void>(draws.bits(Purpose::branch, i));
  EXPECT_EQ(draws.uniform(Purpose::effort, 17, 2), first);
  EXPECT_EQ(Draws(42, 3).uniform(Purpose::effort, 17, 2), first);
}

TEST(Draws, DifferInEveryPartOfTheAddress) {
  std::set<std::uint64_t> seen;
  seen.insert(Draws(1, 0).bits(Purpose::effort, 0, 0, 0));
  seen.insert(Draws(2, 0).bits(Purpose::effort, 0, 0, 0));
  seen.insert(Draws(1ULL << 40U, 0).bits(Purpose::effort, 0, 0, 0));
  seen.insert(Draws(1, 1).bits(Purpose::effort, 0, 0, 0));
  seen.insert(Draws(1, 0).bits(Purpose::branch, 0, 0, 0));
  seen.insert(Draws(1, 0).bits(Purpose::effort, 1, 0, 0));
  seen.insert(Draws(1, 0).bits(Purpose::effort, 0, 1, 0));
  seen.insert(Draws(1, 0).bits(Purpose::effort, 0, 0, 1));
  EXPECT_EQ(seen.size(), 8U);
}

TEST(Draws, AreUniform) {
  const Draws draws(7, 0);
  const int n = 200'000;
  double sum = 0;
  double squares = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double u = draws.uniform(Purpose::delay, i);
    ASSERT_GT(u, 0.0);
    ASSERT_LT(u, 1.0);
    sum += u;
    squares += u * u;
  }
  // Mean 1/2 and second moment 1/3, each within four standard errors.
  EXPECT_NEAR(sum / n, 0.5, 4 * std::sqrt(1.0 / 12 / n));
  EXPECT_NEAR(squares / n, 1.0 / 3, 4 * std::sqrt(4.0 / 45 / n));
}

}  // namespace
}  // namespace veer
