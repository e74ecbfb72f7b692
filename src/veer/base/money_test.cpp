// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/money.hpp"

#include <gtest/gtest.h>

namespace veer {
namespace {

TEST(Money, CountsCents) { EXPECT_EQ((Money::cents(10) + Money::cents(20)).euros(), 0.3); }

TEST(Money, RoundsAPriceTimesAQuantityOnceToTheNearestCent) {
  EXPECT_EQ(Money::of_euros(19.995).cents(), 2000);
  EXPECT_EQ(Money::of_euros(-0.004).cents(), 0);
  EXPECT_EQ((Money::cents(333) * 0.5).cents(), 167);
  EXPECT_EQ((Money::cents(-333) * 0.5).cents(), -167);
}

}  // namespace
}  // namespace veer
