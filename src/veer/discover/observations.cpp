// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/observations.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

using eventlog::Instance;
using eventlog::PersonId;

// Judgement: one activity of a case system rarely takes longer in one go; longer gaps hold other
// work. Inputs of the twin widen it (twin/effort.factor).
constexpr Duration longest_estimate = std::chrono::hours(1);
// Judgement: registrations nearer together were written down in one go.
constexpr Duration burst_gap = std::chrono::minutes(2);

/// Rows of each person, in order of (end, row).
IdVector<PersonId, std::vector<std::size_t>> rows_by_person(
    const eventlog::EventLog& log, const std::vector<Observation>& rows) {
  IdVector<PersonId, std::vector<std::size_t>> result(log.persons.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].instance.person.is_none()) result[rows[i].instance.person].push_back(i);
  }
  for (auto& own : result) {
    std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) {
      return rows[a].instance.end < rows[b].instance.end;
    });
  }
  return result;
}

bool same_case(const Instance& a, const Instance& b) { return a.case_id == b.case_id; }

/// The end of the case's previous activity, when this is not the first.
std::optional<Instant> previous_end(const std::vector<Observation>& rows, std::size_t i) {
  if (i == 0 || !same_case(rows[i - 1].instance, rows[i].instance)) return std::nullopt;
  return rows[i - 1].instance.end;
}

/// Working time of [from, to): the roster's; within a day outside the roster's hours it is the wall
/// time, since the person was evidently at work.
double working_hours(const calendar::WorkingTime& time, Instant from, Instant to) {
  const double rostered = hours(time.between(from, to));
  if (day_of(from) != day_of(to)) return rostered;
  const bool inside =
      time.is_open(from) && time.between(to - Duration(1), to) > Duration(0);
  return inside && rostered > 0 ? rostered : hours(to - from);
}

/// Estimates the rows own[first..last] of one person, which were registered in one burst.
/// `person_before`: when the person registered something before it.
void estimate_burst(std::vector<Observation>& rows, const std::vector<std::size_t>& own,
                    std::size_t first, std::size_t last, std::optional<Instant> person_before,
                    const calendar::WorkingTime& time) {
  const Instant begun = rows[own[first]].instance.end;
  const Instant done = rows[own[last]].instance.end;
  const auto usable = [&](std::optional<Instant> t) {
    return t && !day_only(*t) && day_of(*t) == day_of(begun) && *t <= begun;
  };
  std::optional<Instant> anchor;
  if (usable(person_before)) anchor = person_before;
  const auto case_before = previous_end(rows, own[first]);
  if (usable(case_before)) anchor = anchor ? std::max(*anchor, *case_before) : *case_before;
  if (!anchor) return;
  const auto pieces = static_cast<std::int64_t>(last - first + 1);
  const Duration spent =
      std::min(from_hours(working_hours(time, *anchor, done)), longest_estimate * pieces);
  for (std::size_t k = first; k <= last; ++k) {
    Observation& row = rows[own[k]];
    row.basis = StartBasis::estimated;
    row.effort_hours = k == first ? hours(std::max(Duration(0), spent - (done - begun)))
                                  : hours(row.instance.end - rows[own[k - 1]].instance.end);
    row.start = k == first ? begun - std::max(Duration(0), spent - (done - begun))
                           : rows[own[k - 1]].instance.end;
    if (const auto before = previous_end(rows, own[k])) row.start = std::max(row.start, *before);
  }
}

void estimate_person(std::vector<Observation>& rows, const std::vector<std::size_t>& own,
                     const calendar::WorkingTime& time) {
  std::size_t first = 0;
  std::optional<Instant> before;
  while (first < own.size()) {
    std::size_t last = first;
    const auto timed_estimate = [&](std::size_t k) {
      const Instance& instance = rows[own[k]].instance;
      return !instance.start_recorded && !day_only(instance.end);
    };
    if (timed_estimate(first)) {
      while (last + 1 < own.size() && timed_estimate(last + 1) &&
             same_case(rows[own[last]].instance, rows[own[last + 1]].instance) &&
             rows[own[last + 1]].instance.end - rows[own[last]].instance.end <= burst_gap) {
        ++last;
      }
      estimate_burst(rows, own, first, last, before, time);
    }
    before = rows[own[last]].instance.end;
    first = last + 1;
  }
}

/// Effort of the rows with a recorded start: each stretch of time is shared over what was in hand.
void share_recorded(std::vector<Observation>& rows, const std::vector<std::size_t>& own,
                    const calendar::WorkingTime& time) {
  std::map<Instant, std::vector<std::size_t>> begins;
  std::map<Instant, std::vector<std::size_t>> ends;
  std::set<Instant> moments;
  for (const std::size_t i : own) {
    Observation& row = rows[i];
    if (!row.instance.start_recorded) continue;
    row.effort_hours = 0;
    if (row.instance.start >= row.instance.end) continue;
    begins[row.instance.start].push_back(i);
    ends[row.instance.end].push_back(i);
    moments.insert(row.instance.start);
    moments.insert(row.instance.end);
  }
  std::set<std::size_t> in_hand;
  std::optional<Instant> previous;
  for (const Instant t : moments) {
    if (previous && !in_hand.empty()) {
      const double share =
          working_hours(time, *previous, t) / static_cast<double>(in_hand.size());
      for (const std::size_t i : in_hand) *rows[i].effort_hours += share;
    }
    if (const auto at = ends.find(t); at != ends.end()) {
      for (const std::size_t i : at->second) in_hand.erase(i);
    }
    if (const auto at = begins.find(t); at != begins.end()) {
      in_hand.insert(at->second.begin(), at->second.end());
    }
    previous = t;
  }
}

/// Gives rows of unknown effort a start: the end minus the activity's median estimate.
void place_unknown(const eventlog::EventLog& log, std::vector<Observation>& rows) {
  IdVector<eventlog::ActivityId, std::vector<double>> known(log.activities.size());
  for (const Observation& row : rows) {
    if (row.effort_hours) known[row.instance.activity].push_back(*row.effort_hours);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Observation& row = rows[i];
    if (row.basis != StartBasis::unknown) continue;
    const auto& sample = known[row.instance.activity];
    const bool timed = !day_only(row.instance.end);
    row.start = row.instance.end - from_hours(timed && !sample.empty() ? quantile(sample, 0.5) : 0);
    if (const auto before = previous_end(rows, i)) row.start = std::max(row.start, *before);
    row.start = std::min(row.start, row.instance.end);
  }
}

}  // namespace

std::vector<Observation> observe(const eventlog::EventLog& log,
                                 std::span<const Instance> instances,
                                 const LearnedRosters& rosters,
                                 std::span<const Day> closed_days) {
  std::vector<Observation> rows;
  rows.reserve(instances.size());
  Instant first = instances.empty() ? Instant() : instances.front().start;
  Instant last = first;
  for (const Instance& instance : instances) {
    Observation& row = rows.emplace_back();
    row.instance = instance;
    row.start = instance.start;
    if (instance.start_recorded) row.basis = StartBasis::recorded;
    first = std::min(first, instance.start);
    last = std::max(last, instance.end);
  }
  const auto by_person = rows_by_person(log, rows);
  for (const PersonId person : ids(by_person)) {
    const auto& own = by_person[person];
    const calendar::WorkingTime time(rosters.of_person[person], day_of(first), day_of(last),
                                     closed_days);
    estimate_person(rows, own, time);
    share_recorded(rows, own, time);
  }
  place_unknown(log, rows);
  return rows;
}

}  // namespace veer::discover
