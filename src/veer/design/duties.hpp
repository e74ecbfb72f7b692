// SPDX-License-Identifier: EUPL-1.2
// Who leads, and how many hours a week leading and other work take from each person.
//
// Hours are of a week in which the person is present all its roster. The total of leading is the
// same in every design: an amount for each person of the workforce, with whoever leads that person,
// or shared as roles where nobody leads.
#pragma once

#include <vector>

#include "veer/design/layout.hpp"

namespace veer::design {

/// Hours a week, one per person.
using HoursByPerson = IdVector<org::PersonId, double>;

/// Roster hours of one week.
[[nodiscard]] HoursByPerson roster_hours(const org::Workforce& workforce);

/// Fills the leads of all units that have none. A unit above others gets the member of its units
/// that suits best, a smallest unit one of its own people who does not lead yet where there is one,
/// and the top one of the leads directly under it (first among equals). Suits best: leads now, then
/// has the most competences, then the lowest id.
void choose_leads(IdVector<org::UnitId, org::Unit>& units,
                  const IdVector<org::PersonId, org::UnitId>& unit_of,
                  const org::Workforce& workforce,
                  const IdVector<org::PersonId, bool>& leads_now);

/// The person who leads each person: of the own unit, or for a lead of the unit above the highest
/// that they lead; none for the top's lead and where nobody leads.
[[nodiscard]] IdVector<org::PersonId, org::PersonId> leaders(
    const IdVector<org::UnitId, org::Unit>& units,
    const IdVector<org::PersonId, org::UnitId>& unit_of);

struct Leading {
  HoursByPerson hours;
  std::size_t helped = 0;  ///< Leads of whose hours others in their unit take a part.
};

/// per_person hours for each person, with the leader; a lead without a leader keeps their own. When
/// a lead has less room (hours), the broadest members of the same unit take the rest, as far as
/// their room goes; what nobody has room for stays with the lead. Without any lead: shared over all
/// in proportion to their rosters.
[[nodiscard]] Leading leading_hours(const IdVector<org::UnitId, org::Unit>& units,
                                    const IdVector<org::PersonId, org::UnitId>& unit_of,
                                    const org::Workforce& workforce, double per_person,
                                    const HoursByPerson& room);

/// Hours of meetings a week.
[[nodiscard]] HoursByPerson meeting_hours(const org::Organisation& organisation);

struct OtherWork {
  HoursByPerson hours;
  std::size_t clipped = 0;  ///< People whose known work already exceeds the load: other is 0.
};

/// What each person does besides recorded work, meetings and leading on the as-is: the drawn load
/// times the roster, less these, not below 0. recorded: expected hours a week over the year; share
/// of the roster that people are present, in (0, 1], turns it into hours of a present week. The
/// effort of decisions and read-in is not known before a run and is not taken off, so people are
/// slightly busier than the drawn load.
[[nodiscard]] OtherWork other_work(const org::Workforce& workforce,
                                   const org::Organisation& as_is, const HoursByPerson& recorded,
                                   double total_load, double present_share);

/// Replaces each person's duty of kind other.
void set_other_work(org::Organisation& organisation, const HoursByPerson& hours);

}  // namespace veer::design
