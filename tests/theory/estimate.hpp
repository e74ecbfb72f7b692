// SPDX-License-Identifier: EUPL-1.2
// A mean with its confidence interval over independent replications: how theory tests say what
// tolerance they use.
#pragma once

#include <cmath>
#include <cstdint>

#include "small_world.hpp"

namespace veer::test {

struct Estimate {
  double mean = 0;
  double half_width = 0;  ///< Of the 99.9 % interval.
};

inline constexpr std::uint32_t replication_count = 20;

/// Runs replication_count replications of the world, seed 1, and takes value(outcome) of each. The
/// chance that a right engine falls outside the interval is one in a thousand, and with the fixed
/// seed it either always does or never.
template <class Value>
Estimate estimate(SmallWorld world, Value value) {
  double sum = 0;
  double squares = 0;
  for (std::uint32_t r = 0; r < replication_count; ++r) {
    world.run.replication = r;
    const double x = value(world.simulate());
    sum += x;
    squares += x * x;
  }
  const double n = replication_count;
  const double mean = sum / n;
  const double variance = (squares - n * mean * mean) / (n - 1);
  // Exact: Student t quantile 0.9995 with 19 degrees of freedom is 3.883.
  return {mean, 3.883 * std::sqrt(variance / n)};
}

/// Mean hours of a ledger row per case.
inline double mean_row(const sim::Outcome& outcome, sim::Row row) {
  return mean_hours(outcome, [row](const sim::CaseOutcome& c) { return c.ledger[row]; });
}

inline double mean_elapsed(const sim::Outcome& outcome) {
  return mean_hours(outcome, [](const sim::CaseOutcome& c) { return c.elapsed(); });
}

/// One activity, `servers` people in one unit who all can do it, Poisson arrivals, `rate` an hour.
inline SmallWorld queue(double rate, int servers, Distribution service) {
  SmallWorld world;
  const auto task = world.activity("task", std::move(service));
  const auto team = world.unit("team");
  for (int i = 0; i < servers; ++i) world.person(team, {task});
  world.case_type({task}, Distribution::exponential(1 / rate));
  world.run.window.warm_up = servers > 10 ? 30 : 200;
  world.run.window.follow_up = 30;
  return world;
}

}  // namespace veer::test
