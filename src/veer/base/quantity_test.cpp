// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/quantity.hpp"

#include <gtest/gtest.h>

#include <concepts>

#include "veer/base/time.hpp"

namespace veer {
namespace {

TEST(Effort, DoesNotConvertToElapsedTimeOrBack) {
  static_assert(!std::convertible_to<Effort, Duration>);
  static_assert(!std::constructible_from<Effort, Duration>);
  static_assert(!std::constructible_from<Duration, Effort>);
}

TEST(Effort, KeepsMicroseconds) {
  EXPECT_EQ(Effort::hours(1.5).microseconds(), 5'400'000'000);
  EXPECT_EQ((Effort::hours(1) * 0.25 + Effort::minutes(15)).hours(), 0.5);
}

TEST(Fte, SumsExactly) {
  Fte sum;
  for (int i = 0; i < 10; ++i) sum += Fte::of(0.1);
  EXPECT_EQ(sum, Fte::of(1.0));
}

}  // namespace
}  // namespace veer
