// SPDX-License-Identifier: EUPL-1.2
// Drawing the numbers that nobody knows exactly (DESIGN law 3).
//
// Draw d of an input is looked up by (seed, d, address of the input): it does not depend on which
// other inputs a study has, nor on their order, so adding a design moves no draw of the others, and
// one organisation under two names is one organisation. Judgements and sourced inputs are both
// drawn from their range: a source's range is its own uncertainty.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "veer/org/input.hpp"

namespace veer::study {

/// FNV-1a, 64 bits (Fowler, Noll & Vo): the same on every platform, unlike std::hash.
[[nodiscard]] std::uint64_t stable_hash(std::string_view text);

/// The quantile of the triangular distribution on [low, high] with its peak at mode, low <= mode
/// <= high, any sign: mode when low == high. 0 < u < 1.
[[nodiscard]] double triangular_quantile(double low, double mode, double high, double u);

/// All inputs that are used, once each, ordered by name. Inputs of one name must be equal.
[[nodiscard]] std::vector<org::Input> distinct(std::vector<org::Input> inputs);

/// Draw number `draw` of the inputs.
[[nodiscard]] org::DrawnInputs draw_inputs(const std::vector<org::Input>& inputs,
                                           std::uint64_t seed, std::uint32_t draw);

/// How many numbers a study rests on, by kind.
struct InputCount {
  std::size_t sourced = 0;
  std::size_t judgements = 0;
  friend bool operator==(const InputCount&, const InputCount&) = default;
};
[[nodiscard]] InputCount count(const std::vector<org::Input>& distinct_inputs);

}  // namespace veer::study
