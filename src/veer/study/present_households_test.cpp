// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/present_households.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

/// Two households of the first kind of two, and none of the second.
sim::HouseholdsOutcome outcome() {
  const work::HouseholdId kind(0);
  const auto week = from_days(7);
  sim::HouseholdsOutcome made;
  made.measured = {{kind, {{}, {}}, Instant(), Instant() + week, 4, 3, 2, 1, 1},
                   {kind, {{}, {}, {}}, Instant(), Instant() + 3 * week, 8, 5, 3, 1, 0}};
  made.counts.push_back({7, 30, 10});
  made.counts.push_back({});
  return made;
}

TEST(PresentHouseholds, AreMeansOverTheHouseholdsOfAKind) {
  const HouseholdRun run = household_runs(outcome()).front();
  EXPECT_DOUBLE_EQ(run.completed, 7);
  EXPECT_DOUBLE_EQ(*run.left_alone, 0.25);
  EXPECT_DOUBLE_EQ(*run.matters, 2.5);
  EXPECT_DOUBLE_EQ(*run.weeks, 2);
  EXPECT_DOUBLE_EQ(*run.contacts, 6);
  EXPECT_DOUBLE_EQ(*run.contact_persons, 4);
  EXPECT_DOUBLE_EQ(*run.contradictions, 50);
  EXPECT_DOUBLE_EQ(*run.unaware, 0.5);  // Of one pair and three.
}

TEST(PresentHouseholds, SayNothingOfAKindThatWasNotMetButThatItWasNot) {
  const std::vector<HouseholdRun> runs = household_runs(outcome());
  const PresentHousehold none = household_over({runs[1], runs[1]}, 2);
  EXPECT_EQ(none.per_year.mean, 0);
  EXPECT_FALSE(none.matters || none.contacts || none.unaware || none.left_alone);
  EXPECT_DOUBLE_EQ(household_over({runs[0], runs[1]}, 2).per_year.mean, 7);
  EXPECT_DOUBLE_EQ(household_over({runs[0], runs[1]}, 2).contacts->mean, 6);
}

}  // namespace
}  // namespace veer::study
