// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/time.hpp"

#include <fmt/format.h>

namespace veer {
namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t minute_us = 60 * second_us;
constexpr std::int64_t hour_us = 60 * minute_us;

/// The last Sunday of a month that has 31 days (March, October).
Day last_sunday(int year, unsigned month) {
  const Day last = *day_from_date(year, month, 31);
  const int days_after_sunday = (static_cast<int>(weekday_of(last)) + 1) % 7;
  return last - days_after_sunday;
}

/// Reads a fixed number of digits from the front of text.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  return day_from_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

/// Microseconds since midnight from `hh:mm[:ss[.fraction]]`.
std::optional<std::int64_t> take_time(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  std::int64_t us = *hour * hour_us + *minute * minute_us;
  if (!take(text, ':')) return us;
  const auto second = take_digits(text, 2);
  if (!second || *second > 59) return std::nullopt;
  us += *second * second_us;
  if (!take(text, '.') && !take(text, ',')) return us;
  std::int64_t scale = second_us / 10;
  bool any = false;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    us += (text.front() - '0') * scale;
    scale /= 10;
    text.remove_prefix(1);
    any = true;
  }
  if (!any) return std::nullopt;
  return us;
}

/// Minutes east of UTC from `Z`, `+hh:mm` or `+hhmm`.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return 0;
  const bool east = take(text, '+');
  if (!east && !take(text, '-')) return std::nullopt;
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 14) return std::nullopt;
  take(text, ':');
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  const int minutes = *hour * 60 + *minute;
  return east ? minutes : -minutes;
}

}  // namespace

std::optional<Day> day_from_date(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

Date date_of(Day day) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(day.number))};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

Instant civil_from_utc(std::int64_t utc_us) {
  const Instant utc{Duration(utc_us)};
  const int year = date_of(day_of(utc)).year;
  const Instant summer_starts = start_of(last_sunday(year, 3)) + std::chrono::hours(1);
  const Instant summer_ends = start_of(last_sunday(year, 10)) + std::chrono::hours(1);
  const bool summer = utc >= summer_starts && utc < summer_ends;
  return utc + std::chrono::hours(summer ? 2 : 1);
}

std::optional<Instant> parse_iso_instant(std::string_view text, TimeZone zone) {
  const auto day = take_date(text);
  if (!day) return std::nullopt;
  if (text.empty()) return start_of(*day);
  if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  const Instant written = start_of(*day) + Duration(*time);
  if (text.empty()) return written;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  if (zone == TimeZone::as_written) return written;
  const Instant utc = written - std::chrono::minutes(*offset);
  if (zone == TimeZone::utc) return utc;
  return civil_from_utc(utc.time_since_epoch().count());
}

std::string to_iso(Day day) {
  const Date date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_iso(Instant t) {
  const std::int64_t us = time_of_day(t).count();
  const std::int64_t s = us / second_us;
  std::string text =
      fmt::format("{}T{:02}:{:02}:{:02}", to_iso(day_of(t)), s / 3600, s / 60 % 60, s % 60);
  if (us % second_us != 0) text += fmt::format(".{:06}", us % second_us);
  return text;
}

}  // namespace veer
