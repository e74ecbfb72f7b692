// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/map.hpp"

#include <map>
#include <set>

namespace veer::org {
namespace {

void fill_gaps(Marks& marks, const Marks& from) {
  for (std::size_t i = 0; i < mark_count; ++i) {
    if (marks.texts[i].empty()) marks.texts[i] = from.texts[i];
  }
}

/// Parents before children.
std::vector<FoundUnit> found_units(const std::vector<MapUnit>& units) {
  std::vector<FoundUnit> result;
  std::set<std::string> done{""};
  while (result.size() < units.size()) {
    for (const MapUnit& unit : units) {
      if (done.count(unit.name) != 0 || done.count(unit.within) == 0) continue;
      result.push_back({unit.name, unit.within, unit.main_domain(), {}});
      done.insert(unit.name);
    }
  }
  return result;
}

}  // namespace

std::string_view name_of(Mark mark) {
  switch (mark) {
    case Mark::domain: return "domain";
    case Mark::discipline: return "discipline";
    case Mark::product: return "product";
    case Mark::area: return "area";
    case Mark::competence: return "competence";
  }
  VEER_EXPECT(false && "a mark without a name");
}

std::string MapUnit::main_domain() const {
  constexpr double half = 0.5;  // Exact: share; more than half is the larger part.
  for (const DomainShare& one : domains) {
    if (one.share > half) return one.domain;
  }
  return "";
}

std::vector<Marks> marks_of(const Map& map) {
  std::map<std::string, const SubProcess*> by_id;
  for (const SubProcess& one : map.sub_processes) by_id.emplace(one.id, &one);
  std::vector<Marks> result;
  result.reserve(map.activities.size());
  for (const MapActivity& activity : map.activities) {
    Marks marks = activity.marks;
    for (auto at = by_id.find(activity.sub_process); at != by_id.end();
         at = by_id.find(at->second->within)) {
      fill_gaps(marks, at->second->marks);
    }
    result.push_back(std::move(marks));
  }
  return result;
}

void apply(const Map& map, Baseline& baseline) {
  const std::vector<Marks> marks = marks_of(map);
  std::map<std::string, const Marks*> by_name;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    by_name.emplace(map.activities[i].name, &marks[i]);
  }
  for (work::Activity& activity : baseline.work.activities) {
    const auto at = by_name.find(activity.name);
    if (at == by_name.end()) continue;
    const Marks& known = *at->second;
    if (!known[Mark::domain].empty()) activity.domain = known[Mark::domain];
    if (!known[Mark::discipline].empty()) activity.discipline = known[Mark::discipline];
    if (!known[Mark::competence].empty()) activity.competence = known[Mark::competence];
  }
  if (!map.units.empty()) baseline.workforce.found_units = found_units(map.units);
}

}  // namespace veer::org
