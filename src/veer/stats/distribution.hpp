// SPDX-License-Identifier: EUPL-1.2
// Distributions of non-negative quantities, sampled by inversion.
//
// One uniform number gives one value, increasing in the uniform: two designs that look up the same
// draw get the same value, and a longer tail in one parameter draw is longer for the same cases.
// Values are plain doubles; the unit (hours, days) is that of the parameters and is named where a
// distribution is used.
#pragma once

#include <cstdint>
#include <vector>

namespace veer {

class Distribution {
 public:
  /// Always value (>= 0).
  static Distribution constant(double value);
  /// Mean > 0; variance mean^2; quantile -mean ln(1-u).
  static Distribution exponential(double mean);
  /// By the mean and the squared coefficient of variation of X itself (not of log X), both > 0:
  /// sigma^2 = ln(1+scv), mu = ln(mean) - sigma^2/2; quantile exp(mu + sigma z(u)).
  static Distribution lognormal(double mean, double scv);
  /// Between low and high, both >= 0, low <= high.
  static Distribution uniform(double low, double high);
  /// Triangular between low and high with its peak at mode; low <= mode <= high.
  static Distribution triangular(double low, double mode, double high);
  /// What a sample shows: linear interpolation between the order statistics, type 7 of Hyndman &
  /// Fan (1996). The sample must not be empty; order does not matter. Samples above 4,096 values
  /// are kept as 4,096 equally spaced quantiles (error below the spacing of the order statistics).
  static Distribution empirical(std::vector<double> sample);

  /// The value below which a share u of all values lies; 0 < u < 1.
  [[nodiscard]] double quantile(double u) const;
  /// One value whatever the draw.
  [[nodiscard]] bool is_constant() const { return kind_ == Kind::constant; }
  /// The mean of what quantile() gives.
  [[nodiscard]] double mean() const;
  /// The same distribution with every value multiplied by factor >= 0.
  [[nodiscard]] Distribution scaled(double factor) const;

  friend bool operator==(const Distribution&, const Distribution&) = default;

  enum class Kind : std::uint8_t {
    constant, exponential, lognormal, uniform, triangular, empirical
  };
  [[nodiscard]] Kind kind() const { return kind_; }
  /// constant: value; exponential: mean; lognormal: mean, scv; uniform: low, high; triangular: low,
  /// mode, high; empirical: the ordered values. For storing and printing.
  [[nodiscard]] const std::vector<double>& parameters() const { return parameters_; }
  /// The inverse of kind() and parameters().
  static Distribution from(Kind kind, std::vector<double> parameters);

 private:
  Distribution(Kind kind, std::vector<double> parameters);
  Kind kind_;
  std::vector<double> parameters_;
  double a_ = 0;  // the first parameter, at hand; lognormal: mu; empirical: the mean
  double b_ = 0;  // lognormal: sigma; uniform: the width
};

/// The standard normal quantile z(u), 0 < u < 1.
[[nodiscard]] double normal_quantile(double u);
/// The standard normal distribution function.
[[nodiscard]] double normal_cdf(double z);

}  // namespace veer
