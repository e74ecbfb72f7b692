// SPDX-License-Identifier: EUPL-1.2
// Records of a case system: cases and events as columns.
//
// The log holds what was recorded, after pseudonymisation, and nothing derived. Text is kept once
// in dictionaries; an event is a row of ids and moments. Rows keep the order of the source within a
// case; cases keep the order of first appearance. Memory: about 40 bytes an event and 24 bytes a
// case, plus attributes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "veer/base/id.hpp"
#include "veer/base/time.hpp"

namespace veer::eventlog {

using CaseId = Id<struct CaseTag>;
using ActivityId = Id<struct LogActivityTag>;
using PersonId = Id<struct LogPersonTag>;
using GroupId = Id<struct GroupTag>;

/// Distinct texts in order of first appearance; looking up and adding are O(1).
template <class IdType>
class Dictionary {
 public:
  IdType add(std::string_view text) {
    const auto found = ids_.find(text);
    if (found != ids_.end()) return found->second;
    const IdType id = texts_.push_back(std::string(text));
    ids_.emplace(text, id);
    return id;
  }
  [[nodiscard]] IdType find(std::string_view text) const {
    const auto found = ids_.find(text);
    return found == ids_.end() ? IdType::none() : found->second;
  }
  [[nodiscard]] const std::string& operator[](IdType id) const { return texts_[id]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  /// The texts in id order.
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_.values(); }

  friend bool operator==(const Dictionary& a, const Dictionary& b) { return a.texts_ == b.texts_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  IdVector<IdType, std::string> texts_;
  std::unordered_map<std::string, IdType, Hash, std::equal_to<>> ids_;
};

/// The XES lifecycle transitions (IEEE 1849, standard lifecycle), and `other` for what a system
/// adds of its own.
enum class Transition : std::uint8_t {
  complete, start, schedule, assign, reassign, suspend, resume, withdraw, manualskip, autoskip,
  ate_abort, pi_abort, unknown, other
};

/// One recorded event. A source with start and end columns gives one row with both moments and
/// transition complete; a source with transitions gives one row per transition, with `end` the
/// moment of the transition and no start.
struct Event {
  CaseId case_id;
  ActivityId activity;
  PersonId person;                ///< none: recorded without a person
  GroupId group;                  ///< none: recorded without a group (org:group)
  Transition transition = Transition::complete;
  std::optional<Instant> start;
  Instant end;

  friend bool operator==(const Event&, const Event&) = default;
};

/// A case or event attribute's value; monostate: absent.
using Value = std::variant<std::monostate, std::string, double, std::int64_t, bool, Instant>;

/// One attribute of every case, by its name in the source ("deadline"), pseudonymised if it named
/// people.
struct Attribute {
  std::string name;
  bool is_person = false;              ///< Values are pseudonyms of staff.
  IdVector<CaseId, Value> values;

  friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// One attribute of every event ("action_code"), in the order of EventLog::events.
struct EventAttribute {
  std::string name;
  bool is_person = false;              ///< Values are pseudonyms of staff.
  std::vector<Value> values;

  friend bool operator==(const EventAttribute&, const EventAttribute&) = default;
};

struct Case {
  std::string name;       ///< As in the source (a case number).
  std::string case_type;  ///< Empty when the source has one kind of case.

  friend bool operator==(const Case&, const Case&) = default;
};

struct EventLog {
  Dictionary<ActivityId> activities;
  Dictionary<PersonId> persons;  ///< Pseudonyms.
  Dictionary<GroupId> groups;
  IdVector<CaseId, Case> cases;
  std::vector<Event> events;     ///< Grouped by case, in source order within a case.
  std::vector<Attribute> attributes;  ///< Of cases.
  std::vector<EventAttribute> event_attributes;

  /// The case attribute of that name, or nullptr. O(attributes).
  [[nodiscard]] const Attribute* attribute(std::string_view name) const;

  friend bool operator==(const EventLog&, const EventLog&) = default;
};

/// One execution of an activity: what discovery and the distance measures work on.
struct Instance {
  CaseId case_id;
  ActivityId activity;
  PersonId person;
  GroupId group;
  Instant start;           ///< Equal to end where the records hold no start (start_recorded false).
  Instant end;
  bool start_recorded = false;

  friend bool operator==(const Instance&, const Instance&) = default;
};

/// Pairs the transitions of each case into instances, ordered by case, then (start, end), then
/// source order. A `start` is paired with the first following (in time, then source order)
/// `complete` of the same activity and, where given, the same person in that case; a complete
/// without a start, or with one that lies after its end, gives an instance without a recorded
/// start; a start without a complete, and all other transitions, give none. O(n log n).
[[nodiscard]] std::vector<Instance> instances(const EventLog& log);

}  // namespace veer::eventlog
