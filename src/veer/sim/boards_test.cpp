// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/boards.hpp"

#include <gtest/gtest.h>

#include "small_world.hpp"

namespace veer::test {
namespace {

using sim::Row;

/// One clerk who writes for two hours and works office hours; the boards decide.
struct Town : SmallWorld {
  work::ActivityId write = activity("write", Distribution::constant(2));

  Town() {
    workforce.office_hours = calendar::office_week();
    workforce.rosters[org::RosterId(0)] = calendar::office_week();
    person(unit("policy"), {write});
    run.window = {*day_from_date(2026, 1, 5), 0, 364, 364};
  }

  work::BoardId board(Weekday weekday, std::vector<int> weeks, int closes_days) {
    work::Board board;
    board.name = "board";
    board.weekday = weekday;
    board.weeks_of_month = std::move(weeks);
    board.starts_at = std::chrono::hours(9);
    board.length = std::chrono::hours(3);
    board.agenda_closes = std::chrono::hours(24 * closes_days);
    return work.boards.push_back(std::move(board));
  }

  /// Written by the clerk, then past each board.
  void proposals(const std::vector<work::BoardId>& boards, double interval_hours) {
    const auto type = case_type({write}, Distribution::constant(interval_hours));
    work.case_types[type].proposal = true;
    auto& steps = work.case_types[type].process.steps;
    steps[work::StepId(1)].kind = work::StepKind::board;
    steps[work::StepId(1)].board = boards.front();
    for (std::size_t i = 1; i < boards.size(); ++i) {
      work::Step step;
      step.kind = work::StepKind::board;
      step.board = boards[i];
      steps[work::StepId(i)].next = {{work::StepId(i + 1), 1.0}};
      steps.push_back(step);
    }
    steps[work::StepId(boards.size())].next = {{work::StepId(boards.size() + 1), 1.0}};
    steps.push_back({});
  }
};

/// By counting days one by one: the first Tuesday at 12:00 whose agenda, which closes five days
/// before 9:00, is still open; then the same for the third Thursday of a month, closing twelve days
/// before.
Instant by_hand(Instant written) {
  Day day = day_of(written);
  for (;; day = day + 1) {
    const bool tuesday = (day.number + 3) % 7 == 1;  // 1970-01-01 was a Thursday.
    if (tuesday && start_of(day - 5) + std::chrono::hours(9) >= written) break;
  }
  const Instant college = start_of(day) + std::chrono::hours(12);
  for (;; day = day + 1) {
    const unsigned date = date_of(day).day;
    const bool third_thursday = (day.number + 3) % 7 == 3 && date >= 15 && date <= 21;
    if (third_thursday && start_of(day - 12) + std::chrono::hours(9) >= college) break;
  }
  return start_of(day) + std::chrono::hours(12);
}

TEST(Proposal, TakesWhatTheCalendarsOfItsBoardsSayWhenNothingIsUncertain) {
  Town town;
  town.proposals({town.board(Weekday::tuesday, {}, 5), town.board(Weekday::thursday, {3}, 12)}, 37);
  const sim::Outcome outcome = town.simulate();
  const calendar::WorkingTime office(calendar::office_week(), *day_from_date(2026, 1, 5),
                                     *day_from_date(2028, 1, 1));
  ASSERT_GT(outcome.cases.size(), 40U);
  for (const sim::CaseOutcome& one : outcome.cases) {
    ASSERT_TRUE(one.finished && one.proposal);
    const Instant written = office.finish(one.arrived, Effort::hours(2));
    EXPECT_EQ(to_iso(one.ended), to_iso(by_hand(written)));
    EXPECT_EQ(one.ledger.total(), one.elapsed());
    EXPECT_EQ(one.ledger[Row::work], std::chrono::hours(2));
    EXPECT_EQ(one.ledger[Row::decision] + one.ledger[Row::outside_office_hours],
              one.elapsed() - std::chrono::hours(2));
  }
}

TEST(Proposal, ThatIsSentBackIsWrittenAgain) {
  Town town;
  town.proposals({town.board(Weekday::tuesday, {}, 5)}, 37);
  town.step(work::CaseTypeId(0), 1).next = {{work::StepId(0), 0.3}, {work::StepId(2), 0.7}};
  const sim::Outcome outcome = town.simulate();
  double writings = 0;
  for (const sim::CaseOutcome& one : outcome.cases) writings += one.effort.hours() / 2;
  // A geometric number of times: 1 / 0.7; three standard errors of 56 proposals are 0.32.
  EXPECT_NEAR(writings / static_cast<double>(outcome.cases.size()), 1 / 0.7, 0.32);
}

TEST(Proposal, DoesNotSeeAMeetingOnAHoliday) {
  Town town;
  town.proposals({town.board(Weekday::tuesday, {}, 0)}, 20);
  town.workforce.closed_days = {*day_from_date(2026, 1, 13)};
  const sim::Outcome outcome = town.simulate();
  for (const sim::CaseOutcome& one : outcome.cases) {
    EXPECT_NE(to_iso(day_of(one.ended)), "2026-01-13");
  }
}

TEST(Board, WhoseDatesEndBeforeTheRunIsRefused) {
  Town town;
  const auto council = town.board(Weekday::tuesday, {}, 5);
  town.work.boards[council].dates = {*day_from_date(2026, 3, 3)};
  town.proposals({council}, 37);
  const auto outcome = sim::simulate(town.work, town.workforce, town.organisation,
                                     town.assumptions, town.run);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error()[0].found, "a last meeting on 2026-03-03");
  EXPECT_EQ(outcome.error()[0].expected, "dates until 2027-01-03, where measuring ends");
}

}  // namespace
}  // namespace veer::test
