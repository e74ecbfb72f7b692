// SPDX-License-Identifier: EUPL-1.2
// Has the level of a series changed once, and where?
//
// Source: Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28(2)
// (1979): K = max |U_t| over t, where U_t is the Mann-Whitney count of the first t values against
// the rest, with P(K) about 2 exp(-6 K^2 / (n^3 + n^2)) when the values are independent and of one
// distribution. Dependent values give more false alarms than that.
#pragma once

#include <cstddef>
#include <span>

namespace veer {

struct ChangePoint {
  std::size_t at = 0;      ///< The first value of the new level.
  double p = 1;            ///< Probability of so strong a change by chance, 0..1 (approximate).
};

/// values: in order of time, at least two, ties allowed. O(n log n).
[[nodiscard]] ChangePoint find_change(std::span<const double> values);

}  // namespace veer
