// SPDX-License-Identifier: EUPL-1.2
// The map in a workspace: kept as the text that the user wrote, with its comments.
#pragma once

#include <optional>
#include <string>

#include "veer/base/result.hpp"
#include "veer/codec/map_reader.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/map.hpp"
#include "veer/store/workspace.hpp"

namespace veer::app {

struct StoredMap {
  std::string text;
  org::Map map;
};

/// What a corrected map is checked against: the workspace's records, activities and units.
[[nodiscard]] Result<codec::MapGround> map_ground(store::Workspace& workspace,
                                                  const eventlog::EventLog& log,
                                                  const eventlog::StaffList& staff);

/// The map that was read back last; nothing when none was. It was checked then: a later staff list
/// may lack its units. Errors: those of Workspace; unreadable for a damaged one.
[[nodiscard]] Result<std::optional<StoredMap>> stored_map(store::Workspace& workspace,
                                                          const eventlog::EventLog& log);

/// Keeps a checked map in place of an earlier one. Errors: those of Workspace.
[[nodiscard]] Result<Done> keep_map(store::Workspace& workspace, const std::string& text,
                                    const std::string& veer_version);

}  // namespace veer::app
