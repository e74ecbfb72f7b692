// SPDX-License-Identifier: EUPL-1.2
// map.yaml as a proposal is written, for the user to correct.
#pragma once

#include <string>

#include "veer/report/map_report.hpp"

namespace veer::report {

/// A proposal as a file, each line with its reason as a comment. Reading it back (codec::read_map)
/// gives the same sub-processes, units and marks of each activity. answer.proposal must be there.
[[nodiscard]] std::string map_yaml(Language language, const MapAnswer& answer);

}  // namespace veer::report
