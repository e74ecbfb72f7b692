// SPDX-License-Identifier: EUPL-1.2
// Queues in a row, side by side and with rework.
#include <gtest/gtest.h>

#include "estimate.hpp"

namespace veer::test {
namespace {

using work::StepId;
using work::StepKind;

work::Step activity_step(work::ActivityId activity, std::vector<work::Transition> next) {
  work::Step step;
  step.kind = StepKind::activity;
  step.activity = activity;
  step.next = std::move(next);
  return step;
}

TEST(EscalationNetwork, WithReworkHasTheSojournTimeOfJackson) {
  // Jackson 1957: gamma .5/h; after tier 1 10 % again, 30 % to tier 2 (mu .25), of which 20 % to
  // tier 3 (mu .1). L = 1.25 + 2 + .5, W = L/gamma = 7.5 h (mechanisms.md 2.2).
  SmallWorld world;
  const auto first = world.activity("tier 1", Distribution::exponential(1));
  const auto second = world.activity("tier 2", Distribution::exponential(4));
  const auto third = world.activity("tier 3", Distribution::exponential(10));
  for (const auto tier : {first, second, third}) world.person(world.unit("tier"), {tier});
  work::CaseType type;
  type.name = "case";
  type.arrivals.interval = world.distribution(Distribution::exponential(2));
  type.process.steps.push_back(
      activity_step(first, {{StepId(0), 0.1}, {StepId(1), 0.3}, {StepId(3), 0.6}}));
  type.process.steps.push_back(activity_step(second, {{StepId(2), 0.2}, {StepId(3), 0.8}}));
  type.process.steps.push_back(activity_step(third, {{StepId(3), 1}}));
  type.process.steps.push_back({});
  type.process.first = {{StepId(0), 1}};
  world.work.case_types.push_back(type);
  world.run.window = {*day_from_date(2024, 1, 1), 200, 4000, 60};
  const Estimate sojourn = estimate(world, mean_elapsed);
  // A person who sends work back to herself does it at once: tier 1 is LIFO within a case, which
  // leaves the mean of an M/M/1 queue as it is (work conserving, sizes unknown).
  EXPECT_NEAR(sojourn.mean, 7.5, sojourn.half_width);
  EXPECT_LT(sojourn.half_width, 0.75);
}

TEST(ForkJoin, OfTwoQueuesTakesWhatNelsonAndTantawiSay) {
  // T = (12 - rho)/8 / (mu - lambda) = 7 h at rho .8 (Nelson & Tantawi 1988; exact for two).
  SmallWorld world;
  const auto left = world.activity("left", Distribution::exponential(1));
  const auto right = world.activity("right", Distribution::exponential(1));
  for (const auto branch : {left, right}) world.person(world.unit("branch"), {branch});
  work::CaseType type;
  type.name = "case";
  type.arrivals.interval = world.distribution(Distribution::exponential(1.25));
  work::Step split;
  split.kind = StepKind::split;
  split.next = {{StepId(1), 1}, {StepId(2), 1}};
  work::Step join;
  join.kind = StepKind::join;
  join.next = {{StepId(4), 1}};
  type.process.steps.push_back(split);
  type.process.steps.push_back(activity_step(left, {{StepId(3), 1}}));
  type.process.steps.push_back(activity_step(right, {{StepId(3), 1}}));
  type.process.steps.push_back(join);
  type.process.steps.push_back({});
  type.process.first = {{StepId(0), 1}};
  world.work.case_types.push_back(type);
  world.run.window = {*day_from_date(2024, 1, 1), 200, 4000, 60};
  const Estimate sojourn = estimate(world, mean_elapsed);
  EXPECT_NEAR(sojourn.mean, 7.0, sojourn.half_width);
  EXPECT_LT(sojourn.half_width, 0.7);
}

TEST(Pooling, OfTenQueuesShortensTheWaitNineteenfold) {
  // W_q of M/M/1 over W_q of M/M/10 at rho .8: 4 / .204590 = 19.551 (mechanisms.md 2.1). Ten units
  // of one person against one unit of ten; case types keep the ten streams apart.
  SmallWorld apart;
  SmallWorld pooled;
  const auto one_team = pooled.unit("team");
  for (int i = 0; i < 10; ++i) {
    const std::string name = "task " + std::to_string(i);
    const auto task = apart.activity(name, Distribution::exponential(1));
    apart.person(apart.unit(name), {task});
    apart.case_type({task}, Distribution::exponential(1.25));
  }
  for (int i = 0; i < 10; ++i) {
    pooled.case_type({pooled.activity("task " + std::to_string(i), Distribution::exponential(1))},
                     Distribution::exponential(1.25));
  }
  for (int i = 0; i < 10; ++i) {
    std::vector<work::ActivityId> all;
    for (const auto activity : ids(pooled.work.activities)) all.push_back(activity);
    pooled.person(one_team, all);
  }
  for (SmallWorld* world : {&apart, &pooled}) {
    world->run.window = {*day_from_date(2024, 1, 1), 200, 500, 60};
  }
  const auto wait = [](const sim::Outcome& o) { return mean_row(o, sim::Row::capacity); };
  const Estimate long_wait = estimate(apart, wait);
  const Estimate short_wait = estimate(pooled, wait);
  EXPECT_NEAR(long_wait.mean, 4.0, long_wait.half_width);
  EXPECT_NEAR(short_wait.mean, 0.204590, short_wait.half_width);
}

}  // namespace
}  // namespace veer::test
