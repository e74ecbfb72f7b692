// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/date_text.hpp"

#include <array>
#include <string>

#include "veer/eventlog/column_names.hpp"

namespace veer::codec {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Reads one to most digits.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  int value = 0;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) {
    if (digits == most) return std::nullopt;
    value = value * 10 + (text[digits] - '0');
    ++digits;
  }
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take_separator(std::string_view& text) {
  if (text.empty() ||
      (text.front() != '-' && text.front() != '/' && text.front() != '.' && text.front() != ' ')) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

/// A month by its Dutch or English name, short or long: what stands before the next separator.
std::optional<int> take_month_name(std::string_view& text) {
  constexpr std::array<std::string_view, 14> names = {"jan", "feb", "mrt", "apr", "mei",
                                                      "jun", "jul", "aug", "sep", "okt",
                                                      "nov", "dec", "mar", "maa"};
  const std::size_t end = text.find_first_of("-/. ");
  if (end == std::string_view::npos || end < 3) return std::nullopt;
  const std::string name = eventlog::plain_column_name(text.substr(0, 3));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name != names[i] && !(i == 4 && name == "may") && !(i == 9 && name == "oct")) continue;
    text.remove_prefix(end);
    return i < 12 ? static_cast<int>(i) + 1 : 3;
  }
  return std::nullopt;
}

struct WrittenDate {
  int first = 0;  // day or month, whichever stands first; or the day before a month's name
  int second = 0;
  int year = 0;
  bool year_first = false;
  bool named = false;     // the month is a name, or the year stands first: the order is known
  std::string_view rest;  // what follows: a time, perhaps
};

std::optional<WrittenDate> take_compact(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
  }
  WrittenDate date;
  std::string_view year = text.substr(0, 4);
  std::string_view month = text.substr(4, 2);
  std::string_view day = text.substr(6, 2);
  date.year = *take_number(year, 4);
  date.second = *take_number(month, 2);
  date.first = *take_number(day, 2);
  date.year_first = date.named = true;
  date.rest = text.substr(8);
  return date;
}

std::optional<WrittenDate> take_date(std::string_view text) {
  if (text.size() == 8 || text.size() == 14) {
    if (auto compact = take_compact(text)) return compact;
  }
  WrittenDate date;
  const auto first = take_number(text, 4);
  if (!first || !take_separator(text)) return std::nullopt;
  const auto name = take_month_name(text);
  const auto second = name ? name : take_number(text, 2);
  if (!second || !take_separator(text)) return std::nullopt;
  const auto third = take_number(text, 4);
  if (!third) return std::nullopt;
  date.year_first = *first > 31;
  date.named = date.year_first || name.has_value();
  date.year = date.year_first ? *first : *third;
  date.first = date.year_first ? *third : *first;
  date.second = *second;
  date.rest = text;
  if (date.year < 1000) return std::nullopt;
  return date;
}

void append_two(std::string& text, int number) {
  text += static_cast<char>('0' + number / 10 % 10);
  text += static_cast<char>('0' + number % 10);
}

/// `6:24:00 PM+01:00` as `18:24:00+01:00`; compact `134500` as `13:45:00`.
std::optional<std::string> iso_time(std::string_view text) {
  std::string iso;
  if (text.size() == 6 && text.find_first_not_of("0123456789") == text.npos) {
    iso.append(text.substr(0, 2)).append(":").append(text.substr(2, 2)).append(":");
    return iso.append(text.substr(4, 2));
  }
  auto hour = take_number(text, 2);
  if (!hour) return std::nullopt;
  if (text.size() >= 2) {
    const std::string half = eventlog::plain_column_name(text.substr(text.size() - 2));
    if (half == "am" || half == "pm") {
      if (*hour < 1 || *hour > 12) return std::nullopt;
      hour = *hour % 12 + (half == "pm" ? 12 : 0);
      text = trimmed(text.substr(0, text.size() - 2));
    }
  }
  append_two(iso, *hour);
  for (const char c : text) {
    if (c != ' ') iso += c;  // "13:45:00 +01:00"
  }
  return iso;
}

}  // namespace

std::optional<Instant> parse_moment(std::string_view text, DateOrder order, TimeZone zone) {
  text = trimmed(text);
  if (const auto iso = parse_iso_instant(text, zone)) return iso;
  const auto date = take_date(text);
  if (!date) return std::nullopt;
  const bool swap = order == DateOrder::month_first && !date->named;
  const int day = swap ? date->second : date->first;
  const int month = swap ? date->first : date->second;
  if (date->year > 9999 || day > 31 || month > 12) return std::nullopt;
  std::string iso = std::to_string(date->year) + "-";
  append_two(iso, month);
  iso += '-';
  append_two(iso, day);
  std::string_view rest = date->rest;
  if (!rest.empty() && (rest.front() == 'T' || rest.front() == ',')) rest.remove_prefix(1);
  rest = trimmed(rest);
  if (!rest.empty()) {
    const auto time = iso_time(rest);
    if (!time) return std::nullopt;
    iso += 'T' + *time;
  }
  return parse_iso_instant(iso, zone);
}

void OrderEvidence::look_at(std::string_view text) {
  const auto date = take_date(trimmed(text));
  if (!date || date->named) return;
  const bool first_is_day = date->first > 12 && date->first <= 31 && date->second <= 12;
  const bool second_is_day = date->second > 12 && date->second <= 31 && date->first <= 12;
  if (first_is_day) ++day_first;
  if (second_is_day) ++month_first;
  if (date->first <= 12 && date->second <= 12 && date->first != date->second) ++either;
}

}  // namespace veer::codec
