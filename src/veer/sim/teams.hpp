// SPDX-License-Identifier: EUPL-1.2
// Teams of opgaven as units of their own: whoever is claimed for a part of the week has a second
// seat there.
//
// While an opgave lasts a member's roster is divided: the claimed share, in half-days counted back
// from the end of the week, belongs to the seat in the team, the rest to the seat in the line;
// before and after all of it is the line's. The line's duties stay with the line, meetings are
// attended whenever they are, absence is the person's. What the members of a team can do of the
// opgave's tasks is done in the team's seats alone.
#pragma once

#include <vector>

#include "veer/org/organisation.hpp"

namespace veer::sim {

/// A seat in a team.
struct TeamSeat {
  std::uint32_t seat = 0;
  std::uint32_t line = 0;   ///< The person's seat in the line.
  work::OpgaveId opgave;
  calendar::Roster part;    ///< Of the person's roster; those of one person do not overlap.
};

struct Seats {
  org::Workforce workforce;          ///< One "person" for each seat, the line's first, in order.
  org::Organisation organisation;    ///< With a unit for each team; no claims are left.
  std::vector<std::uint32_t> person_of;  ///< By seat.
  std::vector<TeamSeat> teams;
};

/// The roster without the parts that are taken out of it. O(intervals).
[[nodiscard]] calendar::Roster without(const calendar::Roster& whole,
                                       const calendar::Roster& taken);

/// Rosters of the line are whole, those of teams the claimed parts. The claims pass org::check().
/// O(people + claims x activities).
[[nodiscard]] Seats with_teams(const work::Work& work, const org::Workforce& workforce,
                               const org::Organisation& organisation);

}  // namespace veer::sim
