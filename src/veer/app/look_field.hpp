// SPDX-License-Identifier: EUPL-1.2
// Use case: looks at the field of municipalities, from the files of field/ inside the program.
#pragma once

#include "veer/base/result.hpp"
#include "veer/org/field.hpp"

namespace veer::app {

/// All files together, in the order of their names. Errors: those of codec::read_field, of all
/// files at once.
[[nodiscard]] Result<org::Field> look_at_field();

}  // namespace veer::app
