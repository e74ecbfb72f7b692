// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace veer {
namespace {

/// The mean by the midpoint rule over the quantile function.
double mean_of_quantiles(const Distribution& distribution) {
  const int n = 400'000;
  double sum = 0;
  for (int i = 0; i < n; ++i) sum += distribution.quantile((i + 0.5) / n);
  return sum / n;
}

TEST(Distribution, HasTheMeanItSays) {
  for (const Distribution& distribution :
       {Distribution::constant(3), Distribution::exponential(2), Distribution::lognormal(5, 2),
        Distribution::uniform(1, 4), Distribution::triangular(1, 2, 6),
        Distribution::empirical({4, 1, 1, 10})}) {
    EXPECT_NEAR(mean_of_quantiles(distribution), distribution.mean(), 2e-3 * distribution.mean());
  }
}

TEST(Distribution, LognormalTakesTheVariationOfTheValueItself) {
  const Distribution distribution = Distribution::lognormal(5, 2);
  const int n = 400'000;
  double squares = 0;
  for (int i = 0; i < n; ++i) squares += std::pow(distribution.quantile((i + 0.5) / n), 2);
  // E[X^2] = mean^2 (1 + scv) = 75; the midpoint rule cuts the far tail.
  EXPECT_NEAR(squares / n, 75, 0.5);
}

TEST(Distribution, EmpiricalInterpolatesTheOrderStatistics) {
  const Distribution distribution = Distribution::empirical({30, 10, 20});
  EXPECT_DOUBLE_EQ(distribution.quantile(0.5), 20);
  EXPECT_DOUBLE_EQ(distribution.quantile(0.25), 15);
  EXPECT_DOUBLE_EQ(Distribution::empirical({4}).quantile(0.9), 4);
}

TEST(Distribution, ScalesEveryValue) {
  for (const Distribution& distribution :
       {Distribution::exponential(2), Distribution::lognormal(5, 2),
        Distribution::triangular(1, 2, 6), Distribution::empirical({4, 1, 1, 10})}) {
    EXPECT_NEAR(distribution.scaled(3).quantile(0.7), 3 * distribution.quantile(0.7), 1e-9);
    EXPECT_DOUBLE_EQ(distribution.scaled(0).quantile(0.7), 0);
  }
}

TEST(Distribution, ComesBackFromItsKindAndParameters) {
  const Distribution distribution = Distribution::lognormal(5, 2);
  EXPECT_EQ(Distribution::from(distribution.kind(), distribution.parameters()), distribution);
}

}  // namespace
}  // namespace veer
