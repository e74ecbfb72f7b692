// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/estimate.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace veer::study {
namespace {

TEST(Estimate, IsTheMeanAndTheMiddle95PercentOfTheRuns) {
  std::vector<double> runs;
  for (int i = 40; i >= 0; --i) runs.push_back(i);
  // 41 ordered values 0..40: the 2.5th percentile lies at 0.025 x 40 = 1, the 97.5th at 39.
  EXPECT_EQ(estimate(runs), (Estimate{20, 1, 39}));
}

TEST(Estimate, OfOneRunHasNoWidthAndOfNoneIsZero) {
  EXPECT_EQ(estimate({3}), (Estimate{3, 3, 3}));
  EXPECT_EQ(estimate({}), Estimate{});
}

TEST(Estimate, SaysNothingWhenARunSaysNothing) {
  EXPECT_TRUE(std::isnan(estimate({1, std::numeric_limits<double>::quiet_NaN()}).mean));
}

}  // namespace
}  // namespace veer::study
