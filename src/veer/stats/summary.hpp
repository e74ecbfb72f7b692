// SPDX-License-Identifier: EUPL-1.2
// What a sample shows: mean, spread, quantiles, and intervals around them.
//
// Samples are plain doubles in the unit of the caller. Sums run in index order, so the same sample
// in the same order gives the same bits.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "veer/stats/draws.hpp"

namespace veer {

/// Two ends, low <= high.
struct Bounds {
  double low = 0;
  double high = 0;

  friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// The arithmetic mean; the sample must not be empty. O(n).
[[nodiscard]] double mean(std::span<const double> sample);
/// The sample standard deviation (divisor n - 1); 0 for a single value. O(n), two passes.
[[nodiscard]] double standard_deviation(std::span<const double> sample);
/// The population standard deviation (divisor n), as published fidelity tables use it. O(n).
[[nodiscard]] double population_deviation(std::span<const double> sample);

/// The value below which a share u (0..1) of the sample lies: linear interpolation between order
/// statistics, type 7 of Hyndman & Fan (1996). The sample must not be empty; any order. O(n log n).
[[nodiscard]] double quantile(std::span<const double> sample, double u);
/// The same of a sample that is already in ascending order. O(1).
[[nodiscard]] double quantile_of_sorted(std::span<const double> ordered, double u);

/// Student's interval around the mean: mean +- t(n-1, confidence) s / sqrt(n). For n < 2 both ends
/// are the mean. 0 < confidence < 1.
[[nodiscard]] Bounds student_interval(std::span<const double> sample, double confidence = 0.95);

/// The percentile bootstrap interval of a statistic (Efron & Tibshirani 1993, ch. 13): the
/// statistic of `rounds` samples drawn with replacement, and the quantiles of these. Draws are
/// addressed by Purpose::bootstrap, `subject`, the round and the position. Samples up to 2^24
/// values. O(rounds * (n + cost of the statistic)).
[[nodiscard]] Bounds bootstrap_interval(
    std::span<const double> sample, const std::function<double(std::span<const double>)>& statistic,
    const Draws& draws, std::uint32_t subject, std::size_t rounds = 1000,
    double confidence = 0.95);

/// The index that a uniform number 0 < u < 1 chooses when index i has weight weights[i] >= 0: the
/// first at which the running sum exceeds u times the total. At least one weight is positive; a
/// weight of zero is never chosen. O(n).
[[nodiscard]] std::size_t weighted_choice(std::span<const double> weights, double u);

}  // namespace veer
