// SPDX-License-Identifier: EUPL-1.2
// A first map, read from the records, for the user to correct.
//
// Sub-processes follow the first of these that places three quarters of the events: the codes of
// activities, words that their names end in, the group or department that does them, and
// communities of people who hand work to each other. Domain, product, area, discipline and
// competence are proposed only where a column (or the staff list, or the groups) tells activities
// apart; where it does not, the proposal says what cannot be seen. Groups of fewer than five people
// are never named (DESIGN law 6).
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "veer/discover/activity_names.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/map.hpp"

namespace veer::discover {

/// What sub-processes were made from.
enum class SubProcessRule : std::uint8_t { none, code, words, group, department, community };

/// Whether the records show a mark.
enum class Seen : std::uint8_t {
  found,      ///< Proposed.
  no_column,  ///< Nothing in the records names it.
  one_value,  ///< A column names one value only, or the same one of most activities.
  spread,     ///< A column names it, of cases: most activities occur with several values.
};

struct MarkFinding {
  Seen seen = Seen::no_column;
  std::string column;      ///< As in the records; empty for no_column.
  std::size_t values = 0;  ///< Different ones in the column.
};

/// How a line of the proposal came about.
struct ActivityReason {
  std::size_t events = 0;
  std::string title;   ///< Its name in words, where the records have one beside the code.
  double agreement = 1;  ///< Share of its known events that say its sub-process.
  /// Share of all its events that say each mark proposed for it.
  std::array<double, org::mark_count> said{};
};

struct MapProposal {
  org::Map map;                        ///< Sub-processes by id, activities by sub-process and name.
  SubProcessRule rule = SubProcessRule::none;
  std::string column;                  ///< Of the rule; empty: the names of activities, or people.
  std::vector<WordsFrom> words;        ///< By sub-process of the map.
  std::vector<ActivityReason> reasons; ///< By activity of the map.
  std::array<MarkFinding, org::mark_count> marks;
};

/// The same records give the same proposal. O(events log events).
[[nodiscard]] MapProposal propose_map(const eventlog::EventLog& log,
                                      std::span<const eventlog::Instance> instances,
                                      const eventlog::StaffList& staff);

}  // namespace veer::discover
