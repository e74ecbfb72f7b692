// SPDX-License-Identifier: EUPL-1.2
// Small logs written by hand, for the tests of discovery.
#pragma once

#include <optional>
#include <string>

#include "veer/eventlog/event_log.hpp"

namespace veer::discover::test {

/// A moment in the week of Monday 4 March 2024: day 0 is that Monday.
inline Instant at(int day, int hour, int minute = 0, int second = 0) {
  return start_of(*day_from_date(2024, 3, 4) + day) + std::chrono::hours(hour) +
         std::chrono::minutes(minute) + std::chrono::seconds(second);
}

/// Adds events; cases appear in the order in which they are first named and must be added whole.
struct PlantedLog {
  eventlog::EventLog log;
  eventlog::Dictionary<eventlog::CaseId> names;

  void add(const std::string& name, const std::string& activity, const std::string& person,
           Instant end, std::optional<Instant> start = {}, const std::string& group = "") {
    const bool is_new = names.find(name).is_none();
    const eventlog::CaseId id = names.add(name);
    if (is_new) log.cases.push_back({name, ""});
    eventlog::Event event;
    event.case_id = id;
    event.activity = log.activities.add(activity);
    if (!person.empty()) event.person = log.persons.add(person);
    if (!group.empty()) event.group = log.groups.add(group);
    event.start = start;
    event.end = end;
    log.events.push_back(event);
  }
};

}  // namespace veer::discover::test
