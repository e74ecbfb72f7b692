// SPDX-License-Identifier: EUPL-1.2
// What `veer look` shows of an organisation's own records, as JSON.
#pragma once

#include <string>

#include "veer/report/look_report.hpp"

namespace veer::report {

/// The figures of the screen, times in hours or days as named (UTF-8, two spaces, a line break at
/// the end): no names of people, no groups under five, nothing about machine or time.
[[nodiscard]] std::string look_json(const LookAnswer& answer);

}  // namespace veer::report
