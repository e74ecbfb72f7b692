// SPDX-License-Identifier: EUPL-1.2
// What a map covers of the records, and which groupings of people it can carry. Whether domains
// divide the people only the design can tell (design::divide_people): app/map.hpp fills that in.
//
// Counted are completed activities (eventlog::Instance), called events here as everywhere a user
// reads. Figures of people are for report/ to hide below five (DESIGN law 6).
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/map.hpp"
#include "veer/org/model.hpp"

namespace veer::discover {

/// How much of the records is one sub-process, without those that lie within it.
struct SubProcessUse {
  std::string id;
  std::size_t activities = 0;
  std::size_t events = 0;
  std::size_t cases = 0;   ///< In which it occurs.
  std::size_t people = 0;  ///< Who did any of it.
  friend bool operator==(const SubProcessUse&, const SubProcessUse&) = default;
};

struct MarkUse {
  std::size_t events = 0;  ///< Whose activity has the mark.
  std::size_t values = 0;  ///< Different ones.
  friend bool operator==(const MarkUse&, const MarkUse&) = default;
};

/// Whether people can be grouped by something.
enum class Support : std::uint8_t {
  yes,        ///< The records or the map say it.
  judgement,  ///< Something else stands in for it; results are labelled so.
  no,         ///< Refused.
};

struct GroupingSupport {
  Support support = Support::no;
  std::size_t groups = 0;  ///< Units, domains, disciplines; pairs of people for hand-overs.
};

/// Where the present units come from.
enum class UnitsFrom : std::uint8_t { staff_list, groups, communities };

struct MapCoverage {
  std::size_t cases = 0;       ///< With an event.
  std::size_t events = 0;
  std::size_t activities = 0;
  std::size_t people = 0;
  double median_days = 0;      ///< From the first to the last event of a case.
  std::size_t events_placed = 0;      ///< Whose activity is in a sub-process.
  std::size_t activities_placed = 0;
  std::vector<SubProcessUse> sub_processes;  ///< In the order of the map.
  std::array<MarkUse, org::mark_count> marks;
  std::vector<std::string> unplaced;  ///< Activities in no sub-process, most events first.
  UnitsFrom units_from = UnitsFrom::communities;
  std::array<GroupingSupport, 4> groupings;  ///< By org::GroupBy; domain: not filled in here.

  [[nodiscard]] const GroupingSupport& operator[](org::GroupBy by) const {
    return groupings[static_cast<std::size_t>(by)];
  }
  /// Share of events in a sub-process; 0 without events.
  [[nodiscard]] double share() const;
};

/// All but the support of domains. O(events log events).
[[nodiscard]] MapCoverage cover(const org::Map& map, const eventlog::EventLog& log,
                                std::span<const eventlog::Instance> instances,
                                const eventlog::StaffList& staff);

}  // namespace veer::discover
