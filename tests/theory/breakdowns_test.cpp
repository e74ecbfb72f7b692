// SPDX-License-Identifier: EUPL-1.2
// Breakdowns at any time, work resumed where it was left: sick leave of the only person who can.
//
//   L = (rho / A + lambda xi / ((xi + eta)^2 A)) / (1 - rho / A),  A = eta / (xi + eta)
//
// Avi-Itzhak & Naor 1963, Operations Research 11; checked against the Markov chain in mechanisms.md
// 2.1: lambda 0.5, mu 1, xi 0.1, eta 0.5 per unit of time give L = 1.916667. The unit is ten days
// here, so that sick leave in whole days is as good as continuous.
#include "estimate.hpp"

namespace veer::test {
namespace {

TEST(Breakdowns, LeaveAsManyCasesInTheSystemAsTheoryHas) {
  constexpr double lambda = 0.5;
  constexpr double xi = 0.1;
  constexpr double eta = 0.5;
  constexpr double up = eta / (xi + eta);
  constexpr double cases =
      (lambda / up + lambda * xi / ((xi + eta) * (xi + eta) * up)) / (1 - lambda / up);
  ASSERT_NEAR(cases, 1.916667, 5e-7);

  constexpr double unit_hours = 240;
  constexpr double cycle_days = (1 / xi + 1 / eta) * unit_hours / 24;
  SmallWorld world = queue(lambda / unit_hours, 1, Distribution::exponential(unit_hours), 250'000);
  world.run.window.warm_up = 2000;
  world.run.window.follow_up = 2000;
  world.assumptions.sick_leave_share = 1 - up;
  world.assumptions.sick_leave_spells = 365.25 / cycle_days;
  // Little: L = lambda W.
  const Estimate elapsed = estimate(world, mean_elapsed);
  expect_agrees(elapsed, cases / lambda * unit_hours, 0.06);
}

}  // namespace
}  // namespace veer::test
