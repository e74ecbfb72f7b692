// SPDX-License-Identifier: EUPL-1.2
// Use case: records, a staff list and a budget into a workspace.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "veer/app/read_records.hpp"
#include "veer/report/import_report.hpp"

namespace veer::app {

struct ImportRequest {
  std::filesystem::path workspace;             ///< Made when it is not there.
  std::vector<std::filesystem::path> records;  ///< XES or CSV, in this order.
  std::optional<std::filesystem::path> staff;  ///< Replaces an earlier list.
  std::optional<std::filesystem::path> budget;  ///< Replaces an earlier one.
  std::string veer_version;                     ///< Noted beside a budget that is kept.
  ReadOptions options;
};

/// Reads, protects and keeps everything, or nothing: a workspace (and key) that was not there
/// before is gone again after a failure. progress counts bytes on disk while reading, then rows
/// while keeping. Errors: usage (nothing to import), those of Workspace, workspace_key and
/// read_records; invalid for a file that was imported before; interrupted.
[[nodiscard]] Result<report::ImportSummary> import_records(const ImportRequest& request,
                                                           Progress& progress);

}  // namespace veer::app
