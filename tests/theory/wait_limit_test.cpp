// SPDX-License-Identifier: EUPL-1.2
// Delegation by default: how often a lead has not begun to answer within the wait limit tau, so
// that the worker decides. M/M/1+D, mu = 1 an hour.
//
//   P(timeout) = (1 - rho) rho x / (1 - rho^2 x),  x = exp(-(1 - rho) tau)
//
// Barrer 1957, Operations Research 5; table at rho 0.8: mechanisms.md 2.4.
#include "estimate.hpp"

namespace veer::test {
namespace {

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
  world.organisation.exceptions[static_cast<std::size_t>(org::ExceptionKind::operational)] = {
      org::Decider::lead, org::Protocol::chain, 0, tau_hours / 24, 0, {}};
  world.run.window = {*day_from_date(2024, 1, 1), 100, 1500, 30};
  return world;
}

TEST(WaitLimit, PassesAsOftenAsBarrerSays) {
  const std::vector<std::pair<double, double>> rows = {
      {0.5, 0.343960}, {1, 0.275196}, {2, 0.187832}, {5, 0.076987}, {10, 0.023707}};
  for (const auto& [tau, share] : rows) {
    ASSERT_NEAR(timeout_share(0.8, tau), share, 1e-6);
    const Estimate found = estimate(one_lead(0.8, tau), [](const sim::Outcome& outcome) {
      const auto& count =
          outcome.decisions[static_cast<std::size_t>(org::ExceptionKind::operational)];
      return static_cast<double>(count.by_default) / static_cast<double>(count.taken);
    });
    expect_agrees(found, share, 0.10, "limit of " + std::to_string(tau) + " h");
  }
}

}  // namespace
}  // namespace veer::test
