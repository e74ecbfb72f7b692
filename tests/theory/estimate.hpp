// SPDX-License-Identifier: EUPL-1.2
// A mean with its confidence interval over independent replications: the tolerance of the theory
// tests. Seed 1, twenty replications, a 99.9 % interval, unless a test says otherwise.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "small_world.hpp"

namespace veer::test {

struct Estimate {
  double mean = 0;
  double half_width = 0;  ///< Of the 99.9 % interval.
};

inline constexpr std::uint64_t theory_seed = 1;
inline constexpr std::uint32_t replication_count = 20;

/// The chance that a right engine falls outside the interval is one in a thousand, and with the
/// fixed seed it either always does or never. `values` holds one number per replication.
inline Estimate interval(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  double squares = 0;
  for (const double x : values) {
    sum += x;
    squares += x * x;
  }
  const double mean = sum / n;
  const double variance = std::max((squares - n * mean * mean) / (n - 1), 0.0);
  EXPECT_EQ(values.size(), replication_count);
  // Exact: Student t quantile 0.9995 with 19 degrees of freedom is 3.883.
  return {mean, 3.883 * std::sqrt(variance / n)};
}

/// The outcome of every replication of the world.
inline std::vector<sim::Outcome> replications(SmallWorld world) {
  world.run.seed = theory_seed;
  std::vector<sim::Outcome> outcomes;
  for (world.run.replication = 0; world.run.replication < replication_count;
       ++world.run.replication) {
    outcomes.push_back(world.simulate());
  }
  return outcomes;
}

/// The mean of value(outcome).
template <class Value>
Estimate mean_of(const std::vector<sim::Outcome>& outcomes, Value value) {
  std::vector<double> values;
  for (const sim::Outcome& outcome : outcomes) values.push_back(value(outcome));
  return interval(values);
}

/// The mean of value(outcome) over replications of the world, which are not kept.
template <class Value>
Estimate estimate(SmallWorld world, Value value) {
  world.run.seed = theory_seed;
  std::vector<double> values;
  for (world.run.replication = 0; world.run.replication < replication_count;
       ++world.run.replication) {
    values.push_back(value(world.simulate()));
  }
  return interval(values);
}

/// The theory's value lies in the interval, and the interval is narrow enough to tell it from
/// others: at most `width` of the value to either side.
inline void expect_agrees(const Estimate& found, double theory, double width,
                          const std::string& what = "") {
  EXPECT_NEAR(found.mean, theory, found.half_width) << what;
  EXPECT_LE(found.half_width, width * theory) << what << ": too wide to test anything";
}

/// Mean hours of a ledger row per case.
inline double mean_row(const sim::Outcome& outcome, sim::Row row) {
  return mean_hours(outcome, [row](const sim::CaseOutcome& c) { return c.ledger[row]; });
}

inline double mean_wait(const sim::Outcome& outcome) {
  return mean_row(outcome, sim::Row::capacity);
}

inline double mean_elapsed(const sim::Outcome& outcome) {
  return mean_hours(outcome, [](const sim::CaseOutcome& c) { return c.elapsed(); });
}

/// The cases of one case type.
inline sim::Outcome only(const sim::Outcome& outcome, work::CaseTypeId type) {
  sim::Outcome part;
  for (const sim::CaseOutcome& c : outcome.cases) {
    if (c.case_type == type) part.cases.push_back(c);
  }
  return part;
}

/// One activity, `servers` people in one unit who all can do it, Poisson arrivals, `rate` an hour.
inline SmallWorld queue(double rate, int servers, Distribution service,
                        std::int32_t measured_days) {
  SmallWorld world;
  const auto task = world.activity("task", std::move(service));
  const auto team = world.unit("team");
  for (int i = 0; i < servers; ++i) world.person(team, {task});
  world.case_type({task}, Distribution::exponential(1 / rate));
  world.run.window = {*day_from_date(2024, 1, 1), servers > 10 ? 30 : 200, measured_days, 30};
  return world;
}

}  // namespace veer::test
