// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/draws.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

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

TEST(Draws, AreExponentialWithMeanOneWhenAskedTo) {
  // One-sample Kolmogorov-Smirnov test: sup |F_n - F| sqrt(n) is above 1.95 with probability 0.001
  // (Smirnov 1948). The tail beyond the ziggurat's edge is met about 90 times.
  const Draws draws(7, 0);
  const std::uint32_t n = 200'000;
  std::vector<double> values;
  for (std::uint32_t i = 0; i < n / 2; ++i) {
    const std::array<double, 2> two = draws.two_exponentials(Purpose::duty, i);
    EXPECT_EQ(two[0], draws.exponential(Purpose::duty, i));
    values.insert(values.end(), two.begin(), two.end());
  }
  std::sort(values.begin(), values.end());
  ASSERT_GT(values.front(), 0.0);
  double farthest = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double exact = -std::expm1(-values[i]);
    farthest = std::max({farthest, std::abs(exact - static_cast<double>(i) / n),
                         std::abs(exact - static_cast<double>(i + 1) / n)});
  }
  EXPECT_LT(farthest * std::sqrt(n), 1.95);
  // Beyond x = 8, in the tail, lies a share e^-8: a binomial count, within four deviations.
  const auto beyond = values.end() - std::upper_bound(values.begin(), values.end(), 8.0);
  const double expected = n * std::exp(-8.0);
  EXPECT_NEAR(static_cast<double>(beyond), expected, 4 * std::sqrt(expected));
}

TEST(Draws, OfOneAddressTwoExponentialsAreNotCorrelated) {
  const Draws draws(7, 0);
  const std::uint32_t n = 100'000;
  double product = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::array<double, 2> two = draws.two_exponentials(Purpose::duty, i);
    product += (two[0] - 1) * (two[1] - 1);
  }
  // Products of two centred exponentials have variance 1.
  EXPECT_NEAR(product / n, 0, 4 / std::sqrt(n));
}

}  // namespace
}  // namespace veer
