// SPDX-License-Identifier: EUPL-1.2
// Boards that decide on proposals when they meet: the portfolio holder, the college, the council.
//
// A board meets on one weekday, every week or in given weeks of the month, or on a list of dates;
// not in a recess and not on days when the office is closed. A proposal is on the agenda of the
// first meeting whose agenda is still open, and is decided when that meeting ends.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "veer/base/id.hpp"
#include "veer/base/time.hpp"

namespace veer::work {

using BoardId = Id<struct BoardTag>;

/// A day of every year.
struct DayOfYear {
  unsigned month = 1;
  unsigned day = 1;
  friend constexpr auto operator<=>(const DayOfYear&, const DayOfYear&) = default;
};

/// The days of every year on which a board does not meet, both ends included; one that ends before
/// it begins goes over New Year.
struct Recess {
  DayOfYear from;
  DayOfYear to;
  friend bool operator==(const Recess&, const Recess&) = default;
};

struct Board {
  std::string name;
  Weekday weekday = Weekday::monday;
  /// 1: the first such weekday of a month, up to 5. Empty: every week.
  std::vector<int> weeks_of_month;
  std::vector<Day> dates;      ///< Instead of weekday and weeks: the days it meets, in order.
  std::vector<Recess> recesses;
  Duration starts_at{};        ///< Time of day.
  Duration length{};
  Duration agenda_closes{};    ///< How long before its start a meeting takes no more proposals.

  friend bool operator==(const Board&, const Board&) = default;
};

struct BoardMeeting {
  Instant agenda_closes;       ///< What comes later waits for the next meeting.
  Instant ends;
  friend bool operator==(const BoardMeeting&, const BoardMeeting&) = default;
};

/// Whether the board meets on that day, as far as its own calendar says.
[[nodiscard]] bool meets_on(const Board& board, Day day);

/// Its meetings on the days first .. last that are not closed, in order. closed: ordered. O(days).
[[nodiscard]] std::vector<BoardMeeting> meetings(const Board& board, Day first, Day last,
                                                 std::span<const Day> closed);

}  // namespace veer::work
