// SPDX-License-Identifier: EUPL-1.2
// How long decisions take when everybody answers at once after a fixed or drawn time: each person
// asked has nothing else to do.
#include <gtest/gtest.h>

#include <cmath>

#include "small_world.hpp"

namespace veer::test {
namespace {

/// Many units of `size` people who only answer, and rare cases, so that nobody ever queues.
struct DecisionWorld : SmallWorld {
  org::UnitId team;
  DecisionWorld(int size, org::DecisionProtocol rule) {
    const auto task = activity("task", Distribution::constant(0));
    const auto top = unit("top");
    const auto middle = unit("middle", top);
    team = unit("team", middle);
    person(team, {task});
    for (int i = 1; i < size; ++i) person(team, {});
    organisation.units[team].lead = org::PersonId(size > 1 ? 1 : 0);
    organisation.units[middle].lead = person(middle, {});
    organisation.units[top].lead = person(top, {});
    case_type({task}, Distribution::constant(100));
    assumptions.operational_share = 1;
    assumptions.decision_minutes = 60;
    assumptions.advice_minutes = 60;
    organisation.exceptions[static_cast<std::size_t>(org::ExceptionKind::operational)] =
        std::move(rule);
    run.window = {*day_from_date(2024, 1, 1), 0, 12000, 30};
  }
  /// Mean decision latency in hours and its standard error, latencies being near exponential.
  [[nodiscard]] double latency() const {
    return mean_hours(simulate(), [](const sim::CaseOutcome& c) {
      return c.ledger[sim::Row::decision];
    });
  }
};

// 2,880 cases: a mean of exponentials has a standard error below 2 %; 8 % is four of them.
constexpr double tolerance = 0.08;

double harmonic(int n) {
  double sum = 0;
  for (int i = 1; i <= n; ++i) sum += 1.0 / i;
  return sum;
}

TEST(Decision, ByTheLeadTakesOneAnswer) {
  const DecisionWorld world(5, {org::Decider::lead, org::Protocol::chain, 0, 0, 0, {}});
  EXPECT_NEAR(world.latency(), 1.0, tolerance);
}

TEST(Decision, ByAdviceTakesTheSlowestAdviserAndThenTheWorker) {
  // T H_m + T (mechanisms.md 2.5).
  const DecisionWorld world(6, {org::Decider::colleagues, org::Protocol::advice, 3, 0, 0, {}});
  EXPECT_NEAR(world.latency(), harmonic(3) + 1, (harmonic(3) + 1) * tolerance);
}

TEST(Decision, ByConsentTakesTheSlowestOfAllAndOneMoreRoundForEachObjection) {
  // T H_n rounds, 1/(1-q)^n of them: n = 3, q = 0.1 gives 1.8333 x 1.3717.
  const DecisionWorld world(4, {org::Decider::colleagues, org::Protocol::consent, 3, 0, 0.1, {}});
  const double expected = harmonic(3) / std::pow(0.9, 3);
  EXPECT_NEAR(world.latency(), expected, expected * tolerance);
}

TEST(Decision, ByMajorityWaitsForThreeOfFive) {
  // T (H_n - H_{n-k}) = 0.7833 (mechanisms.md 2.5).
  const DecisionWorld world(6, {org::Decider::colleagues, org::Protocol::majority, 5, 0, 0, {}});
  EXPECT_NEAR(world.latency(), harmonic(5) - harmonic(2), tolerance);
}

TEST(Decision, ThatIsDisputedClimbsTheLadder) {
  // All but always disputed: two advisers, a mediator, then the worker: H_2 + 1 + 1.
  const DecisionWorld world(
      6, {org::Decider::colleagues, org::Protocol::advice, 2, 0, 0.9999, {1}});
  EXPECT_NEAR(world.latency(), harmonic(2) + 2, (harmonic(2) + 2) * tolerance);
}

TEST(Decision, AboutTwoUnitsGoesUpOneLineAndDownTheOther) {
  // first < left < top > right > second: leads of first, left, top, right, second in turn.
  SmallWorld world;
  const auto one = world.activity("one", Distribution::constant(0));
  const auto two = world.activity("two", Distribution::constant(0));
  const auto top = world.unit("top");
  const auto left = world.unit("left", top);
  const auto right = world.unit("right", top);
  const auto first = world.unit("first", left);
  const auto second = world.unit("second", right);
  world.person(first, {one});
  world.person(second, {two});
  for (const auto unit : {top, left, right, first, second}) {
    world.organisation.units[unit].lead = world.person(unit, {});
  }
  world.case_type({one, two}, Distribution::constant(100));
  world.assumptions.cross_unit_share = 1;
  world.assumptions.decision_minutes = 60;
  world.organisation.exceptions[2] = {org::Decider::line, org::Protocol::chain, 0, 0, 0, {}};
  world.run.window = {*day_from_date(2024, 1, 1), 0, 12000, 30};
  const double latency = mean_hours(world.simulate(), [](const sim::CaseOutcome& c) {
    return c.ledger[sim::Row::decision];
  });
  EXPECT_NEAR(latency, 5.0, 5 * tolerance);
}

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
