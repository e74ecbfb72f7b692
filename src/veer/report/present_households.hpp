// SPDX-License-Identifier: EUPL-1.2
// What `veer look` shows of a described municipality's households with several matters.
#pragma once

#include "veer/report/present_report.hpp"

namespace veer::report {

/// The part on households; nothing where there are none.
[[nodiscard]] std::string households_part(Language language, const PresentAnswer& answer);

}  // namespace veer::report
