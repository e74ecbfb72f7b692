// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/holidays.hpp"

#include <algorithm>
#include <utility>

namespace veer::calendar {
namespace {

Day date(int year, unsigned month, unsigned day) { return *day_from_date(year, month, day); }

/// The day on which the birthday of the King or Queen is celebrated. Source: royal decrees; 27
/// April since 2014 (26 April when that is a Sunday), 30 April from 1980 to 2013 (29 April when
/// that is a Sunday). Earlier years are given as those of 1980.
Day kings_day(int year) {
  const Day usual = year >= 2014 ? date(year, 4, 27) : date(year, 4, 30);
  return weekday_of(usual) == Weekday::sunday ? usual - 1 : usual;
}

/// Those on which offices are closed in every year.
void append_common(int year, std::vector<Day>& days) {
  const Day easter = easter_sunday(year);
  days.insert(days.end(), {date(year, 1, 1), easter + 1, kings_day(year), easter + 39, easter + 50,
                           date(year, 12, 25), date(year, 12, 26)});
}

/// Ordered, each day once: Ascension Day can be 5 May.
std::vector<Day> in_order(std::vector<Day> days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

Day easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::vector<Day> office_holidays(int first_year, int last_year) {
  std::vector<Day> days;
  for (int year = first_year; year <= last_year; ++year) {
    append_common(year, days);
    if (year % 5 == 0) days.push_back(date(year, 5, 5));
  }
  return in_order(std::move(days));
}

std::vector<Day> legal_holidays(int first_year, int last_year) {
  std::vector<Day> days;
  for (int year = first_year; year <= last_year; ++year) {
    append_common(year, days);
    days.push_back(easter_sunday(year) - 2);
    days.push_back(date(year, 5, 5));
  }
  return in_order(std::move(days));
}

}  // namespace veer::calendar
