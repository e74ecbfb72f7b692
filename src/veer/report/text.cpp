// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/text.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "veer/base/error.hpp"

namespace veer::report {
namespace {

struct Entry {
  std::string_view nl;
  std::string_view en;
};

constexpr Entry catalogue[] = {
#define VEER_TEXT(key, nl, en) {nl, en},
#include "veer/report/texts/all.def"
#undef VEER_TEXT
};

constexpr std::array<TextKey, 12> month_names = {
    TextKey::month_1, TextKey::month_2,  TextKey::month_3,  TextKey::month_4,
    TextKey::month_5, TextKey::month_6,  TextKey::month_7,  TextKey::month_8,
    TextKey::month_9, TextKey::month_10, TextKey::month_11, TextKey::month_12};

}  // namespace

std::string_view text(Language language, TextKey key) {
  VEER_EXPECT(key < TextKey::count_);
  const Entry& entry = catalogue[static_cast<std::size_t>(key)];
  return language == Language::nl ? entry.nl : entry.en;
}

Count::operator std::string() const { return number(language, value); }

std::string number(Language language, double value, int decimals) {
  VEER_EXPECT(decimals >= 0 && decimals <= 9);
  std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool negative = value < 0 && plain.find_first_of("123456789") != std::string::npos;
  const auto point = plain.find('.');
  const std::size_t whole = point == std::string::npos ? plain.size() : point;
  std::string out = negative ? "-" : "";
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) out += language == Language::nl ? '.' : ',';
    out += plain[i];
  }
  if (point != std::string::npos) {
    out += language == Language::nl ? ',' : '.';
    out += plain.substr(point + 1);
  }
  return out;
}

std::string percent(Language language, double share, int decimals) {
  return number(language, share * 100, decimals) + (language == Language::nl ? " %" : "%");
}

std::string duration(Language language, Duration elapsed) {
  const double h = hours(elapsed);
  if (std::abs(h) >= 48) return say(language, TextKey::days, number(language, h / 24, 1));
  if (std::abs(h) >= 1) return say(language, TextKey::hours, number(language, h, 1));
  return say(language, TextKey::minutes, Count(language, std::lround(h * 60)));
}

std::string date(Language language, Day day) {
  const Date d = date_of(day);
  return fmt::format("{} {} {}", d.day, text(language, month_names[d.month - 1]), d.year);
}

}  // namespace veer::report
