// SPDX-License-Identifier: EUPL-1.2
// An organisation that can run: people placed in units, with leads, rules, meetings and duties.
//
// Made by design/ from a model and a workforce, or by hand in tests. Plain numbers only: whatever
// was drawn has been drawn.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/base/time.hpp"
#include "veer/org/model.hpp"
#include "veer/org/workforce.hpp"

namespace veer::org {

using UnitId = Id<struct UnitTag>;

struct Unit {
  std::string name;
  std::string kind;
  UnitId parent;   ///< none: a top.
  PersonId lead;   ///< none: a unit without a lead.

  friend bool operator==(const Unit&, const Unit&) = default;
};

/// Work that a person does besides cases; conserved across designs in total (law 1).
enum class DutyKind : std::uint8_t {
  other,    ///< Work outside the records: stays with the person in every design.
  leading,  ///< Leading and overhead: with the leads, or shared as roles.
};
inline constexpr std::size_t duty_kind_count = 2;

struct Duty {
  DutyKind kind = DutyKind::other;
  double hours_per_week = 0;  ///< Of a week in which the person is present all its roster.
  friend bool operator==(const Duty&, const Duty&) = default;
};

struct Place {
  UnitId unit;              ///< Where the person takes work from.
  std::vector<Duty> duties; ///< At most one of each kind.
  friend bool operator==(const Place&, const Place&) = default;
};

/// Drawn numbers of a DecisionRule.
struct DecisionProtocol {
  Decider decider = Decider::self;
  Protocol protocol = Protocol::chain;
  int participants = 0;
  double wait_limit_days = 0;  ///< Office days (working time of one office day); 0: forever.
  double disagreement = 0;
  std::vector<int> conflict_ladder;
  int quorum = 0;              ///< majority: answers that settle it; 0: more than half.
  std::string meeting = {};    ///< Kind of the meeting that each round waits for; empty: none.

  friend bool operator==(const DecisionProtocol&, const DecisionProtocol&) = default;
};

/// A meeting that returns: participants do no other work in it.
struct Meeting {
  std::string kind;
  std::vector<PersonId> participants;
  Weekday weekday = Weekday::monday;
  Duration starts_at{};        ///< Time of day.
  Duration length{};
  int every_weeks = 1;         ///< Counted from the week of 1970-01-05.
  int phase = 0;               ///< Which of those weeks, 0 <= phase < every_weeks.

  friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// Whether a meeting of every_weeks >= 1 is held on that day.
[[nodiscard]] bool is_held_on(const Meeting& meeting, Day day);

struct Organisation {
  std::string id;                      ///< Of the design; shown, never asked for by code.
  IdVector<UnitId, Unit> units;
  IdVector<PersonId, Place> places;    ///< One per person of the workforce.
  FindPerson find_person = FindPerson::pull;
  std::array<DecisionProtocol, exception_kind_count> exceptions;
  std::vector<Meeting> meetings;
  /// Teams of opgaven. What the members of a team can do of its opgave nobody else does; opgaven
  /// without a team find their people as cases do.
  std::vector<Claim> claims{};

  friend bool operator==(const Organisation&, const Organisation&) = default;
};

/// Everything that is wrong, each with its path; empty when simulate() may run it. Checked: ids
/// point somewhere, no cycle in the line, every person in a unit, a decider and a meeting for every
/// exception rule, calendars with working hours, every activity of the work can be done by somebody
/// who is ever there, claims of teams and continuing work fit into people's weeks.
[[nodiscard]] Problems check(const Organisation& organisation, const Workforce& workforce,
                             const work::Work& work);

}  // namespace veer::org
