// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/summary.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "veer/stats/wasserstein.hpp"

namespace veer {
namespace {

TEST(Summary, MeanAndDeviationsOfAKnownSample) {
  const std::vector<double> sample{2, 4, 4, 4, 5, 5, 7, 9};
  EXPECT_DOUBLE_EQ(mean(sample), 5);
  EXPECT_DOUBLE_EQ(population_deviation(sample), 2);
  EXPECT_DOUBLE_EQ(standard_deviation(sample), std::sqrt(32.0 / 7));
  EXPECT_EQ(standard_deviation(std::vector<double>{3}), 0);
}

TEST(Summary, QuantilesInterpolateBetweenOrderStatistics) {
  const std::vector<double> sample{40, 10, 30, 20};
  EXPECT_DOUBLE_EQ(quantile(sample, 0), 10);
  EXPECT_DOUBLE_EQ(quantile(sample, 0.5), 25);
  EXPECT_DOUBLE_EQ(quantile(sample, 0.9), 37);
  EXPECT_DOUBLE_EQ(quantile(sample, 1), 40);
}

TEST(Summary, StudentIntervalUsesTheTabulatedQuantile) {
  // t(0.975, 9) = 2.262157 in every table; mean 5.5, s = 3.02765.
  const std::vector<double> sample{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  const Bounds bounds = student_interval(sample);
  EXPECT_NEAR(bounds.low, 5.5 - 2.262157163 * 3.027650354 / std::sqrt(10), 1e-6);
  EXPECT_NEAR(bounds.high, 5.5 + 2.262157163 * 3.027650354 / std::sqrt(10), 1e-6);
}

TEST(Summary, BootstrapIntervalOfTheMeanIsNearTheNormalOne) {
  const Draws draws(7, 0);
  std::vector<double> sample;
  for (std::uint32_t i = 0; i < 400; ++i) {
    sample.push_back(draws.uniform(Purpose::judgement, i));
  }
  const Bounds bounds = bootstrap_interval(
      sample, [](std::span<const double> s) { return mean(s); }, draws, 0);
  const double half = 1.96 * standard_deviation(sample) / 20;
  EXPECT_NEAR(bounds.low, mean(sample) - half, 0.15 * half);
  EXPECT_NEAR(bounds.high, mean(sample) + half, 0.15 * half);
}

TEST(Summary, WeightedChoiceFollowsTheWeightsAndSkipsZeros) {
  const std::array<double, 4> weights{0, 1, 0, 3};
  EXPECT_EQ(weighted_choice(weights, 0.001), 1U);
  EXPECT_EQ(weighted_choice(weights, 0.249), 1U);
  EXPECT_EQ(weighted_choice(weights, 0.251), 3U);
  EXPECT_EQ(weighted_choice(weights, 0.999999999999), 3U);
}

TEST(Wasserstein, IsTheAreaBetweenTheDistributionFunctions) {
  EXPECT_DOUBLE_EQ(wasserstein_1({0, 1, 3}, {5, 6, 8}), 5);
  EXPECT_DOUBLE_EQ(wasserstein_1({0, 1}, {1, 0}), 0);
  // Two of mass 1/2 against four of mass 1/4: F differs by 1/4 on [0,1) and by 1/4 on [2,3).
  EXPECT_DOUBLE_EQ(wasserstein_1({0, 2}, {0, 1, 2, 3}), 0.5);
  EXPECT_DOUBLE_EQ(wasserstein_1({-2}, {4, 4, 4}), 6);
}

}  // namespace
}  // namespace veer
