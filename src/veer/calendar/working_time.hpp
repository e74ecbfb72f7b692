// SPDX-License-Identifier: EUPL-1.2
// From effort to elapsed time and back without an event per office-hour change.
//
// A Roster is a week of working intervals. WorkingTime spreads it over a span of days, leaves out
// closed days (holidays) and blocks (meetings), and keeps for every day the working time before it;
// so the working time between two moments is two look-ups and a difference, and the moment at which
// an effort is done is a search from the current day. Outside its span nobody works.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "veer/base/quantity.hpp"
#include "veer/base/time.hpp"

namespace veer::calendar {

/// Part of a day, [from, to), as time since midnight; 0 <= from < to <= 24 h.
struct Interval {
  Duration from;
  Duration to;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// A week of work: for each weekday (Monday first) disjoint intervals in order of time.
struct Roster {
  std::array<std::vector<Interval>, 7> days;

  /// Working time of one week.
  [[nodiscard]] Duration week() const;
  friend bool operator==(const Roster&, const Roster&) = default;
};

/// Every hour of every day: for theory tests and digital services.
[[nodiscard]] Roster always_open();
/// Monday to Friday, 08:30-12:30 and 13:00-17:00: 40 hours; judgement, a common office day.
[[nodiscard]] Roster office_week();
/// A week cut to a part-time share by whole half-days (intervals), backwards from the end of
/// free_day and around the week, the rest by ending one half-day earlier; share in (0, 1]. The
/// working time that is left is exactly the share (in thousandths) of the week's.
[[nodiscard]] Roster part_time(const Roster& full_time, Fte share,
                               Weekday free_day = Weekday::friday);

/// A closed part of the time line, [from, to).
struct Block {
  Instant from;
  Instant to;
  friend bool operator==(const Block&, const Block&) = default;
};

class WorkingTime {
 public:
  /// Over the days first .. last (inclusive; first <= last). closed: days without work, in any
  /// order. blocks: moments without work, in any order, may overlap. O(days + closed log closed +
  /// blocks log blocks); 16 bytes a day, and intervals only for days that a block cuts.
  WorkingTime(const Roster& roster, Day first, Day last, std::span<const Day> closed = {},
              std::span<const Block> blocks = {});

  /// Working time in [from, to); 0 when to <= from. O(intervals of the two days).
  [[nodiscard]] Duration between(Instant from, Instant to) const;
  /// The earliest moment t with between(from, t) == effort, for effort > 0; for effort == 0 the
  /// moment from itself. Never later than it can be: the end of an interval, not the start of the
  /// next. end_of_time() when the span holds too little. O(log days) worst, O(1) within a day.
  [[nodiscard]] Instant finish(Instant from, Effort effort) const;
  /// The first working moment at or after t; end_of_time() when there is none.
  [[nodiscard]] Instant next_open(Instant t) const;
  [[nodiscard]] bool is_open(Instant t) const { return next_open(t) == t; }
  /// Working time of the span before t.
  [[nodiscard]] Duration before(Instant t) const;

  /// A stretch of time in which work goes on, or rests, without a break.
  struct Stretch {
    Instant from;
    Instant to;       ///< When closed: the next working moment.
    Duration before;  ///< Working time of the span before `from`.
    bool open;
  };
  /// A stretch that holds t: from <= t < to. An open one is whole; a closed one may begin at t.
  /// O(log days) worst.
  [[nodiscard]] Stretch stretch_at(Instant t) const;

  /// Later than every moment of any span.
  [[nodiscard]] static constexpr Instant end_of_time() { return Instant::max(); }

 private:
  struct DaySpan {
    std::uint32_t first_interval;  // into intervals_
    std::uint32_t interval_count;
    Duration before;               // working time before this day
  };
  /// Position of t's day in days_, or of its nearest end: 0 .. day_count().
  [[nodiscard]] std::size_t position(Instant t) const;
  [[nodiscard]] std::size_t day_count() const { return days_.size() - 1; }
  /// The first day at or after position `from` that ends with at least `worked` working time
  /// before its midnight; day_count() when there is none.
  [[nodiscard]] std::size_t day_reaching(Duration worked, std::size_t from) const;

  Day first_;
  std::vector<DaySpan> days_;       // one more than the days: the last holds the total
  std::vector<Interval> intervals_; // the week's, shared by all days alike, then those of cut days
};

}  // namespace veer::calendar
