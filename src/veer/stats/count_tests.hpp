// SPDX-License-Identifier: EUPL-1.2
// Do counts differ by more than chance gives? And what many tests at once take.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace veer {

/// Probability that counts of one mean differ so much by chance: (n - 1) times variance over mean
/// against chi-square with n - 1 degrees of freedom. Source: Fisher's index of dispersion; Cox &
/// Lewis, The Statistical Analysis of Series of Events (1966). At least two counts; 1 when all are
/// zero. O(n).
[[nodiscard]] double overdispersion_p(std::span<const double> counts);

/// Probability of k or more of n, each with probability p (0..1). O(1).
[[nodiscard]] double at_least(std::size_t k, std::size_t n, double p);

struct Dependence {
  double statistic = 0;
  double p = 1;       ///< Probability by chance, 0..1 (approximate: expected counts of about five).
  double effect = 0;  ///< Cramer's V without its bias, 0..1.
};

/// Are rows and columns of a table of counts independent? Pearson's chi-square; V as Bergsma
/// (2013), Journal of the Korean Statistical Society 42, corrects it. Rows and columns of zeros do
/// not count. Rows of one length. O(cells).
[[nodiscard]] Dependence dependence(const std::vector<std::vector<double>>& table);

/// The p-values of tests that are looked at together, each so adjusted that the chance of even one
/// false alarm stays what it says. Source: Holm (1979), Scandinavian Journal of Statistics 6.
/// O(n log n).
[[nodiscard]] std::vector<double> holm(std::span<const double> p);

}  // namespace veer
