// SPDX-License-Identifier: EUPL-1.2
// When boards decide within one run.
#pragma once

#include "veer/sim/replication.hpp"

namespace veer::sim {

/// The meetings of each board of the work within a span of days, and when each decides.
class BoardCalendars {
 public:
  BoardCalendars(const work::Work& work, const org::Workforce& workforce, Day first, Day last);

  /// The end of the board's first meeting whose agenda is open at t; nothing when the span holds
  /// none. O(log meetings).
  [[nodiscard]] std::optional<Instant> decides_after(work::BoardId board, Instant t) const;

 private:
  IdVector<work::BoardId, std::vector<work::BoardMeeting>> meetings_;
};

/// What is wrong: boards that a process waits for and that do not meet within the run, or whose
/// dates end before its measured window does.
[[nodiscard]] Problems check_boards(const work::Work& work, const org::Workforce& workforce,
                                    const Run& run);

}  // namespace veer::sim
