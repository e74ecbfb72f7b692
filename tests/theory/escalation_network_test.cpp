// SPDX-License-Identifier: EUPL-1.2
// An escalation network with rework, as a Jackson network.
//
//   0.5 cases/h; tier 1 (mu 1): 10 % again, 30 % to tier 2 (mu 0.25), of which 20 % to tier 3
//   (mu 0.1). rho = 5/9, 2/3, 1/3; L = sum rho / (1 - rho) = 1.25 + 2 + 0.5 = 3.75;
//   W = L / gamma = 7.5 h
//
// Jackson 1957, Operations Research 5; mechanisms.md 2.2. A person who sends work back to herself
// does it at once: within a case tier 1 is last come first served, which leaves the mean as it is
// (work conserving, sizes unknown).
#include "estimate.hpp"

namespace veer::test {
namespace {

using work::StepId;

TEST(EscalationNetwork, WithReworkHasTheSojournTimeOfJackson) {
  SmallWorld world;
  const auto first = world.activity("tier 1", Distribution::exponential(1));
  const auto second = world.activity("tier 2", Distribution::exponential(4));
  const auto third = world.activity("tier 3", Distribution::exponential(10));
  for (const auto tier : {first, second, third}) world.person(world.unit("tier"), {tier});
  const auto type = world.case_type({first, second, third}, Distribution::exponential(2));
  world.step(type, 0).next = {{StepId(0), 0.1}, {StepId(1), 0.3}, {StepId(3), 0.6}};
  world.step(type, 1).next = {{StepId(2), 0.2}, {StepId(3), 0.8}};
  world.run.window = {*day_from_date(2024, 1, 1), 200, 4000, 60};
  expect_agrees(estimate(world, mean_elapsed), 7.5, 0.08);
}

}  // namespace
}  // namespace veer::test
