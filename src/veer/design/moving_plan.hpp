// SPDX-License-Identifier: EUPL-1.2
// What changes between the organisation as it is and a design, and what the design is worth as a
// structure. By function and FTE, never by person; a report still hides groups under five people.
#pragma once

#include <string>
#include <vector>

#include "veer/base/quantity.hpp"
#include "veer/design/layout.hpp"

namespace veer::design {

/// People of one function who go from one unit to another for one reason.
struct Move {
  std::string function;   ///< As in the staff list; may be empty.
  std::string from_unit;  ///< Present unit; empty: not known.
  std::string to_unit;
  Reason reason = Reason::observed;
  int people = 0;
  Fte fte;

  friend bool operator==(const Move&, const Move&) = default;
};

struct MovingPlan {
  std::vector<Move> moves;  ///< Ordered by from, to, function, reason. Who stays is not in it.
  int people_moved = 0;
  Fte fte_moved;
  int people_with_new_lead = 0;  ///< Another lead than now, or none any more.
  int leads_now = 0;             ///< People who lead at least one unit.
  int leads_then = 0;

  friend bool operator==(const MovingPlan&, const MovingPlan&) = default;
};

/// Moves from the units as found in the workforce to those of `to`; leads are compared with as_is.
[[nodiscard]] MovingPlan plan_moves(const org::Workforce& workforce,
                                    const org::Organisation& as_is, const org::Organisation& to,
                                    const IdVector<org::PersonId, Reason>& reasons);

/// Activities that a unit does and one of its people alone can do there.
struct SinglePoints {
  std::string unit;
  int activities = 0;         ///< That somebody in the unit can do.
  int with_one_holder = 0;    ///< Of these, by one person only.

  friend bool operator==(const SinglePoints&, const SinglePoints&) = default;
};

/// The design as a structure.
struct StructureFacts {
  int units = 0;
  int layers = 0;             ///< Units from the top to a smallest unit, both counted.
  int largest_span = 0;       ///< People that one lead leads directly; 0 without leads.
  int smallest_unit = 0;      ///< People, among units with people.
  int largest_unit = 0;
  std::vector<SinglePoints> single_points;  ///< Per unit with people, in order of units.

  friend bool operator==(const StructureFacts&, const StructureFacts&) = default;
};

/// O(people * (competences + layers)).
[[nodiscard]] StructureFacts structure_facts(const org::Organisation& organisation,
                                             const org::Workforce& workforce);

}  // namespace veer::design
