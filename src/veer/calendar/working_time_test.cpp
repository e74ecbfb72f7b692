// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/working_time.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "veer/calendar/holidays.hpp"

namespace veer::calendar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Day day(const char* text) { return day_of(*parse_iso_instant(text, TimeZone::as_written)); }
Instant at(const char* text) { return *parse_iso_instant(text, TimeZone::as_written); }
Effort effort(Duration d) { return Effort::microseconds(d.count()); }

/// A random week, span, holidays and blocks, in whole minutes so that a minute-by-minute count is
/// an exact second opinion.
struct World {
  explicit World(unsigned seed) : random(seed) {
    for (auto& of_day : roster.days) {
      int minute = 0;
      const int count = below(4);
      for (int i = 0; i < count; ++i) {
        const int from = minute + below(300);
        const int to = from + 1 + below(240);
        if (to > 1440) break;
        of_day.push_back({minutes(from), minutes(to)});
        minute = to + below(2);
      }
    }
    last = first + below(60);
    for (int i = below(6); i > 0; --i) closed.push_back(first + (below(70) - 5));
    for (int i = below(20); i > 0; --i) {
      const Instant from = moment();
      blocks.push_back({from, from + minutes(below(4 * 1440) / (1 + below(30)))});
    }
  }

  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); }
  /// A whole minute within, just before or just after the span.
  Instant moment() {
    return start_of(first) + minutes(below((last - first + 5) * 1440) - 2 * 1440);
  }

  [[nodiscard]] bool open(Instant t) const {
    const Day d = day_of(t);
    if (d < first || d > last) return false;
    if (std::find(closed.begin(), closed.end(), d) != closed.end()) return false;
    for (const Block& block : blocks) {
      if (block.from <= t && t < block.to) return false;
    }
    const auto& of_day = roster.days[static_cast<std::size_t>(weekday_of(d))];
    return std::any_of(of_day.begin(), of_day.end(), [t](const Interval& interval) {
      return interval.from <= time_of_day(t) && time_of_day(t) < interval.to;
    });
  }
  [[nodiscard]] Duration counted(Instant from, Instant to) const {
    Duration sum{};
    for (Instant t = from; t < to; t += minutes(1)) {
      if (open(t)) sum += minutes(1);
    }
    return sum;
  }

  std::mt19937 random;
  Roster roster;
  Day first{20000};
  Day last{};
  std::vector<Day> closed;
  std::vector<Block> blocks;
};

TEST(WorkingTime, OfAnyCalendarEqualsACountMinuteByMinute) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    World world(seed);
    const WorkingTime time(world.roster, world.first, world.last, world.closed, world.blocks);
    for (int i = 0; i < 8; ++i) {
      const auto [from, to] = std::minmax({world.moment(), world.moment()});
      ASSERT_EQ(time.between(from, to), world.counted(from, to));
      const Instant middle = world.moment();
      if (from <= middle && middle <= to) {
        ASSERT_EQ(time.between(from, middle) + time.between(middle, to), time.between(from, to));
      }
      ASSERT_EQ(time.is_open(middle), world.open(middle));
    }
  }
}

TEST(WorkingTime, FinishesAnEffortAtTheFirstMomentThatHoldsIt) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    World world(seed);
    const WorkingTime time(world.roster, world.first, world.last, world.closed, world.blocks);
    const Instant end = start_of(world.last + 1);
    Instant latest = Instant::min();
    const Instant from = world.moment();
    const Duration available = time.between(from, end);
    for (int i = 0; i < 20; ++i) {
      const Duration wanted = minutes(60) * i + Duration(i == 0 ? 1 : world.below(1'000'000));
      const Instant done = time.finish(from, effort(wanted));
      if (wanted > available) {
        ASSERT_EQ(done, WorkingTime::end_of_time());
        continue;
      }
      ASSERT_EQ(time.between(from, done), wanted);
      ASSERT_EQ(time.between(from, done - Duration(1)), wanted - Duration(1));
      ASSERT_GE(done, latest);
      latest = done;
    }
    ASSERT_EQ(time.finish(from, Effort()), from);
  }
}

TEST(WorkingTime, OpensNextAtTheFirstWorkingMoment) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    World world(seed);
    const WorkingTime time(world.roster, world.first, world.last, world.closed, world.blocks);
    const Instant t = world.moment() + Duration(world.below(2) * world.below(60'000'000));
    const Instant open = time.next_open(t);
    if (open == WorkingTime::end_of_time()) {
      ASSERT_EQ(time.between(t, start_of(world.last + 1)), Duration::zero());
      continue;
    }
    ASSERT_GE(open, t);
    ASSERT_EQ(time.between(t, open), Duration::zero());
    ASSERT_EQ(time.between(open, open + Duration(1)), Duration(1));
  }
}

TEST(WorkingTime, TakesTwoHoursBegunOnFridayAfternoonIntoMonday) {
  const WorkingTime time(office_week(), day("2026-01-01"), day("2026-12-31"));
  EXPECT_EQ(to_iso(time.finish(at("2026-03-06T16:00"), Effort::hours(2))), "2026-03-09T09:30:00");
  // Done at the end of the day, not at the start of the next.
  EXPECT_EQ(to_iso(time.finish(at("2026-03-06T16:00"), Effort::hours(1))), "2026-03-06T17:00:00");
}

TEST(WorkingTime, LosesNoHourWhenSummerTimeBegins) {
  const WorkingTime time(always_open(), day("2026-03-28"), day("2026-03-31"));
  EXPECT_EQ(time.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")), hours(24));
}

TEST(WorkingTime, SkipsHolidaysAndMeetings) {
  const auto holidays = office_holidays(2026, 2026);
  const Block meeting{at("2026-04-07T08:30"), at("2026-04-07T10:00")};
  const WorkingTime time(office_week(), day("2026-01-01"), day("2026-12-31"), holidays,
                         std::vector<Block>{meeting, meeting});
  // From Good Friday afternoon over Easter Monday to Tuesday after the meeting.
  EXPECT_EQ(to_iso(time.finish(at("2026-04-03T16:30"), Effort::hours(1))), "2026-04-07T10:30:00");
}

TEST(WorkingTime, WithoutAnyHourNeverFinishes) {
  const WorkingTime time(Roster{}, day("2026-01-01"), day("2026-12-31"));
  EXPECT_EQ(time.finish(at("2026-03-01"), Effort::microseconds(1)), WorkingTime::end_of_time());
  EXPECT_EQ(time.next_open(at("2026-03-01")), WorkingTime::end_of_time());
}

TEST(WorkingTime, OutsideItsSpanHoldsNoWork) {
  const WorkingTime time(always_open(), day("2026-01-01"), day("2026-01-02"));
  EXPECT_EQ(time.between(at("2020-01-01"), at("2030-01-01")), hours(48));
  EXPECT_EQ(to_iso(time.finish(at("2020-01-01"), Effort::hours(1))), "2026-01-01T01:00:00");
  EXPECT_EQ(time.finish(at("2026-01-02T23:00"), Effort::hours(2)), WorkingTime::end_of_time());
  EXPECT_EQ(time.next_open(at("2027-01-01")), WorkingTime::end_of_time());
}

TEST(PartTime, KeepsExactlyItsShareOfTheWeek) {
  for (int n = 1; n <= 1000; ++n) {
    for (const Weekday free : {Weekday::friday, Weekday::wednesday, Weekday::monday}) {
      const Roster roster = part_time(office_week(), Fte::thousandths(n), free);
      ASSERT_EQ(roster.week(), Duration(hours(40)) * n / 1000);
    }
  }
}

TEST(PartTime, IsFreeFromFridayBackwardsInHalfDays) {
  const Roster roster = part_time(office_week(), Fte::of(0.75));
  EXPECT_TRUE(roster.days[4].empty());
  EXPECT_EQ(roster.days[3],
            (std::vector<Interval>{{minutes(510), minutes(750)}, {minutes(780), minutes(900)}}));
  EXPECT_EQ(roster.days[2], office_week().days[2]);
}

TEST(PartTime, CanHaveAnotherFreeDay) {
  const Roster roster = part_time(office_week(), Fte::of(0.8), Weekday::wednesday);
  EXPECT_TRUE(roster.days[2].empty());
  EXPECT_EQ(roster.days[4], office_week().days[4]);
}

}  // namespace
}  // namespace veer::calendar
