// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/log_builder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "veer/base/error.hpp"

namespace veer::eventlog {

CaseId LogBuilder::case_of(std::string_view name) {
  const CaseId id = case_names_.add(name);
  if (!log_.cases.contains(id)) log_.cases.push_back({std::string(name), {}});
  return id;
}

void LogBuilder::set_case_type(CaseId id, std::string_view case_type) {
  log_.cases[id].case_type = case_type;
}

PersonId LogBuilder::person(std::string_view name) {
  return name.empty() ? PersonId::none() : log_.persons.add(name);
}

GroupId LogBuilder::group(std::string_view name) {
  return name.empty() ? GroupId::none() : log_.groups.add(name);
}

void LogBuilder::add_event(const Event& event) {
  VEER_EXPECT(log_.cases.contains(event.case_id));
  log_.events.push_back(event);
}

std::size_t LogBuilder::column(Columns& columns, std::string_view name, std::size_t next,
                               std::string& scratch) {
  scratch.assign(name);
  return columns.try_emplace(scratch, next).first->second;
}

void LogBuilder::set_case_value(CaseId id, std::string_view attribute, Value value) {
  auto& all = log_.attributes;
  const std::size_t at = column(case_columns_, attribute, all.size(), scratch_);
  if (at == all.size()) all.push_back({std::string(attribute), false, {}});
  auto& values = all[at].values;
  if (!values.contains(id)) values.resize(id.index() + 1);
  values[id] = std::move(value);
}

void LogBuilder::set_event_value(std::string_view attribute, Value value) {
  VEER_EXPECT(!log_.events.empty());
  auto& all = log_.event_attributes;
  const std::size_t at = column(event_columns_, attribute, all.size(), scratch_);
  if (at == all.size()) all.push_back({std::string(attribute), false, {}});
  auto& values = all[at].values;
  values.resize(log_.events.size());
  values.back() = std::move(value);
}

void LogBuilder::add_event_column(std::string_view attribute, std::vector<Value> values) {
  VEER_EXPECT(values.size() == log_.events.size());
  auto& all = log_.event_attributes;
  const std::size_t at = column(event_columns_, attribute, all.size(), scratch_);
  if (at == all.size()) all.push_back({std::string(attribute), false, {}});
  all[at].values = std::move(values);
}

void LogBuilder::group_by_case() {
  const auto by_case = [](const Event& a, const Event& b) { return a.case_id < b.case_id; };
  if (std::is_sorted(log_.events.begin(), log_.events.end(), by_case)) return;
  std::vector<std::size_t> order(log_.events.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return by_case(log_.events[a], log_.events[b]);
  });
  std::vector<Event> events;
  events.reserve(order.size());
  for (const std::size_t row : order) events.push_back(log_.events[row]);
  log_.events = std::move(events);
  for (EventAttribute& attribute : log_.event_attributes) {
    std::vector<Value> values;
    values.reserve(order.size());
    for (const std::size_t row : order) values.push_back(std::move(attribute.values[row]));
    attribute.values = std::move(values);
  }
}

EventLog LogBuilder::build() {
  for (Attribute& attribute : log_.attributes) attribute.values.resize(log_.cases.size());
  for (EventAttribute& attribute : log_.event_attributes) {
    attribute.values.resize(log_.events.size());
  }
  group_by_case();
  EventLog done = std::move(log_);
  *this = LogBuilder();
  return done;
}

}  // namespace veer::eventlog
