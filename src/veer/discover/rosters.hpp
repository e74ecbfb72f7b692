// SPDX-License-Identifier: EUPL-1.2
// When people work, read off the hours of the week in which their recorded work falls.
//
// Stamps of exactly midnight carry a day and no time; they are left out. A person with too few
// stamps gets the office week. A lunch break is in the roster where the stamps show one.
#pragma once

#include <cstddef>
#include <span>

#include "veer/calendar/working_time.hpp"
#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

struct LearnedRosters {
  IdVector<eventlog::PersonId, calendar::Roster> of_person;
  std::size_t learned = 0;        ///< People whose roster comes from their stamps.
  calendar::Roster office_hours;  ///< Half-hours in which at least a quarter of the people work.
};

/// True for a stamp that tells the day only.
[[nodiscard]] constexpr bool day_only(Instant t) { return time_of_day(t) == Duration(0); }

/// Per person: the weekdays on which the person has stamps on at least a fifth as many dates as on
/// the busiest one, each from the 5 % to the 95 % quantile of the person's times of day, widened to
/// whole half-hours; half-hours around noon with hardly any stamps are the lunch break.
/// O(events log events).
[[nodiscard]] LearnedRosters learn_rosters(const eventlog::EventLog& log,
                                           std::span<const eventlog::Instance> instances);

}  // namespace veer::discover
