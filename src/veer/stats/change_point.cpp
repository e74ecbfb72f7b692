// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/change_point.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "veer/base/error.hpp"

namespace veer {
namespace {

/// Ranks from 1; equal values share the mean of theirs.
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

}  // namespace

ChangePoint find_change(std::span<const double> values) {
  VEER_EXPECT(values.size() >= 2);
  const std::vector<double> ranks = ranks_of(values);
  const auto n = static_cast<double>(values.size());
  ChangePoint found;
  double largest = 0;
  double sum = 0;
  for (std::size_t t = 1; t < values.size(); ++t) {
    sum += 2 * ranks[t - 1] - (n + 1);
    if (std::abs(sum) <= largest) continue;
    largest = std::abs(sum);
    found.at = t;
  }
  found.p = std::min(1.0, 2 * std::exp(-6 * largest * largest / (n * n * n + n * n)));
  return found;
}

}  // namespace veer
