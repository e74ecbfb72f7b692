// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/sub_process_times.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace veer::discover {

std::vector<TimeRow> sub_process_times(const Twin& twin, const org::Map& map,
                                       const MapCoverage& coverage) {
  std::map<std::string, std::size_t> row_of;  // by sub-process; those that may be shown
  std::vector<TimeRow> rows;
  for (std::size_t s = 0; s < map.sub_processes.size(); ++s) {
    if (coverage.sub_processes[s].people < smallest_group) continue;
    row_of.emplace(map.sub_processes[s].id, rows.size());
    const std::string& name = map.sub_processes[s].name;
    rows.emplace_back().activity = name.empty() ? map.sub_processes[s].id : name;
  }
  rows.emplace_back();  // the rest
  std::map<std::string, std::size_t> row_of_activity;
  for (const org::MapActivity& one : map.activities) {
    const auto at = row_of.find(one.sub_process);
    if (at != row_of.end()) row_of_activity.emplace(one.name, at->second);
  }
  double all_waiting = 0;
  for (const ActivityTime& time : twin.activity_times) {
    const auto at = row_of_activity.find(time.name);
    TimeRow& row = rows[at == row_of_activity.end() ? rows.size() - 1 : at->second];
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
