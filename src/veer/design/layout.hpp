// SPDX-License-Identifier: EUPL-1.2
// Who sits where: the units of a design and the unit of each person, before anyone leads or meets.
#pragma once

#include <string>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/design/expected.hpp"
#include "veer/design/grouping.hpp"
#include "veer/org/baseline.hpp"
#include "veer/org/model.hpp"
#include "veer/org/organisation.hpp"

namespace veer::design {

/// What a reader must know about how a design came about.
enum class NoteKind : std::uint8_t {
  people_without_unit,   ///< number people: placed in the unit they hand most work to.
  people_without_domain, ///< number people: placed in the domain they hand most work to.
  domains_from_units,    ///< Two domains are not known: present units were taken together. A
                         ///< judgement.
  domains_merged,        ///< number domains, more than the model has units under the top.
  fewer_top_units,       ///< number units under the top, fewer than the model has.
  one_unit,              ///< number people: too few for two units of the model's size.
  deputies,              ///< number leads whose hours did not suffice: others in the unit help.
  other_work_clipped,    ///< number people whose known work already exceeds the drawn load.
  no_opgave_teams,       ///< number present teams of opgaven that the design does not have.
};

struct Note {
  NoteKind kind;
  double number = 0;
  friend bool operator==(const Note&, const Note&) = default;
};

struct Layout {
  IdVector<org::UnitId, org::Unit> units;  ///< Parents before children; leads only where found.
  IdVector<org::PersonId, org::UnitId> unit_of;
  IdVector<org::PersonId, Reason> reasons;
  std::vector<Note> notes;
};

/// Sizes of one draw, people and units.
struct Sizes {
  std::size_t least = 1;    ///< People in a smallest unit.
  std::size_t target = 1;
  std::size_t most = 1;
  std::size_t top_units = 0;
};

/// Groups the people by the model's principle and gives the groups a place in the line. A unit most
/// of whose people come from one present unit keeps that name, the largest part first. Refused
/// (unsupported): a grouping for which baseline holds no ground: no units, no competences, no
/// hand-overs.
[[nodiscard]] Result<Layout> lay_out(const org::Structure& structure, const Sizes& sizes,
                                     const org::Baseline& baseline, const Expected& expected,
                                     const Ties& ties);

/// The domain that each person mostly works for: that of most of their expected hours, else that of
/// the unit they were found in; empty: not known. O(people * (competences + found units)).
[[nodiscard]] std::vector<std::string> domains_of(const org::Baseline& baseline,
                                                  const Expected& expected);
/// Whether domains divide the people: those of more than half are known, and there are two or more.
[[nodiscard]] bool divide_people(const std::vector<std::string>& domains);

/// The names of the units as found, each with its people's ids ordered, in order of first person;
/// people without a unit are left out.
struct PresentUnit {
  std::string name;
  std::vector<org::PersonId> people;
};
[[nodiscard]] std::vector<PresentUnit> present_units(const org::Workforce& workforce);

/// What the one unit above all others is called.
inline constexpr const char* top_unit_name = "directie";

}  // namespace veer::design
