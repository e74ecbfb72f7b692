// SPDX-License-Identifier: EUPL-1.2
// One file of records, of whichever kind, from disk to an unprotected log.
#pragma once

#include <filesystem>

#include "veer/app/input_file.hpp"
#include "veer/codec/csv_budget.hpp"
#include "veer/codec/csv_records.hpp"
#include "veer/codec/xes.hpp"

namespace veer::app {

struct ReadOptions {
  TimeZone time_zone = TimeZone::netherlands;  ///< How moments with an offset are read.
  std::optional<char> delimiter;               ///< Of CSV; absent: found.
  std::string encoding;                        ///< Of CSV; empty: found.
  codec::RecordColumns columns;                ///< Of CSV; empty: found.
  std::optional<codec::DateOrder> date_order;  ///< Of CSV; absent: found.
};

struct RecordsFile {
  codec::RecordsRead read;
  FileRead file;
};

/// Reads XES or CSV, packed or not, known by the name (.xes, .xml, .csv, .txt, each perhaps with
/// .gz) and else by the first byte. Errors: those of read_file and of the format, with file and
/// line, all of the file at once.
[[nodiscard]] Result<RecordsFile> read_records(const std::filesystem::path& path,
                                               const ReadOptions& options,
                                               ReadingProgress& reading);

struct StaffFile {
  codec::StaffRead read;
  FileRead file;
};

/// Reads a staff list (CSV, packed or not). Errors as above.
[[nodiscard]] Result<StaffFile> read_staff_list(const std::filesystem::path& path,
                                                ReadingProgress& reading);

struct BudgetFile {
  codec::BudgetRead read;
  FileRead file;
};

/// Reads a budget (CSV, packed or not). Errors as above.
[[nodiscard]] Result<BudgetFile> read_budget(const std::filesystem::path& path,
                                             ReadingProgress& reading);

}  // namespace veer::app
