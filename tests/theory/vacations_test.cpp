// SPDX-License-Identifier: EUPL-1.2
// Multiple vacations: whoever has nothing to do begins something else and finishes it first. Here
// the something else is ordinary work that is never done, and the queue is that of urgent cases.
//
//   W_q = lambda E[S^2] / (2 (1 - rho)) + E[V^2] / (2 E[V])
//
// Levy & Yechiali 1975, Management Science 22; Doshi 1986, Queueing Systems 1. M/M/1 with lambda
// 0.6 an hour, work 1 h, vacations of 2 h: W_q = 1.5 + 1 = 2.5 h (mechanisms.md 2.1).
#include "estimate.hpp"

namespace veer::test {
namespace {

TEST(Vacations, OfTwoHoursAddOneHourToTheWait) {
  SmallWorld world;
  const auto task = world.activity("urgent task", Distribution::exponential(1));
  const auto other = world.activity("ordinary task", Distribution::constant(2));
  world.person(world.unit("team"), {task, other});
  const auto urgent = world.case_type({task}, Distribution::exponential(1 / 0.6));
  world.work.case_types[urgent].urgency = work::Urgency::first;
  // 0.4 of the person is left for ordinary work, which would take 0.67: it always waits.
  world.case_type({other}, Distribution::constant(3));
  world.assumptions.attention_priority = 1;
  world.assumptions.attention_fifo = 0;
  world.run.window = {*day_from_date(2024, 1, 1), 200, 2000, 5};
  const Estimate wait = estimate(world, [urgent](const sim::Outcome& outcome) {
    return mean_wait(only(outcome, urgent));
  });
  expect_agrees(wait, 2.5, 0.05);
}

}  // namespace
}  // namespace veer::test
