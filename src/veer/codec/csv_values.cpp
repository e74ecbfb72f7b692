// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_values.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "veer/codec/records_read.hpp"

namespace veer::codec {
namespace {

std::string_view unsigned_part(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  return text;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_whole(std::string_view text) {
  text = unsigned_part(text);
  return all_digits(text) && text.size() <= 18 && (text.size() == 1 || text.front() != '0');
}

bool is_decimal(std::string_view text, char mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return is_whole(text);
  const std::string_view before = unsigned_part(text.substr(0, at));
  const bool whole = all_digits(before) && (before.size() == 1 || before.front() != '0');
  return whole && before.size() <= 15 && all_digits(text.substr(at + 1));
}

std::optional<bool> truth_of(std::string_view text) {
  if (text == "true" || text == "True" || text == "TRUE" || text == "ja" || text == "Ja")
    return true;
  if (text == "false" || text == "False" || text == "FALSE" || text == "nee" || text == "Nee") {
    return false;
  }
  return std::nullopt;
}

bool is_of(std::string_view text, ColumnType type, DateOrder order, TimeZone zone) {
  switch (type) {
    case ColumnType::whole: return is_whole(text);
    case ColumnType::decimal_point: return is_decimal(text, '.');
    case ColumnType::decimal_comma: return is_decimal(text, ',');
    case ColumnType::truth: return truth_of(text).has_value();
    case ColumnType::moment:
      return !all_digits(text) && parse_moment(text, order, zone).has_value();
    case ColumnType::text: return true;
  }
  return true;
}

template <class Number>
Number number_of(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

ColumnType column_type(const std::vector<std::string_view>& values, DateOrder order,
                       TimeZone zone) {
  for (const ColumnType type : {ColumnType::whole, ColumnType::decimal_point,
                                ColumnType::decimal_comma, ColumnType::truth, ColumnType::moment}) {
    bool any = false;
    const bool fits = std::all_of(values.begin(), values.end(), [&](std::string_view text) {
      if (is_absent(text)) return true;
      any = true;
      return is_of(text, type, order, zone);
    });
    if (fits && any) return type;
  }
  return ColumnType::text;
}

eventlog::Value value_of(std::string_view text, ColumnType type, DateOrder order, TimeZone zone) {
  if (is_absent(text)) return {};
  switch (type) {
    case ColumnType::whole: return number_of<std::int64_t>(text);
    case ColumnType::decimal_point: return number_of<double>(text);
    case ColumnType::decimal_comma: {
      std::string with_point(text);
      std::replace(with_point.begin(), with_point.end(), ',', '.');
      return number_of<double>(with_point);
    }
    case ColumnType::truth: return *truth_of(text);
    case ColumnType::moment: return *parse_moment(text, order, zone);
    case ColumnType::text: break;
  }
  return std::string(text);
}

}  // namespace veer::codec
