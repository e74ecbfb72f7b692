// SPDX-License-Identifier: EUPL-1.2
// Opens a workspace for the commands that look at records or ask questions of them.
#pragma once

#include <filesystem>
#include <optional>

#include "veer/base/result.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/budget.hpp"
#include "veer/org/map.hpp"

namespace veer::app {

struct OwnRecords {
  eventlog::EventLog log;
  eventlog::StaffList staff;    ///< Empty when no staff list was imported.
  org::Budget budget;           ///< Empty when no budget was imported.
  std::optional<org::Map> map;  ///< Nothing when none was read back.
};

/// All records, the staff list, the budget and the map of a workspace. Errors: those of
/// Workspace::open, stored_budget and stored_map; unsupported for a workspace without records.
[[nodiscard]] Result<OwnRecords> load_records(const std::filesystem::path& workspace);

}  // namespace veer::app
