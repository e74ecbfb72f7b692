// SPDX-License-Identifier: EUPL-1.2
// How far apart two samples lie: the work of moving one onto the other.
#pragma once

#include <cstdint>
#include <vector>

namespace veer {

/// The 1-Wasserstein distance of two empirical distributions of whole-numbered bins, each of mass
/// 1: the area between their distribution functions, in bins. The samples may differ in size; any
/// order; neither may be empty. O(n log n).
/// Source: Villani 2009, Optimal Transport, ch. 6; for one dimension the area between the
/// distribution functions (Vallender 1974).
[[nodiscard]] double wasserstein_1(std::vector<std::int64_t> a, std::vector<std::int64_t> b);

}  // namespace veer
