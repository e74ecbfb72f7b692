// SPDX-License-Identifier: EUPL-1.2
// How often a structure decides wrongly when each of its deciders does. A decider grants what
// should be granted with p1 = 0.8 and what should be refused with p2 = 0.3:
//
//   hierarchy of n (refused as soon as one refuses): p^n
//   polyarchy of n (one yes is enough): 1-(1-p)^n
//   committee of n with quorum k: sum_{i>=k} C(n,i) p^i (1-p)^(n-i)
//
// Sah & Stiglitz 1986, American Economic Review 76; table: mechanisms.md 2.6.
#include "decision_world.hpp"
#include "estimate.hpp"

namespace veer::test {
namespace {

using org::Decider;
using org::Protocol;

constexpr std::size_t operational = static_cast<std::size_t>(org::ExceptionKind::operational);

DecisionWorld half_refusable(org::DecisionProtocol rule) {
  DecisionWorld world(12, std::move(rule), 1);
  world.assumptions.decision_minutes = 1;
  world.assumptions.advice_minutes = 1;
  world.assumptions.refusable_share = 0.5;
  world.assumptions.wrong_refusal_share = 0.2;
  world.assumptions.wrong_grant_share = 0.3;
  world.run.window = {*day_from_date(2024, 1, 1), 0, 80, 1};
  return world;
}

org::DecisionProtocol committee(int people, int quorum) {
  return {Decider::colleagues, Protocol::majority, people, 0, 0, {}, quorum};
}

org::DecisionProtocol hierarchy(int people) {
  return {Decider::colleagues, Protocol::chain, people, 0, 0, {}};
}

TEST(SahStiglitz, WrongRefusalsAndGrantsFollowFromTheStructure) {
  struct Row {
    const char* structure;
    org::DecisionProtocol rule;
    double wrongly_refused;
    double wrongly_granted;
  };
  const std::vector<Row> rows = {
      {"the worker alone", {}, 0.2, 0.3},
      {"the lead alone", {Decider::lead, Protocol::chain, 0, 0, 0, {}}, 0.2, 0.3},
      {"hierarchy of 2", hierarchy(2), 0.36, 0.09},
      {"polyarchy of 2", committee(2, 1), 0.04, 0.51},
      {"2 of 3", committee(3, 2), 0.104, 0.216},
      {"hierarchy of 3", hierarchy(3), 0.488, 0.027},
      {"polyarchy of 3", committee(3, 1), 0.008, 0.657},
      {"3 of 5", committee(5, 0), 0.0579, 0.1631},
      {"5 of 9", committee(9, 0), 0.0196, 0.0988}};
  for (const Row& row : rows) {
    const auto outcomes = replications(half_refusable(row.rule));
    const Estimate refused = mean_of(outcomes, [](const sim::Outcome& outcome) {
      const sim::DecisionCount& count = outcome.decisions[operational];
      return static_cast<double>(count.wrongly_refused) / static_cast<double>(count.to_grant);
    });
    const Estimate granted = mean_of(outcomes, [](const sim::Outcome& outcome) {
      const sim::DecisionCount& count = outcome.decisions[operational];
      return static_cast<double>(count.wrongly_granted) /
             static_cast<double>(count.taken - count.to_grant);
    });
    EXPECT_NEAR(refused.mean, row.wrongly_refused, refused.half_width) << row.structure;
    EXPECT_NEAR(granted.mean, row.wrongly_granted, granted.half_width) << row.structure;
    EXPECT_LT(std::max(refused.half_width, granted.half_width), 0.02) << row.structure;
  }
}

TEST(SahStiglitz, AHierarchyOfTwoLooksOneAndAHalfTimesOnAverage) {
  // 1 + p: 1.8 where it should be granted, 1.3 where not, 1.55 on average.
  const Estimate looks = estimate(half_refusable(hierarchy(2)), [](const sim::Outcome& outcome) {
    return outcome.hours.decisions.hours() * 60 /
           static_cast<double>(outcome.decisions[operational].taken);
  });
  expect_agrees(looks, 1.55, 0.03);
}

}  // namespace
}  // namespace veer::test
