// SPDX-License-Identifier: EUPL-1.2
// Fork-join: a case goes to two people at once and goes on when both are done.
//
//   T = (12 - rho) / 8 / (mu - lambda), exact for two M/M/1 queues; 7 h at rho 0.8
//
// Nelson & Tantawi 1988, IEEE Transactions on Computers 37; mechanisms.md 2.1.
#include "estimate.hpp"

namespace veer::test {
namespace {

using work::StepId;
using work::StepKind;

TEST(ForkJoin, OfTwoQueuesTakesWhatNelsonAndTantawiSay) {
  SmallWorld world;
  const auto left = world.activity("left", Distribution::exponential(1));
  const auto right = world.activity("right", Distribution::exponential(1));
  for (const auto branch : {left, right}) world.person(world.unit("branch"), {branch});
  const auto id = world.case_type({left, right}, Distribution::exponential(1.25));
  auto& process = world.work.case_types[id].process;
  // Steps 0 and 1 are the branches, 2 is the end.
  work::Step join;
  join.kind = StepKind::join;
  join.next = {{StepId(2), 1}};
  work::Step split;
  split.kind = StepKind::split;
  split.next = {{StepId(0), 1}, {StepId(1), 1}};
  process.steps.push_back(join);
  process.steps.push_back(split);
  for (const std::size_t branch : {0U, 1U}) world.step(id, branch).next = {{StepId(3), 1}};
  process.first = {{StepId(4), 1}};
  world.run.window = {*day_from_date(2024, 1, 1), 200, 4000, 60};
  expect_agrees(estimate(world, mean_elapsed), 7.0, 0.10);
}

}  // namespace
}  // namespace veer::test
