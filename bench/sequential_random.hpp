// SPDX-License-Identifier: EUPL-1.2
// A fast sequential generator for the yardstick, which draws in order and need not be addressed.
//
// xoshiro256++ (Blackman & Vigna 2021) seeded by splitmix64, and the exponential ziggurat with 256
// layers (Marsaglia & Tsang 2000). Veer itself draws by address (veer/stats/draws.hpp).
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace veer::bench {

class Xoshiro {
 public:
  explicit Xoshiro(std::uint64_t seed) {
    for (std::uint64_t& word : state_) {
      seed += 0x9e3779b97f4a7c15U;
      std::uint64_t z = seed;
      z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
      z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
      word = z ^ (z >> 31U);
    }
  }
  std::uint64_t operator()() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }
  double uniform() { return static_cast<double>((*this)() >> 11U) * 0x1.0p-53; }

 private:
  std::array<std::uint64_t, 4> state_{};
};

/// Exp(1).
class ExponentialZiggurat {
 public:
  ExponentialZiggurat() {
    // Source: Marsaglia & Tsang 2000, J. Stat. Soft. 5(8): right edge and area for 256 layers.
    constexpr double edge = 7.69711747013104972;
    constexpr double area = 0.0039496598225815571993;
    x_[0] = area * std::exp(edge);
    x_[1] = edge;
    for (std::size_t i = 2; i < layers; ++i) {
      x_[i] = -std::log(area / x_[i - 1] + std::exp(-x_[i - 1]));
    }
    x_[layers] = 0;
    for (std::size_t i = 0; i <= layers; ++i) f_[i] = std::exp(-x_[i]);
  }

  template <class Generator>
  double operator()(Generator& random) const {
    for (;;) {
      const std::uint64_t bits = random();
      const std::size_t layer = bits & (layers - 1);
      const double x = static_cast<double>(bits >> 11U) * 0x1.0p-53 * x_[layer];
      if (x < x_[layer + 1]) return x;
      if (layer == 0) return x_[1] - std::log1p(-random.uniform());
      if (f_[layer] + random.uniform() * (f_[layer + 1] - f_[layer]) < std::exp(-x)) return x;
    }
  }

 private:
  static constexpr std::size_t layers = 256;
  std::array<double, layers + 1> x_{};
  std::array<double, layers + 1> f_{};
};

}  // namespace veer::bench
