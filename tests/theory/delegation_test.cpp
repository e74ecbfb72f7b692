// SPDX-License-Identifier: EUPL-1.2
// Delegation by default: how often nobody answers in time.
#include <gtest/gtest.h>

#include <cmath>

#include "estimate.hpp"

namespace veer::test {
namespace {

/// P(timeout) of M/M/1+D, requests withdrawn when their service has not started within tau
/// (Barrer 1957; mechanisms.md 2.4), mu = 1.
double timeout_share(double rho, double tau) {
  const double x = std::exp(-(1 - rho) * tau);
  return (1 - rho) * rho * x / (1 - rho * rho * x);
}

/// Workers who never queue ask one lead, whose answers take an hour on average.
SmallWorld one_lead(double rho, double tau_hours) {
  SmallWorld world;
  const auto task = world.activity("task", Distribution::constant(0));
  const auto top = world.unit("top");
  const auto team = world.unit("team", top);
  // Enough workers for their own decisions by default, each an hour, not to queue.
  for (int i = 0; i < 40; ++i) world.person(team, {task});
  world.organisation.units[top].lead = world.person(top, {});
  world.case_type({task}, Distribution::exponential(1 / rho));
  world.assumptions.operational_share = 1;
  world.assumptions.decision_minutes = 60;
  world.assumptions.tasks_at_once = 1;
  world.organisation.exceptions[static_cast<std::size_t>(org::ExceptionKind::operational)] = {
      org::Decider::lead, org::Protocol::chain, 0, tau_hours / 24, 0, {}};
  world.run.window = {*day_from_date(2024, 1, 1), 100, 2000, 60};
  return world;
}

TEST(WaitLimit, PassesAsOftenAsBarrerSays) {
  ASSERT_NEAR(timeout_share(0.8, 2), 0.187832, 1e-6);
  for (const double tau : {1.0, 2.0, 5.0}) {
    const Estimate share = estimate(one_lead(0.8, tau), [](const sim::Outcome& outcome) {
      const auto& count =
          outcome.decisions[static_cast<std::size_t>(org::ExceptionKind::operational)];
      return static_cast<double>(count.by_default) / static_cast<double>(count.taken);
    });
    EXPECT_NEAR(share.mean, timeout_share(0.8, tau), share.half_width) << tau;
    EXPECT_LT(share.half_width, 0.02);
  }
}

}  // namespace
}  // namespace veer::test
