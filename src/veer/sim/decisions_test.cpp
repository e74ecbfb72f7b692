// SPDX-License-Identifier: EUPL-1.2
// What decisions do besides taking time; how long each protocol takes is in tests/theory.
#include <gtest/gtest.h>

#include "decision_world.hpp"

namespace veer::test {
namespace {

TEST(WaitLimit, LetsTheWorkerDecideWhenNobodyHasBegun) {
  // The lead is in a meeting all Monday from 00:00 to 24:00; the limit is half an office day.
  DecisionWorld world(3, {org::Decider::lead, org::Protocol::chain, 0, 0.5, 0, {}});
  world.organisation.meetings.push_back({"long", {org::PersonId(1)}, Weekday::monday,
                                         std::chrono::hours(0), std::chrono::hours(24), 1, 0});
  world.work.case_types[work::CaseTypeId(0)].arrivals.interval =
      world.distribution(Distribution::constant(1));
  world.run.window = {*day_from_date(2024, 1, 1), 0, 1, 30};
  const auto outcome = world.simulate();
  const auto& count =
      outcome.decisions[static_cast<std::size_t>(org::ExceptionKind::operational)];
  EXPECT_GT(count.by_default, 5U);
  EXPECT_LT(count.by_default, count.taken) << "late on Monday the lead is back within the limit";
}

TEST(Outcome, OfADecisionIsReworkInTheDrawnShares) {
  DecisionWorld world(3, {});
  world.work.distributions[world.work.activities[work::ActivityId(0)].effort] =
      Distribution::constant(2);
  world.run.window.measured = 12000;
  world.assumptions.outcome_rework = 0.25;
  world.assumptions.outcome_correct = 0.5;
  const double rework = mean_hours(world.simulate(), [](const sim::CaseOutcome& c) {
    return c.ledger[sim::Row::rework];
  });
  // 0.25 x 2 h + 0.5 x 1 h; binomial standard error below 0.015 h.
  EXPECT_NEAR(rework, 1.0, 0.06);
}

}  // namespace
}  // namespace veer::test
