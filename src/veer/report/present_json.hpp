// SPDX-License-Identifier: EUPL-1.2
// What `veer look` shows of a described municipality, as JSON.
#pragma once

#include <string>

#include "veer/report/present_report.hpp"

namespace veer::report {

/// The figures of the screen (UTF-8, two spaces, a line break at the end), times in days and hours;
/// `simulated` is true; nothing about machine or time.
[[nodiscard]] std::string look_json(const PresentAnswer& answer);

}  // namespace veer::report
