// SPDX-License-Identifier: EUPL-1.2
// A shock from shocks/*.yaml (org/shock.hpp); schemas/shock.schema.json describes the file.
#pragma once

#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/org/shock.hpp"

namespace veer::codec {

/// Reads the file; name is its name in messages. Its inputs are named `id/starts_week`, ... All
/// problems at once with line and path. O(size).
[[nodiscard]] Result<org::Shock> read_shock(std::string_view yaml, const std::string& name);

}  // namespace veer::codec
