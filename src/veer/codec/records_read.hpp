// SPDX-License-Identifier: EUPL-1.2
// What a reader of records gives, whatever the format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/eventlog/privacy.hpp"

namespace veer::codec {

/// How a CSV file was understood, to be told to the user.
struct CsvReading {
  std::string encoding;  ///< "UTF-8", "WINDOWS-1252", ...
  char delimiter = ';';
  /// Which column was taken for what: role ("case", "activity", ...) and the column's name.
  std::vector<std::pair<std::string, std::string>> columns;
  bool month_first = false;          ///< Dates were read as month/day.
  bool order_unclear = false;        ///< No date showed the order of day and month.
  std::vector<std::string> ignored;  ///< Columns without a name or with a role's own values.
};

/// What was read, and what had to be left out of it.
struct RecordsRead {
  eventlog::Unprotected records;
  std::size_t events_without_moment = 0;    ///< Left out: they cannot be placed in time.
  std::size_t events_without_activity = 0;  ///< Left out: nobody knows what was done.
  std::optional<CsvReading> csv;            ///< Absent for XES.
};

/// Texts by which systems say that there is no value.
[[nodiscard]] inline bool is_absent(std::string_view text) {
  return text.empty() || text == "EMPTY" || text == "UNKNOWN" || text == "NULL";
}

}  // namespace veer::codec
