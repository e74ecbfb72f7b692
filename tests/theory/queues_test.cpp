// SPDX-License-Identifier: EUPL-1.2
// Waiting lines with known answers, run through the people, units and queues that every
// organisation uses. Formulas: Kleinrock 1975, Queueing Systems I, ch. 3 and 5; numbers:
// reference/mechanisms.md 2.1.
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "estimate.hpp"

namespace veer::test {
namespace {

Estimate mean_wait(SmallWorld world, std::int32_t measured_days) {
  world.run.window.measured = measured_days;
  return estimate(std::move(world), [](const sim::Outcome& outcome) {
    return mean_row(outcome, sim::Row::capacity);
  });
}

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
        mean_wait(queue(row.rate, row.servers, Distribution::exponential(1)), row.days);
    EXPECT_NEAR(wait.mean, row.wait, wait.half_width) << row.servers << " servers";
    EXPECT_LT(wait.half_width, 0.15 * row.wait) << "the interval is too wide to test anything";
  }
}

TEST(Queue, WaitsAsPollaczekAndKhinchineSay) {
  // W_q = rho/(1-rho) (1+scv)/2 hours, at rho 0.8, mean service 1 h.
  const std::vector<std::pair<Distribution, double>> rows = {
      {Distribution::constant(1), 2.0},
      {Distribution::lognormal(1, 0.5), 3.0},
      {Distribution::lognormal(1, 1), 4.0},
      {Distribution::lognormal(1, 2), 6.0}};
  for (const auto& [service, expected] : rows) {
    const Estimate wait = mean_wait(queue(0.8, 1, service), 3000);
    EXPECT_NEAR(wait.mean, expected, wait.half_width) << expected;
    EXPECT_LT(wait.half_width, 0.25 * expected) << "the interval is too wide to test anything";
  }
}

}  // namespace
}  // namespace veer::test
