// SPDX-License-Identifier: EUPL-1.2
// Urgent cases and applicants who withdraw, with the answer on the same screen. The waiting times
// that follow are in tests/theory. Monday is 1 January 2024.
#include <gtest/gtest.h>

#include "small_world.hpp"

namespace veer::test {
namespace {

using sim::Row;

Distribution fixed(double hours) { return Distribution::constant(hours); }

const work::CaseTypeId ordinary(0);
const work::CaseTypeId urgent(1);

/// Ordinary cases of three hours from 01:00 on every hour, urgent ones of one hour every 3.5 hours.
SmallWorld two_kinds(work::Urgency urgency) {
  SmallWorld world;
  const auto slow = world.activity("slow", fixed(3));
  const auto quick = world.activity("quick", fixed(1));
  world.person(world.unit("team"), {slow, quick});
  world.case_type({slow}, fixed(1));
  world.case_type({quick}, fixed(3.5));
  world.work.case_types[urgent].urgency = urgency;
  world.assumptions.attention_priority = 1;
  world.assumptions.attention_fifo = 0;
  world.run.window = {*day_from_date(2024, 1, 1), 0, 1, 60};
  return world;
}

const sim::CaseOutcome& first_of(const sim::Outcome& outcome, work::CaseTypeId type) {
  return *std::find_if(outcome.cases.begin(), outcome.cases.end(),
                       [type](const auto& c) { return c.case_type == type; });
}

TEST(Urgency, OfOrdinaryCasesIsNone) {
  // In hand from 01:00; seven of its kind came before the urgent one of 03:30 or wait with it.
  const auto outcome = two_kinds(work::Urgency::ordinary).simulate();
  EXPECT_EQ(to_iso(first_of(outcome, urgent).ended), "2024-01-01T11:00:00");
}

TEST(Urgency, PutsACaseBeforeOthersThatWait) {
  const auto outcome = two_kinds(work::Urgency::first).simulate();
  EXPECT_EQ(to_iso(first_of(outcome, ordinary).ended), "2024-01-01T04:00:00");
  EXPECT_EQ(to_iso(first_of(outcome, urgent).ended), "2024-01-01T05:00:00");
}

TEST(Urgency, ThatCannotWaitPutsWhatIsInHandAside) {
  const auto outcome = two_kinds(work::Urgency::at_once).simulate();
  EXPECT_EQ(to_iso(first_of(outcome, urgent).ended), "2024-01-01T04:30:00");
  const sim::CaseOutcome& rested = first_of(outcome, ordinary);
  EXPECT_EQ(to_iso(rested.ended), "2024-01-01T05:00:00");
  EXPECT_DOUBLE_EQ(hours(rested.ledger[Row::work]), 3);
  EXPECT_DOUBLE_EQ(hours(rested.ledger[Row::capacity]), 1) << "while it rested";
}

TEST(Urgency, MeansNothingToWhoDoesNotWorkByPriority) {
  SmallWorld world = two_kinds(work::Urgency::at_once);
  world.assumptions.attention_priority = 0;
  world.assumptions.attention_fifo = 1;
  const auto outcome = world.simulate();
  EXPECT_EQ(to_iso(first_of(outcome, urgent).ended), "2024-01-01T11:00:00");
}

/// The only person is at work on Wednesdays; cases come every hour from Monday 01:00.
SmallWorld wednesdays_only() {
  SmallWorld world;
  calendar::Roster roster;
  roster.days[2] = calendar::always_open().days[2];
  world.workforce.rosters[org::RosterId(0)] = roster;
  const auto task = world.activity("task", fixed(2));
  world.person(world.unit("team"), {task});
  const auto type = world.case_type({task}, fixed(1));
  world.work.case_types[type].patience = world.distribution(fixed(49));
  world.run.window = {*day_from_date(2024, 1, 1), 0, 1, 60};
  return world;
}

TEST(Patience, EndsWhileNobodyHasBegunAndNotAfterwards) {
  // On Wednesday at midnight the first case is begun, two hours before its patience would end; the
  // second is in hand when its own ends, at 03:00; the third leaves at 04:00, as its turn comes.
  const auto outcome = wednesdays_only().simulate();
  ASSERT_GT(outcome.cases.size(), 3U);
  for (const std::size_t i : {0U, 1U}) {
    EXPECT_TRUE(outcome.cases[i].finished && outcome.cases[i].withdrawn == false) << i;
  }
  const sim::CaseOutcome& left = outcome.cases[2];
  EXPECT_EQ(left.withdrawn, true);
  EXPECT_FALSE(left.finished);
  EXPECT_EQ(left.elapsed(), from_hours(49));
  EXPECT_EQ(left.ledger[Row::capacity], from_hours(49));
  EXPECT_EQ(left.effort, Effort());
}

TEST(Patience, EndsAlsoWhileTheCaseWaitsForSomethingElse) {
  SmallWorld world = wednesdays_only();
  world.step(ordinary, 0).delay = world.distribution(fixed(80));
  const auto outcome = world.simulate();
  for (const sim::CaseOutcome& c : outcome.cases) {
    EXPECT_EQ(c.withdrawn, true);
    EXPECT_EQ(c.ledger[Row::unexplained], from_hours(49));
    EXPECT_EQ(c.ledger.total(), c.elapsed());
  }
}

TEST(Patience, LeavesTheLedgerExactInABusyTownWithParallelWork) {
  SmallWorld world;
  const auto quick = world.activity("quick", Distribution::exponential(1));
  const auto slow = world.activity("slow", Distribution::exponential(4));
  const auto team = world.unit("team");
  for (int i = 0; i < 3; ++i) world.person(team, {quick, slow});
  const auto lead = world.person(team, {});
  world.organisation.units[team].lead = lead;
  world.organisation.find_person = org::FindPerson::lead_assigns;
  world.assumptions.assign_minutes = 20;
  const auto type = world.case_type({quick, slow}, Distribution::exponential(1.8));
  world.work.case_types[type].patience = world.distribution(Distribution::exponential(6));
  const auto crisis = world.case_type({quick}, Distribution::exponential(20));
  world.work.case_types[crisis].urgency = work::Urgency::at_once;
  world.assumptions.attention_priority = 0.5;
  world.assumptions.attention_fifo = 0.5;
  world.assumptions.tasks_at_once = 2;
  world.run.window = {*day_from_date(2024, 1, 1), 10, 200, 20};
  const auto outcome = world.simulate();
  std::size_t withdrawn = 0;
  for (const sim::CaseOutcome& c : outcome.cases) {
    ASSERT_EQ(c.ledger.total(), c.elapsed());
    for (const Duration d : c.ledger.rows) ASSERT_GE(d, Duration::zero());
    withdrawn += c.withdrawn == true ? 1U : 0U;
  }
  EXPECT_GT(withdrawn, 100U);
  EXPECT_LT(withdrawn, outcome.cases.size() / 2);
}

}  // namespace
}  // namespace veer::test
