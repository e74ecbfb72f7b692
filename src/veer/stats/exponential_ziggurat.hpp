// SPDX-License-Identifier: EUPL-1.2
// The exponential distribution with mean 1 under a ziggurat of 256 layers of equal area (Marsaglia
// & Tsang 2000, "The ziggurat method for generating random variables", J. Stat. Soft. 5(8)).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace veer {

class ExponentialZiggurat {
 public:
  constexpr ExponentialZiggurat() {
    std::array<double, layer_count + 1> right{};
    right[0] = area / density(edge);
    right[1] = edge;
    for (std::size_t i = 2; i < layer_count; ++i) {
      right[i] = place_of_density(area / right[i - 1] + density(right[i - 1]), right[i - 1]);
    }
    right[layer_count] = 0;
    for (std::size_t i = 0; i < layer_count; ++i) layers_[i] = {right[i] * 0x1.0p-53, right[i + 1]};
    for (std::size_t i = 0; i <= layer_count; ++i) heights_[i] = density(right[i]);
  }

  // Source: Marsaglia & Tsang 2000, for 256 layers.
  static constexpr double edge = 7.69711747013104972;       ///< Where the tail begins.
  static constexpr double area = 0.0039496598225815571993;  ///< Of each layer.

  struct Try {
    double value;
    bool inside;  ///< Under the curve for sure: the value stands.
  };
  /// A point of a layer: its low 8 bits name the layer, its 53 high bits the place. O(1).
  [[nodiscard]] Try try_bits(std::uint64_t bits) const {
    const Layer& layer = layers_[bits & 0xffU];
    // Never 0: the lowest of the 53 bits is set.
    const auto place = static_cast<double>(static_cast<std::int64_t>((bits >> 11U) | 1U));
    const double value = place * layer.step;
    return {value, value < layer.inner};
  }
  /// Whether the point falls in the layer below all others, outside whose box lies the tail.
  [[nodiscard]] static bool is_base(std::uint64_t bits) { return (bits & 0xffU) == 0; }
  /// Whether the point of a layer above the base lies under the curve; u is uniform in (0, 1).
  [[nodiscard]] bool is_under_curve(std::uint64_t bits, double value, double u) const {
    const std::size_t layer = bits & 0xffU;
    const double height = heights_[layer] + u * (heights_[layer + 1] - heights_[layer]);
    return height < std::exp(-value);
  }

 private:
  static constexpr std::size_t layer_count = 256;

  /// exp(-x) for x in [0, 16] as the compiler works it out, by the series of x / 16.
  static constexpr double density(double x) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n < 24; ++n) sum += term *= x / 16 / n;
    for (int i = 0; i < 4; ++i) sum *= sum;
    return 1 / sum;
  }
  /// The x with exp(-x) = height, by Newton from a place near it.
  static constexpr double place_of_density(double height, double x) {
    for (int i = 0; i < 16; ++i) x += 1 - height / density(x);
    return x;
  }

  struct Layer {
    double step;   ///< Width of the layer's box in units of 2^-53.
    double inner;  ///< Up to here the whole layer lies under the curve.
  };
  std::array<Layer, layer_count> layers_{};
  std::array<double, layer_count + 1> heights_{};  ///< The density at the boxes' right edges.
};

inline constexpr ExponentialZiggurat exponential_ziggurat;

}  // namespace veer
