// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/rank_tests.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <numeric>

namespace veer {

std::vector<double> ranks_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    const double shared = static_cast<double>(first + 1 + end) / 2;
    for (; first < end; ++first) ranks[order[first]] = shared;
  }
  return ranks;
}

RankTest kruskal_wallis(const std::vector<std::vector<double>>& groups) {
  std::vector<double> all;
  double k = 0;
  for (const auto& group : groups) {
    all.insert(all.end(), group.begin(), group.end());
    if (!group.empty()) ++k;
  }
  const auto n = static_cast<double>(all.size());
  const std::vector<double> ranks = ranks_of(all);
  double spread = 0;  // of the ranks around their mean
  for (const double rank : ranks) spread += (rank - (n + 1) / 2) * (rank - (n + 1) / 2);
  if (k < 2 || n <= k || spread == 0) return {};
  double between = 0;
  auto rank = ranks.begin();
  for (const auto& group : groups) {
    if (group.empty()) continue;
    const auto size = static_cast<std::ptrdiff_t>(group.size());
    const double mean = std::accumulate(rank, rank + size, 0.0) / static_cast<double>(size);
    between += static_cast<double>(size) * (mean - (n + 1) / 2) * (mean - (n + 1) / 2);
    rank += size;
  }
  RankTest result;
  result.statistic = (n - 1) * between / spread;
  const boost::math::chi_squared chance(k - 1);
  result.p = boost::math::cdf(boost::math::complement(chance, result.statistic));
  result.effect = std::max(0.0, (result.statistic - k + 1) / (n - k));
  return result;
}

}  // namespace veer
