// SPDX-License-Identifier: EUPL-1.2
// The numbers that all organisations share (org/mechanisms.hpp) from models/mechanisms.yaml;
// schemas/mechanisms.schema.json describes it.
#pragma once

#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/org/mechanisms.hpp"

namespace veer::codec {

/// Reads the file; name is its name in messages. It must name exactly the fields of
/// VEER_MECHANISMS, each in its unit, and shares that are parts of one whole may not exceed it at
/// the high ends of their ranges. All problems at once with line and path. O(size).
[[nodiscard]] Result<org::Mechanisms> read_mechanisms(std::string_view yaml,
                                                      const std::string& name);

}  // namespace veer::codec
