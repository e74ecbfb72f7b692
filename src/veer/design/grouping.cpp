// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/grouping.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "veer/discover/communities.hpp"

namespace veer::design {
namespace {

constexpr std::size_t no_group = static_cast<std::size_t>(-1);

bool by_person(const Member& a, const Member& b) { return a.person < b.person; }

void put_in_order(Groups& groups) {
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [](const Group& group) { return group.members.empty(); }),
               groups.end());
  for (Group& group : groups) std::sort(group.members.begin(), group.members.end(), by_person);
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return a.members.front().person < b.members.front().person;
  });
}

std::vector<std::size_t> group_of_people(const Groups& groups, std::size_t people) {
  std::vector<std::size_t> group_of(people, no_group);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const Member& member : groups[g].members) group_of[member.person.index()] = g;
  }
  return group_of;
}

/// The group to merge group g with.
std::size_t strongest_neighbour(const Groups& groups, std::size_t g, const Ties& ties) {
  const auto group_of = group_of_people(groups, ties.people());
  std::vector<double> weight(groups.size(), 0.0);
  std::vector<std::size_t> in_unit(ties.people(), 0);
  for (const Member& member : groups[g].members) {
    ++in_unit[ties.unit_of(member.person)];
    for (const Ties::Tie& tie : ties.of(member.person)) {
      const std::size_t other = group_of[tie.other];
      if (other != no_group) weight[other] += tie.weight;
    }
  }
  std::size_t best = no_group;
  std::tuple<double, std::size_t, double> best_score;
  for (std::size_t other = 0; other < groups.size(); ++other) {
    if (other == g) continue;
    const auto size = static_cast<double>(groups[other].size());
    std::size_t shared = 0;
    for (const Member& member : groups[other].members) {
      shared += in_unit[ties.unit_of(member.person)];
    }
    const std::tuple<double, std::size_t, double> score(weight[other] / size, shared, -size);
    if (best == no_group || score > best_score) {
      best = other;
      best_score = score;
    }
  }
  return best;
}

/// Group `small` joins group `into`, which keeps its label.
void merge(Groups& groups, std::size_t small, std::size_t into, Reason reason) {
  for (Member& member : groups[small].members) {
    member.reason = reason;
    groups[into].members.push_back(member);
  }
  groups[small].members.clear();
  put_in_order(groups);
}

std::size_t smallest(const Groups& groups) {
  std::size_t least = 0;
  for (std::size_t g = 1; g < groups.size(); ++g) {
    if (groups[g].size() < groups[least].size()) least = g;
  }
  return least;
}

/// The parts of one group, each of a size given.
Groups parts_of(const Group& group, const std::vector<std::size_t>& sizes, const Ties& ties) {
  std::map<std::size_t, std::size_t> place;  // person -> position in the group
  for (std::size_t i = 0; i < group.size(); ++i) place[group.members[i].person.index()] = i;
  std::vector<bool> taken(group.size(), false);
  const auto for_free_ties = [&](std::size_t i, const auto& action) {
    for (const Ties::Tie& tie : ties.of(group.members[i].person)) {
      const auto at = place.find(tie.other);
      if (at != place.end() && !taken[at->second]) action(at->second, tie.weight);
    }
  };
  Groups parts;
  for (const std::size_t size : sizes) {
    Group part;
    part.label = parts.empty() ? group.label : "";
    std::vector<double> pull(group.size(), 0.0);  // ties to the part
    std::vector<double> held(group.size(), 0.0);  // ties to people who are still free
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (taken[i]) continue;
      for_free_ties(i, [&](std::size_t, double weight) { held[i] += weight; });
    }
    while (part.size() < size) {
      std::size_t next = group.size();
      for (std::size_t i = 0; i < group.size(); ++i) {
        if (taken[i]) continue;
        // First whoever is tied most strongly to the part, then whoever leaves least behind.
        if (next == group.size() || pull[i] > pull[next] ||
            (pull[i] == pull[next] && held[i] < held[next])) {
          next = i;
        }
      }
      taken[next] = true;
      for_free_ties(next, [&](std::size_t other, double weight) {
        pull[other] += weight;
        held[other] -= weight;
      });
      part.members.push_back({group.members[next].person, Reason::too_large});
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

/// Sizes as equal as can be.
std::vector<std::size_t> even_sizes(std::size_t people, std::size_t parts) {
  std::vector<std::size_t> sizes(parts, people / parts);
  for (std::size_t i = 0; i < people % parts; ++i) ++sizes[i];
  return sizes;
}

}  // namespace

Ties::Ties(const org::HandoverNetwork& network, const org::Workforce& workforce)
    : ties_(workforce.persons.size()) {
  std::map<std::pair<std::size_t, std::size_t>, double> sums;
  for (const org::Handover& handover : network.handovers) {
    const std::size_t a = handover.from.index();
    const std::size_t b = handover.to.index();
    sums[{std::min(a, b), std::max(a, b)}] += handover.per_week;
  }
  for (const auto& [pair, weight] : sums) {
    ties_[pair.first].push_back({pair.second, weight});
    ties_[pair.second].push_back({pair.first, weight});
  }
  std::map<std::string, std::size_t> numbers;
  for (const org::Person& person : workforce.persons) {
    const std::size_t next = numbers.size();
    units_.push_back(numbers.emplace(person.unit_name, next).first->second);
  }
}

Groups communities_of(const Ties& ties, std::size_t most) {
  Groups groups;
  std::vector<std::size_t> local(ties.people(), no_group);
  for (std::size_t first = 0; first < ties.people(); ++first) {
    if (local[first] != no_group) continue;
    std::vector<std::size_t> part{first};
    local[first] = 0;
    for (std::size_t at = 0; at < part.size(); ++at) {
      for (const Ties::Tie& tie : ties.of(org::PersonId(part[at]))) {
        if (local[tie.other] != no_group) continue;
        local[tie.other] = 0;
        part.push_back(tie.other);
      }
    }
    std::sort(part.begin(), part.end());
    for (std::size_t i = 0; i < part.size(); ++i) local[part[i]] = i;
    std::vector<discover::Tie> edges;
    for (const std::size_t a : part) {
      for (const Ties::Tie& tie : ties.of(org::PersonId(a))) {
        if (a < tie.other) edges.push_back({local[a], local[tie.other], tie.weight});
      }
    }
    const auto community = part.size() <= most ? std::vector<std::size_t>(part.size(), 0)
                                               : discover::communities(part.size(), edges);
    const std::size_t before = groups.size();
    for (std::size_t i = 0; i < part.size(); ++i) {
      groups.resize(std::max(groups.size(), before + community[i] + 1));
      groups[before + community[i]].members.push_back({org::PersonId(part[i]), Reason::handovers});
    }
  }
  put_in_order(groups);
  return groups;
}

void merge_small(Groups& groups, std::size_t least, const Ties& ties) {
  while (groups.size() > 1) {
    const std::size_t small = smallest(groups);
    if (groups[small].size() >= least) return;
    merge(groups, small, strongest_neighbour(groups, small, ties), Reason::too_small);
  }
}

void merge_to(Groups& groups, std::size_t most, const Ties& ties, Reason reason) {
  while (groups.size() > std::max<std::size_t>(most, 1)) {
    const std::size_t small = smallest(groups);
    merge(groups, small, strongest_neighbour(groups, small, ties), reason);
  }
}

void split_large(Groups& groups, std::size_t least, std::size_t target, std::size_t most,
                 const Ties& ties) {
  Groups result;
  for (const Group& group : groups) {
    if (group.size() <= most) {
      result.push_back(group);
      continue;
    }
    const double wanted = static_cast<double>(group.size()) / static_cast<double>(target);
    const std::size_t fewest = (group.size() + most - 1) / most;
    const std::size_t parts = std::max(
        fewest, std::min(group.size() / least, static_cast<std::size_t>(std::lround(wanted))));
    for (Group& part : parts_of(group, even_sizes(group.size(), parts), ties)) {
      result.push_back(std::move(part));
    }
  }
  groups = std::move(result);
  put_in_order(groups);
}

}  // namespace veer::design
