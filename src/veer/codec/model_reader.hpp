// SPDX-License-Identifier: EUPL-1.2
// An organisation model (org/model.hpp) from its YAML file; schemas/model.schema.json describes it.
#pragma once

#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/org/model.hpp"

namespace veer::codec {

/// Reads one model; name is the file's name in messages. Refused, all at once with line and path:
/// unknown keys, values and sources, a number out of its range, a choice without the numbers it
/// needs (a lead who decides where nobody leads, colleagues without participants), and numbers
/// that the choice does not use. O(size).
[[nodiscard]] Result<org::Model> read_model(std::string_view yaml, const std::string& name);

}  // namespace veer::codec
