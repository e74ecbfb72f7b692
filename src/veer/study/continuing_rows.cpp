// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/continuing_rows.hpp"

#include <algorithm>
#include <set>

#include "veer/discover/shown_groups.hpp"
#include "veer/org/continuing.hpp"

namespace veer::study {
namespace {

struct Kind {
  work::ContinuingId id;
  std::set<org::PersonId> people;
};

}  // namespace

std::vector<std::vector<work::ContinuingId>> continuing_rows(const org::Baseline& baseline) {
  std::vector<Kind> kinds;
  for (const work::ContinuingId id : ids(baseline.work.continuing)) {
    Kind kind{id, {}};
    const auto hours = org::continuing_hours(baseline.work.continuing[id], baseline.workforce);
    for (const org::PersonId person : ids(hours)) {
      if (hours[person] > 0) kind.people.insert(person);
    }
    kinds.push_back(std::move(kind));
  }
  std::stable_sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) {
    return a.people.size() > b.people.size();
  });
  std::vector<work::ContinuingId> together;
  std::set<org::PersonId> people;
  while (!kinds.empty() && (kinds.back().people.size() < discover::smallest_group ||
                            (!together.empty() && people.size() < discover::smallest_group))) {
    together.push_back(kinds.back().id);
    people.insert(kinds.back().people.begin(), kinds.back().people.end());
    kinds.pop_back();
  }
  std::vector<std::vector<work::ContinuingId>> rows;
  for (const Kind& kind : kinds) rows.push_back({kind.id});
  std::sort(rows.begin(), rows.end());
  std::sort(together.begin(), together.end());
  if (people.size() >= discover::smallest_group) rows.push_back(std::move(together));
  return rows;
}

}  // namespace veer::study
