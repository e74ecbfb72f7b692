// SPDX-License-Identifier: EUPL-1.2
// The people: the same in every design.
#pragma once

#include <string>
#include <vector>

#include "veer/base/id.hpp"
#include "veer/base/quantity.hpp"
#include "veer/calendar/working_time.hpp"
#include "veer/work/work.hpp"

namespace veer::org {

using PersonId = Id<struct PersonTag>;
using RosterId = Id<struct RosterTag>;

struct Competence {
  work::ActivityId activity;
  double weight = 1;  ///< How often the records show this person doing it; at least one person > 0.
  friend bool operator==(const Competence&, const Competence&) = default;
};

struct Person {
  std::string pseudonym;
  std::string function;    ///< Post as in the staff list; may be empty.
  std::string unit_name;   ///< The unit the records or staff list put this person in; may be empty.
  Fte fte = Fte::of(1);
  RosterId roster;
  std::vector<Competence> competences;  ///< Ordered by activity.

  friend bool operator==(const Person&, const Person&) = default;
};

struct Workforce {
  IdVector<PersonId, Person> persons;
  IdVector<RosterId, calendar::Roster> rosters;
  /// The hours in which the municipality works at all: the ledger's "outside office hours" is the
  /// time outside these.
  calendar::Roster office_hours;
  std::vector<Day> closed_days;  ///< Holidays, ordered.

  friend bool operator==(const Workforce&, const Workforce&) = default;
};

}  // namespace veer::org
