// SPDX-License-Identifier: EUPL-1.2
// Builds an event log row by row, in whatever order a source gives its rows.
//
// A case is known by its name: rows of one name belong to one case, wherever they stand in the
// source and in whichever file. Values are set for the case or event that was added last.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "veer/eventlog/event_log.hpp"

namespace veer::eventlog {

class LogBuilder {
 public:
  /// The case of that name, made at its first appearance. O(1).
  CaseId case_of(std::string_view name);
  void set_case_type(CaseId id, std::string_view case_type);

  ActivityId activity(std::string_view name) { return log_.activities.add(name); }
  /// An empty name is nobody: none().
  PersonId person(std::string_view name);
  /// An empty name is no group: none().
  GroupId group(std::string_view name);

  /// Adds a row; its case must come from case_of(). O(1).
  void add_event(const Event& event);

  /// Sets a value of a case; a later value of the same attribute replaces an earlier one. O(1).
  void set_case_value(CaseId id, std::string_view attribute, Value value);
  /// Sets a value of the event added last; at least one was added. O(1).
  void set_event_value(std::string_view attribute, Value value);
  /// Sets a whole column of event values, one for each event added so far, in that order.
  void add_event_column(std::string_view attribute, std::vector<Value> values);

  [[nodiscard]] std::size_t events() const { return log_.events.size(); }
  [[nodiscard]] std::size_t cases() const { return log_.cases.size(); }

  /// The log, with events grouped by case; the builder is empty afterwards. O(n log n) at most.
  [[nodiscard]] EventLog build();

 private:
  using Columns = std::unordered_map<std::string, std::size_t>;
  static std::size_t column(Columns& columns, std::string_view name, std::size_t next,
                            std::string& scratch);
  void group_by_case();

  EventLog log_;
  Dictionary<CaseId> case_names_;
  Columns case_columns_;
  Columns event_columns_;
  std::string scratch_;
};

}  // namespace veer::eventlog
