// SPDX-License-Identifier: EUPL-1.2
// What `veer look` shows of a described municipality's work that is no case.
#pragma once

#include "veer/report/present_report.hpp"

namespace veer::report {

/// The parts on proposals and opgaven; nothing where there are none.
[[nodiscard]] std::string proposals_and_opgaven(Language language, const PresentAnswer& answer);

}  // namespace veer::report
