// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/legal_term.hpp"

#include <algorithm>
#include <utility>

#include "veer/base/error.hpp"

namespace veer::calendar {
namespace {

constexpr std::int32_t months_per_year = 12;
constexpr std::int32_t days_per_week = 7;

Day add_months(Day day, std::int32_t count) {
  const Date date = date_of(day);
  const std::int32_t month = static_cast<std::int32_t>(date.month) - 1 + count;
  const int year = date.year + month / months_per_year;
  const auto in_year = static_cast<unsigned>(month % months_per_year + 1);
  for (unsigned last = date.day;; --last) {
    if (const auto found = day_from_date(year, in_year, last)) return *found;
  }
}

}  // namespace

LegalDays::LegalDays(std::vector<Day> holidays) : holidays_(std::move(holidays)) {
  std::sort(holidays_.begin(), holidays_.end());
  holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
}

bool LegalDays::is_open(Day day) const {
  if (weekday_of(day) >= Weekday::saturday) return false;
  return !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

Day LegalDays::open_from(Day day) const {
  while (!is_open(day)) day = day + 1;
  return day;
}

Day LegalDays::add_open(Day day, std::int32_t count) const {
  for (; count > 0; --count) day = open_from(day + 1);
  return day;
}

std::int32_t LegalDays::open_between(Day from, Day to) const {
  std::int32_t count = 0;
  for (; from < to; from = from + 1) count += is_open(from) ? 1 : 0;
  return count;
}

Day counted_end(Day event, TermLength length, const LegalDays& days) {
  VEER_EXPECT(length.count > 0);
  switch (length.unit) {
    case TermUnit::days: return event + length.count;
    case TermUnit::working_days: return days.add_open(event, length.count);
    case TermUnit::weeks: return event + length.count * days_per_week;
    case TermUnit::months: return add_months(event, length.count);
    case TermUnit::years: return add_months(event, length.count * months_per_year);
  }
  VEER_EXPECT(false && "a unit without a length");
}

bool termijnenwet_applies(TermLength length) {
  switch (length.unit) {
    // Source: Algemene termijnenwet art. 4, a. Working days are no unit of it: they count as days.
    case TermUnit::days:
    case TermUnit::working_days: return length.count <= 90;
    case TermUnit::weeks: return length.count <= 12;
    case TermUnit::months: return length.count <= 3;
    case TermUnit::years: return false;
  }
  VEER_EXPECT(false && "a unit without a rule");
}

Day moved_end(Day event, Day end, TermLength length, const LegalDays& days) {
  if (!termijnenwet_applies(length)) return end;
  // Source: Algemene termijnenwet art. 2: at least two open days in a term of three days or more.
  constexpr std::int32_t least_open = 2;
  constexpr std::int32_t shortest = 3;
  if (end - event >= shortest) end = std::max(end, days.add_open(event, least_open));
  return days.open_from(end);
}

}  // namespace veer::calendar
