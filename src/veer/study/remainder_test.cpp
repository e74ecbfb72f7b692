// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/remainder.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

/// Two steps of one case type, delays 0..40 hours; a third waits for the applicant with the same
/// distribution.
work::Work small_work() {
  work::Work work;
  const auto effort = work.distributions.push_back(Distribution::constant(1));
  const auto delay = work.distributions.push_back(Distribution::empirical({0, 10, 20, 30, 40}));
  const auto activity = work.activities.push_back({"toets", "toets", "", effort});
  work::Step step;
  step.kind = work::StepKind::activity;
  step.activity = activity;
  step.delay = delay;
  work::Step wait;
  wait.kind = work::StepKind::wait;
  wait.delay = delay;
  work::CaseType type;
  type.name = "vergunning";
  type.process.steps.push_back(step);
  type.process.steps.push_back(step);
  type.process.steps.push_back(wait);
  work.case_types.push_back(type);
  return work;
}

Shifts shift(double hours) { return Shifts(1, hours); }
const work::CaseTypeId the_type(0);

double mean_delay(const work::Work& work, std::size_t step) {
  return work.distributions[work.case_types[the_type].process.steps[work::StepId(step)].delay]
      .mean();
}

/// A world in which the mechanisms take explained_days and both delays come on top.
MeanElapsed world(const work::Work& work, double explained_days) {
  return [&work, explained_days](const Shifts& shifts) -> Result<std::vector<double>> {
    const work::Work shifted = with_remainder(work, shifts);
    return std::vector<double>{explained_days +
                               (mean_delay(shifted, 0) + mean_delay(shifted, 1)) / 24};
  };
}

TEST(Remainder, TakesTheSameHoursFromEveryDelayNeverBelowZeroAndLeavesWaitsAlone) {
  const work::Work shorter = with_remainder(small_work(), shift(15));
  EXPECT_DOUBLE_EQ(mean_delay(shorter, 0), Distribution::empirical({0, 0, 5, 15, 25}).mean());
  EXPECT_DOUBLE_EQ(mean_delay(shorter, 1), mean_delay(shorter, 0));
  EXPECT_DOUBLE_EQ(mean_delay(shorter, 2), 20);
  EXPECT_EQ(with_remainder(small_work(), shift(0)), small_work());
}

TEST(Remainder, StretchesDelaysToAHigherMean) {
  EXPECT_NEAR(mean_delay(with_remainder(small_work(), shift(-5)), 0), 25, 1e-9);
}

TEST(Calibration, FindsTheShiftAtWhichRunAndRecordsAgree) {
  const work::Work work = small_work();
  const auto found = calibrate(work, {{2.0, 0.001, true}}, shift(0), world(work, 1.0), 20);
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->contradicts);
  EXPECT_NEAR(found->reached_days[0], 2.0, 0.001);
  EXPECT_GT(found->shift_hours[the_type], 0);
}

TEST(Calibration, StretchesWhenTheRunIsFasterThanTheRecords) {
  const work::Work work = small_work();
  const auto found = calibrate(work, {{3.0, 0.001, true}}, shift(0), world(work, 1.0), 20);
  EXPECT_NEAR(found->reached_days[0], 3.0, 0.001);
  EXPECT_LT(found->shift_hours[the_type], 0);
}

TEST(Calibration, SetsADrawAsideWhoseMechanismsAloneTakeLonger) {
  const work::Work work = small_work();
  const auto found = calibrate(work, {{0.5, 0.001, true}}, shift(0), world(work, 1.0), 20);
  EXPECT_TRUE(found->contradicts);
}

TEST(Calibration, NeedsOneRunWhenItBeginsAtTheAnswer) {
  const work::Work work = small_work();
  const auto found = calibrate(work, {{1.0 + 40.0 / 24, 0.001, true}}, shift(0), world(work, 1.0));
  EXPECT_EQ(found->runs, 1);
  EXPECT_EQ(found->shift_hours[the_type], 0);
}

}  // namespace
}  // namespace veer::study
