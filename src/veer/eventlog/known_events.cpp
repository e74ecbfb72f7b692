// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/known_events.hpp"

#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace veer::eventlog {
namespace {

/// By the ids of the known log.
using Key = std::tuple<CaseId, ActivityId, PersonId, Transition, Instant>;

/// The id in another log of each text of this one; none where it is not there.
template <class IdType>
IdVector<IdType, IdType> ids_elsewhere(const Dictionary<IdType>& here,
                                       const Dictionary<IdType>& elsewhere) {
  IdVector<IdType, IdType> result;
  for (const std::string& text : here.texts()) result.push_back(elsewhere.find(text));
  return result;
}

template <class Row>
void keep(std::vector<Row>& rows, const std::vector<bool>& kept) {
  std::size_t to = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!kept[i]) continue;
    if (to != i) rows[to] = std::move(rows[i]);
    ++to;
  }
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(to), rows.end());
}

}  // namespace

std::size_t take_out_known(EventLog& log, const EventLog& known) {
  Dictionary<CaseId> known_names;
  for (const Case& one : known.cases) known_names.add(one.name);
  std::map<Key, std::size_t> times;
  for (const Event& e : known.events) {
    ++times[{e.case_id, e.activity, e.person, e.transition, e.end}];
  }
  IdVector<CaseId, CaseId> case_of;
  for (const Case& one : log.cases) case_of.push_back(known_names.find(one.name));
  const auto activity_of = ids_elsewhere(log.activities, known.activities);
  const auto person_of = ids_elsewhere(log.persons, known.persons);

  std::vector<bool> kept(log.events.size(), true);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < log.events.size(); ++i) {
    const Event& e = log.events[i];
    const CaseId case_id = case_of[e.case_id];
    const ActivityId activity = activity_of[e.activity];
    const PersonId person = e.person.is_none() ? e.person : person_of[e.person];
    const bool new_person = !e.person.is_none() && person.is_none();
    if (case_id.is_none() || activity.is_none() || new_person) continue;
    const auto found = times.find({case_id, activity, person, e.transition, e.end});
    if (found == times.end() || found->second == 0) continue;
    --found->second;
    kept[i] = false;
    ++taken;
  }
  if (taken == 0) return 0;
  keep(log.events, kept);
  for (EventAttribute& column : log.event_attributes) keep(column.values, kept);
  return taken;
}

}  // namespace veer::eventlog
