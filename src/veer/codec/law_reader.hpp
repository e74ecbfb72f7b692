// SPDX-License-Identifier: EUPL-1.2
// A law that sets a clock, from YAML. schemas/law.schema.json describes it, laws/ shows it.
#pragma once

#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/org/law.hpp"

namespace veer::codec {

/// All problems of the file at once, with line and path: dates that do not exist, unknown units,
/// periods that overlap or leave a gap or end before they begin, a provision that is neither
/// sourced nor a judgement, an example outside every period or whose clock is resumed before it was
/// suspended. Whether the answers of the examples hold is org::check_examples.
[[nodiscard]] Result<org::Law> read_law(std::string_view yaml, const std::string& name);

}  // namespace veer::codec
