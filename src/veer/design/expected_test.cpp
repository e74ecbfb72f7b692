// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/expected.hpp"

#include <gtest/gtest.h>

#include "veer/design/test_town.hpp"

namespace veer::design {
namespace {

using org::PersonId;
using work::ActivityId;
using work::StepId;

double weight(const org::HandoverNetwork& network, std::size_t from, std::size_t to) {
  for (const org::Handover& handover : network.handovers) {
    if (handover.from == PersonId(from) && handover.to == PersonId(to)) return handover.per_week;
  }
  return 0;
}

// Exact: weeks in the year of Arrivals::per_year.
constexpr double weeks = 365.25 / 7;

TEST(Expected, a_loop_is_visited_as_often_as_a_geometric_series_says) {
  TestTown town;
  const auto steps = town.process("permit", "", 1, 100 * weeks);
  town.people(2, "a", steps);
  // A quarter of the cases comes back: 1 / (1 - 1/4) visits.
  town.baseline.work.case_types[work::CaseTypeId(0)].process.steps[StepId(0)].next = {
      {StepId(0), 0.25}, {StepId(1), 0.75}};
  const Expected expected = expect(town.baseline);
  EXPECT_NEAR(expected.visits[ActivityId(0)], 100 / 0.75, 1e-6);
  EXPECT_NEAR(expected.hours[PersonId(0)], 0.5 * 50 / 0.75, 1e-6);
}

TEST(Expected, every_branch_of_a_split_is_visited_and_the_join_once) {
  TestTown town;
  const auto steps = town.process("permit", "", 4, weeks);
  town.people(1, "a", steps);
  auto& process = town.baseline.work.case_types[work::CaseTypeId(0)].process;
  // 0 -> split(5) -> {1, 2} -> join(6) -> 3 -> end(4)
  work::Step split;
  split.kind = work::StepKind::split;
  split.next = {{StepId(1), 1.0}, {StepId(2), 1.0}};
  work::Step join;
  join.kind = work::StepKind::join;
  join.next = {{StepId(3), 1.0}};
  process.steps.push_back(split);
  process.steps.push_back(join);
  process.steps[StepId(0)].next = {{StepId(5), 1.0}};
  process.steps[StepId(1)].next = {{StepId(6), 1.0}};
  process.steps[StepId(2)].next = {{StepId(6), 1.0}};
  const Expected expected = expect(town.baseline);
  for (std::size_t activity = 0; activity < 4; ++activity) {
    EXPECT_NEAR(expected.visits[ActivityId(activity)], 1, 1e-9) << activity;
  }
}

TEST(Expected, handovers_follow_competence_and_the_same_person_share) {
  TestTown town;
  const auto steps = town.process("permit", "", 2, 10 * weeks);
  town.people(1, "a", {steps[0]});
  town.people(1, "b", {steps[0], steps[1]});
  town.people(1, "b", {steps[1]});
  const auto network = expect(town.baseline).handovers;
  // Person 0 does half of the first steps and cannot do the second.
  EXPECT_NEAR(weight(network, 0, 1), 2.5, 1e-9);
  EXPECT_NEAR(weight(network, 0, 2), 2.5, 1e-9);
  // Person 1 keeps a fifth; the rest goes to the only other.
  EXPECT_NEAR(weight(network, 1, 2), 4, 1e-9);
  EXPECT_EQ(weight(network, 2, 1), 0);
}

}  // namespace
}  // namespace veer::design
