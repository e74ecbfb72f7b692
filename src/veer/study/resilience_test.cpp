// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/resilience.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

/// per_week cases in each week, each of which takes days_of(week).
template <class Days>
sim::Outcome world(int weeks, int per_week, Days days_of) {
  sim::Outcome outcome;
  for (int week = 0; week < weeks; ++week) {
    for (int i = 0; i < per_week; ++i) {
      sim::CaseOutcome one;
      one.case_type = work::CaseTypeId(0);
      one.number = static_cast<std::uint32_t>(outcome.cases.size());
      one.arrived = Instant(from_days(week * 7 + 1));
      one.ended = one.arrived + from_days(days_of(week));
      outcome.cases.push_back(one);
    }
  }
  return outcome;
}

double always_four(int) { return 4; }
double double_in_weeks_2_and_3(int week) { return week == 2 || week == 3 ? 8 : 4; }

TEST(QualityByWeek, IsThePairedElapsedTimeWithoutTheShockOverThatWithIt) {
  const auto quality = quality_by_week(world(6, 5, always_four),
                                       world(6, 5, double_in_weeks_2_and_3), Instant(), 6);
  EXPECT_EQ(quality, (std::vector<double>{100, 100, 50, 50, 100, 100}));
}

TEST(QualityByWeek, LeavesOutCasesThatExistOnlyInOneRun) {
  sim::Outcome with = world(2, 5, always_four);
  sim::CaseOutcome extra = with.cases.back();
  extra.extra = true;
  extra.number = 10;
  extra.ended = extra.arrived + from_days(100);
  with.cases.push_back(extra);
  sim::Outcome without = world(2, 5, always_four);
  extra.extra = false;
  without.cases.push_back(extra);
  EXPECT_EQ(quality_by_week(without, with, Instant(), 2), (std::vector<double>{100, 100}));
}

TEST(QualityByWeek, MergesWeeksWithFewerThanFiveCases) {
  // Three cases a week: weeks 0+1, 2+3 and, since week 4 alone is too small, 4 joins 2+3.
  const auto quality = quality_by_week(world(5, 3, always_four),
                                       world(5, 3, double_in_weeks_2_and_3), Instant(), 5);
  const double merged = 100 * (9 * 4.0) / (6 * 8.0 + 3 * 4.0);
  EXPECT_EQ(quality, (std::vector<double>{100, 100, merged, merged, merged}));
  EXPECT_TRUE(quality_by_week(world(1, 4, always_four), world(1, 4, always_four), Instant(), 1)
                  .empty());
}

TEST(Resilience, MeasuresDepthLossAndTheFirstOfFourGoodWeeks) {
  const Resilience found = resilience({100, 100, 100, 60, 80, 97, 90, 96, 96, 99, 100}, 2);
  EXPECT_DOUBLE_EQ(found.depth, 40);
  EXPECT_DOUBLE_EQ(found.loss, 40 + 20 + 3 + 10 + 4 + 4 + 1);
  EXPECT_EQ(found.recovery_weeks, 5);  // Week 7 is the first of four; the shock began in week 2.
}

TEST(Resilience, IsNotRecoveredWithoutFourGoodWeeksAndHasNothingToRecoverWithoutADip) {
  EXPECT_FALSE(resilience({100, 60, 99, 99, 99}, 1).recovery_weeks.has_value());
  EXPECT_EQ(resilience({100, 98, 99}, 1).recovery_weeks, 0);
}

TEST(ResilienceSummary, CountsTheRunsThatDidNotRecover) {
  const auto summary = summarise({{100, 60, 99, 99, 99, 99}, {100, 60, 60, 60, 60, 60}, {}},
                                 {1, 1, 1});
  EXPECT_EQ(summary.runs, 2U);
  EXPECT_EQ(summary.not_recovered, 1U);
  EXPECT_DOUBLE_EQ(summary.recovery_weeks.mean, 1);
  EXPECT_DOUBLE_EQ(summary.quality[2].mean, (99 + 60) / 2.0);
}

}  // namespace
}  // namespace veer::study
