// SPDX-License-Identifier: EUPL-1.2
// Where the time of cases goes, by the sub-processes of a map.
#pragma once

#include <vector>

#include "veer/discover/overview.hpp"
#include "veer/org/map.hpp"

namespace veer::discover {

/// One row per sub-process of the map that may be shown apart (shown_groups.hpp), most waiting
/// hours first; its name is that of the map. The last row, without a name, holds everything else,
/// where there is anything. O(activities * people).
[[nodiscard]] std::vector<TimeRow> sub_process_times(const Twin& twin, const org::Map& map);

}  // namespace veer::discover
