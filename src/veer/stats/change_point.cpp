// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/change_point.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/stats/rank_tests.hpp"

namespace veer {

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
