// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/tables.hpp"

#include <algorithm>
#include <map>

#include "veer/base/error.hpp"
#include "veer/org/continuing.hpp"

namespace veer::sim {
namespace {

std::vector<double> cumulative_week(const work::Arrivals& arrivals) {
  std::vector<double> cumulative{0};
  for (const double rate : arrivals.weekly_profile) cumulative.push_back(cumulative.back() + rate);
  if (cumulative.back() > 0) {
    for (double& share : cumulative) share /= cumulative.back();
  }
  cumulative.back() = 1;
  return cumulative;
}

std::optional<work::YearlyProfile> factors_of(const work::Arrivals& arrivals) {
  const auto& profile = arrivals.yearly_profile;
  if (!profile || std::equal(profile->begin() + 1, profile->end(), profile->begin())) return {};
  return work::month_factors(*profile);
}

void make_classes(UnitTable& unit, const std::vector<PersonTable>& persons,
                  std::size_t activity_count) {
  std::map<std::vector<std::uint32_t>, std::int32_t> known;
  unit.class_of.assign(activity_count, -1);
  for (std::size_t activity = 0; activity < activity_count; ++activity) {
    std::vector<std::uint32_t> able;
    for (const std::uint32_t member : unit.members) {
      if (persons[member].activities.contains(activity)) able.push_back(member);
    }
    if (able.empty()) continue;
    const auto next = static_cast<std::int32_t>(unit.classes.size());
    const auto [entry, is_new] = known.emplace(able, next);
    if (is_new) unit.classes.push_back({able});
    unit.class_of[activity] = entry->second;
  }
}

std::vector<UnitChoice> choices(const org::Workforce& workforce,
                                const org::Organisation& organisation,
                                const std::vector<UnitTable>& units, std::size_t activity_count) {
  std::vector<std::vector<double>> weight(activity_count,
                                          std::vector<double>(organisation.units.size(), 0.0));
  for (const org::PersonId person : ids(workforce.persons)) {
    const std::size_t unit = organisation.places[person].unit.index();
    for (const org::Competence& competence : workforce.persons[person].competences) {
      weight[competence.activity.index()][unit] += competence.weight;
    }
  }
  std::vector<UnitChoice> result(activity_count);
  for (std::size_t activity = 0; activity < activity_count; ++activity) {
    UnitChoice& choice = result[activity];
    double sum = 0;
    for (std::size_t unit = 0; unit < organisation.units.size(); ++unit) {
      if (weight[activity][unit] <= 0) continue;
      sum += weight[activity][unit];
      const auto queue_class = static_cast<std::uint32_t>(units[unit].class_of[activity]);
      const auto& members = units[unit].classes[queue_class].members;
      UnitChoice::Able& able = choice.units.emplace_back();
      able.unit = static_cast<std::uint32_t>(unit);
      able.queue_class = queue_class;
      if (members.size() == 1) able.only = members.front();
      choice.cumulative.push_back(sum);
    }
    for (double& share : choice.cumulative) share /= sum;
  }
  return result;
}

}  // namespace

Tables::Tables(const work::Work& work, const org::Workforce& workforce,
               const org::Organisation& organisation) {
  const std::size_t activity_count = work.activities.size();
  units.resize(organisation.units.size());
  persons.resize(workforce.persons.size());

  for (const org::PersonId person : ids(workforce.persons)) {
    PersonTable& table = persons[person.index()];
    table.unit = organisation.places[person].unit.value();
    table.activities = BitSet(activity_count);
    for (const org::Competence& competence : workforce.persons[person].competences) {
      if (competence.weight > 0) table.activities.insert(competence.activity.index());
    }
    units[table.unit].members.push_back(person.value());
    table.duty_share.resize(org::duty_kind_count + work.continuing.size());
    const double week = hours(workforce.rosters[workforce.persons[person].roster].week());
    for (const org::Duty& duty : organisation.places[person].duties) {
      if (week <= 0) continue;
      table.duty_share[static_cast<std::size_t>(duty.kind)] = duty.hours_per_week / week;
    }
  }
  for (const work::ContinuingId kind : ids(work.continuing)) {
    const auto hours_of = org::continuing_hours(work.continuing[kind], workforce);
    for (const org::PersonId person : ids(workforce.persons)) {
      const double week = hours(workforce.rosters[workforce.persons[person].roster].week());
      if (week <= 0) continue;
      persons[person.index()].duty_share[org::duty_kind_count + kind.index()] =
          hours_of[person] / week;
    }
  }
  for (const work::Activity& activity : work.activities) {
    efforts.push_back(&work.distributions[activity.effort]);
  }
  for (const org::UnitId unit : ids(organisation.units)) {
    UnitTable& table = units[unit.index()];
    make_classes(table, persons, activity_count);
    for (org::UnitId up = unit; !up.is_none(); up = organisation.units[up].parent) {
      table.line_up.push_back(up.value());
    }
  }
  for (PersonTable& person : persons) {
    const UnitTable& unit = units[person.unit];
    person.classes = BitSet(unit.classes.size());
  }
  for (UnitTable& unit : units) {
    for (std::size_t c = 0; c < unit.classes.size(); ++c) {
      for (const std::uint32_t member : unit.classes[c].members) persons[member].classes.insert(c);
    }
  }
  unit_choice = choices(workforce, organisation, units, activity_count);

  for (const work::CaseType& type : work.case_types) {
    weekly_cumulative.push_back(cumulative_week(type.arrivals));
    month_factors.push_back(factors_of(type.arrivals));
    has_formal_decision.push_back(
        std::any_of(type.process.steps.begin(), type.process.steps.end(),
                    [](const work::Step& step) { return step.formal_decision; }));
  }
}

org::PersonId lead_of(const org::Organisation& organisation, org::UnitId unit) {
  for (org::UnitId up = unit; !up.is_none(); up = organisation.units[up].parent) {
    if (!organisation.units[up].lead.is_none()) return organisation.units[up].lead;
  }
  return org::PersonId::none();
}

std::vector<std::uint32_t> leads_between(const org::Organisation& organisation,
                                         const Tables& tables, std::uint32_t from,
                                         std::uint32_t to, std::uint32_t except) {
  const auto& up_from = tables.units[from].line_up;
  const auto& up_to = tables.units[to].line_up;
  std::size_t shared = 0;  // how many units at the top the two lines have in common
  while (shared < up_from.size() && shared < up_to.size() &&
         up_from[up_from.size() - 1 - shared] == up_to[up_to.size() - 1 - shared]) {
    ++shared;
  }
  std::vector<std::uint32_t> line(up_from.begin(),
                                  up_from.end() - static_cast<std::ptrdiff_t>(shared));
  if (shared > 0) line.push_back(up_from[up_from.size() - shared]);
  for (std::size_t i = up_to.size() - shared; i > 0; --i) line.push_back(up_to[i - 1]);

  std::vector<std::uint32_t> leads;
  for (const std::uint32_t unit : line) {
    const org::PersonId lead = organisation.units[org::UnitId(unit)].lead;
    if (lead.is_none() || lead.value() == except) continue;
    if (std::find(leads.begin(), leads.end(), lead.value()) == leads.end()) {
      leads.push_back(lead.value());
    }
  }
  return leads;
}

}  // namespace veer::sim
