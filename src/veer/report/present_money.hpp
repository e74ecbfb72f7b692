// SPDX-License-Identifier: EUPL-1.2
// Two parts of what `veer look` shows of a described municipality: what it costs a year, with
// overhead by both definitions, and where it differs from what is known of municipalities.
#pragma once

#include <string>

#include "veer/report/present_report.hpp"

namespace veer::report {

/// A heading and a table; or why nothing can be said of euros.
[[nodiscard]] std::string money_part(Language language, const PresentAnswer& answer);

/// A heading, a table and the sources; empty when nothing was held against anything.
[[nodiscard]] std::string known_part(Language language, const PresentAnswer& answer);

}  // namespace veer::report
