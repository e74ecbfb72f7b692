// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/map_coverage.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "veer/discover/handovers.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

using eventlog::ActivityId;
using org::GroupBy;
using org::Mark;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

class Counter {
 public:
  Counter(const org::Map& map, const eventlog::EventLog& log,
          std::span<const eventlog::Instance> instances, const eventlog::StaffList& staff)
      : map_(map), log_(log), instances_(instances), staff_(staff) {}

  MapCoverage count() {
    find_places();
    count_events();
    count_cases();
    count_unplaced();
    count_units();
    count_disciplines();
    return std::move(result_);
  }

 private:
  /// Where in the map each activity of the log stands, and what the map says of it.
  void find_places() {
    std::map<std::string, std::size_t> number;
    for (const org::SubProcess& one : map_.sub_processes) {
      number.emplace(one.id, number.size());
      result_.sub_processes.push_back({one.id});
    }
    place_.resize(log_.activities.size());
    marks_.resize(log_.activities.size());
    for (std::size_t& place : place_) place = nowhere;
    const std::vector<org::Marks> marks = org::marks_of(map_);
    for (std::size_t i = 0; i < map_.activities.size(); ++i) {
      const ActivityId id = log_.activities.find(map_.activities[i].name);
      if (id.is_none()) continue;
      marks_[id] = marks[i];
      const auto at = number.find(map_.activities[i].sub_process);
      if (at != number.end()) place_[id] = at->second;
    }
  }

  void count_events() {
    events_of_ = IdVector<ActivityId, std::size_t>(log_.activities.size(), 0);
    std::vector<std::set<eventlog::CaseId>> cases(map_.sub_processes.size());
    std::vector<std::set<eventlog::PersonId>> people(map_.sub_processes.size());
    std::set<eventlog::PersonId> all_people;
    for (const eventlog::Instance& one : instances_) {
      ++events_of_[one.activity];
      if (!one.person.is_none()) all_people.insert(one.person);
      const std::size_t place = place_[one.activity];
      if (place == nowhere) continue;
      ++result_.sub_processes[place].events;
      cases[place].insert(one.case_id);
      if (!one.person.is_none()) people[place].insert(one.person);
    }
    result_.events = instances_.size();
    result_.people = all_people.size();
    std::array<std::set<std::string>, org::mark_count> values;
    for (const ActivityId id : ids(events_of_)) {
      if (events_of_[id] == 0) continue;
      ++result_.activities;
      if (place_[id] != nowhere) {
        ++result_.sub_processes[place_[id]].activities;
        ++result_.activities_placed;
        result_.events_placed += events_of_[id];
      }
      for (std::size_t m = 0; m < org::mark_count; ++m) {
        if (marks_[id].texts[m].empty()) continue;
        result_.marks[m].events += events_of_[id];
        values[m].insert(marks_[id].texts[m]);
      }
    }
    for (std::size_t m = 0; m < org::mark_count; ++m) result_.marks[m].values = values[m].size();
    for (std::size_t s = 0; s < map_.sub_processes.size(); ++s) {
      result_.sub_processes[s].cases = cases[s].size();
      result_.sub_processes[s].people = people[s].size();
    }
  }

  void count_cases() {
    struct Span {
      Instant first = Instant::max();
      Instant last = Instant::min();
    };
    std::map<eventlog::CaseId, Span> spans;
    for (const eventlog::Instance& one : instances_) {
      Span& span = spans[one.case_id];
      span.first = std::min(span.first, one.start);
      span.last = std::max(span.last, one.end);
    }
    std::vector<double> elapsed;
    for (const auto& [id, span] : spans) elapsed.push_back(days(span.last - span.first));
    result_.cases = spans.size();
    constexpr double middle = 0.5;  // Exact: quantile.
    if (!elapsed.empty()) result_.median_days = quantile(elapsed, middle);
  }

  void count_unplaced() {
    std::vector<ActivityId> unplaced;
    for (const ActivityId id : ids(events_of_)) {
      if (events_of_[id] > 0 && place_[id] == nowhere) unplaced.push_back(id);
    }
    std::stable_sort(unplaced.begin(), unplaced.end(), [&](ActivityId a, ActivityId b) {
      return events_of_[a] > events_of_[b];
    });
    for (const ActivityId id : unplaced) result_.unplaced.push_back(log_.activities[id]);
  }

  GroupingSupport& grouping(GroupBy by) { return result_.groupings[static_cast<std::size_t>(by)]; }

  void count_units() {
    std::map<std::string, std::string> unit_of_staff;
    for (const eventlog::StaffMember& member : staff_) {
      unit_of_staff.emplace(member.person, member.unit);
    }
    std::vector<std::string> listed(log_.persons.size());
    for (std::size_t p = 0; p < listed.size(); ++p) {
      const auto at = unit_of_staff.find(log_.persons.texts()[p]);
      if (at != unit_of_staff.end()) listed[p] = at->second;
    }
    const HandOvers handovers = count_handovers(log_, instances_);
    home_units_ = home_units(log_, instances_, handovers, listed);
    const bool any_listed = std::any_of(listed.begin(), listed.end(), [](const std::string& unit) {
      return !means_nothing(unit);
    });
    const bool any_group =
        std::any_of(log_.groups.texts().begin(), log_.groups.texts().end(),
                    [](const std::string& group) { return !means_nothing(group); });
    result_.units_from = any_listed  ? UnitsFrom::staff_list
                         : any_group ? UnitsFrom::groups
                                     : UnitsFrom::communities;
    const std::set<std::string> units(home_units_.begin(), home_units_.end());
    grouping(GroupBy::observed) = {
        result_.units_from == UnitsFrom::communities ? Support::judgement : Support::yes,
        units.size()};
    grouping(GroupBy::handovers) = {
        handovers.between_persons.empty() ? Support::no : Support::yes,
        handovers.between_persons.size()};
  }

  /// Where most activities have neither discipline nor competence, each counts as one by itself.
  void count_disciplines() {
    std::set<std::string> disciplines;
    std::size_t events = 0;
    for (const ActivityId id : ids(events_of_)) {
      if (events_of_[id] == 0) continue;
      const std::string& discipline = marks_[id][Mark::discipline];
      const std::string& text = discipline.empty() ? marks_[id][Mark::competence] : discipline;
      if (text.empty()) continue;
      events += events_of_[id];
      disciplines.insert(text);
    }
    const bool said = 2 * events > result_.events && disciplines.size() > 1;
    grouping(GroupBy::discipline) = {
        result_.people == 0 ? Support::no : said ? Support::yes : Support::judgement,
        disciplines.size()};
  }

  const org::Map& map_;
  const eventlog::EventLog& log_;
  std::span<const eventlog::Instance> instances_;
  const eventlog::StaffList& staff_;
  IdVector<ActivityId, std::size_t> place_;  // index of the sub-process
  IdVector<ActivityId, org::Marks> marks_;
  IdVector<ActivityId, std::size_t> events_of_;
  std::vector<std::string> home_units_;  // by log person
  MapCoverage result_;
};

}  // namespace

double MapCoverage::share() const {
  return events == 0 ? 0 : static_cast<double>(events_placed) / static_cast<double>(events);
}

MapCoverage cover(const org::Map& map, const eventlog::EventLog& log,
                  std::span<const eventlog::Instance> instances, const eventlog::StaffList& staff) {
  return Counter(map, log, instances, staff).count();
}

}  // namespace veer::discover
