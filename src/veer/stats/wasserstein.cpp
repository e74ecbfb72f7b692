// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/wasserstein.hpp"

#include <algorithm>
#include <cmath>

#include "veer/base/error.hpp"

namespace veer {

double wasserstein_1(std::vector<std::int64_t> a, std::vector<std::int64_t> b) {
  VEER_EXPECT(!a.empty() && !b.empty());
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  const auto size_a = static_cast<double>(a.size());
  const auto size_b = static_cast<double>(b.size());
  std::size_t below_a = 0;
  std::size_t below_b = 0;
  std::int64_t at = std::min(a.front(), b.front());
  double area = 0;
  while (below_a < a.size() || below_b < b.size()) {
    while (below_a < a.size() && a[below_a] == at) ++below_a;
    while (below_b < b.size() && b[below_b] == at) ++below_b;
    if (below_a == a.size() && below_b == b.size()) break;
    const std::int64_t next = below_a == a.size()   ? b[below_b]
                              : below_b == b.size() ? a[below_a]
                                                    : std::min(a[below_a], b[below_b]);
    const double gap =
        static_cast<double>(below_a) / size_a - static_cast<double>(below_b) / size_b;
    area += std::abs(gap) * static_cast<double>(next - at);
    at = next;
  }
  return area;
}

}  // namespace veer
