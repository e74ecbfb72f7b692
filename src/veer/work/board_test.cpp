// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/board.hpp"

#include <gtest/gtest.h>

#include "veer/base/error.hpp"
#include "veer/work/work.hpp"

namespace veer::work {
namespace {

Day day(int year, unsigned month, unsigned number) { return *day_from_date(year, month, number); }

Board college() {
  Board board;
  board.name = "college";
  board.weekday = Weekday::tuesday;
  board.starts_at = std::chrono::hours(9);
  board.length = std::chrono::hours(3);
  board.agenda_closes = std::chrono::hours(5 * 24);
  return board;
}

TEST(Board, MeetsEveryWeekButNotInARecessThatGoesOverNewYear) {
  Board board = college();
  board.recesses = {{{12, 22}, {1, 4}}};
  EXPECT_TRUE(meets_on(board, day(2026, 12, 15)));
  EXPECT_FALSE(meets_on(board, day(2026, 12, 16)));
  EXPECT_FALSE(meets_on(board, day(2026, 12, 22)));
  EXPECT_FALSE(meets_on(board, day(2026, 12, 29)));
  EXPECT_TRUE(meets_on(board, day(2027, 1, 5)));
}

TEST(Board, MeetsInGivenWeeksOfTheMonth) {
  Board board = college();
  board.weekday = Weekday::thursday;
  board.weeks_of_month = {1, 5};
  // Thursdays of October 2026: 1, 8, 15, 22, 29.
  EXPECT_TRUE(meets_on(board, day(2026, 10, 1)));
  EXPECT_FALSE(meets_on(board, day(2026, 10, 8)));
  EXPECT_FALSE(meets_on(board, day(2026, 10, 22)));
  EXPECT_TRUE(meets_on(board, day(2026, 10, 29)));
}

TEST(Board, ClosesItsAgendaBeforeTheMeetingAndSkipsClosedDays) {
  const std::vector<Day> closed = {day(2026, 5, 5)};
  const auto found = meetings(college(), day(2026, 4, 28), day(2026, 5, 12), closed);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(to_iso(found[0].agenda_closes), "2026-04-23T09:00:00");
  EXPECT_EQ(to_iso(found[0].ends), "2026-04-28T12:00:00");
  EXPECT_EQ(to_iso(found[1].ends), "2026-05-12T12:00:00");
}

TEST(Board, MeetsOnItsDatesOnly) {
  Board board = college();
  board.dates = {day(2026, 1, 29), day(2026, 3, 5)};
  EXPECT_TRUE(meets_on(board, day(2026, 3, 5)));
  EXPECT_FALSE(meets_on(board, day(2026, 3, 3)));
}

TEST(Board, ThatNeverMeetsIsRefused) {
  Work work;
  Board board = college();
  board.recesses = {{{1, 1}, {12, 31}}};
  work.boards.push_back(board);
  const Problems problems = check(work);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].where, "boards[0] (college)");
  EXPECT_EQ(problems[0].found, "a board that never meets");
}

TEST(Board, WithAMeetingOfNoTimeIsRefused) {
  // Proposals could otherwise come back on its agenda in the same moment, for ever.
  Work work;
  Board board = college();
  board.length = Duration::zero();
  work.boards.push_back(board);
  EXPECT_EQ(check(work).size(), 1U);
}

}  // namespace
}  // namespace veer::work
