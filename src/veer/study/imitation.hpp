// SPDX-License-Identifier: EUPL-1.2
// How well the twin of the older records imitates the newer ones.
//
// The protocol of the published comparisons (Kirchdorfer, Bluemel, Kampik, van der Aa &
// Stuckenschmidt, AgentSimulator, 2024): all activity instances are ordered by their end; the first
// 80 % teach, the rest are held out, and cases with instances on both sides are dropped from both.
// The twin is learned from the first part and simulated ten times, each time with as many cases as
// were held out, from their first moment on; each simulation is compared with what was held out.
// Simulated work is compared as the records would have written it down: by its end only where they
// hold no starts, and by the day only as often as they do for that activity.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/discover/twin.hpp"
#include "veer/study/fidelity.hpp"

namespace veer::study {

struct Split {
  std::vector<eventlog::Instance> training;  ///< Both in the order they came in.
  std::vector<eventlog::Instance> held_out;
  std::size_t dropped_cases = 0;             ///< Cases on both sides.
};

/// The first `share` of the instances by end (ties: the order they come in) teach. O(n log n).
[[nodiscard]] Split split_by_time(std::span<const eventlog::Instance> instances,
                                  double share = 0.8);

struct Imitation {
  std::size_t training_cases = 0;
  std::size_t held_out_cases = 0;
  std::size_t dropped_cases = 0;
  std::vector<Fidelity> logs;  ///< One per simulated log.
  Fidelity mean;               ///< Over the simulated logs.
  Fidelity deviation;          ///< Population standard deviation over them.
  /// The same distances for as many of the latest training cases, moved by whole weeks to begin
  /// when the held-out ones do: what repeating the past would score without any model.
  Fidelity repeating;
};

struct ImitationOptions {
  std::size_t logs = 10;
  std::uint64_t seed = 1;
};

/// Fails (unsupported) when one side of the split is empty, and with the problems of discover() and
/// simulate(); interrupted when progress asks to stop.
[[nodiscard]] Result<Imitation> imitate(const eventlog::EventLog& log,
                                        const eventlog::StaffList& staff,
                                        const ImitationOptions& options, Executor& executor,
                                        Progress& progress);

}  // namespace veer::study
