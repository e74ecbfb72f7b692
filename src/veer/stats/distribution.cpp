// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/distribution.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>
#include <utility>

#include "veer/base/error.hpp"

namespace veer {
namespace {

constexpr std::size_t max_order_statistics = 4096;

using StandardNormal = boost::math::normal_distribution<double>;

double interpolate(const std::vector<double>& ordered, double u) {
  const double position = u * static_cast<double>(ordered.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= ordered.size()) return ordered.back();
  const double share = position - static_cast<double>(below);
  return ordered[below] + share * (ordered[below + 1] - ordered[below]);
}

/// The area under the piecewise linear quantile function: end points count half.
double mean_between(const std::vector<double>& ordered) {
  if (ordered.size() == 1) return ordered.front();
  const double ends = (ordered.front() + ordered.back()) / 2;
  const double sum = std::accumulate(ordered.begin(), ordered.end(), 0.0) - ends;
  return sum / static_cast<double>(ordered.size() - 1);
}

/// Mean 1. For an addressed draw as accurate as log1p and half its cost.
double exponential_quantile(double u) { return -std::log(1 - u); }

}  // namespace

double normal_quantile(double u) { return boost::math::quantile(StandardNormal(), u); }
double normal_cdf(double z) { return boost::math::cdf(StandardNormal(), z); }

Distribution::Distribution(Kind kind, std::vector<double> parameters)
    : kind_(kind), parameters_(std::move(parameters)) {
  switch (kind_) {
    case Kind::lognormal:
      b_ = std::sqrt(std::log1p(parameters_[1]));
      a_ = std::log(parameters_[0]) - b_ * b_ / 2;
      break;
    case Kind::uniform:
      a_ = parameters_[0];
      b_ = parameters_[1] - parameters_[0];
      break;
    case Kind::empirical: a_ = mean_between(parameters_); break;
    default: a_ = parameters_[0];
  }
}

Distribution Distribution::constant(double value) {
  VEER_EXPECT(value >= 0);
  return {Kind::constant, {value}};
}

Distribution Distribution::exponential(double mean) {
  VEER_EXPECT(mean > 0);
  return {Kind::exponential, {mean}};
}

Distribution Distribution::lognormal(double mean, double scv) {
  VEER_EXPECT(mean > 0 && scv > 0);
  return {Kind::lognormal, {mean, scv}};
}

Distribution Distribution::uniform(double low, double high) {
  VEER_EXPECT(low >= 0 && low <= high);
  return {Kind::uniform, {low, high}};
}

Distribution Distribution::triangular(double low, double mode, double high) {
  VEER_EXPECT(low >= 0 && low <= mode && mode <= high);
  return {Kind::triangular, {low, mode, high}};
}

Distribution Distribution::empirical(std::vector<double> sample) {
  VEER_EXPECT(!sample.empty());
  std::sort(sample.begin(), sample.end());
  VEER_EXPECT(sample.front() >= 0);
  if (sample.size() > max_order_statistics) {
    std::vector<double> kept(max_order_statistics);
    for (std::size_t i = 0; i < kept.size(); ++i) {
      kept[i] = interpolate(sample, static_cast<double>(i) / (max_order_statistics - 1));
    }
    sample = std::move(kept);
  }
  return {Kind::empirical, std::move(sample)};
}

Distribution Distribution::from(Kind kind, std::vector<double> p) {
  switch (kind) {
    case Kind::constant: return constant(p.at(0));
    case Kind::exponential: return exponential(p.at(0));
    case Kind::lognormal: return lognormal(p.at(0), p.at(1));
    case Kind::uniform: return uniform(p.at(0), p.at(1));
    case Kind::triangular: return triangular(p.at(0), p.at(1), p.at(2));
    case Kind::empirical: return empirical(std::move(p));
  }
  VEER_EXPECT(false && "a distribution of an unknown kind");
}

double Distribution::quantile(double u) const {
  const auto& p = parameters_;
  switch (kind_) {
    case Kind::constant: return a_;
    case Kind::exponential: return a_ * exponential_quantile(u);
    case Kind::lognormal: return std::exp(a_ + b_ * normal_quantile(u));
    case Kind::uniform: return a_ + u * b_;
    case Kind::triangular: {
      const double width = p[2] - p[0];
      if (width == 0) return p[0];
      const double rising = (p[1] - p[0]) / width;
      if (u < rising) return p[0] + std::sqrt(u * width * (p[1] - p[0]));
      return p[2] - std::sqrt((1 - u) * width * (p[2] - p[1]));
    }
    case Kind::empirical: return interpolate(p, u);
  }
  VEER_EXPECT(false && "a distribution of an unknown kind");
}

double Distribution::mean() const {
  const auto& p = parameters_;
  switch (kind_) {
    case Kind::constant:
    case Kind::exponential:
    case Kind::lognormal: return p[0];
    case Kind::uniform: return (p[0] + p[1]) / 2;
    case Kind::triangular: return (p[0] + p[1] + p[2]) / 3;
    case Kind::empirical: return a_;
  }
  VEER_EXPECT(false && "a distribution of an unknown kind");
}

Distribution Distribution::scaled(double factor) const {
  VEER_EXPECT(factor >= 0);
  if (factor == 0) return constant(0);
  std::vector<double> p = parameters_;
  const std::size_t scalable = kind_ == Kind::lognormal ? 1 : p.size();
  for (std::size_t i = 0; i < scalable; ++i) p[i] *= factor;
  return {kind_, std::move(p)};
}

}  // namespace veer
