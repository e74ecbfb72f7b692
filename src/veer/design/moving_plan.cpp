// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/moving_plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "veer/design/duties.hpp"

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;

IdVector<PersonId, UnitId> units_of(const org::Organisation& organisation) {
  IdVector<PersonId, UnitId> result;
  for (const org::Place& place : organisation.places) result.push_back(place.unit);
  return result;
}

int lead_count(const org::Organisation& organisation) {
  std::set<PersonId> leads;
  for (const org::Unit& unit : organisation.units) {
    if (!unit.lead.is_none()) leads.insert(unit.lead);
  }
  return static_cast<int>(leads.size());
}

int layers_to(const org::Organisation& organisation, UnitId unit) {
  int layers = 0;
  for (; !unit.is_none(); unit = organisation.units[unit].parent) ++layers;
  return layers;
}

}  // namespace

MovingPlan plan_moves(const org::Workforce& workforce, const org::Organisation& as_is,
                      const org::Organisation& to,
                      const IdVector<org::PersonId, Reason>& reasons) {
  MovingPlan plan;
  std::map<std::tuple<std::string, std::string, std::string, Reason>, Move> moves;
  const auto leader_now = leaders(as_is.units, units_of(as_is));
  const auto leader_then = leaders(to.units, units_of(to));
  for (const PersonId id : ids(workforce.persons)) {
    const org::Person& person = workforce.persons[id];
    const std::string& unit = to.units[to.places[id].unit].name;
    if (leader_now[id] != leader_then[id]) ++plan.people_with_new_lead;
    if (unit == as_is.units[as_is.places[id].unit].name) continue;
    Move& move = moves[{person.unit_name, unit, person.function, reasons[id]}];
    ++move.people;
    move.fte += person.fte;
    ++plan.people_moved;
    plan.fte_moved += person.fte;
  }
  for (auto& [key, move] : moves) {
    std::tie(move.from_unit, move.to_unit, move.function, move.reason) = key;
    plan.moves.push_back(move);
  }
  plan.leads_now = lead_count(as_is);
  plan.leads_then = lead_count(to);
  return plan;
}

StructureFacts structure_facts(const org::Organisation& organisation,
                               const org::Workforce& workforce) {
  StructureFacts facts;
  facts.units = static_cast<int>(organisation.units.size());
  std::map<UnitId, int> people;
  std::map<UnitId, std::map<work::ActivityId, int>> holders;
  for (const PersonId id : ids(organisation.places)) {
    const UnitId unit = organisation.places[id].unit;
    ++people[unit];
    for (const org::Competence& competence : workforce.persons[id].competences) {
      if (competence.weight > 0) ++holders[unit][competence.activity];
    }
    facts.layers = std::max(facts.layers, layers_to(organisation, unit));
  }
  std::map<PersonId, int> led;
  for (const PersonId leader : leaders(organisation.units, units_of(organisation))) {
    if (!leader.is_none()) facts.largest_span = std::max(facts.largest_span, ++led[leader]);
  }
  for (const auto& [unit, count] : people) {
    facts.smallest_unit = facts.smallest_unit == 0 ? count : std::min(facts.smallest_unit, count);
    facts.largest_unit = std::max(facts.largest_unit, count);
    SinglePoints points;
    points.unit = organisation.units[unit].name;
    for (const auto& [activity, number] : holders[unit]) {
      ++points.activities;
      if (number == 1) ++points.with_one_holder;
    }
    facts.single_points.push_back(std::move(points));
  }
  return facts;
}

}  // namespace veer::design
