// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/summary.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "veer/base/error.hpp"

namespace veer {
namespace {

double squared_deviations(std::span<const double> sample) {
  const double centre = mean(sample);
  double sum = 0;
  for (const double x : sample) sum += (x - centre) * (x - centre);
  return sum;
}

}  // namespace

double mean(std::span<const double> sample) {
  VEER_EXPECT(!sample.empty());
  double sum = 0;
  for (const double x : sample) sum += x;
  return sum / static_cast<double>(sample.size());
}

double standard_deviation(std::span<const double> sample) {
  if (sample.size() == 1) return 0;
  return std::sqrt(squared_deviations(sample) / static_cast<double>(sample.size() - 1));
}

double population_deviation(std::span<const double> sample) {
  return std::sqrt(squared_deviations(sample) / static_cast<double>(sample.size()));
}

double quantile_of_sorted(std::span<const double> ordered, double u) {
  VEER_EXPECT(!ordered.empty() && u >= 0 && u <= 1);
  const double position = u * static_cast<double>(ordered.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= ordered.size()) return ordered.back();
  const double share = position - static_cast<double>(below);
  return ordered[below] + share * (ordered[below + 1] - ordered[below]);
}

double quantile(std::span<const double> sample, double u) {
  std::vector<double> ordered(sample.begin(), sample.end());
  std::sort(ordered.begin(), ordered.end());
  return quantile_of_sorted(ordered, u);
}

Bounds student_interval(std::span<const double> sample, double confidence) {
  VEER_EXPECT(confidence > 0 && confidence < 1);
  const double centre = mean(sample);
  if (sample.size() < 2) return {centre, centre};
  const auto n = static_cast<double>(sample.size());
  const boost::math::students_t law(n - 1);
  const double t = boost::math::quantile(law, 0.5 + confidence / 2);
  const double half = t * standard_deviation(sample) / std::sqrt(n);
  return {centre - half, centre + half};
}

Bounds bootstrap_interval(std::span<const double> sample,
                          const std::function<double(std::span<const double>)>& statistic,
                          const Draws& draws, std::uint32_t subject, std::size_t rounds,
                          double confidence) {
  VEER_EXPECT(!sample.empty() && sample.size() < (std::size_t{1} << 24U) && rounds > 0);
  const auto n = static_cast<double>(sample.size());
  std::vector<double> drawn(sample.size());
  std::vector<double> statistics(rounds);
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      const double u = draws.uniform(Purpose::bootstrap, subject, static_cast<std::uint32_t>(round),
                                     static_cast<std::uint32_t>(i));
      drawn[i] = sample[static_cast<std::size_t>(u * n)];
    }
    statistics[round] = statistic(drawn);
  }
  std::sort(statistics.begin(), statistics.end());
  return {quantile_of_sorted(statistics, 0.5 - confidence / 2),
          quantile_of_sorted(statistics, 0.5 + confidence / 2)};
}

std::size_t weighted_choice(std::span<const double> weights, double u) {
  double total = 0;
  for (const double weight : weights) total += weight;
  VEER_EXPECT(total > 0);
  const double wanted = u * total;
  double sum = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    sum += weights[i];
    last = i;
    if (sum > wanted) return i;
  }
  return last;  // u so near to 1 that rounding used up the sum
}

}  // namespace veer
