// SPDX-License-Identifier: EUPL-1.2
// The catalogue: every sentence and label a person reads, in Dutch and English, once.
//
// Texts live in texts/*.def, one file per screen, as VEER_TEXT(key, "Nederlands", "English"). A
// text may hold fmt placeholders; both languages must hold the same ones (tested). Numbers are
// written in the locale of the language: 1.234,5 in Dutch, 1,234.5 in English.
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

/// A number with thousands separators and a fixed number of decimals (0..9).
[[nodiscard]] std::string number(Language language, double value, int decimals = 0);
/// A share as a percentage: 0.833 with 0 decimals is "83 %" in Dutch and "83%" in English.
[[nodiscard]] std::string percent(Language language, double share, int decimals = 0);
/// Elapsed time in the largest fitting unit with one decimal: "3,2 dagen", "45 minuten".
[[nodiscard]] std::string duration(Language language, Duration elapsed);
/// "11 oktober 2011", "11 October 2011".
[[nodiscard]] std::string date(Language language, Day day);

}  // namespace veer::report
