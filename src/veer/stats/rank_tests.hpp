// SPDX-License-Identifier: EUPL-1.2
// Do samples differ by more than chance gives? A test on ranks: no shape of distribution is
// assumed.
#pragma once

#include <span>
#include <vector>

namespace veer {

/// Ranks from 1 in ascending order; equal values share the mean of theirs. O(n log n).
[[nodiscard]] std::vector<double> ranks_of(std::span<const double> values);

struct RankTest {
  double statistic = 0;
  double p = 1;        ///< Probability of so large a statistic by chance, 0..1 (approximate).
  double effect = 0;   ///< Share of the spread in ranks that is explained, 0..1.
};

/// Are the values of all groups of one distribution? H with the correction for ties, chi-square
/// with k - 1 degrees of freedom. effect: eta squared, (H - k + 1) / (n - k).
/// Source: Kruskal & Wallis (1952), Journal of the American Statistical Association 47; the effect:
/// Tomczak & Tomczak (2014), Trends in Sport Sciences 1(21). Empty groups do not count; with fewer
/// than two groups or one value alone p is 1. O(n log n).
[[nodiscard]] RankTest kruskal_wallis(const std::vector<std::vector<double>>& groups);

}  // namespace veer
