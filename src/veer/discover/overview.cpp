// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/overview.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

ElapsedSummary summarise(const Twin& twin) {
  const std::vector<double>& all = twin.elapsed_hours;
  return {all.size(), quantile(all, 0.5), quantile(all, 0.9), mean(all)};
}

TimeRow row_of(const ActivityTime& time, double all_waiting) {
  TimeRow row;
  row.activity = time.name;
  row.count = time.count;
  if (time.count > 0) {
    row.waiting_hours = time.waiting_hours / static_cast<double>(time.count);
    row.working_hours = time.working_hours / static_cast<double>(time.count);
  }
  if (all_waiting > 0) row.share_of_waiting = time.waiting_hours / all_waiting;
  return row;
}

void add_rows(Overview& result, const Twin& twin, std::size_t top) {
  std::vector<ActivityTime> times = twin.activity_times;
  for (const ActivityTime& time : times) {
    result.waiting_hours += time.waiting_hours;
    result.working_hours += time.working_hours;
  }
  std::stable_sort(times.begin(), times.end(), [](const ActivityTime& a, const ActivityTime& b) {
    return a.waiting_hours > b.waiting_hours;
  });
  std::vector<std::vector<std::size_t>> people;
  for (const ActivityTime& time : times) people.push_back(time.people);
  const std::vector<bool> apart = shown_apart(people, top);
  ActivityTime rest;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const ActivityTime& time = times[i];
    if (apart[i]) {
      result.rows.push_back(row_of(time, result.waiting_hours));
      continue;
    }
    rest.count += time.count;
    rest.waiting_hours += time.waiting_hours;
    rest.working_hours += time.working_hours;
  }
  // With fewer than five people in all, the rest is of fewer than five.
  if (rest.count > 0 && twin.person_count >= smallest_group) {
    result.rows.push_back(row_of(rest, result.waiting_hours));
  }
}

void add_flows(Overview& result, const Twin& twin, std::size_t top) {
  const ShownGroups shown = shown_groups(twin.home_unit);
  result.groups = shown.groups;
  result.small_groups = shown.small_groups;
  for (const HandOver& flow : between_groups(twin.handovers, shown.of_person)) {
    if (shown.hides(flow.from) || shown.hides(flow.to)) {
      result.hidden_handovers += flow.count;
    } else if (result.flows.size() < top) {
      result.flows.push_back({shown.names[flow.from], shown.names[flow.to], flow.count});
    }
  }
  for (const HandOver& handover : twin.handovers.between_persons) {
    result.handovers += handover.count;
  }
  result.continued = twin.handovers.same_person;
}

/// Activities of one and two holders over all units, and by unit.
void add_scarce(Overview& result, const Twin& twin, std::size_t top) {
  std::map<work::ActivityId, std::size_t> holders;
  std::map<std::string, std::vector<std::size_t>> people_of_unit;
  const auto& persons = twin.central.workforce.persons;
  for (const org::PersonId id : ids(persons)) {
    people_of_unit[persons[id].unit_name].push_back(id.index());
    for (const org::Competence& competence : persons[id].competences) {
      ++holders[competence.activity];
    }
  }
  for (const auto& [activity, count] : holders) {
    if (count == 1) ++result.one_holder;
    if (count == 2) ++result.two_holders;
  }
  std::vector<ScarceActivities> units = twin.scarce;
  std::stable_sort(units.begin(), units.end(), [](const auto& a, const auto& b) {
    return std::pair(a.one_holder, a.two_holders) > std::pair(b.one_holder, b.two_holders);
  });
  std::vector<std::vector<std::size_t>> people;
  for (const ScarceActivities& unit : units) people.push_back(people_of_unit[unit.unit]);
  const std::vector<bool> apart = shown_apart(people, top);
  ScarceRow rest;
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (apart[u]) {
      result.scarce.push_back(
          {units[u].unit, people[u].size(), units[u].one_holder, units[u].two_holders});
      continue;
    }
    rest.people += people[u].size();
    rest.one_holder += units[u].one_holder;
    rest.two_holders += units[u].two_holders;
  }
  if (rest.people >= smallest_group) result.scarce.push_back(std::move(rest));
}

}  // namespace

Overview overview(const Twin& twin, std::size_t top) {
  Overview result;
  result.elapsed = summarise(twin);
  add_rows(result, twin, top);
  add_flows(result, twin, top);
  add_scarce(result, twin, top);
  return result;
}

}  // namespace veer::discover
