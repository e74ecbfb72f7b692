// SPDX-License-Identifier: EUPL-1.2
// The catalogue: every sentence and label a person reads, in Dutch and English, once.
//
// Texts live in texts/*.def, one file per screen, as VEER_TEXT(key, "Nederlands", "English"). A
// text may hold fmt placeholders; both languages must hold the same ones (tested). Numbers are
// written in the locale of the language: 1.234,5 in Dutch, 1,234.5 in English. What depends on
// there being one or more stands in the placeholder of a Count: "{:case has|cases have} no end".
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "veer/base/time.hpp"

namespace veer::report {

enum class Language : std::uint8_t { nl, en };

enum class TextKey : std::uint16_t {
#define VEER_TEXT(key, nl, en) key,
#include "veer/report/texts/all.def"
#undef VEER_TEXT
  count_
};

/// The text as it stands in the catalogue.
[[nodiscard]] std::string_view text(Language language, TextKey key);

/// The text with its placeholders filled.
template <class... Args>
[[nodiscard]] std::string say(Language language, TextKey key, const Args&... args) {
  return fmt::format(fmt::runtime(text(language, key)), args...);
}

/// A whole number in a text: "{}" writes it, "{:zaak|zaken}" writes it with the word for one or for
/// any other number ("1 zaak", "1.434 zaken").
struct Count {
  template <class Integer>
  Count(Language in, Integer n) : language(in), value(static_cast<double>(n)) {}
  /// The number alone, as in the cell of a table.
  operator std::string() const;

  Language language;
  double value;
};

/// A number with thousands separators and a fixed number of decimals (0..9).
[[nodiscard]] std::string number(Language language, double value, int decimals = 0);
/// A share as a percentage: 0.833 with 0 decimals is "83 %" in Dutch and "83%" in English.
[[nodiscard]] std::string percent(Language language, double share, int decimals = 0);
/// Elapsed time in the largest fitting unit with one decimal: "3,2 dagen", "45 minuten".
[[nodiscard]] std::string duration(Language language, Duration elapsed);
/// "11 oktober 2011", "11 October 2011".
[[nodiscard]] std::string date(Language language, Day day);

}  // namespace veer::report

template <>
struct fmt::formatter<veer::report::Count> {
  template <class Context>
  constexpr auto parse(Context& context) {
    auto end = context.begin();
    while (end != context.end() && *end != '}') ++end;
    words_ = std::string_view(context.begin(), static_cast<std::size_t>(end - context.begin()));
    return end;
  }
  template <class Context>
  auto format(const veer::report::Count& count, Context& context) const {
    const std::string digits = count;
    if (words_.empty()) return fmt::format_to(context.out(), "{}", digits);
    const std::size_t bar = words_.find('|');
    return fmt::format_to(context.out(), "{} {}", digits,
                          count.value == 1 ? words_.substr(0, bar) : words_.substr(bar + 1));
  }

 private:
  std::string_view words_;
};
