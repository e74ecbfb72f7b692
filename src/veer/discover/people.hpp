// SPDX-License-Identifier: EUPL-1.2
// The people of the records as a workforce: who does what, when, and where they belong.
#pragma once

#include <span>
#include <vector>

#include "veer/discover/handovers.hpp"
#include "veer/discover/observations.hpp"
#include "veer/discover/period.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/workforce.hpp"

namespace veer::discover {

struct LearnedPeople {
  org::Workforce workforce;
  /// The workforce's person of each log person; none: no longer there.
  IdVector<eventlog::PersonId, org::PersonId> person_of;
  std::size_t seen = 0;                  ///< People with recorded work.
  std::size_t left = 0;                  ///< Of these: have left.
  std::size_t staff_without_records = 0;
  double paid_hours = 0;                 ///< See Coverage::paid_hours.
  double least_paid_hours = 0;           ///< Range of the same: contracts that are not on the
  double most_paid_hours = 0;            ///< staff list are a judgement.
  std::vector<std::string> home_unit;    ///< By log person.
};

/// A person whose last stamp lies more than half a year before the end of a period of more than a
/// year has left, unless nobody else who stays does one of the person's activities. Competences
/// are weighted by how often the records show the person doing the activity; what was never
/// recorded with a person can be done by everybody. Where the staff list gives an FTE, the roster
/// is that share of the office week; otherwise the learned roster, and the FTE its share of it.
[[nodiscard]] LearnedPeople learn_people(
    const eventlog::EventLog& log, const std::vector<Observation>& rows,
    const IdVector<eventlog::ActivityId, work::ActivityId>& activity_of,
    const LearnedRosters& rosters, const HandOvers& handovers, const eventlog::StaffList& staff,
    const Period& period);

}  // namespace veer::discover
