// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/agreement.hpp"

#include <gtest/gtest.h>

#include "veer/stats/distribution.hpp"
#include "veer/stats/draws.hpp"

namespace veer::study {
namespace {

std::vector<double> sample(std::uint32_t number, std::size_t size, double mean) {
  const Draws draws(11, number);
  const Distribution elapsed = Distribution::exponential(mean);
  std::vector<double> values;
  for (std::size_t i = 0; i < size; ++i) {
    values.push_back(elapsed.quantile(
        draws.uniform(Purpose::effort, 0, static_cast<std::uint32_t>(i))));
  }
  return values;
}

TEST(WassersteinDistance, IsTheAreaBetweenTheDistributionFunctions) {
  EXPECT_DOUBLE_EQ(wasserstein_distance({1, 2, 3}, {1, 2, 3}), 0);
  EXPECT_DOUBLE_EQ(wasserstein_distance({1, 2, 3}, {3, 4, 5}), 2);
  // {0} against {0, 10}: half of the mass moves 10.
  EXPECT_DOUBLE_EQ(wasserstein_distance({0}, {0, 10}), 5);
  // Sizes 2 and 3: F differs by 1/2-1/3 on [0,1), 1/2-2/3 on [1,2), 1-2/3 on [2,4).
  EXPECT_NEAR(wasserstein_distance({0, 2}, {0, 1, 4}), 1.0 / 6 + 1.0 / 6 + 2.0 / 3, 1e-12);
}

TEST(Agreement, HoldsForASecondSampleOfTheSameWorld) {
  const Agreement agreement =
      compare_elapsed(resample_elapsed(sample(0, 1000, 20), 5, 400), sample(1, 20000, 20));
  EXPECT_TRUE(agreement.holds()) << agreement.distance_days << " " << agreement.distance_limit_days;
}

TEST(Agreement, FailsWhenTheRunIsATenthSlowerOrOnlyTheShapeDiffers) {
  const RecordedElapsed recorded = resample_elapsed(sample(0, 1000, 20), 5, 400);
  EXPECT_FALSE(compare_elapsed(recorded, sample(1, 20000, 24)).holds());
  EXPECT_FALSE(compare_elapsed(recorded, std::vector<double>(1000, 20.0)).holds());
}

TEST(RecordedElapsed, RunsFromTheFirstToTheLastCompletionOrToTheEndOfTheRun) {
  const work::CaseTypeId type(0);
  const auto at = [](int hour) { return Instant(std::chrono::hours(hour)); };
  const auto event = [&](std::uint32_t number, int start, int end) {
    return sim::SimulatedEvent{type, number, work::ActivityId(0), org::PersonId(0), at(start),
                               at(end)};
  };
  const auto one_case = [&](std::uint32_t number, bool finished) {
    sim::CaseOutcome one;
    one.case_type = type;
    one.number = number;
    one.finished = finished;
    return one;
  };
  sim::Outcome outcome;
  outcome.cases = {one_case(2, true), one_case(3, false), one_case(4, true)};
  outcome.cases[1].ended = at(33);
  // Case 1 came in the warm-up; case 3 is unfinished; case 4 has no event.
  outcome.events = {event(1, 0, 1), event(2, 6, 12), event(3, 0, 9), event(2, 30, 36)};
  const auto from_ends = elapsed_as_recorded(outcome, false);
  ASSERT_EQ(from_ends.size(), 2U);
  EXPECT_EQ(from_ends[1].elapsed_days, 1.0);
  EXPECT_EQ(from_ends[0].outcome->number, 2U);
  EXPECT_EQ(from_ends[0].elapsed_days, 1.0);
  EXPECT_EQ(elapsed_as_recorded(outcome, true)[0].elapsed_days, 1.25);
}

}  // namespace
}  // namespace veer::study
