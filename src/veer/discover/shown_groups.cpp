// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/shown_groups.hpp"

#include <map>

namespace veer::discover {

ShownGroups shown_groups(const std::vector<std::string>& group_of_person) {
  std::map<std::string, std::size_t> people;
  for (const std::string& group : group_of_person) ++people[group];
  ShownGroups result;
  result.names.emplace_back();
  std::map<std::string, std::size_t> number;
  for (const auto& [name, size] : people) {
    ++result.groups;
    if (size >= smallest_group) {
      number[name] = result.names.size();
      result.names.push_back(name);
    } else {
      ++result.small_groups;
      result.people_in_small += size;
    }
  }
  for (const std::string& group : group_of_person) {
    const auto shown = number.find(group);
    result.of_person.push_back(shown == number.end() ? 0 : shown->second);
  }
  return result;
}

}  // namespace veer::discover
