// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/remainder.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "veer/stats/summary.hpp"

namespace veer::study {
namespace {

const work::CaseTypeId the_type(0);
constexpr std::size_t cases = 400;

/// Evenly spaced quantiles of an exponential with this mean.
double exponential(std::size_t i, double mean) {
  return -mean * std::log(1 - (static_cast<double>(i) + 0.5) / cases);
}

/// Office round the clock. Mechanisms take explained_days, delays come on top of them.
RunCases world(double explained_days) {
  return [explained_days](const Remainders& remainders)
             -> Result<std::vector<std::vector<RunCase>>> {
    std::vector<std::vector<RunCase>> run(1);
    for (std::size_t i = 0; i < cases; ++i) {
      const double drawn = exponential(i, 48);
      const double used = work::used_delay_hours(remainders[the_type], drawn);
      run[0].push_back({drawn, explained_days + used / 24});
    }
    return run;
  };
}

/// Records of cases that take at least `least` days and mean_more on top.
std::vector<double> records(double least, double mean_more) {
  std::vector<double> elapsed;
  for (std::size_t i = 0; i < cases; ++i) elapsed.push_back(least + exponential(i, mean_more));
  return elapsed;
}

TEST(Calibration, TakesFromTheDelaysWhatTheMechanismsExplain) {
  // Records: exponential, mean 2 days. The mechanisms explain half a day of it, so short cases
  // cannot be reached, and the others get half a day less delay.
  const std::vector<CalibrationTarget> targets = {target_of(records(0, 2))};
  const auto found = calibrate(targets, as_drawn(1), 1, world(0.5), 20);
  ASSERT_TRUE(found.has_value());
  EXPECT_NEAR(mean(found->elapsed_days[0]), 2, 0.2);
  EXPECT_NEAR(work::used_delay_hours(found->remainders[the_type], 96), 84, 2);
}

TEST(Calibration, LengthensDelaysWhereTheRecordsShowMoreWaitingThanWasLearned) {
  const std::vector<CalibrationTarget> targets = {target_of(records(1, 4))};
  const auto found = calibrate(targets, as_drawn(1), 1, world(0), 20);
  EXPECT_TRUE(compare_elapsed(targets[0], found->elapsed_days[0]).holds());
  EXPECT_NEAR(work::used_delay_hours(found->remainders[the_type], 96), 24 + 2 * 96, 12);
}

TEST(Calibration, NeedsOneRunWhenItBeginsAtTheAnswer) {
  const auto found = calibrate({target_of(records(0, 2))}, as_drawn(1), 1, world(0));
  EXPECT_EQ(found->runs, 1);
  EXPECT_EQ(found->remainders, as_drawn(1));
}

TEST(Calibration, TellsWhenTheMechanismsAloneTakeLonger) {
  const auto alone = world(3)(without_delay(1));
  EXPECT_TRUE(takes_longer({target_of(records(0, 0.5))}, *alone, false));
  EXPECT_FALSE(takes_longer({target_of(records(0, 10))}, *alone, false));
  // Ten days on average, but half of the cases within a day: three days are too long for those.
  std::vector<double> uneven(cases, 0.5);
  for (std::size_t i = cases / 2 + 60; i < cases; ++i) uneven[i] = 20;
  EXPECT_TRUE(takes_longer({target_of(uneven)}, *alone, true));
  EXPECT_FALSE(takes_longer({target_of(uneven)}, *alone, false));
}

TEST(Calibration, LeavesACaseTypeWithoutRecordsAsDrawn) {
  const auto found = calibrate({target_of({1, 2, 3})}, as_drawn(1), 1, world(3));
  EXPECT_EQ(found->remainders, as_drawn(1));
}

TEST(Remainder, IsAStraightLineBetweenItsPointsAndInProportionBeyondThem) {
  const std::vector<work::Remainder> points = {{10, 4}, {20, 24}};
  EXPECT_DOUBLE_EQ(work::used_delay_hours(points, 5), 2);
  EXPECT_DOUBLE_EQ(work::used_delay_hours(points, 15), 14);
  EXPECT_DOUBLE_EQ(work::used_delay_hours(points, 40), 48);
  EXPECT_DOUBLE_EQ(work::used_delay_hours({}, 7), 7);
}

}  // namespace
}  // namespace veer::study
