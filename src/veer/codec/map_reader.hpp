// SPDX-License-Identifier: EUPL-1.2
// The map that a user corrected (org/map.hpp); schemas/map.schema.json describes the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/org/map.hpp"

namespace veer::codec {

/// What the records hold, to check a map against.
struct MapGround {
  std::string records;                  ///< As Map::records; empty: not compared.
  std::vector<std::string> activities;  ///< Names.
  /// Names, of the staff list and of the records; nothing: not compared.
  std::optional<std::vector<std::string>> units;
};

/// Reads and checks the file; name is its name in messages. Problems, all at once with line and
/// path, the first twenty in full: unknown keys and wrong types; an activity, sub-process or unit
/// that is unknown or there twice; sub-processes or units that lie within each other in a ring;
/// shares of a unit above 100 %. One problem alone for a map of other records: its `records`
/// differ, or most of its activities are unknown. What the map leaves out is no problem.
/// O(size * names).
[[nodiscard]] Result<org::Map> read_map(std::string_view yaml, const std::string& name,
                                        const MapGround& ground);

}  // namespace veer::codec
