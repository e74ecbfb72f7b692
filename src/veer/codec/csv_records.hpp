// SPDX-License-Identifier: EUPL-1.2
// Event records and staff lists from CSV: columns found by the names that Dutch and English systems
// give them, or named by the user.
//
// Each row is an event. With a start and an end column it is an executed activity; a row with a
// start but no end is an activity begun (transition start). Columns without a role become
// attributes: of the case when no case has two values, else of the event; their type is that of all
// their values (whole numbers, numbers with point or comma, true/false, dates, else text).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/codec/csv_table.hpp"
#include "veer/codec/date_text.hpp"
#include "veer/codec/records_read.hpp"

namespace veer::codec {

/// Names of columns; empty: found by name.
struct RecordColumns {
  std::string case_name;
  std::string activity;
  std::string person;
  std::string group;
  std::string start;
  std::string end;
  std::string transition;
  std::string case_type;
};

struct CsvRecordsOptions {
  CsvFormat format;
  RecordColumns columns;
  TimeZone time_zone = TimeZone::netherlands;
  /// Absent: decided from all dates of the file; day first when they do not show it.
  std::optional<DateOrder> date_order;
};

/// Reads a whole file. Errors: those of CsvTable::read; invalid for a column that is missing or
/// that the user named and is not there, and, all of the file at once with their lines, for dates
/// that are none and rows without a case. O(length).
[[nodiscard]] Result<RecordsRead> read_csv_records(std::string_view bytes,
                                                   const CsvRecordsOptions& options);

struct StaffRead {
  eventlog::UnprotectedStaff staff;
  std::vector<std::string> ignored;  ///< Columns that Veer has no use for and does not keep.
};

/// Reads a staff list: person (medewerker, naam, personeelsnummer, ...), and where it has them unit
/// (afdeling, team), function (functie), FTE (0,8 or 0.8 or 80%) and scale (schaal). Errors: those
/// of CsvTable::read; invalid for a list without a person column, rows without a person, and FTE
/// that are no number above 0 and at most 2. O(length).
[[nodiscard]] Result<StaffRead> read_csv_staff(std::string_view bytes, const CsvFormat& format);

}  // namespace veer::codec
