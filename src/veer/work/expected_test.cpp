// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/expected.hpp"

#include <gtest/gtest.h>

namespace veer::work {
namespace {

TEST(ExpectedHours, CountLoopsAndParallelBranches) {
  Work work;
  const DistributionId two_hours = work.distributions.push_back(Distribution::exponential(2));
  work.activities.push_back({"Assess", "assessing", "", two_hours});
  const auto activity = [](std::vector<Transition> next) {
    Step step;
    step.kind = StepKind::activity;
    step.activity = ActivityId(0);
    step.next = std::move(next);
    return step;
  };
  Step split;
  split.kind = StepKind::split;
  split.next = {{StepId(2), 1}, {StepId(3), 1}, {StepId(4), 1}};
  Step join;
  join.kind = StepKind::join;
  join.next = {{StepId(5), 1}};

  CaseType type;
  type.arrivals.per_year = 10;
  type.arrivals.weekly_profile[9] = 1;
  Process& process = type.process;
  process.first = {{StepId(0), 1}};
  process.steps.push_back(activity({{StepId(0), 0.5}, {StepId(1), 0.5}}));  // twice on average
  process.steps.push_back(split);
  process.steps.push_back(activity({{StepId(4), 1}}));
  process.steps.push_back(activity({{StepId(4), 1}}));
  process.steps.push_back(join);
  process.steps.push_back(activity({{StepId(6), 1}}));  // once, not three times
  process.steps.push_back({});
  work.case_types.push_back(type);
  ASSERT_TRUE(check(work).empty());

  const auto visits = expected_visits(process);
  EXPECT_NEAR(visits[StepId(0)], 2, 1e-9);
  EXPECT_NEAR(visits[StepId(2)], 1, 1e-9);
  EXPECT_NEAR(visits[StepId(5)], 1, 1e-9);
  EXPECT_NEAR(expected_hours_a_year(work)[CaseTypeId(0)], 10 * 5 * 2, 1e-6);
}

TEST(DelayExceededBy, CountsEachStepAsOftenAsItIsVisited) {
  // Two activities on every path: one without a delay, one with 1 to 33 hours.
  Work work;
  const auto effort = work.distributions.push_back(Distribution::constant(1));
  const auto delay = work.distributions.push_back(Distribution::uniform(1, 33));
  const auto activity = work.activities.push_back({"a", "a", "", effort});
  Process process;
  for (std::size_t i = 0; i < 2; ++i) {
    Step step;
    step.kind = StepKind::activity;
    step.activity = activity;
    if (i == 1) step.delay = delay;
    step.next = {{StepId(i + 1), 1}};
    process.steps.push_back(step);
  }
  process.steps.push_back({});
  process.first = {{StepId(0), 1}};
  // An eighth of all delays is the longest quarter of the second step's: above 25 hours.
  EXPECT_NEAR(*delay_exceeded_by(work, process, 0.125), 25, 1);
  EXPECT_EQ(delay_exceeded_by(work, process, 0.8), 0.0);
  process.steps[StepId(1)].delay = {};
  EXPECT_FALSE(delay_exceeded_by(work, process, 0.1).has_value());
}

}  // namespace
}  // namespace veer::work
