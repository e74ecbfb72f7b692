// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/recorded_organisation.hpp"

#include <map>
#include <string>

namespace veer::discover {

org::Organisation recorded_organisation(const org::Workforce& workforce) {
  org::Organisation result;
  result.id = "records";
  std::map<std::string, org::UnitId> units;
  for (const org::Person& person : workforce.persons) units[person.unit_name];
  for (auto& [name, id] : units) id = result.units.push_back({name, "unit", {}, {}});
  for (const org::Person& person : workforce.persons) {
    result.places.push_back({units.at(person.unit_name), {}});
  }
  result.find_person = org::FindPerson::owner;
  return result;
}

org::Assumptions recorded_assumptions() {
  org::Assumptions result;
  result.attention_fifo = 1;
  result.goes_on_share = 1;
  result.tasks_at_once = 1;
  return result;
}

}  // namespace veer::discover
