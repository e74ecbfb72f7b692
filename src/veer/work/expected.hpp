// SPDX-License-Identifier: EUPL-1.2
// What the cases of a work value need on average, without running it.
#pragma once

#include <optional>

#include "veer/work/work.hpp"

namespace veer::work {

/// How often one case is expected to visit each step of a process that passes check(). A loop is
/// followed until less than 1e-12 of a case is still in it. O(steps x visits of the longest path).
[[nodiscard]] IdVector<StepId, double> expected_visits(const Process& process);

/// Person-hours a year that the cases of each case type are expected to need: arrivals times
/// visits times mean effort; nothing for reading in, rework or decisions. The work passes check().
[[nodiscard]] IdVector<CaseTypeId, double> expected_hours_a_year(const Work& work);

/// The office hours that a share (0..1) of all delays before activities exceed, each step counted
/// as often as a case is expected to visit it; 0 when the share reaches the steps without a delay.
/// Nothing when no activity of the process has a delay. By 32 quantiles of each distribution.
[[nodiscard]] std::optional<double> delay_exceeded_by(const Work& work, const Process& process,
                                                      double share);

}  // namespace veer::work
