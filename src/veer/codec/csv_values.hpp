// SPDX-License-Identifier: EUPL-1.2
// The type that all values of a CSV column share.
#pragma once

#include <string_view>
#include <vector>

#include "veer/codec/date_text.hpp"
#include "veer/eventlog/event_log.hpp"

namespace veer::codec {

enum class ColumnType : std::uint8_t {
  text,
  whole,
  decimal_point,
  decimal_comma,
  truth,
  moment
};

/// The type of a column with these values, absent ones left out; text when they differ or there
/// are none. Numbers with a leading zero are codes, so text. O(values).
[[nodiscard]] ColumnType column_type(const std::vector<std::string_view>& values, DateOrder order,
                                     TimeZone zone);

/// A text of such a column as a value; monostate when absent.
[[nodiscard]] eventlog::Value value_of(std::string_view text, ColumnType type, DateOrder order,
                                       TimeZone zone);

}  // namespace veer::codec
