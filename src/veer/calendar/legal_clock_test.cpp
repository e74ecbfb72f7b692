// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/legal_clock.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "veer/calendar/holidays.hpp"

namespace veer::calendar {
namespace {

Day day(std::string_view iso) { return day_of(*parse_iso_instant(iso, TimeZone::as_written)); }

const LegalDays& statutory() {
  static const LegalDays days(legal_holidays(2020, 2030));
  return days;
}

DecisionTerm weeks(std::int32_t count, std::optional<TermLength> extension = std::nullopt) {
  return {{{{count, TermUnit::weeks}, true}}, extension, true};
}

std::string due(const DecisionTerm& term, const Course& course) {
  const auto result = due_day(term, course, statutory());
  return result ? to_iso(*result) : to_string(result.error().front());
}

TEST(LegalClock, stands_still_from_the_day_after_the_question_to_the_day_of_the_answer) {
  const Course without = {day("2024-03-04"), {}, false};
  EXPECT_EQ(due(weeks(8), without), "2024-04-29");
  // Asked on 11 March, answered on the 25th: 12 to 24 March do not count, 13 days.
  const Course with = {day("2024-03-04"), {{day("2024-03-11"), day("2024-03-25")}}, false};
  EXPECT_EQ(due(weeks(8), with), "2024-05-13");  // Sunday 12 May, moved
}

TEST(LegalClock, an_answer_on_the_next_day_stops_nothing) {
  EXPECT_EQ(due(weeks(8), {day("2024-03-04"), {{day("2024-03-11"), day("2024-03-12")}}, false}),
            "2024-04-29");
}

TEST(LegalClock, days_of_two_suspensions_count_once) {
  const Course both = {
      day("2024-03-04"),
      {{day("2024-03-13"), day("2024-03-25")}, {day("2024-03-11"), day("2024-03-20")}},
      false};
  EXPECT_EQ(due(weeks(8), both), "2024-05-13");
}

TEST(LegalClock, an_extension_follows_the_term_as_counted) {
  const DecisionTerm permit = weeks(8, TermLength{6, TermUnit::weeks});
  EXPECT_EQ(due(permit, {day("2024-03-02"), {}, false}), "2024-04-29");  // from Saturday
  EXPECT_EQ(due(permit, {day("2024-03-02"), {}, true}), "2024-06-10");   // 14 weeks, moved
}

TEST(LegalClock, stands_still_only_for_what_the_law_names) {
  const Course views = {day("2024-03-04"),
                        {{day("2024-03-11"), day("2024-03-25"), SuspendedBy::others}},
                        false};
  EXPECT_EQ(due(weeks(4), views), "2024-04-02");  // Easter Monday, moved
  DecisionTerm woo = weeks(4);
  woo.parts[0].stops_for_others = true;
  EXPECT_EQ(due(woo, views), "2024-04-15");  // Sunday 14 April, moved
}

TEST(LegalClock, stands_still_on_the_day_of_the_answer_where_the_law_says_through_it) {
  const Course views = {day("2024-03-05"),
                        {{day("2024-03-14"), day("2024-03-28"), SuspendedBy::others}},
                        false};
  DecisionTerm woo = weeks(4);
  woo.parts[0].stops_for_others = true;
  EXPECT_EQ(due(woo, views), "2024-04-15");
  woo.parts[0].others_through_answer = true;
  EXPECT_EQ(due(woo, views), "2024-04-16");
  const Course completed = {day("2024-03-05"), {{day("2024-03-14"), day("2024-03-28")}}, false};
  EXPECT_EQ(due(woo, completed), "2024-04-15");
}

TEST(LegalClock, the_second_part_starts_when_the_first_has_ended) {
  // Six weeks of investigation that nothing suspends, then two weeks of decision (Wmo 2015).
  const DecisionTerm wmo = {
      {{{6, TermUnit::weeks}, false, false}, {{2, TermUnit::weeks}, true, false}}, {}, true};
  // 6 weeks from 18 March 2024 is 29 April; two weeks later 13 May.
  EXPECT_EQ(due(wmo, {day("2024-03-18"), {}, false}), "2024-05-13");
  EXPECT_EQ(due(wmo, {day("2024-03-18"), {{day("2024-04-02"), day("2024-04-20")}}, false}),
            "2024-05-13");
  EXPECT_EQ(due(wmo, {day("2024-03-18"), {{day("2024-05-02"), day("2024-05-06")}}, false}),
            "2024-05-16");
}

TEST(LegalClock, counts_the_plain_days_of_all_parts) {
  EXPECT_EQ(plain_days({{{{6, TermUnit::weeks}}, {{2, TermUnit::weeks}}}, {}, true},
                       day("2024-03-18")),
            56);
}

TEST(LegalClock, a_suspension_after_the_end_changes_nothing) {
  EXPECT_EQ(due(weeks(8), {day("2024-03-04"), {{day("2024-04-29"), day("2024-06-30")}}, false}),
            "2024-04-29");
  EXPECT_EQ(due(weeks(8), {day("2024-03-04"), {{day("2024-04-28"), day("2024-04-30")}}, false}),
            "2024-04-30");
}

TEST(LegalClock, tells_all_that_is_wrong_at_once) {
  const auto result = due_day(
      weeks(8),
      {day("2024-03-04"),
       {{day("2024-03-11"), day("2024-03-10")}, {day("2024-03-01"), day("2024-03-08")}},
       true},
      statutory());
  ASSERT_FALSE(result.has_value());
  ASSERT_EQ(result.error().size(), 3U);
  EXPECT_NE(to_string(result.error()[0]).find("resumed on 2024-03-10, suspended on 2024-03-11"),
            std::string::npos);
}

/// A stream of numbers for random cases; the tests need no quality, only the same ones every time.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::int32_t below(std::int32_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int32_t>((state_ >> 33U) % static_cast<std::uint64_t>(bound));
  }

 private:
  std::uint64_t state_;
};

struct RandomCase {
  DecisionTerm term;
  Course course;
  LegalDays days;
};

RandomCase random_case(Numbers& numbers) {
  RandomCase made;
  std::vector<Day> closed;
  const Day start = day("2024-01-01") + numbers.below(700);
  for (int i = numbers.below(30); i > 0; --i) closed.push_back(start + numbers.below(400));
  made.days = LegalDays(closed);
  constexpr TermLength lengths[] = {{3, TermUnit::days},   {10, TermUnit::working_days},
                                    {2, TermUnit::weeks},  {8, TermUnit::weeks},
                                    {2, TermUnit::months}, {6, TermUnit::months}};
  made.term.parts = {{lengths[numbers.below(6)], true, true}};
  if (numbers.below(4) == 0) made.term.parts.push_back({lengths[numbers.below(6)], true, false});
  made.term.end_moves = numbers.below(5) > 0;
  made.term.extension = TermLength{1 + numbers.below(6), TermUnit::weeks};
  made.course.received = start;
  made.course.extended = numbers.below(3) == 0;
  for (int i = numbers.below(4); i > 0; --i) {
    const Day asked = start + numbers.below(90);
    made.course.waits.push_back({asked, asked + numbers.below(40), SuspendedBy::applicant});
  }
  return made;
}

/// The same by counting day after day on which the clock runs; for terms of one part.
Day counted_by_hand(const RandomCase& made) {
  const TermLength length = made.term.parts[0].length;
  Day plain = counted_end(made.course.received, length, made.days);
  if (made.course.extended) plain = counted_end(plain, *made.term.extension, made.days);
  const auto stands_still = [&](Day at) {
    return std::any_of(made.course.waits.begin(), made.course.waits.end(),
                       [at](const Course::Wait& wait) {
                         return at > wait.asked && at < wait.answered;
                       });
  };
  Day at = made.course.received;
  for (std::int32_t left = plain - made.course.received; left > 0;) {
    at = at + 1;
    if (!stands_still(at)) --left;
  }
  const TermLength last = made.course.extended ? *made.term.extension : length;
  const auto final_day = [&](Day end) {
    return made.term.end_moves ? moved_end(made.course.received, end, last, made.days) : end;
  };
  // Between the counted and the moved end the clock may stand still once more.
  for (Day end = at;;) {
    const Day moved = final_day(end);
    Day resumed = end;
    for (Day between = end; between <= moved; between = between + 1) {
      if (!stands_still(between)) continue;
      resumed = between;
      while (stands_still(resumed)) resumed = resumed + 1;
      break;
    }
    if (resumed == end) return moved;
    end = resumed;
  }
}

TEST(LegalClockProperties, equals_a_count_day_by_day) {
  Numbers numbers(7);
  for (int i = 0; i < 3000; ++i) {
    const RandomCase made = random_case(numbers);
    const bool in_days = made.term.parts[0].length.unit != TermUnit::working_days;
    if (made.term.parts.size() > 1 || !in_days) continue;
    ASSERT_EQ(*due_day(made.term, made.course, made.days), counted_by_hand(made)) << i;
  }
}

TEST(LegalClockProperties, one_more_or_a_longer_suspension_never_brings_the_end_forward) {
  Numbers numbers(8);
  for (int i = 0; i < 3000; ++i) {
    RandomCase made = random_case(numbers);
    const Day before = *due_day(made.term, made.course, made.days);
    if (!made.course.waits.empty()) {
      Course longer = made.course;
      longer.waits[0].answered = longer.waits[0].answered + 1 + numbers.below(20);
      ASSERT_GE(*due_day(made.term, longer, made.days), before) << i;
    }
    const Day asked = made.course.received + numbers.below(200);
    made.course.waits.push_back({asked, asked + numbers.below(60), SuspendedBy::applicant});
    ASSERT_GE(*due_day(made.term, made.course, made.days), before) << i;
  }
}

TEST(LegalClockProperties, an_extension_never_brings_the_end_forward) {
  Numbers numbers(9);
  for (int i = 0; i < 3000; ++i) {
    RandomCase made = random_case(numbers);
    made.term.extension = TermLength{6, TermUnit::weeks};
    made.course.extended = false;
    const Day before = *due_day(made.term, made.course, made.days);
    made.course.extended = true;
    ASSERT_GT(*due_day(made.term, made.course, made.days), before) << i;
  }
}

TEST(LegalClockProperties, where_the_termijnenwet_applies_no_term_ends_on_a_closed_day) {
  Numbers numbers(10);
  int checked = 0;
  for (int i = 0; i < 3000; ++i) {
    const RandomCase made = random_case(numbers);
    const TermLength last =
        made.course.extended ? *made.term.extension : made.term.parts.back().length;
    if (!made.term.end_moves || !termijnenwet_applies(last)) continue;
    ++checked;
    ASSERT_TRUE(made.days.is_open(*due_day(made.term, made.course, made.days))) << i;
  }
  EXPECT_GT(checked, 1000);
}

TEST(LegalClockProperties, suspensions_that_share_no_day_add_up_exactly) {
  Numbers numbers(11);
  for (int i = 0; i < 1000; ++i) {
    DecisionTerm term = weeks(26);
    term.end_moves = false;
    const Day received = day("2024-01-01") + numbers.below(700);
    Course course = {received, {}, false};
    const Day before = *due_day(term, course, statutory());
    std::int32_t stopped = 0;
    Day asked = received;
    while (asked < received + 120) {
      asked = asked + numbers.below(20);
      const std::int32_t still = numbers.below(15);
      course.waits.push_back({asked, asked + 1 + still});
      stopped += still;
      asked = asked + 1 + still;
    }
    std::reverse(course.waits.begin(), course.waits.end());
    ASSERT_EQ(*due_day(term, course, statutory()) - before, stopped) << i;
  }
}

TEST(LegalClockProperties, the_order_in_which_suspensions_are_noted_does_not_matter) {
  Numbers numbers(12);
  for (int i = 0; i < 1000; ++i) {
    RandomCase made = random_case(numbers);
    const Day before = *due_day(made.term, made.course, made.days);
    std::reverse(made.course.waits.begin(), made.course.waits.end());
    ASSERT_EQ(*due_day(made.term, made.course, made.days), before) << i;
  }
}

}  // namespace
}  // namespace veer::calendar
