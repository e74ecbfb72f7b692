// SPDX-License-Identifier: EUPL-1.2
// How work passes between people and between groups, as the records show it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "veer/discover/communities.hpp"
#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

/// How often work of a case passed from one to the other (ordered pair, from != to).
struct HandOver {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t count = 0;

  friend bool operator==(const HandOver&, const HandOver&) = default;
};

struct HandOvers {
  std::vector<HandOver> between_persons;        ///< Indices of log persons; ordered by (from, to).
  std::size_t same_person = 0;                  ///< Consecutive activities of one person.
  std::vector<std::size_t> community_of_person; ///< One per log person; numbered from 0.
  std::size_t community_count = 0;
};

/// Counts over consecutive instances of a case that both have a person. O(n log n).
[[nodiscard]] HandOvers count_handovers(const eventlog::EventLog& log,
                                        std::span<const eventlog::Instance> instances);

/// Adds hand-overs up by group; group_of[person] is the person's group. Hand-overs within a group
/// are left out. Ordered by count, most first, then by (from, to).
[[nodiscard]] std::vector<HandOver> between_groups(const HandOvers& handovers,
                                                   const std::vector<std::size_t>& group_of);

/// True for what systems write where a group or unit is not known ("EMPTY", "UNKNOWN", "-", ...).
[[nodiscard]] bool means_nothing(const std::string& group);

/// Each log person's home unit: from the staff list where it names one (units_of_staff, may hold
/// empty texts or be empty), else the group (org:group) in which most of the person's work was
/// recorded; where records have no groups, the community ("community 1", ...). Ties: the group that
/// comes first in the records. Never empty.
[[nodiscard]] std::vector<std::string> home_units(const eventlog::EventLog& log,
                                                  std::span<const eventlog::Instance> instances,
                                                  const HandOvers& handovers,
                                                  const std::vector<std::string>& units_of_staff);

}  // namespace veer::discover
