// SPDX-License-Identifier: EUPL-1.2
// What may be shown of a twin: figures of everybody together, of groups of five and more, and of
// activities that at least five people do, or nobody (DESIGN law 6).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "veer/discover/shown_groups.hpp"
#include "veer/discover/twin.hpp"

namespace veer::discover {

/// Elapsed time of cases, hours; `cases` of them.
struct ElapsedSummary {
  std::size_t cases = 0;
  double median = 0;
  double p90 = 0;
  double mean = 0;
};

/// One row of "where time goes".
struct TimeRow {
  std::string activity;          ///< Empty: all activities that are not shown by themselves.
  std::size_t count = 0;
  double waiting_hours = 0;      ///< Mean per execution.
  double working_hours = 0;      ///< Mean per execution.
  double share_of_waiting = 0;   ///< Of all waiting in the records.
};

/// Hand-overs between two groups; an empty name: the groups under five people together.
struct GroupFlow {
  std::string from;
  std::string to;
  std::size_t count = 0;
  friend bool operator==(const GroupFlow&, const GroupFlow&) = default;
};

/// How much of a unit hangs on few people; an empty name: units that are not shown apart, together.
struct ScarceRow {
  std::string unit;
  std::size_t people = 0;
  std::size_t one_holder = 0;   ///< Activities that only one person can do, who is in the unit.
  std::size_t two_holders = 0;  ///< By two people, of whom one or both are in the unit.
  friend bool operator==(const ScarceRow&, const ScarceRow&) = default;
};

struct Overview {
  ElapsedSummary elapsed;
  double waiting_hours = 0;      ///< All of it, all cases.
  double working_hours = 0;
  std::vector<TimeRow> rows;     ///< Most waiting first; the unnamed rest last, when there is any.
  std::size_t groups = 0;        ///< Home units in the records.
  std::size_t small_groups = 0;  ///< Of these: under five people.
  std::vector<GroupFlow> flows;  ///< Busiest first.
  std::size_t hidden_handovers = 0;  ///< To or from small groups that are too few even together.
  std::size_t handovers = 0;     ///< Between people, all.
  std::size_t continued = 0;     ///< Consecutive activities of one person.
  std::size_t one_holder = 0;    ///< Activities that one person can do, over all units.
  std::size_t two_holders = 0;
  std::vector<ScarceRow> scarce;  ///< By unit, most activities of one person first, the rest last.
};

/// top: how many named rows, flows and units at most. O(activities + persons + hand-overs).
[[nodiscard]] Overview overview(const Twin& twin, std::size_t top = 10);

}  // namespace veer::discover
