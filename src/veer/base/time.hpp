// SPDX-License-Identifier: EUPL-1.2
// Calendar time: moments, days and elapsed time on the wall clock of the municipality.
//
// An Instant counts microseconds since 1970-01-01 00:00 of *civil time*: what the clock on the town
// hall shows. Every day has 24 hours; the hour that summer time skips or repeats does not exist
// here (two records within the repeated hour of one night a year may be an hour closer together
// than they were). In exchange, office hours, legal days and midnight stamps are plain arithmetic,
// for real and simulated records alike. Reading a time stamp with an offset is in this file too
// (civil_from_utc), by the rule of summer time in force in the Netherlands since 1996
// (Directive 2000/84/EC, art. 2-4: last Sunday of March and of October, 01:00 UTC).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace veer {

/// Elapsed civil time, microseconds.
using Duration = std::chrono::duration<std::int64_t, std::micro>;

/// The clock of simulated and recorded civil time. It has no now(): the pure half reads no clock.
struct CivilClock {
  using rep = std::int64_t;
  using period = std::micro;
  using duration = Duration;
  using time_point = std::chrono::time_point<CivilClock, Duration>;
  static constexpr bool is_steady = false;
};

/// A moment in civil time.
using Instant = CivilClock::time_point;

inline constexpr Duration one_day = std::chrono::hours(24);

/// A civil day: days since 1970-01-01 (a Thursday).
struct Day {
  std::int32_t number = 0;
  friend constexpr auto operator<=>(Day, Day) = default;
  friend constexpr Day operator+(Day day, std::int32_t n) { return {day.number + n}; }
  friend constexpr Day operator-(Day day, std::int32_t n) { return {day.number - n}; }
  friend constexpr std::int32_t operator-(Day a, Day b) { return a.number - b.number; }
};

/// Monday = 0 ... Sunday = 6.
enum class Weekday : std::uint8_t {
  monday, tuesday, wednesday, thursday, friday, saturday, sunday
};

[[nodiscard]] constexpr Day day_of(Instant t) {
  const std::int64_t us = t.time_since_epoch().count();
  const std::int64_t per_day = one_day.count();
  return {static_cast<std::int32_t>((us >= 0 ? us : us - (per_day - 1)) / per_day)};
}
[[nodiscard]] constexpr Instant start_of(Day day) {
  return Instant(std::int64_t{day.number} * one_day);
}
/// Time since midnight, 0 <= result < 24 h.
[[nodiscard]] constexpr Duration time_of_day(Instant t) { return t - start_of(day_of(t)); }
[[nodiscard]] constexpr Weekday weekday_of(Day day) {
  const std::int32_t shifted = (day.number % 7 + 7 + 3) % 7;
  return static_cast<Weekday>(shifted);
}
[[nodiscard]] constexpr double hours(Duration d) {
  return static_cast<double>(d.count()) / 3'600'000'000.0;
}
[[nodiscard]] constexpr double days(Duration d) {
  return static_cast<double>(d.count()) / 86'400'000'000.0;
}
/// Rounds to the nearest microsecond.
[[nodiscard]] constexpr Duration from_hours(double h) {
  return Duration(static_cast<std::int64_t>(h * 3'600'000'000.0 + (h < 0 ? -0.5 : 0.5)));
}
[[nodiscard]] constexpr Duration from_days(double d) { return from_hours(d * 24.0); }

/// The day of a proleptic Gregorian date; nothing if the date does not exist (2023-02-29).
[[nodiscard]] std::optional<Day> day_from_date(int year, unsigned month, unsigned day);

struct Date {
  int year;
  unsigned month;
  unsigned day;
};
[[nodiscard]] Date date_of(Day day);

/// How time stamps with an offset become civil time.
enum class TimeZone : std::uint8_t {
  netherlands,  ///< Converted to Dutch civil time (CET/CEST).
  utc,          ///< Converted to UTC: for docking against published results that use UTC.
  as_written,   ///< The wall-clock digits as they stand; the offset is ignored.
};

/// Dutch civil time of a moment given in UTC microseconds since 1970-01-01T00:00Z.
[[nodiscard]] Instant civil_from_utc(std::int64_t utc_us);

/// Reads an ISO 8601 date or date-time: `2011-10-11`, `2011-10-11T13:45:40.276+02:00`,
/// `2011-10-11 13:45`, with `Z`, `+hh:mm`, `+hhmm` or no offset. Digits after the sixth decimal of
/// a second are cut. Without an offset the wall clock is taken as written. Nothing if the text is
/// anything else or names a moment that does not exist. No locale, no allocation.
[[nodiscard]] std::optional<Instant> parse_iso_instant(std::string_view text, TimeZone zone);

/// `2011-10-11T13:45:40` (microseconds appended when they are not zero).
[[nodiscard]] std::string to_iso(Instant t);
/// `2011-10-11`.
[[nodiscard]] std::string to_iso(Day day);

}  // namespace veer
