// SPDX-License-Identifier: EUPL-1.2
// How long a decision takes by each protocol, when everybody asked begins at once and answers after
// an exponential time with mean T = 1 h. H_n = 1 + 1/2 + ... + 1/n.
//
//   chain of L: L T                       k of n equal answers: T (H_n - H_{n-k})
//   advice of m, then the worker: T H_m + T
//   consent of n, objection probability q each: T H_n / (1-q)^n
//   gated by a meeting every P: P / 2 before the answer
//
// Order statistics of exponentials (Renyi 1953); mechanisms.md 2.5.
#include "decision_world.hpp"
#include "estimate.hpp"

namespace veer::test {
namespace {

using org::Decider;
using org::Protocol;

double harmonic(int n) {
  double sum = 0;
  for (int i = 1; i <= n; ++i) sum += 1.0 / i;
  return sum;
}

/// Mean hours that a case waits for its decision.
Estimate latency(const SmallWorld& world) {
  return estimate(world, [](const sim::Outcome& outcome) {
    return mean_row(outcome, sim::Row::decision);
  });
}

/// `asked` colleagues of whom `quorum` equal answers settle it.
org::DecisionProtocol majority(int asked, int quorum) {
  return {Decider::colleagues, Protocol::majority, asked, 0, 0, {}, quorum};
}

TEST(Decision, ByTheLeadTakesOneAnswer) {
  expect_agrees(latency(DecisionWorld(5, {Decider::lead, Protocol::chain, 0, 0, 0, {}})), 1, 0.03);
}

TEST(Decision, ByAChainTakesOneAnswerAfterTheOther) {
  expect_agrees(latency(DecisionWorld(5, {Decider::colleagues, Protocol::chain, 3, 0, 0, {}})), 3,
                0.03);
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
  world.organisation.exceptions[static_cast<std::size_t>(org::ExceptionKind::cross_unit)] = {
      Decider::line, Protocol::chain, 0, 0, 0, {}};
  world.run.window = {*day_from_date(2024, 1, 1), 0, 5000, 30};
  expect_agrees(latency(world), 5, 0.02);
}

TEST(Decision, ByAdviceTakesTheSlowestAdviserAndThenTheWorker) {
  expect_agrees(latency(DecisionWorld(6, {Decider::colleagues, Protocol::advice, 3, 0, 0, {}})),
                harmonic(3) + 1, 0.03);
}

TEST(Decision, ThatIsDisputedClimbsTheLadder) {
  // All but always disputed: two advisers, a mediator, then the worker.
  const DecisionWorld world(6, {Decider::colleagues, Protocol::advice, 2, 0, 0.9999, {1}});
  expect_agrees(latency(world), harmonic(2) + 2, 0.03);
}

TEST(Decision, ByConsentTakesTheSlowestOfAllAndOneMoreRoundForEachObjection) {
  const DecisionWorld world(9, {Decider::colleagues, Protocol::consent, 8, 0, 0.05, {}});
  expect_agrees(latency(world), harmonic(8) / std::pow(0.95, 8), 0.03);
}

TEST(Decision, ByMajorityWaitsForThreeOfFive) {
  expect_agrees(latency(DecisionWorld(6, majority(5, 0))), harmonic(5) - harmonic(2), 0.03);
}

TEST(Decision, ByAQuorumWaitsForAsManyEqualAnswersAsItNeeds) {
  for (const int quorum : {1, 2, 5}) {
    expect_agrees(latency(DecisionWorld(6, majority(5, quorum))),
                  harmonic(5) - harmonic(5 - quorum), 0.04, std::to_string(quorum) + " of 5");
  }
}

TEST(Decision, GatedByAWeeklyMeetingWaitsHalfAWeekForIt) {
  constexpr double week = 168;
  DecisionWorld world(3, {Decider::lead, Protocol::chain, 0, 0, 0, {}, 0, "weekly"});
  world.organisation.meetings.push_back({"weekly", {org::PersonId(1), org::PersonId(2)},
                                         Weekday::wednesday, std::chrono::hours(9),
                                         std::chrono::hours(2), 1, 0});
  world.work.case_types[work::CaseTypeId(0)].arrivals.interval =
      world.distribution(Distribution::exponential(100));
  // The answers of one meeting queue with the lead; short ones take no time worth the name.
  world.assumptions.decision_minutes = 0.001;
  world.run.window.measured = 10'000;
  expect_agrees(latency(world), week / 2 + 2, 0.02);
}

}  // namespace
}  // namespace veer::test
