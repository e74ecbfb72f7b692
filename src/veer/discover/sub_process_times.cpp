// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/sub_process_times.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

namespace veer::discover {

namespace {

/// Sub-processes by number, as the map has them; one more for activities outside all of them.
std::map<std::string, std::size_t> places_of(const org::Map& map) {
  std::map<std::string, std::size_t> number;
  for (const org::SubProcess& one : map.sub_processes) number.emplace(one.id, number.size());
  std::map<std::string, std::size_t> place;
  for (const org::MapActivity& one : map.activities) {
    const auto at = number.find(one.sub_process);
    place.emplace(one.name, at == number.end() ? number.size() : at->second);
  }
  return place;
}

/// Which sub-processes may have a row of their own, those with most work first.
std::vector<bool> shown_sub_processes(const Twin& twin, std::size_t count,
                                      const std::map<std::string, std::size_t>& place) {
  std::vector<std::set<std::size_t>> people(count + 1);
  std::vector<std::size_t> events(count + 1);
  for (const ActivityTime& time : twin.activity_times) {
    const auto at = place.find(time.name);
    const std::size_t here = at == place.end() ? count : at->second;
    people[here].insert(time.people.begin(), time.people.end());
    events[here] += time.count;
  }
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return events[a] > events[b]; });
  std::vector<std::vector<std::size_t>> in_order;
  for (const std::size_t s : order) in_order.emplace_back(people[s].begin(), people[s].end());
  const std::vector<bool> apart =
      shown_apart(in_order, count, {people[count].begin(), people[count].end()});
  std::vector<bool> result(count);
  for (std::size_t i = 0; i < count; ++i) result[order[i]] = apart[i];
  return result;
}

}  // namespace

std::vector<TimeRow> sub_process_times(const Twin& twin, const org::Map& map) {
  const std::map<std::string, std::size_t> place = places_of(map);
  const std::size_t count = map.sub_processes.size();
  const std::vector<bool> shown = shown_sub_processes(twin, count, place);
  std::vector<std::size_t> row_of(count + 1);
  std::vector<TimeRow> rows;
  for (std::size_t s = 0; s < count; ++s) {
    row_of[s] = rows.size();
    if (!shown[s]) continue;
    const org::SubProcess& one = map.sub_processes[s];
    rows.emplace_back().activity = one.name.empty() ? one.id : one.name;
  }
  for (std::size_t s = 0; s <= count; ++s) {
    if (s == count || !shown[s]) row_of[s] = rows.size();
  }
  rows.emplace_back();  // the rest
  double all_waiting = 0;
  for (const ActivityTime& time : twin.activity_times) {
    const auto at = place.find(time.name);
    TimeRow& row = rows[row_of[at == place.end() ? count : at->second]];
    row.count += time.count;
    row.waiting_hours += time.waiting_hours;
    row.working_hours += time.working_hours;
    all_waiting += time.waiting_hours;
  }
  for (TimeRow& row : rows) {
    if (all_waiting > 0) row.share_of_waiting = row.waiting_hours / all_waiting;
    if (row.count == 0) continue;
    row.waiting_hours /= static_cast<double>(row.count);
    row.working_hours /= static_cast<double>(row.count);
  }
  std::stable_sort(rows.begin(), rows.end() - 1, [](const TimeRow& a, const TimeRow& b) {
    return a.share_of_waiting > b.share_of_waiting;
  });
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [](const TimeRow& row) { return row.count == 0; }),
             rows.end());
  return rows;
}

}  // namespace veer::discover
