// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;

Failure unsupported(std::string found, std::string expected, std::string hint) {
  return fail(Error{ErrorCode::unsupported, "structure.group_by", std::move(found),
                    std::move(expected), std::move(hint)});
}

/// The label with the greatest weight; ties: the first in order; nothing: "".
std::string heaviest(const std::map<std::string, double>& weights) {
  std::string best;
  double most = 0;
  for (const auto& [label, weight] : weights) {
    if (weight > most) {
      most = weight;
      best = label;
    }
  }
  return best;
}

/// Gives each person without a label that of the people they hand most work to, as far as ties
/// reach; what is left gets the label most people have.
void fill_in(std::vector<std::string>& labels, const Ties& ties) {
  bool changed = true;
  while (changed) {
    changed = false;
    const std::vector<std::string> before = labels;
    for (std::size_t person = 0; person < labels.size(); ++person) {
      if (!before[person].empty()) continue;
      std::map<std::string, double> weights;
      for (const Ties::Tie& tie : ties.of(PersonId(person))) {
        if (!before[tie.other].empty()) weights[before[tie.other]] += tie.weight;
      }
      labels[person] = heaviest(weights);
      changed = changed || !labels[person].empty();
    }
  }
  std::map<std::string, double> sizes;
  for (const std::string& label : labels) {
    if (!label.empty()) sizes[label] += 1;
  }
  for (std::string& label : labels) {
    if (label.empty()) label = heaviest(sizes);
  }
}

Groups groups_by(const std::vector<std::string>& labels, Reason reason) {
  Groups groups;
  std::map<std::string, std::size_t> at;
  for (std::size_t person = 0; person < labels.size(); ++person) {
    const auto [entry, is_new] = at.emplace(labels[person], groups.size());
    if (is_new) groups.push_back({{}, labels[person]});
    groups[entry->second].members.push_back({PersonId(person), reason});
  }
  return groups;
}

const std::string& domain_of(const work::Activity& activity) { return activity.domain; }
const std::string& discipline_of(const work::Activity& activity) {
  return activity.discipline.empty() ? activity.competence : activity.discipline;
}

/// For each person the text of an activity in which most of their expected weekly hours go.
std::vector<std::string> main_text(const org::Baseline& baseline, const Expected& expected,
                                   const std::string& (*text_of)(const work::Activity&)) {
  std::vector<std::string> labels;
  for (const org::Person& person : baseline.workforce.persons) {
    std::map<std::string, double> hours;
    for (const org::Competence& competence : person.competences) {
      const work::Activity& activity = baseline.work.activities[competence.activity];
      const std::string& label = text_of(activity);
      if (label.empty()) continue;
      // An activity without expected visits still shows what the person is for.
      constexpr double trace = 1e-9;  // Judgement: hours a week.
      hours[label] += trace + competence.weight * expected.visits[competence.activity] *
                                  baseline.work.distributions[activity.effort].mean();
    }
    labels.push_back(heaviest(hours));
  }
  return labels;
}

std::size_t without_label(const std::vector<std::string>& labels) {
  return static_cast<std::size_t>(std::count(labels.begin(), labels.end(), ""));
}

std::size_t distinct_labels(const std::vector<std::string>& labels) {
  std::set<std::string> distinct(labels.begin(), labels.end());
  distinct.erase("");
  return distinct.size();
}

/// Teams and the units above them, as groups of people.
struct Division {
  Groups teams;
  Groups sectors;  ///< Unions of teams; empty: no such layer.
};

class LayoutMaker {
 public:
  LayoutMaker(const org::Structure& structure, const Sizes& sizes, const org::Baseline& baseline,
              const Expected& expected, const Ties& ties)
      : structure_(structure),
        sizes_(sizes),
        baseline_(baseline),
        workforce_(baseline.workforce),
        expected_(expected),
        ties_(ties) {
    for (const org::Person& person : workforce_.persons) unit_names_.push_back(person.unit_name);
  }

  Result<Layout> make() {
    layout_.unit_of = IdVector<PersonId, UnitId>(workforce_.persons.size());
    layout_.reasons = IdVector<PersonId, Reason>(workforce_.persons.size());
    if (workforce_.persons.empty()) {
      return unsupported("no people", "at least one person", "Import a staff list or records.");
    }
    if (structure_.group_by == org::GroupBy::observed) {
      VEER_CHECK(lay_out_observed());
    } else {
      VEER_TRY(const Division division, divide());
      assemble(division);
    }
    return std::move(layout_);
  }

 private:
  [[nodiscard]] bool has_line() const { return structure_.leadership == org::Leadership::line; }

  // ---- units as found

  Result<Done> lay_out_observed() {
    const std::size_t unknown = without_label(unit_names_);
    if (unknown == unit_names_.size()) {
      return unsupported("no unit of anybody", "the unit of each person",
                         "Import a staff list with units, or choose a model that groups anew.");
    }
    fill_in(unit_names_, ties_);
    if (unknown > 0) note(NoteKind::people_without_unit, unknown);
    std::set<std::string> used(unit_names_.begin(), unit_names_.end());
    const auto& found = workforce_.found_units;
    for (auto unit = found.rbegin(); unit != found.rend(); ++unit) {
      if (used.count(unit->name) != 0 && !unit->parent.empty()) used.insert(unit->parent);
    }
    std::map<std::string, UnitId> ids_by_name;
    for (const org::FoundUnit& unit : found) {
      if (used.count(unit.name) == 0) continue;
      const auto parent = ids_by_name.find(unit.parent);
      const UnitId above = parent == ids_by_name.end() ? UnitId::none() : parent->second;
      ids_by_name[unit.name] =
          add_unit(unit.name, structure_.unit_kind, above, has_line() ? unit.lead : PersonId());
    }
    for (const PersonId person : ids(workforce_.persons)) {
      const std::string& name = unit_names_[person.index()];
      if (ids_by_name.count(name) == 0) {
        ids_by_name[name] = add_unit(name, structure_.unit_kind, UnitId::none(), {});
      }
      layout_.unit_of[person] = ids_by_name[name];
      layout_.reasons[person] = Reason::observed;
    }
    if (has_line()) add_top_above_roots();
    return Done{};
  }

  /// One top; parents come before children again.
  void add_top_above_roots() {
    const auto roots = std::count_if(layout_.units.begin(), layout_.units.end(),
                                     [](const org::Unit& unit) { return unit.parent.is_none(); });
    if (roots <= 1) return;
    IdVector<UnitId, org::Unit> units;
    units.push_back({free_name(top_unit_name), top_unit_name, UnitId::none(), {}});
    for (org::Unit unit : layout_.units) {
      unit.parent = unit.parent.is_none() ? UnitId(0) : UnitId(unit.parent.index() + 1);
      units.push_back(std::move(unit));
    }
    layout_.units = std::move(units);
    for (UnitId& unit : layout_.unit_of) unit = UnitId(unit.index() + 1);
  }

  // ---- units anew

  Result<Division> divide() {
    switch (structure_.group_by) {
      case org::GroupBy::domain: return by_domain();
      case org::GroupBy::discipline: return by_discipline();
      case org::GroupBy::handovers: return by_handovers();
      case org::GroupBy::observed: break;
    }
    VEER_EXPECT(false && "a grouping that is laid out elsewhere");
  }

  void size(Groups& groups) const {
    merge_small(groups, sizes_.least, ties_);
    split_large(groups, sizes_.least, sizes_.target, sizes_.most, ties_);
  }

  /// Domains become the units under the top; within one, people of a present unit stay together.
  Result<Division> by_domain() {
    VEER_TRY(Groups sectors, domain_groups());
    const std::size_t wanted = std::max<std::size_t>(sizes_.top_units, 1);
    merge_small(sectors, sizes_.least, ties_);
    merge_to(sectors, wanted, ties_, sector_reason_);
    if (sizes_.top_units > sectors.size()) note(NoteKind::fewer_top_units, sectors.size());
    Division division;
    for (const Group& sector : sectors) {
      std::vector<std::string> units;
      for (const Member& member : sector.members) {
        units.push_back(unit_names_[member.person.index()]);
      }
      Groups teams = groups_by(units, Reason::observed);
      for (Group& team : teams) {
        // groups_by numbers people within the sector.
        for (Member& member : team.members) member = sector.members[member.person.index()];
        team.label.clear();
      }
      size(teams);
      for (Group& team : teams) division.teams.push_back(std::move(team));
    }
    if (sizes_.top_units > 0) division.sectors = std::move(sectors);
    return division;
  }

  Result<Groups> domain_groups() {
    std::vector<std::string> domains = domains_of(baseline_, expected_);
    if (divide_people(domains)) {
      const std::size_t unknown = without_label(domains);
      if (unknown > 0) note(NoteKind::people_without_domain, unknown);
      fill_in(domains, ties_);
      Groups groups = groups_by(domains, Reason::domain);
      sector_reason_ = Reason::domain;
      if (sizes_.top_units > 0 && groups.size() > sizes_.top_units) {
        note(NoteKind::domains_merged, groups.size());
      }
      return groups;
    }
    if (present_units(workforce_).size() < 2) {
      return unsupported("neither two domains of activities nor two units of people",
                         "one of the two",
                         "Say in a map which activities belong to which domain (veer map), or "
                         "import a staff list with units.");
    }
    note(NoteKind::domains_from_units, 0);
    sector_reason_ = Reason::linked_units;
    std::vector<std::string> units = unit_names_;
    fill_in(units, ties_);
    Groups groups = groups_by(units, Reason::linked_units);
    for (Group& group : groups) group.label.clear();
    return groups;
  }

  Result<Division> by_discipline() {
    std::vector<std::string> disciplines = main_text(baseline_, expected_, discipline_of);
    if (without_label(disciplines) == disciplines.size()) {
      return unsupported("no competence of anybody", "what people can do",
                         "Import records that name who did what.");
    }
    fill_in(disciplines, ties_);
    return stacked(groups_by(disciplines, Reason::discipline));
  }

  Result<Division> by_handovers() {
    Groups groups = communities_of(ties_, sizes_.most);
    if (groups.size() == workforce_.persons.size() && groups.size() > 1) {
      return unsupported("no hand-overs between people", "records in which work changes hands",
                         "Choose a model that groups by domain or discipline.");
    }
    return stacked(std::move(groups));
  }

  /// Teams of the right size, and on top of them as many units as the model has.
  Division stacked(Groups groups) {
    Division division;
    size(groups);
    for (Group& group : groups) group.label.clear();
    division.teams = std::move(groups);
    if (sizes_.top_units > 0) {
      division.sectors = division.teams;
      merge_to(division.sectors, sizes_.top_units, ties_, Reason::linked_units);
      if (division.sectors.size() < sizes_.top_units) {
        note(NoteKind::fewer_top_units, division.sectors.size());
      }
    }
    return division;
  }

  void assemble(const Division& division) {
    const std::vector<std::string> names = team_names(division.teams);
    if (division.teams.size() == 1) note(NoteKind::one_unit, workforce_.persons.size());
    UnitId top;
    if (has_line() && division.teams.size() > 1) {
      top = add_unit(free_name(top_unit_name), top_unit_name, UnitId::none(), {});
    }
    std::vector<std::size_t> sector_of(workforce_.persons.size(), 0);
    const bool layered = division.sectors.size() > 1;
    std::vector<UnitId> sector_ids;
    std::vector<std::size_t> teams_in(division.sectors.size(), 0);
    if (layered) {
      for (std::size_t s = 0; s < division.sectors.size(); ++s) {
        for (const Member& member : division.sectors[s].members) {
          sector_of[member.person.index()] = s;
        }
      }
      for (const Group& team : division.teams) {
        ++teams_in[sector_of[team.members.front().person.index()]];
      }
      for (std::size_t s = 0; s < division.sectors.size(); ++s) {
        sector_ids.push_back(add_unit(sector_name(division.sectors[s]), structure_.top_unit_kind,
                                      top, {}));
      }
    }
    for (std::size_t t = 0; t < division.teams.size(); ++t) {
      const Group& team = division.teams[t];
      const std::size_t sector = sector_of[team.members.front().person.index()];
      UnitId unit;
      if (layered && teams_in[sector] == 1) {
        unit = sector_ids[sector];  // one team: it is the sector
      } else {
        unit = add_unit(names[t], structure_.unit_kind, layered ? sector_ids[sector] : top, {});
      }
      for (const Member& member : team.members) {
        layout_.unit_of[member.person] = unit;
        layout_.reasons[member.person] = member.reason;
      }
    }
  }

  // ---- names

  /// The name of the present unit that most of the team comes from; else a number.
  std::vector<std::string> team_names(const Groups& teams) {
    const std::vector<PresentUnit> present = present_units(workforce_);
    std::vector<std::size_t> team_of(workforce_.persons.size(), 0);
    for (std::size_t t = 0; t < teams.size(); ++t) {
      for (const Member& member : teams[t].members) team_of[member.person.index()] = t;
    }
    struct Overlap {
      std::size_t people, team, unit;
    };
    std::vector<Overlap> overlaps;
    for (std::size_t u = 0; u < present.size(); ++u) {
      std::map<std::size_t, std::size_t> counts;
      for (const PersonId person : present[u].people) ++counts[team_of[person.index()]];
      for (const auto& [team, people] : counts) {
        if (2 * people > teams[team].size()) overlaps.push_back({people, team, u});
      }
    }
    std::sort(overlaps.begin(), overlaps.end(), [](const Overlap& a, const Overlap& b) {
      return std::tie(b.people, a.team, a.unit) < std::tie(a.people, b.team, b.unit);
    });
    std::vector<std::string> names(teams.size());
    std::vector<bool> taken(present.size(), false);
    for (const Overlap& overlap : overlaps) {
      if (!names[overlap.team].empty() || taken[overlap.unit]) continue;
      taken[overlap.unit] = true;
      names[overlap.team] = present[overlap.unit].name;
    }
    for (const std::string& name : names) names_.insert(name);
    for (std::string& name : names) {
      if (name.empty()) name = numbered(structure_.unit_kind);
    }
    return names;
  }

  std::string sector_name(const Group& sector) {
    if (sector.label.empty()) return numbered(structure_.top_unit_kind);
    return free_name(fmt::format("{} {}", structure_.top_unit_kind, sector.label));
  }

  std::string numbered(const std::string& kind) {
    for (std::size_t number = 1;; ++number) {
      std::string name = fmt::format("{} {}", kind, number);
      if (!is_taken(name)) {
        names_.insert(name);
        return name;
      }
    }
  }

  [[nodiscard]] bool is_taken(const std::string& name) const {
    return names_.count(name) != 0 ||
           std::find(unit_names_.begin(), unit_names_.end(), name) != unit_names_.end();
  }

  /// The name itself, or the next that no unit has.
  std::string free_name(const std::string& name) {
    if (is_taken(name)) return numbered(name);
    names_.insert(name);
    return name;
  }

  UnitId add_unit(std::string name, std::string kind, UnitId parent, PersonId lead) {
    return layout_.units.push_back({std::move(name), std::move(kind), parent, lead});
  }

  void note(NoteKind kind, std::size_t number) {
    layout_.notes.push_back({kind, static_cast<double>(number)});
  }

  const org::Structure& structure_;
  const Sizes& sizes_;
  const org::Baseline& baseline_;
  const org::Workforce& workforce_;
  const Expected& expected_;
  const Ties& ties_;
  std::vector<std::string> unit_names_;  // by person
  std::set<std::string> names_;          // given to units of the layout
  Reason sector_reason_ = Reason::domain;
  Layout layout_;
};

}  // namespace

std::vector<std::string> domains_of(const org::Baseline& baseline, const Expected& expected) {
  std::vector<std::string> domains = main_text(baseline, expected, domain_of);
  const org::Workforce& workforce = baseline.workforce;
  for (const PersonId person : ids(workforce.persons)) {
    for (const org::FoundUnit& unit : workforce.found_units) {
      std::string& domain = domains[person.index()];
      if (domain.empty() && unit.name == workforce.persons[person].unit_name) domain = unit.domain;
    }
  }
  return domains;
}

bool divide_people(const std::vector<std::string>& domains) {
  // Judgement: when most people's domain is unknown, the few known say nothing of the rest.
  return 2 * without_label(domains) < domains.size() && distinct_labels(domains) > 1;
}

std::vector<PresentUnit> present_units(const org::Workforce& workforce) {
  std::vector<PresentUnit> units;
  std::map<std::string, std::size_t> at;
  for (const PersonId person : ids(workforce.persons)) {
    const std::string& name = workforce.persons[person].unit_name;
    if (name.empty()) continue;
    const auto [entry, is_new] = at.emplace(name, units.size());
    if (is_new) units.push_back({name, {}});
    units[entry->second].people.push_back(person);
  }
  return units;
}

Result<Layout> lay_out(const org::Structure& structure, const Sizes& sizes,
                       const org::Baseline& baseline, const Expected& expected, const Ties& ties) {
  return LayoutMaker(structure, sizes, baseline, expected, ties).make();
}

}  // namespace veer::design
