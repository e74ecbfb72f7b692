// SPDX-License-Identifier: EUPL-1.2
// Opgaven within a run: what the engine needs of them, and how they end.
#pragma once

#include "veer/base/quantity.hpp"
#include "veer/work/work.hpp"

namespace veer::sim {

/// How an opgave went.
struct OpgaveOutcome {
  bool begun = false;            ///< Its begin lies in the run, before measuring ends.
  bool finished = false;
  Day due;                       ///< As the work value has it.
  Instant ended;                 ///< When not finished: the end of the run.
  double goal = 0;               ///< Share reached by then, 0 to 1.
  double goal_by_due = 0;        ///< Share reached by the end of the day on which it was due.
  std::uint32_t exceptions = 0;  ///< Failures found.
  std::uint32_t redone = 0;      ///< ... after which work was done again, wholly or by half.
  std::uint32_t ignored = 0;     ///< ... and which were ignored.
  std::uint32_t messages = 0;
  std::uint32_t missed = 0;      ///< Messages that were not taken up in time.
  Effort effort;                 ///< Person-time of work and rework on its tasks.
};

/// The work with a case type for each opgave behind the others: one step for each task, no arrivals
/// and no way in. O(size).
[[nodiscard]] work::Work with_tasks(const work::Work& work);

}  // namespace veer::sim
