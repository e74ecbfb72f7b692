// SPDX-License-Identifier: EUPL-1.2
// Use case: looks at a described municipality. There are no records of it, so the present
// organisation is simulated under draws of the assumptions.
#pragma once

#include <filesystem>

#include "veer/app/ask.hpp"
#include "veer/report/present_report.hpp"

namespace veer::app {

/// Simulates draws x replications years of the scenario at `path`. Errors: those of load_scenario()
/// and study::present().
[[nodiscard]] Result<report::PresentAnswer> look_at_scenario(const std::filesystem::path& path,
                                                             const AskEffort& effort,
                                                             Executor& executor,
                                                             Progress& progress);

}  // namespace veer::app
