// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/shown_groups.hpp"

#include <map>
#include <set>

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

std::vector<bool> shown_apart(const std::vector<std::vector<std::size_t>>& people,
                              std::size_t most, const std::vector<std::size_t>& in_rest) {
  std::vector<bool> apart(people.size(), false);
  std::set<std::size_t> of_rest(in_rest.begin(), in_rest.end());
  for (std::size_t i = 0; i < people.size(); ++i) {
    apart[i] = most > 0 && (people[i].empty() || people[i].size() >= smallest_group);
    if (apart[i]) {
      --most;
    } else {
      of_rest.insert(people[i].begin(), people[i].end());
    }
  }
  for (std::size_t i = people.size(); i-- > 0;) {
    if (of_rest.empty() || of_rest.size() >= smallest_group) break;
    if (!apart[i] || people[i].empty()) continue;
    apart[i] = false;
    of_rest.insert(people[i].begin(), people[i].end());
  }
  return apart;
}

}  // namespace veer::discover
