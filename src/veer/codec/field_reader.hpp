// SPDX-License-Identifier: EUPL-1.2
// Reads a file of field/ (schemas/field.schema.json): models through time, tables of figures, or
// both.
#pragma once

#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/org/field.hpp"

namespace veer::codec {

/// name: the file's, for messages. Errors, all at once, each with its line: what read_input()
/// reports of a figure (no source, a judgement without a range), an unknown key or group, an id or
/// a figure given twice, a model that ends before it begins.
[[nodiscard]] Result<org::Field> read_field(std::string_view yaml, const std::string& name);

}  // namespace veer::codec
