// SPDX-License-Identifier: EUPL-1.2
// Deadlines that the records themselves hold: case attributes for start, end and deadline.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

/// The case attributes that hold dates of the whole case, and why one was moved; nullptr: none of
/// that meaning.
struct CaseDates {
  const eventlog::Attribute* start = nullptr;     ///< "startdate", "begindatum", "ontvangstdatum"
  const eventlog::Attribute* end = nullptr;       ///< "enddate", "einddatum", "datum besluit"
  const eventlog::Attribute* deadline = nullptr;  ///< "deadline", "uiterste datum", "fatale datum"
  const eventlog::Attribute* planned_end = nullptr;  ///< "enddate planned", "geplande einddatum"
  const eventlog::Attribute* extension_reason = nullptr;  ///< "reden verlenging" (a text)
};

/// Found by name, Dutch or English, whatever the capitals, spaces and dashes. O(attributes).
[[nodiscard]] CaseDates find_case_dates(const eventlog::EventLog& log);

/// The moment a case has for an attribute; nothing when absent or not a moment.
[[nodiscard]] std::optional<Instant> moment(const eventlog::Attribute* attribute,
                                            eventlog::CaseId id);

/// How the records' own end dates stand against their own deadlines.
struct OnTime {
  std::size_t with_both = 0;         ///< Cases with a deadline and an end date.
  std::size_t on_time = 0;           ///< Of these: ended at or before the deadline.
  std::size_t open_past_deadline = 0;///< No end date, and the deadline lies within the records.
  std::size_t open = 0;              ///< A deadline, no end date.

  friend bool operator==(const OnTime&, const OnTime&) = default;
};

/// last: the last moment of the records. Nothing when there is no deadline or no end attribute.
[[nodiscard]] std::optional<OnTime> count_on_time(const eventlog::EventLog& log,
                                                  const CaseDates& dates, Instant last);

/// Days from each case's first recorded event to its deadline, 0 where that has passed already;
/// cases without a deadline are left out. Counted from the event, not from the start date, because
/// a simulated case begins with its first event: so both run out at the same moment. first_event:
/// one moment per case.
[[nodiscard]] std::vector<double> term_days(const CaseDates& dates,
                                            const std::vector<eventlog::CaseId>& cases,
                                            const std::vector<Instant>& first_event);

}  // namespace veer::discover
