// SPDX-License-Identifier: EUPL-1.2
// The people: the same in every design.
#pragma once

#include <string>
#include <vector>

#include "veer/base/id.hpp"
#include "veer/base/money.hpp"
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
  std::string scale{};     ///< Salary scale; empty: not known, or hired.
  /// What an hour of presence costs of somebody who is hired and has no salary; 0: employed.
  Money hire_an_hour{};

  friend bool operator==(const Person&, const Person&) = default;
};

/// A unit of the organisation as found, where a scenario or staff list tells more than a name.
struct FoundUnit {
  std::string name;      ///< As in Person::unit_name.
  std::string parent;    ///< Another found unit; empty: a top.
  std::string domain;    ///< Policy domain; may be empty.
  PersonId lead;         ///< none: not known.
  bool overhead = false; ///< Steers and supports those who do the primary work.

  friend bool operator==(const FoundUnit&, const FoundUnit&) = default;
};

/// A person's share in the team of an opgave, in half-days of the roster kept for it.
struct Claim {
  PersonId person;
  work::OpgaveId opgave;
  double share = 0;      ///< Of the person's roster; above 0, all claims on a person at most 1.
  bool leads = false;    ///< Leads the team.

  friend bool operator==(const Claim&, const Claim&) = default;
};

struct Workforce {
  IdVector<PersonId, Person> persons;
  IdVector<RosterId, calendar::Roster> rosters;
  /// The hours in which the municipality works at all: the ledger's "outside office hours" is the
  /// time outside these.
  calendar::Roster office_hours;
  std::vector<Day> closed_days;  ///< Holidays, ordered.
  /// Parents before children; empty when only the unit names of the persons are known.
  std::vector<FoundUnit> found_units;
  /// Teams of opgaven as found; a design may have others (Organisation::claims).
  std::vector<Claim> claims{};

  friend bool operator==(const Workforce&, const Workforce&) = default;
};

}  // namespace veer::org
