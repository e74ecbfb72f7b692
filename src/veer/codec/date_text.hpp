// SPDX-License-Identifier: EUPL-1.2
// Dates as people and spreadsheets write them.
//
// Understood: ISO 8601 and its look-alikes with slashes (2012/01/30 6:24:00), compact digits of
// Dutch government messages (20251231, 20251231134500), and day and month in either order with -,
// / or . between (31-12-2025, 31/12/2025 13:45, 31 dec 2025), with or without seconds, AM and PM.
// Years have four digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "veer/base/time.hpp"

namespace veer::codec {

enum class DateOrder : std::uint8_t {
  day_first,
  month_first
};

/// The moment; nothing when the text is no date or the date does not exist. O(length).
[[nodiscard]] std::optional<Instant> parse_moment(std::string_view text, DateOrder order,
                                                  TimeZone zone);

/// What the dates of a column show of their order: a first number above 12 is a day, a second one
/// above 12 too.
struct OrderEvidence {
  std::size_t day_first = 0;
  std::size_t month_first = 0;
  std::size_t either = 0;  ///< 4/5/2025 may be both; 5/5/2025 is the same in both and not counted.

  void look_at(std::string_view text);
};

}  // namespace veer::codec
