// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/measures.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace veer::study {
namespace {

sim::CaseOutcome done_in(double days_elapsed) {
  sim::CaseOutcome one;
  one.finished = true;
  one.ended = one.arrived + from_days(days_elapsed);
  one.ledger[sim::Row::capacity] = from_days(days_elapsed);
  one.effort = Effort::hours(2);
  one.handovers = 3;
  one.contacts = 4;
  one.contact_persons = 2;
  return one;
}

TEST(Measures, FollowTheirDefinitions) {
  sim::Outcome outcome;
  outcome.cases = {done_in(1), done_in(2), done_in(9)};
  outcome.cases[0].within_legal_term = true;
  outcome.cases[2].within_legal_term = false;
  outcome.cases[2].finished = false;
  outcome.hours.paid = Effort::hours(100);
  outcome.hours.absent = Effort::hours(20);
  outcome.hours.idle = Effort::hours(8);
  outcome.hours.meetings = Effort::hours(12);
  outcome.hours.decisions = Effort::hours(6);
  outcome.decisions[0] = {4, 0, from_days(2), 3, 1, 1};
  const RunMeasures run = measure(outcome, 3);
  EXPECT_DOUBLE_EQ(run[Measure::within_legal_term], 0.5);
  EXPECT_DOUBLE_EQ(run[Measure::elapsed_median_days], 2);
  // Type 7: position 0.9 x 2 = 1.8 between 2 and 9.
  EXPECT_DOUBLE_EQ(run[Measure::elapsed_p90_days], 2 + 0.8 * 7);
  EXPECT_DOUBLE_EQ(run[Measure::elapsed_mean_days], 4);
  EXPECT_DOUBLE_EQ(run[Measure::effort_hours_per_case], 2);
  EXPECT_DOUBLE_EQ(run[Measure::meeting_hours_per_week], 4);
  EXPECT_DOUBLE_EQ(run[Measure::decision_hours_per_week], 2);
  EXPECT_DOUBLE_EQ(run[Measure::load], 0.9);
  EXPECT_DOUBLE_EQ(run[Measure::handovers_per_case], 3);
  EXPECT_DOUBLE_EQ(run[Measure::contacts_per_case], 4);
  EXPECT_DOUBLE_EQ(run[Measure::contact_persons_per_case], 2);
  EXPECT_DOUBLE_EQ(run[Measure::decision_wait_days], 0.5);
  EXPECT_DOUBLE_EQ(run[Measure::wrong_decisions], 0.5);
  EXPECT_TRUE(std::isnan(run[Measure::withdrawn]));
  EXPECT_EQ(run.unfinished, 1);
  outcome.cases[0].withdrawn = false;
  outcome.cases[2].withdrawn = true;
  EXPECT_DOUBLE_EQ(measure(outcome, 3)[Measure::withdrawn], 0.5);
  EXPECT_EQ(measure(outcome, 3).unfinished, 0) << "nobody waits for it any more";
}

TEST(Measures, KeepProposalsAndOpgavenApartFromCases) {
  sim::Outcome outcome;
  outcome.cases = {done_in(1), done_in(60), done_in(80)};
  outcome.cases[1].proposal = outcome.cases[2].proposal = true;
  outcome.opgaven.push_back({true, true, Day{100}, start_of(Day{99}), 1, 0.8, 10, 4, 6, 0, 0, {}});
  outcome.opgaven.push_back(
      {true, false, Day{100}, start_of(Day{131}), 0.7, 0.6, 0, 0, 0, 0, 0, {}});
  outcome.opgaven.push_back({});
  const RunMeasures run = measure(outcome, 1);
  EXPECT_EQ(run.cases, 1);
  EXPECT_DOUBLE_EQ(run[Measure::elapsed_mean_days], 1);
  EXPECT_DOUBLE_EQ(run[Measure::proposal_days], 70);
  EXPECT_DOUBLE_EQ(run[Measure::opgave_goal_by_due], 0.7);
  EXPECT_DOUBLE_EQ(run[Measure::opgave_quality], 0.4);
  // Two days early, since the due date counts whole, and thirty days late.
  EXPECT_DOUBLE_EQ(run[Measure::opgave_days_late], 14);
  EXPECT_TRUE(std::isnan(measure({}, 1)[Measure::proposal_days]));
  EXPECT_TRUE(std::isnan(measure({}, 1)[Measure::opgave_quality]));
}

TEST(Measures, AreMeansOverHouseholdsAndNothingWithoutThem) {
  sim::Outcome outcome;
  outcome.households.measured.resize(4);
  outcome.households.measured[0].contacts = 10;
  outcome.households.measured[1].contact_persons = 6;
  outcome.households.measured[2].contradictions = 1;
  const RunMeasures run = measure(outcome, 1);
  EXPECT_DOUBLE_EQ(run[Measure::contacts_per_household], 2.5);
  EXPECT_DOUBLE_EQ(run[Measure::contact_persons_per_household], 1.5);
  EXPECT_DOUBLE_EQ(run[Measure::contradictions_per_100_households], 25);
  for (const Measure measured :
       {Measure::contacts_per_household, Measure::contact_persons_per_household,
        Measure::contradictions_per_100_households}) {
    EXPECT_TRUE(std::isnan(measure({}, 1)[measured]));
  }
}

TEST(Measures, SayNothingOfATermThatNoCaseHasAndNothingOfNoCases) {
  const RunMeasures run = measure({}, 1);
  EXPECT_TRUE(std::isnan(run[Measure::within_legal_term]));
  EXPECT_EQ(run[Measure::elapsed_mean_days], 0);
  EXPECT_EQ(run[Measure::elapsed_p90_days], 0);
}

TEST(Measures, HaveNamesUnitsAndADirection) {
  EXPECT_EQ(info(Measure::within_legal_term).name, "within_legal_term");
  EXPECT_EQ(info(Measure::within_legal_term).better, Better::higher);
  EXPECT_EQ(info(Measure::load).better, Better::neither);
  EXPECT_EQ(info(Measure::decision_wait_days).unit, "days");
}

}  // namespace
}  // namespace veer::study
