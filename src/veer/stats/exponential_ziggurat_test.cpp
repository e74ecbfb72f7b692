// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/exponential_ziggurat.hpp"

#include <gtest/gtest.h>

namespace veer {
namespace {

/// The bits of a layer's point.
std::uint64_t point(std::uint64_t layer, double place) {
  return (static_cast<std::uint64_t>(place * 0x1.0p53) << 11U) | layer;
}

TEST(ExponentialZiggurat, HasLayersOfOneAreaUpToTheTopOfTheCurve) {
  for (std::uint64_t layer = 1; layer + 1 < 256; ++layer) {
    const double right = exponential_ziggurat.try_bits(point(layer, 0x1.fffffffffffffp-1)).value;
    const double next = exponential_ziggurat.try_bits(point(layer + 1, 0x1.fffffffffffffp-1)).value;
    EXPECT_NEAR(right * (std::exp(-next) - std::exp(-right)), ExponentialZiggurat::area, 1e-12);
  }
  // The base: a box up to the edge, and the tail with area exp(-edge).
  const double base = ExponentialZiggurat::edge * std::exp(-ExponentialZiggurat::edge);
  EXPECT_NEAR(base + std::exp(-ExponentialZiggurat::edge), ExponentialZiggurat::area, 1e-12);
}

TEST(ExponentialZiggurat, TellsWhatLiesUnderTheCurveForSure) {
  EXPECT_TRUE(exponential_ziggurat.try_bits(point(7, 0.1)).inside);
  EXPECT_FALSE(exponential_ziggurat.try_bits(point(7, 0.9999)).inside);
  EXPECT_FALSE(exponential_ziggurat.try_bits(point(0, 0.9999)).inside) << "the tail";
  EXPECT_TRUE(ExponentialZiggurat::is_base(point(0, 0.5)));
  const std::uint64_t at_the_rim = point(200, 0.9999);
  const double value = exponential_ziggurat.try_bits(at_the_rim).value;
  EXPECT_TRUE(exponential_ziggurat.is_under_curve(at_the_rim, value, 1e-6));
  EXPECT_FALSE(exponential_ziggurat.is_under_curve(at_the_rim, value, 1 - 1e-6));
}

}  // namespace
}  // namespace veer
