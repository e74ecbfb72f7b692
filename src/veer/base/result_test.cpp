// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/result.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace veer {
namespace {

Result<int> half(int n) {
  if (n % 2 != 0) return fail(Error{ErrorCode::invalid, "n", "an odd number", "an even one", ""});
  return n / 2;
}

Result<int> quarter(int n) {
  VEER_TRY(const int first, half(n));
  VEER_TRY(const int second, half(first));
  return second;
}

TEST(Result, HandsTheValueThrough) { EXPECT_EQ(*quarter(8), 2); }

TEST(Result, HandsTheProblemsThrough) {
  const auto result = quarter(6);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().found, "an odd number");
}

TEST(Result, HoldsWhatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(3));
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 3);
}

TEST(ResultDeathTest, AskingForAMissingValueIsAProgrammerError) {
  EXPECT_DEATH(static_cast<void>(half(3).value()), "broken expectation");
}

}  // namespace
}  // namespace veer
