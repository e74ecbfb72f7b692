// SPDX-License-Identifier: EUPL-1.2
// From effort to elapsed time and back without an event per office-hour change.
//
// A Roster is a week of working intervals. WorkingTime spreads it over a span of days, leaves out
// closed days (holidays) and blocks (meetings), and keeps what is left as stretches in order, each
// with the working time before it; so the working time between two moments is two look-ups and a
// difference, and the moment at which an effort is done is a search. Outside its span nobody works.
#pragma once

#include <algorithm>
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
  /// order. blocks: moments without work, in any order, may overlap. O(stretches + closed log
  /// closed + blocks log blocks); 24 bytes a stretch.
  WorkingTime(const Roster& roster, Day first, Day last, std::span<const Day> closed = {},
              std::span<const Block> blocks = {});

  /// Working time in [from, to); 0 when to <= from. O(log stretches).
  [[nodiscard]] Duration between(Instant from, Instant to) const;
  /// The earliest moment t with between(from, t) == effort, for effort > 0; for effort == 0 the
  /// moment from itself. Never later than it can be: the end of an interval, not the start of the
  /// next. end_of_time() when the span holds too little. O(log stretches).
  [[nodiscard]] Instant finish(Instant from, Effort effort) const {
    return finish(from, effort, place(from));
  }
  /// The first working moment at or after t; end_of_time() when there is none. O(log stretches).
  [[nodiscard]] Instant next_open(Instant t) const { return next_open(t, place(t)); }
  [[nodiscard]] bool is_open(Instant t) const { return next_open(t) == t; }
  /// Working time of the span before t. O(log stretches).
  [[nodiscard]] Duration before(Instant t) const { return before(t, place(t)); }

  /// Later than every moment of any span.
  [[nodiscard]] static constexpr Instant end_of_time() { return Instant::max(); }

 private:
  friend class Clock;

  /// A stretch in which work goes on without a break.
  struct Stretch {
    Instant from;
    Instant to;
    Duration before;  ///< Working time of the span before it.
  };
  /// Of the last stretch that begins at or before t.
  [[nodiscard]] std::size_t place(Instant t) const;
  /// The same, searched from a place near it: O(1) when it is.
  [[nodiscard]] std::size_t place(Instant t, std::size_t near) const;
  // The answers from a moment's place.
  [[nodiscard]] Duration before(Instant t, std::size_t at) const {
    const Stretch& stretch = stretches_[at];
    return stretch.before + (std::min(t, stretch.to) - stretch.from);
  }
  [[nodiscard]] Instant next_open(Instant t, std::size_t at) const {
    return t < stretches_[at].to ? t : stretches_[at + 1].from;
  }
  [[nodiscard]] Instant finish(Instant from, Effort effort, std::size_t at) const;
  void append(Instant from, Instant to);

  /// The first, without length, lies before every moment; of the last two, without length, at the
  /// end of time, the first is the last place there is.
  std::vector<Stretch> stretches_;
};

}  // namespace veer::calendar
