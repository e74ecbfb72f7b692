// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/board.hpp"

#include <algorithm>

namespace veer::work {
namespace {

bool lies_in(const Recess& recess, DayOfYear day) {
  const bool after = day >= recess.from;
  const bool before = day <= recess.to;
  return recess.from <= recess.to ? after && before : after || before;
}

bool is_in_rhythm(const Board& board, Day day, const Date& date) {
  if (!board.dates.empty()) {
    return std::binary_search(board.dates.begin(), board.dates.end(), day);
  }
  if (weekday_of(day) != board.weekday) return false;
  const int week = static_cast<int>(date.day - 1) / 7 + 1;
  const auto& weeks = board.weeks_of_month;
  return weeks.empty() || std::find(weeks.begin(), weeks.end(), week) != weeks.end();
}

}  // namespace

bool meets_on(const Board& board, Day day) {
  const Date date = date_of(day);
  return is_in_rhythm(board, day, date) &&
         std::none_of(board.recesses.begin(), board.recesses.end(), [&](const Recess& recess) {
           return lies_in(recess, {date.month, date.day});
         });
}

std::vector<BoardMeeting> meetings(const Board& board, Day first, Day last,
                                   std::span<const Day> closed) {
  std::vector<BoardMeeting> result;
  for (Day day = first; day <= last; day = day + 1) {
    if (!meets_on(board, day) || std::binary_search(closed.begin(), closed.end(), day)) continue;
    const Instant starts = start_of(day) + board.starts_at;
    result.push_back({starts - board.agenda_closes, starts + board.length});
  }
  return result;
}

}  // namespace veer::work
