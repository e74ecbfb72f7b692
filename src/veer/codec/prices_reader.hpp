// SPDX-License-Identifier: EUPL-1.2
// What people cost (org/prices.hpp) from models/prices.yaml; schemas/prices.schema.json describes
// it. Penalties are no part of the file: they are a law's.
#pragma once

#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/org/prices.hpp"

namespace veer::codec {

/// Reads the file; name is its name in messages. It must name exactly the fields of VEER_PRICES,
/// each in its unit, and at least one scale. Errors, all at once with line and path: a scale
/// twice, a highest amount below the lowest, an unknown source, and what InputReader reports.
[[nodiscard]] Result<org::Prices> read_prices(std::string_view yaml, const std::string& name);

}  // namespace veer::codec
