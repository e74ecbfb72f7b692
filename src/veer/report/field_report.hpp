// SPDX-License-Identifier: EUPL-1.2
// What `veer look --field` shows: organisation models on a line of years, how many municipalities
// were counted with them, and figures by size class and year, each with its source or its range.
#pragma once

#include <string>

#include "veer/org/field.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// The screen: lines of at most 100 columns, but for addresses of sources.
[[nodiscard]] std::string field_screen(Language language, const org::Field& field);

/// The same figures as JSON (UTF-8, two spaces, a line break at the end).
[[nodiscard]] std::string field_json(const org::Field& field);

}  // namespace veer::report
