// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/continuing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace veer::org {
namespace {

double week_hours(const Workforce& workforce, PersonId person) {
  return hours(workforce.rosters[workforce.persons[person].roster].week());
}

}  // namespace

IdVector<PersonId, double> continuing_hours(const work::ContinuingWork& kind,
                                            const Workforce& workforce) {
  IdVector<PersonId, double> part(workforce.persons.size(), 0.0);
  double all = 0;
  for (const PersonId person : ids(workforce.persons)) {
    for (const Competence& competence : workforce.persons[person].competences) {
      if (competence.activity != kind.activity) continue;
      part[person] = competence.weight * week_hours(workforce, person);
      all += part[person];
    }
  }
  for (double& own : part) own = all > 0 ? own / all * kind.hours_per_week : 0;
  return part;
}

Problems check_continuing(const work::Work& work, const Workforce& workforce) {
  Problems problems;
  IdVector<PersonId, double> asked(workforce.persons.size(), 0.0);
  for (const work::ContinuingId id : ids(work.continuing)) {
    const work::ContinuingWork& kind = work.continuing[id];
    const std::string where = fmt::format("continuing[{}] ({})", id.index(), kind.name);
    const IdVector<PersonId, double> hours = continuing_hours(kind, workforce);
    double done = 0;
    double room = 0;
    bool overfull = false;
    for (const PersonId person : ids(hours)) {
      if (hours[person] <= 0) continue;
      const double week = week_hours(workforce, person);
      done += hours[person];
      room += week - asked[person];
      asked[person] += hours[person];
      constexpr double rounding = 1e-9;  // Exact: of sums of hours.
      overfull = overfull || asked[person] > week * (1 + rounding);
    }
    if (done <= 0) {
      problems.push_back({ErrorCode::invalid, where, "nobody who can do it",
                          "at least one person with the competence and a working hour",
                          "Give somebody this competence, or take the work out."});
    } else if (overfull) {
      problems.push_back({ErrorCode::invalid, where,
                          fmt::format("{:.0f} hours a week", kind.hours_per_week),
                          fmt::format("at most the {:.0f} hours that those who can do it have left",
                                      room),
                          "Give more people this competence, or fewer hours."});
    }
  }
  return problems;
}

}  // namespace veer::org
