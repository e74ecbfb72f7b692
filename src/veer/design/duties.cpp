// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/duties.hpp"

#include <algorithm>
#include <utility>

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;
using Units = IdVector<UnitId, org::Unit>;

std::size_t breadth(const org::Workforce& workforce, PersonId person) {
  const auto& competences = workforce.persons[person].competences;
  return static_cast<std::size_t>(
      std::count_if(competences.begin(), competences.end(),
                    [](const org::Competence& competence) { return competence.weight > 0; }));
}

/// Whether the unit is `above` or lies under it.
bool lies_within(const Units& units, UnitId unit, UnitId above) {
  for (; !unit.is_none(); unit = units[unit].parent) {
    if (unit == above) return true;
  }
  return false;
}

/// Chooses the leads of one layout.
class LeadChooser {
 public:
  LeadChooser(Units& units, const IdVector<PersonId, UnitId>& unit_of,
              const org::Workforce& workforce, const IdVector<PersonId, bool>& leads_now)
      : units_(units),
        unit_of_(unit_of),
        workforce_(workforce),
        leads_now_(leads_now),
        has_children_(units.size(), false),
        leading_(unit_of.size(), false) {
    for (const org::Unit& unit : units) {
      if (!unit.parent.is_none()) has_children_[unit.parent] = true;
      if (!unit.lead.is_none()) leading_[unit.lead] = true;
    }
  }

  void run() {
    // Parents come before children: whoever leads more is chosen first, the top last.
    for (const UnitId unit : ids(units_)) {
      if (has_children_[unit] && !units_[unit].parent.is_none()) choose(unit, people_within(unit));
    }
    for (const UnitId unit : ids(units_)) {
      if (!has_children_[unit]) choose(unit, people_within(unit));
    }
    for (const UnitId unit : ids(units_)) {
      if (!has_children_[unit] || !units_[unit].parent.is_none()) continue;
      std::vector<PersonId> leads;
      for (const org::Unit& child : units_) {
        if (child.parent == unit) leads.push_back(child.lead);
      }
      for (const PersonId lead : leads) leading_[lead] = false;  // may lead the top too
      choose(unit, leads);
    }
  }

 private:
  [[nodiscard]] std::vector<PersonId> people_within(UnitId unit) const {
    std::vector<PersonId> people;
    for (const PersonId person : ids(unit_of_)) {
      if (lies_within(units_, unit_of_[person], unit)) people.push_back(person);
    }
    return people;
  }

  void choose(UnitId unit, const std::vector<PersonId>& people) {
    if (!units_[unit].lead.is_none() || people.empty()) return;
    const auto suits_better = [this](PersonId a, PersonId b) {
      if (leading_[a] != leading_[b]) return !leading_[a];
      if (leads_now_[a] != leads_now_[b]) return static_cast<bool>(leads_now_[a]);
      const std::size_t breadth_a = breadth(workforce_, a);
      const std::size_t breadth_b = breadth(workforce_, b);
      return breadth_a != breadth_b ? breadth_a > breadth_b : a < b;
    };
    units_[unit].lead = *std::min_element(people.begin(), people.end(), suits_better);
    leading_[units_[unit].lead] = true;
  }

  Units& units_;
  const IdVector<PersonId, UnitId>& unit_of_;
  const org::Workforce& workforce_;
  const IdVector<PersonId, bool>& leads_now_;
  IdVector<UnitId, bool> has_children_;
  IdVector<PersonId, bool> leading_;
};

void set_duty(org::Place& place, org::DutyKind kind, double hours) {
  auto& duties = place.duties;
  duties.erase(std::remove_if(duties.begin(), duties.end(),
                              [kind](const org::Duty& duty) { return duty.kind == kind; }),
               duties.end());
  if (hours > 0) duties.push_back({kind, hours});
  std::sort(duties.begin(), duties.end(),
            [](const org::Duty& a, const org::Duty& b) { return a.kind < b.kind; });
}

}  // namespace

HoursByPerson roster_hours(const org::Workforce& workforce) {
  HoursByPerson result;
  for (const org::Person& person : workforce.persons) {
    result.push_back(hours(workforce.rosters[person.roster].week()));
  }
  return result;
}

void choose_leads(Units& units, const IdVector<PersonId, UnitId>& unit_of,
                  const org::Workforce& workforce, const IdVector<PersonId, bool>& leads_now) {
  LeadChooser(units, unit_of, workforce, leads_now).run();
}

IdVector<PersonId, PersonId> leaders(const Units& units,
                                     const IdVector<PersonId, UnitId>& unit_of) {
  IdVector<PersonId, UnitId> from = unit_of;
  IdVector<PersonId, bool> leads(unit_of.size(), false);
  for (const UnitId unit : ids(units)) {  // parents first: the highest stays
    const PersonId lead = units[unit].lead;
    if (lead.is_none() || leads[lead]) continue;
    leads[lead] = true;
    from[lead] = unit;
  }
  IdVector<PersonId, PersonId> result(unit_of.size());
  for (const PersonId person : ids(unit_of)) {
    for (UnitId unit = from[person]; !unit.is_none(); unit = units[unit].parent) {
      const PersonId lead = units[unit].lead;
      if (lead.is_none() || lead == person) continue;
      result[person] = lead;
      break;
    }
  }
  return result;
}

Leading leading_hours(const Units& units, const IdVector<PersonId, UnitId>& unit_of,
                      const org::Workforce& workforce, double per_person,
                      const HoursByPerson& room) {
  Leading result;
  result.hours = HoursByPerson(unit_of.size(), 0.0);
  const bool anybody_leads = std::any_of(units.begin(), units.end(), [](const org::Unit& unit) {
    return !unit.lead.is_none();
  });
  if (!anybody_leads) {
    const HoursByPerson rosters = roster_hours(workforce);
    double all = 0;
    for (const double roster : rosters) all += roster;
    if (all <= 0) return result;
    const double total = per_person * static_cast<double>(unit_of.size());
    for (const PersonId person : ids(unit_of)) {
      result.hours[person] = total * rosters[person] / all;
    }
    return result;
  }
  const auto leader_of = leaders(units, unit_of);
  for (const PersonId person : ids(unit_of)) {
    const PersonId leader = leader_of[person];
    result.hours[leader.is_none() ? person : leader] += per_person;
  }
  std::vector<PersonId> leads;
  for (const PersonId person : ids(unit_of)) {
    if (result.hours[person] > 0) leads.push_back(person);
  }
  for (const PersonId lead : leads) {
    double excess = result.hours[lead] - std::max(room[lead], 0.0);
    if (excess <= 0) continue;
    std::vector<PersonId> deputies;
    for (const PersonId person : ids(unit_of)) {
      if (unit_of[person] == unit_of[lead] && result.hours[person] < room[person]) {
        deputies.push_back(person);
      }
    }
    std::stable_sort(deputies.begin(), deputies.end(), [&](PersonId a, PersonId b) {
      return breadth(workforce, a) > breadth(workforce, b);
    });
    if (!deputies.empty()) ++result.helped;
    for (const PersonId deputy : deputies) {
      const double part = std::min(excess, room[deputy] - result.hours[deputy]);
      result.hours[deputy] += part;
      result.hours[lead] -= part;
      excess -= part;
      if (excess <= 0) break;
    }
  }
  return result;
}

HoursByPerson meeting_hours(const org::Organisation& organisation) {
  HoursByPerson result(organisation.places.size(), 0.0);
  for (const org::Meeting& meeting : organisation.meetings) {
    for (const PersonId person : meeting.participants) {
      result[person] += hours(meeting.length) / meeting.every_weeks;
    }
  }
  return result;
}

OtherWork other_work(const org::Workforce& workforce, const org::Organisation& as_is,
                     const HoursByPerson& recorded, double total_load, double present_share) {
  const HoursByPerson rosters = roster_hours(workforce);
  const HoursByPerson meetings = meeting_hours(as_is);
  OtherWork result;
  for (const PersonId person : ids(workforce.persons)) {
    double rest = total_load * rosters[person] - recorded[person] / present_share -
                  meetings[person];
    for (const org::Duty& duty : as_is.places[person].duties) {
      if (duty.kind == org::DutyKind::leading) rest -= duty.hours_per_week;
    }
    if (rest < 0) ++result.clipped;
    result.hours.push_back(std::max(rest, 0.0));
  }
  return result;
}

void set_other_work(org::Organisation& organisation, const HoursByPerson& hours) {
  for (const PersonId person : ids(organisation.places)) {
    set_duty(organisation.places[person], org::DutyKind::other, hours[person]);
  }
}

}  // namespace veer::design
