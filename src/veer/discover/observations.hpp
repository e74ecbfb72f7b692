// SPDX-License-Identifier: EUPL-1.2
// What each recorded piece of work says about when it began and how much effort it took.
//
// Recorded starts are taken as they are; the effort is the person's working time while the work was
// in hand, shared equally over everything that person had in hand at the same moment.
//
// Without recorded starts the start is *estimated*: somebody who registers work at 10:40 cannot
// have begun it before registering the previous piece that day, nor before the case's previous
// activity was done. The later of the two is the start, at most `longest_estimate` back. The
// estimate is an upper bound of the effort: what else happened in between is not recorded.
// Registrations of one person in one case within two minutes of each other are one piece of work
// that was written down several times: its effort lies before the first of them, and the others
// took what passed between two registrations.
//
// Where there is nothing to go by (the first piece of a day, a stamp that tells the day only) the
// effort is *unknown*; the start is then taken as the end minus the activity's median estimate.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "veer/discover/rosters.hpp"

namespace veer::discover {

enum class StartBasis : std::uint8_t { recorded, estimated, unknown };

/// One execution of an activity with what could be found out about it.
struct Observation {
  eventlog::Instance instance;  ///< As recorded; its start is its end where none was recorded.
  StartBasis basis = StartBasis::unknown;
  Instant start;                         ///< Recorded or estimated, never before the case's
                                         ///< previous activity when estimated.
  std::optional<double> effort_hours;    ///< Nothing when unknown.
};

/// One observation per instance, in the same order (by case, then start and end).
/// O(n log n) for n instances with few of them in hand at once.
[[nodiscard]] std::vector<Observation> observe(const eventlog::EventLog& log,
                                               std::span<const eventlog::Instance> instances,
                                               const LearnedRosters& rosters,
                                               std::span<const Day> closed_days);

}  // namespace veer::discover
