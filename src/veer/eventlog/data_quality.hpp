// SPDX-License-Identifier: EUPL-1.2
// How good the records are: what is missing or odd in them, as counts.
//
// Nothing is mended here; the counts are told to the user in words (report/import_report) and used
// by discovery to say what it had to estimate.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "veer/eventlog/event_log.hpp"

namespace veer::eventlog {

struct DataQuality {
  std::size_t cases = 0;
  std::size_t events = 0;
  std::size_t persons = 0;  ///< Distinct people that recorded an event.
  std::size_t groups = 0;
  std::size_t activities = 0;
  std::optional<Instant> first;  ///< Earliest and latest recorded moment; absent without events.
  std::optional<Instant> last;

  std::size_t instances = 0;                ///< Executed activities (completes).
  std::size_t instances_without_start = 0;  ///< Of these, without a recorded start.
  std::size_t starts_without_end = 0;       ///< Start rows that no complete followed.
  std::size_t ends_before_start = 0;        ///< Rows whose end lies before their start.
  std::size_t midnight = 0;                 ///< Events stamped exactly 00:00: a day, not a time.
  std::size_t without_person = 0;           ///< Events.
  std::size_t without_group = 0;            ///< Events; groups == 0: the records know no groups.
  std::size_t duplicates = 0;    ///< Events equal to an earlier one in case, activity, person,
                                 ///< transition and end.
  std::size_t out_of_order = 0;  ///< Events earlier than the one recorded before them in the case.
  std::size_t cases_without_events = 0;
  std::size_t cases_with_one_event = 0;

  /// The case attribute that says when a case ended ("enddate", "einddatum"); empty when the
  /// records have none.
  std::string end_attribute;
  std::size_t cases_without_end = 0;  ///< Cases with no value there: open, or never closed.

  friend bool operator==(const DataQuality&, const DataQuality&) = default;
};

/// Counts. O(n log n) in events.
[[nodiscard]] DataQuality data_quality(const EventLog& log);

}  // namespace veer::eventlog
