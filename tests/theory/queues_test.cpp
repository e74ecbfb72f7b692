// SPDX-License-Identifier: EUPL-1.2
// Waiting lines with known answers, run through the people, units and queues that every
// organisation uses. Formulas: Kleinrock 1975, Queueing Systems I, ch. 3 and 5; numbers:
// reference/mechanisms.md 2.1.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "small_world.hpp"
#include "veer/stats/distribution.hpp"

namespace veer::test {
namespace {

/// One activity, `servers` people who all can do it, Poisson arrivals at `rate` an hour.
SmallWorld queue(double rate, int servers, Distribution service) {
  SmallWorld world;
  const auto task = world.activity("task", std::move(service));
  const auto team = world.unit("team");
  for (int i = 0; i < servers; ++i) world.person(team, {task});
  world.case_type({task}, Distribution::exponential(1 / rate));
  world.run.window.warm_up = servers > 10 ? 30 : 200;
  world.run.window.follow_up = 30;
  return world;
}

struct Estimate {
  double mean;
  double half_width;  // of the 99.9 % interval over replications
};

/// Mean wait in hours over independent replications of `measured` days.
Estimate mean_wait(SmallWorld world, std::int32_t measured, std::uint32_t replications) {
  world.run.window.measured = measured;
  double sum = 0;
  double squares = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    world.run.replication = r;
    const double wait = mean_hours(world.simulate(), [](const sim::CaseOutcome& c) {
      return c.ledger[sim::Row::capacity];
    });
    sum += wait;
    squares += wait * wait;
  }
  const double n = replications;
  const double mean = sum / n;
  const double variance = (squares - n * mean * mean) / (n - 1);
  // Exact: Student t quantile 0.9995 with 19 degrees of freedom is 3.883.
  return {mean, 3.883 * std::sqrt(variance / n)};
}

constexpr std::uint32_t replications = 20;

TEST(Queue, WaitsAsErlangCSays) {
  // W_q of M/M/c with mean service 1 h.
  struct Row {
    double rate;
    int servers;
    double wait;
    std::int32_t days;
  };
  for (const Row& row : std::vector<Row>{{0.8, 1, 4.0, 3000},
                                         {1.6, 2, 1.777778, 2000},
                                         {4, 5, 0.554113, 800},
                                         {8, 10, 0.204590, 500},
                                         {45, 50, 0.072773, 120}}) {
    const Estimate wait =
        mean_wait(queue(row.rate, row.servers, Distribution::exponential(1)), row.days,
                  replications);
    EXPECT_NEAR(wait.mean, row.wait, wait.half_width) << row.servers << " servers";
    EXPECT_LT(wait.half_width, 0.15 * row.wait) << "the interval is too wide to test anything";
  }
}

TEST(Queue, WaitsAsPollaczekAndKhinchineSay) {
  // W_q = lambda E[S^2] / 2(1 - rho) = rho/(1-rho) (1+scv)/2 hours, at rho 0.8, mean service 1 h.
  const std::vector<std::pair<Distribution, double>> rows = {
      {Distribution::constant(1), 2.0},
      {Distribution::lognormal(1, 0.5), 3.0},
      {Distribution::lognormal(1, 1), 4.0},
      {Distribution::lognormal(1, 2), 6.0}};
  for (const auto& [service, expected] : rows) {
    const Estimate wait = mean_wait(queue(0.8, 1, service), 3000, replications);
    EXPECT_NEAR(wait.mean, expected, wait.half_width) << expected;
    EXPECT_LT(wait.half_width, 0.25 * expected) << "the interval is too wide to test anything";
  }
}

}  // namespace
}  // namespace veer::test
