// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/penalty.hpp"

#include <gtest/gtest.h>

#include "veer/calendar/holidays.hpp"

namespace veer::calendar {
namespace {

Day day(std::string_view iso) { return day_of(*parse_iso_instant(iso, TimeZone::as_written)); }

const LegalDays& days() {
  static const LegalDays of_these_years(legal_holidays(2020, 2030));
  return of_these_years;
}

/// Awb 4:17 lid 2.
PenaltySchedule awb() {
  return {{2, TermUnit::weeks},
          {{14, Money::cents(23'00)}, {14, Money::cents(35'00)}, {14, Money::cents(45'00)}}};
}

TEST(Penalty, is_at_most_1442_euros_after_42_days) {
  EXPECT_EQ(awb().most_days(), 42);
  EXPECT_EQ(awb().most(), Money::cents(1442'00));
  const Penalty late = penalty(awb(), day("2024-03-01"), day("2024-03-04"), day("2024-12-01"),
                               days());
  EXPECT_EQ(late.days, 42);
  EXPECT_EQ(late.owed, Money::cents(1442'00));
}

TEST(Penalty, starts_on_the_day_after_the_two_weeks_of_the_notice) {
  EXPECT_EQ(first_penalty_day(awb(), day("2024-03-01"), day("2024-03-04"), days()),
            day("2024-03-19"));
  const auto owed = [](const char* decided) {
    return penalty(awb(), day("2024-03-01"), day("2024-03-04"), day(decided), days()).owed.cents();
  };
  EXPECT_EQ(owed("2024-03-18"), 0);
  EXPECT_EQ(owed("2024-03-19"), 0);
  EXPECT_EQ(owed("2024-03-20"), 23'00);
  EXPECT_EQ(owed("2024-04-02"), 14 * 23'00);
  EXPECT_EQ(owed("2024-04-03"), 14 * 23'00 + 35'00);
}

TEST(Penalty, two_weeks_that_end_on_a_holiday_run_on_and_the_42_days_do_not) {
  // Monday 18 March + 14 is Easter Monday.
  EXPECT_EQ(first_penalty_day(awb(), day("2024-03-01"), day("2024-03-18"), days()),
            day("2024-04-03"));
}

TEST(Penalty, a_notice_before_the_term_has_ended_has_no_effect) {
  EXPECT_FALSE(first_penalty_day(awb(), day("2024-03-01"), day("2024-03-01"), days()));
  EXPECT_EQ(penalty(awb(), day("2024-03-01"), day("2024-02-01"), day("2024-12-01"), days()),
            Penalty());
}

}  // namespace
}  // namespace veer::calendar
