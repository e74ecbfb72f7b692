// SPDX-License-Identifier: EUPL-1.2
// The answer to a what-if as JSON (DESIGN 8): names and units as in study/measures.hpp, ledgers in
// days per case by row. It holds no wall time, threads or names of people.
#pragma once

#include <string>

#include "veer/report/ask_report.hpp"

namespace veer::report {

/// Indented JSON with a line break at the end: the same bytes for the same answer. Numbers that
/// cannot be measured (no term) are left out.
[[nodiscard]] std::string ask_json(const AskAnswer& answer);

}  // namespace veer::report
