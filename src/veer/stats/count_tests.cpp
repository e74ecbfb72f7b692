// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/count_tests.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <numeric>

#include "veer/base/error.hpp"
#include "veer/stats/summary.hpp"

namespace veer {

double overdispersion_p(std::span<const double> counts) {
  VEER_EXPECT(counts.size() >= 2);
  const double middle = mean(counts);
  if (middle <= 0) return 1;
  const double deviation = standard_deviation(counts);
  const double freedom = static_cast<double>(counts.size()) - 1;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared(freedom),
                                                  freedom * deviation * deviation / middle));
}

double at_least(std::size_t k, std::size_t n, double p) {
  VEER_EXPECT(p >= 0 && p <= 1);
  if (k == 0) return 1;
  if (k > n) return 0;
  return boost::math::ibeta(static_cast<double>(k), static_cast<double>(n - k) + 1, p);
}

Dependence dependence(const std::vector<std::vector<double>>& table) {
  std::vector<double> row_sums;
  std::vector<double> column_sums;
  for (const auto& row : table) {
    row_sums.push_back(std::accumulate(row.begin(), row.end(), 0.0));
    column_sums.resize(row.size());
    for (std::size_t c = 0; c < row.size(); ++c) column_sums[c] += row[c];
  }
  const auto positive = [](const std::vector<double>& sums) {
    return static_cast<double>(
        std::count_if(sums.begin(), sums.end(), [](double sum) { return sum > 0; }));
  };
  const double n = std::accumulate(row_sums.begin(), row_sums.end(), 0.0);
  const double rows = positive(row_sums);
  const double columns = positive(column_sums);
  if (rows < 2 || columns < 2 || n < 2) return {};
  Dependence result;
  for (std::size_t r = 0; r < table.size(); ++r) {
    for (std::size_t c = 0; c < table[r].size(); ++c) {
      const double expected = row_sums[r] * column_sums[c] / n;
      if (expected <= 0) continue;
      result.statistic += (table[r][c] - expected) * (table[r][c] - expected) / expected;
    }
  }
  const double freedom = (rows - 1) * (columns - 1);
  result.p = boost::math::cdf(
      boost::math::complement(boost::math::chi_squared(freedom), result.statistic));
  const double phi = std::max(0.0, result.statistic / n - freedom / (n - 1));
  const double r = rows - (rows - 1) * (rows - 1) / (n - 1);
  const double c = columns - (columns - 1) * (columns - 1) / (n - 1);
  const double least = std::min(r, c) - 1;
  if (least > 0) result.effect = std::min(1.0, std::sqrt(phi / least));
  return result;
}

std::vector<double> holm(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double largest = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    largest = std::max(largest, static_cast<double>(p.size() - i) * p[order[i]]);
    adjusted[order[i]] = std::min(1.0, largest);
  }
  return adjusted;
}

}  // namespace veer
