// SPDX-License-Identifier: EUPL-1.2
// Use case `laws`: which laws set a clock, and one of them from close by.
#pragma once

#include <string>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/org/law.hpp"

namespace veer::app {

/// All laws of the catalogue, ordered by id. Errors: a law of the catalogue that does not read or
/// whose worked examples do not hold, which a test excludes.
[[nodiscard]] Result<std::vector<org::Law>> list_laws();

/// One law by id or path. Errors: those of find_text and codec::read_law, and each worked example
/// that does not hold.
[[nodiscard]] Result<org::Law> show_law(const std::string& id_or_path);

}  // namespace veer::app
