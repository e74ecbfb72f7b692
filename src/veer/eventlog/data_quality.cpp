// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/data_quality.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <vector>

#include "veer/eventlog/column_names.hpp"

namespace veer::eventlog {
namespace {

/// Names of case attributes that hold the day a case was closed, in order of preference.
constexpr std::array<std::string_view, 12> end_names = {
    "enddate",  "einddatum",     "datumeinde", "closedate",     "dateclosed", "closed",
    "afgerond", "afhandeldatum", "completed",  "datumafgerond", "caseend",    "endtime"};

const Attribute* end_attribute(const EventLog& log) {
  for (const std::string_view name : end_names) {
    for (const Attribute& attribute : log.attributes) {
      if (plain_column_name(attribute.name) == name) return &attribute;
    }
  }
  return nullptr;
}

std::size_t count_duplicates(const EventLog& log) {
  using Row = std::tuple<CaseId, ActivityId, PersonId, Transition, Instant>;
  std::vector<Row> rows;
  rows.reserve(log.events.size());
  for (const Event& e : log.events) {
    rows.emplace_back(e.case_id, e.activity, e.person, e.transition, e.end);
  }
  std::sort(rows.begin(), rows.end());
  const auto unique_end = std::unique(rows.begin(), rows.end());
  return static_cast<std::size_t>(rows.end() - unique_end);
}

void count_events(const EventLog& log, DataQuality& q) {
  IdVector<CaseId, std::size_t> per_case(log.cases.size());
  IdVector<PersonId, char> seen(log.persons.size());
  std::size_t starts = 0;
  const Event* previous = nullptr;
  for (const Event& event : log.events) {
    const Instant earliest = event.start ? std::min(*event.start, event.end) : event.end;
    q.first = q.first ? std::min(*q.first, earliest) : earliest;
    q.last = q.last ? std::max(*q.last, event.end) : event.end;
    if (time_of_day(event.end) == Duration::zero()) ++q.midnight;
    if (event.group.is_none()) ++q.without_group;
    if (event.person.is_none()) {
      ++q.without_person;
    } else {
      seen[event.person] = 1;
    }
    if (event.start && event.end < *event.start) ++q.ends_before_start;
    if (event.transition == Transition::start) ++starts;
    if (previous != nullptr && previous->case_id == event.case_id && event.end < previous->end) {
      ++q.out_of_order;
    }
    ++per_case[event.case_id];
    previous = &event;
  }
  q.persons = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), char{1}));
  for (const std::size_t count : per_case) {
    if (count == 0) ++q.cases_without_events;
    if (count == 1) ++q.cases_with_one_event;
  }
  q.starts_without_end = starts;  // those that completes took are subtracted by the caller
}

}  // namespace

DataQuality data_quality(const EventLog& log) {
  DataQuality q;
  q.cases = log.cases.size();
  q.events = log.events.size();
  q.groups = log.groups.size();
  q.activities = log.activities.size();
  count_events(log, q);
  q.duplicates = count_duplicates(log);

  std::size_t with_own_start = 0;
  for (const Event& event : log.events) {
    const bool own =
        event.transition == Transition::complete && event.start && *event.start <= event.end;
    if (own) ++with_own_start;
  }
  std::size_t with_start = 0;
  const std::vector<Instance> executed = instances(log);
  for (const Instance& instance : executed) with_start += instance.start_recorded ? 1 : 0;
  q.instances = executed.size();
  q.instances_without_start = executed.size() - with_start;
  q.starts_without_end -= with_start - with_own_start;

  if (const Attribute* end = end_attribute(log)) {
    q.end_attribute = end->name;
    for (const Value& value : end->values) {
      if (std::holds_alternative<std::monostate>(value)) ++q.cases_without_end;
    }
  }
  return q;
}

}  // namespace veer::eventlog
