// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/count_tests.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace veer {
namespace {

TEST(CountTests, CountsThatDifferTooMuchAreNoChance) {
  EXPECT_LT(overdispersion_p(std::vector<double>{0, 20, 0, 20, 0, 20}), 1e-6);
  EXPECT_GT(overdispersion_p(std::vector<double>{9, 11, 10, 12, 8, 10}), 0.9);
  EXPECT_EQ(overdispersion_p(std::vector<double>{0, 0}), 1);
}

TEST(CountTests, AtLeastOfTheBinomial) {
  EXPECT_NEAR(at_least(1, 3, 0.5), 0.875, 1e-12);
  EXPECT_NEAR(at_least(3, 3, 0.5), 0.125, 1e-12);
  EXPECT_EQ(at_least(0, 3, 0.5), 1);
  EXPECT_EQ(at_least(4, 3, 0.5), 0);
  EXPECT_EQ(at_least(1, 3, 0), 0);
}

TEST(CountTests, DependenceByHand) {
  // 30 of 40 against 10 of 40: expected 20 each, chi-square 4 * 100 / 20.
  const Dependence found = dependence({{30, 10}, {10, 30}});
  EXPECT_NEAR(found.statistic, 20, 1e-12);
  EXPECT_NEAR(found.p, 7.744e-6, 1e-8);
  const double phi = 20.0 / 80 - 1.0 / 79;
  EXPECT_NEAR(found.effect, std::sqrt(phi / (1 - 1.0 / 79)), 1e-12);
  EXPECT_EQ(dependence({{10, 20}, {20, 40}}).effect, 0);
  EXPECT_NEAR(dependence({{10, 20}, {20, 40}}).p, 1, 1e-9);
  EXPECT_EQ(dependence({{10, 0}, {20, 0}}).p, 1) << "one column";
}

TEST(CountTests, HolmTakesTheNumberOfTestsIntoAccount) {
  const auto adjusted = holm(std::vector<double>{0.01, 0.04, 0.03});
  EXPECT_NEAR(adjusted[0], 0.03, 1e-12);
  EXPECT_NEAR(adjusted[2], 0.06, 1e-12);
  EXPECT_NEAR(adjusted[1], 0.06, 1e-12) << "never below a smaller one";
  EXPECT_EQ(holm(std::vector<double>{0.9, 0.8})[0], 1);
}

}  // namespace
}  // namespace veer
