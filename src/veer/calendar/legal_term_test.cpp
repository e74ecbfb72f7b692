// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/legal_term.hpp"

#include <gtest/gtest.h>

#include "veer/calendar/holidays.hpp"

namespace veer::calendar {
namespace {

Day day(std::string_view iso) { return day_of(*parse_iso_instant(iso, TimeZone::as_written)); }

const LegalDays& statutory() {
  static const LegalDays days(legal_holidays(2020, 2030));
  return days;
}

std::string ends(std::string_view event, TermLength length, const LegalDays& days = statutory()) {
  const Day received = day(event);
  return to_iso(moved_end(received, counted_end(received, length, days), length, days));
}

TEST(LegalTerm, counts_from_the_day_after_the_event_and_its_last_day_counts_whole) {
  EXPECT_EQ(to_iso(counted_end(day("2024-11-14"), {6, TermUnit::weeks}, statutory())),
            "2024-12-26");
  EXPECT_EQ(to_iso(counted_end(day("2024-03-04"), {1, TermUnit::days}, statutory())),
            "2024-03-05");
}

TEST(LegalTerm, in_months_ends_on_the_same_day_or_on_the_last_of_a_shorter_month) {
  EXPECT_EQ(to_iso(counted_end(day("2024-01-15"), {6, TermUnit::months}, statutory())),
            "2024-07-15");
  EXPECT_EQ(to_iso(counted_end(day("2024-08-31"), {6, TermUnit::months}, statutory())),
            "2025-02-28");
  EXPECT_EQ(to_iso(counted_end(day("2023-12-29"), {2, TermUnit::months}, statutory())),
            "2024-02-29");
  EXPECT_EQ(to_iso(counted_end(day("2024-02-29"), {1, TermUnit::years}, statutory())),
            "2025-02-28");
}

TEST(LegalTerm, in_working_days_skips_weekends_and_holidays) {
  // Friday before Easter Monday 2024: Monday 1 April is closed.
  EXPECT_EQ(ends("2024-03-28", {3, TermUnit::working_days}), "2024-04-04");
  EXPECT_EQ(statutory().open_between(day("2024-03-28"), day("2024-04-04")), 3);
}

TEST(Termijnenwet, an_objection_term_that_ends_on_boxing_day_runs_a_day_longer) {
  EXPECT_EQ(ends("2024-11-14", {6, TermUnit::weeks}), "2024-12-27");
}

TEST(Termijnenwet, days_put_on_a_par_with_holidays_by_decree_move_an_end_too) {
  std::vector<Day> closed = legal_holidays(2024, 2024);
  closed.push_back(day("2024-12-27"));
  EXPECT_EQ(ends("2024-11-14", {6, TermUnit::weeks}, LegalDays(closed)), "2024-12-30");
}

TEST(Termijnenwet, does_not_move_terms_above_twelve_weeks_ninety_days_or_three_months) {
  // All end on Saturday 30 November 2024 or on the Sunday after.
  EXPECT_EQ(ends("2024-09-07", {12, TermUnit::weeks}), "2024-12-02");
  EXPECT_EQ(ends("2024-08-31", {13, TermUnit::weeks}), "2024-11-30");
  EXPECT_EQ(ends("2024-09-01", {90, TermUnit::days}), "2024-12-02");
  EXPECT_EQ(ends("2024-08-31", {91, TermUnit::days}), "2024-11-30");
  EXPECT_EQ(ends("2024-09-01", {3, TermUnit::months}), "2024-12-02");
  EXPECT_EQ(ends("2024-06-01", {6, TermUnit::months}), "2024-12-01");
}

TEST(Termijnenwet, three_days_hold_at_least_two_open_ones) {
  // Thursday 28 March 2024, before Good Friday, Easter and Easter Monday.
  EXPECT_EQ(ends("2024-03-28", {3, TermUnit::days}), "2024-04-03");
  EXPECT_EQ(ends("2024-03-28", {2, TermUnit::days}), "2024-04-02");
}

}  // namespace
}  // namespace veer::calendar
