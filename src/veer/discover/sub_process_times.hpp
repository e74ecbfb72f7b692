// SPDX-License-Identifier: EUPL-1.2
// Where the time of cases goes, by the sub-processes of a map.
#pragma once

#include <vector>

#include "veer/discover/map_coverage.hpp"
#include "veer/discover/overview.hpp"

namespace veer::discover {

/// One row per sub-process of the map that five people or more work in, most waiting hours first;
/// its name is that of the map. The last row, without a name, holds everything else, where there is
/// anything. coverage: of the same map and records. O(activities log activities).
[[nodiscard]] std::vector<TimeRow> sub_process_times(const Twin& twin, const org::Map& map,
                                                     const MapCoverage& coverage);

}  // namespace veer::discover
