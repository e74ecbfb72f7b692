// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/handovers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>
#include <utility>

namespace veer::discover {

bool means_nothing(const std::string& group) {
  constexpr std::array<std::string_view, 10> blanks{
      "", "-", "?", "empty", "unknown", "none", "null", "n/a", "nvt", "onbekend"};
  std::string lower;
  for (const char c : group) {
    if (c != ' ' && c != '.') {
      lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return std::find(blanks.begin(), blanks.end(), lower) != blanks.end();
}

HandOvers count_handovers(const eventlog::EventLog& log,
                          std::span<const eventlog::Instance> instances) {
  HandOvers result;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
  for (std::size_t i = 1; i < instances.size(); ++i) {
    const auto& before = instances[i - 1];
    const auto& now = instances[i];
    if (before.case_id != now.case_id || before.person.is_none() || now.person.is_none()) continue;
    if (before.person == now.person) {
      ++result.same_person;
    } else {
      ++counts[{before.person.index(), now.person.index()}];
    }
  }
  std::map<std::pair<std::size_t, std::size_t>, double> ties;
  for (const auto& [pair, count] : counts) {
    result.between_persons.push_back({pair.first, pair.second, count});
    ties[std::minmax(pair.first, pair.second)] += static_cast<double>(count);
  }
  std::vector<Tie> network;
  for (const auto& [pair, weight] : ties) network.push_back({pair.first, pair.second, weight});
  result.community_of_person = communities(log.persons.size(), network);
  for (const std::size_t community : result.community_of_person) {
    result.community_count = std::max(result.community_count, community + 1);
  }
  return result;
}

std::vector<HandOver> between_groups(const HandOvers& handovers,
                                     const std::vector<std::size_t>& group_of) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
  for (const HandOver& handover : handovers.between_persons) {
    const std::pair groups(group_of[handover.from], group_of[handover.to]);
    if (groups.first != groups.second) counts[groups] += handover.count;
  }
  std::vector<HandOver> result;
  for (const auto& [pair, count] : counts) result.push_back({pair.first, pair.second, count});
  std::stable_sort(result.begin(), result.end(),
                   [](const HandOver& a, const HandOver& b) { return a.count > b.count; });
  return result;
}

std::vector<std::string> home_units(const eventlog::EventLog& log,
                                    std::span<const eventlog::Instance> instances,
                                    const HandOvers& handovers,
                                    const std::vector<std::string>& units_of_staff) {
  std::vector<std::map<eventlog::GroupId, std::size_t>> work(log.persons.size());
  for (const auto& instance : instances) {
    if (instance.person.is_none() || instance.group.is_none()) continue;
    if (means_nothing(log.groups[instance.group])) continue;
    ++work[instance.person.index()][instance.group];
  }
  const bool any_group =
      std::any_of(work.begin(), work.end(), [](const auto& groups) { return !groups.empty(); });
  std::vector<std::string> result;
  for (std::size_t person = 0; person < log.persons.size(); ++person) {
    if (person < units_of_staff.size() && !means_nothing(units_of_staff[person])) {
      result.push_back(units_of_staff[person]);
      continue;
    }
    eventlog::GroupId most;
    std::size_t best = 0;
    for (const auto& [group, count] : work[person]) {
      if (count <= best) continue;
      most = group;
      best = count;
    }
    if (!most.is_none()) {
      result.push_back(log.groups[most]);
    } else if (any_group) {
      // Worked only where the records name no group: with those to whom the work passes.
      std::map<std::string, std::size_t> near;
      for (const HandOver& handover : handovers.between_persons) {
        const std::size_t other = handover.from == person ? handover.to : handover.from;
        if (handover.from != person && handover.to != person) continue;
        for (const auto& [group, count] : work[other]) near[log.groups[group]] += handover.count;
      }
      const auto nearest =
          std::max_element(near.begin(), near.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      result.push_back(nearest == near.end() ? "without group" : nearest->first);
    } else {
      result.push_back("community " +
                       std::to_string(handovers.community_of_person[person] + 1));
    }
  }
  return result;
}

}  // namespace veer::discover
