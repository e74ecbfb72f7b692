// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "veer/base/error.hpp"
#include "veer/stats/draws.hpp"

namespace veer::study {
namespace {

struct Resampled {
  std::vector<double> mean;
  std::vector<double> median;
  std::vector<double> p90;
  std::vector<double> distance;
};

/// A resample of ordered values, ordered: how often each value is picked, then one walk.
std::vector<double> resample(const std::vector<double>& ordered, const Draws& draws,
                             std::uint32_t number) {
  const std::size_t size = ordered.size();
  std::vector<std::uint32_t> picked(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    const double u = draws.uniform(Purpose::bootstrap, number, static_cast<std::uint32_t>(i));
    ++picked[static_cast<std::size_t>(u * static_cast<double>(size))];
  }
  std::vector<double> values;
  values.reserve(size);
  for (std::size_t i = 0; i < size; ++i) values.insert(values.end(), picked[i], ordered[i]);
  return values;
}

/// Bounds of mean, median and P90 and the distance share the resamples: one pass for all four.
Resampled bootstrap(const std::vector<double>& recorded, std::uint64_t seed, int resamples) {
  const Draws draws(seed, 0);
  Resampled result;
  for (int b = 0; b < resamples; ++b) {
    const std::vector<double> sample = resample(recorded, draws, static_cast<std::uint32_t>(b));
    result.mean.push_back(mean(sample));
    result.median.push_back(quantile_of_sorted(sample, 0.5));
    result.p90.push_back(quantile_of_sorted(sample, 0.9));
    result.distance.push_back(wasserstein_distance(sample, recorded));
  }
  return result;
}

Bounds middle_95(const std::vector<double>& resampled) {
  return {quantile(resampled, 0.025), quantile(resampled, 0.975)};
}

ComparedFigure figure(double recorded, const Bounds& bounds, double simulated) {
  return {recorded, bounds.low, bounds.high, simulated};
}

}  // namespace

double wasserstein_distance(const std::vector<double>& a, const std::vector<double>& b) {
  VEER_EXPECT(!a.empty() && !b.empty());
  const auto size_a = static_cast<double>(a.size());
  const auto size_b = static_cast<double>(b.size());
  std::size_t i = 0;
  std::size_t j = 0;
  double area = 0;
  double at = std::min(a[0], b[0]);
  while (i < a.size() || j < b.size()) {
    const double next_a = i < a.size() ? a[i] : std::numeric_limits<double>::infinity();
    const double next_b = j < b.size() ? b[j] : std::numeric_limits<double>::infinity();
    const double next = std::min(next_a, next_b);
    const double gap = static_cast<double>(i) / size_a - static_cast<double>(j) / size_b;
    area += std::abs(gap) * (next - at);
    at = next;
    while (i < a.size() && a[i] <= next) ++i;
    while (j < b.size() && b[j] <= next) ++j;
  }
  return area;
}

RecordedElapsed resample_elapsed(std::vector<double> recorded, std::uint64_t seed,
                                 int resamples) {
  VEER_EXPECT(!recorded.empty() && resamples > 0);
  std::sort(recorded.begin(), recorded.end());
  const Resampled resampled = bootstrap(recorded, seed, resamples);
  return {std::move(recorded), middle_95(resampled.mean), middle_95(resampled.median),
          middle_95(resampled.p90), quantile(resampled.distance, 0.95)};
}

Agreement compare_elapsed(const RecordedElapsed& recorded, std::vector<double> simulated) {
  VEER_EXPECT(!simulated.empty());
  std::sort(simulated.begin(), simulated.end());
  const auto& days = recorded.days;
  Agreement result;
  result.mean_days = figure(mean(days), recorded.mean, mean(simulated));
  result.median_days = figure(quantile_of_sorted(days, 0.5), recorded.median,
                              quantile_of_sorted(simulated, 0.5));
  result.p90_days = figure(quantile_of_sorted(days, 0.9), recorded.p90,
                           quantile_of_sorted(simulated, 0.9));
  result.distance_days = wasserstein_distance(simulated, days);
  result.distance_limit_days = recorded.distance_limit;
  result.recorded_cases = days.size();
  result.simulated_cases = simulated.size();
  return result;
}

std::vector<MeasuredCase> elapsed_as_recorded(const sim::Outcome& outcome, bool starts_recorded) {
  struct Span {
    Instant first = Instant::max();
    Instant last = Instant::min();
  };
  std::vector<Span> spans(outcome.cases.size());
  for (const sim::SimulatedEvent& event : outcome.events) {
    const auto found = std::lower_bound(
        outcome.cases.begin(), outcome.cases.end(), event,
        [](const sim::CaseOutcome& one, const sim::SimulatedEvent& of) {
          return std::pair(one.case_type, one.number) < std::pair(of.case_type, of.number);
        });
    if (found == outcome.cases.end()) continue;
    if (found->case_type != event.case_type || found->number != event.number) continue;
    Span& span = spans[static_cast<std::size_t>(found - outcome.cases.begin())];
    span.first = std::min(span.first, starts_recorded ? event.start : event.end);
    span.last = std::max(span.last, event.end);
  }
  std::vector<MeasuredCase> elapsed;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const sim::CaseOutcome& one = outcome.cases[i];
    if (spans[i].first > spans[i].last) continue;
    // Leaving out what is not finished would leave out the longest cases.
    const Instant last = one.finished ? spans[i].last : one.ended;
    elapsed.push_back({&one, days(last - spans[i].first)});
  }
  return elapsed;
}

}  // namespace veer::study
