// SPDX-License-Identifier: EUPL-1.2
// When people are there: rosters, holidays, leave, sick leave, meetings.
//
// Absences are drawn per person and are the same in every design; meetings come from the design.
#pragma once

#include <deque>
#include <span>
#include <vector>

#include "veer/calendar/working_time.hpp"
#include "veer/sim/replication.hpp"
#include "veer/stats/draws.hpp"

namespace veer::sim {

/// The clocks of one person; each is contained in the one before.
struct Presence {
  const calendar::Roster* roster = nullptr;
  const calendar::WorkingTime* rostered = nullptr;  ///< Paid hours.
  const calendar::WorkingTime* at_work = nullptr;   ///< Paid hours without leave and sick leave.
  const calendar::WorkingTime* free_of_meetings = nullptr;  ///< Hours in which work can be done.
  bool has_meetings = false;                        ///< The two above differ.
  std::vector<calendar::Block> absences;            ///< Ordered, disjoint, whole days.
};

class Presences {
 public:
  /// Days first .. last bound every clock. person_of: whose absences each person has; empty: their
  /// own.
  Presences(const org::Workforce& workforce, const org::Organisation& organisation,
            const org::Assumptions& assumptions, const Run& run, const Draws& draws, Day first,
            Day last, std::span<const std::uint32_t> person_of);

  /// When the municipality works at all: its office hours and every roster.
  [[nodiscard]] const calendar::WorkingTime& office() const { return *office_; }
  /// The office hours alone: the time in which learned delays and wait limits run.
  [[nodiscard]] const calendar::WorkingTime& office_hours() const { return *office_hours_; }
  /// One office day: the longest weekday of the office hours.
  [[nodiscard]] Effort office_day() const { return office_day_; }
  [[nodiscard]] const Presence& operator[](std::uint32_t person) const { return persons_[person]; }
  /// From now on the person has another roster; absences and meetings stay. Clocks that were handed
  /// out stay too. Only where person_of was given. O(days).
  void change(std::uint32_t person, const calendar::Roster& roster);

 private:
  /// A roster's paid hours; of equal rosters the same.
  struct Rostered {
    calendar::Roster roster;
    calendar::WorkingTime time;
  };
  const Rostered& rostered(const calendar::Roster& roster);
  void set_roster(Presence& presence, const Rostered& paid,
                  const std::vector<calendar::Block>& meetings);

  Day first_;
  Day last_;
  std::vector<Day> closed_days_;
  std::vector<std::vector<calendar::Block>> meetings_;  ///< By person; only with person_of.
  std::deque<Rostered> rosters_;             ///< All different; addresses stay.
  std::deque<calendar::WorkingTime> times_;  ///< Of people; addresses stay.
  const calendar::WorkingTime* office_;
  const calendar::WorkingTime* office_hours_;
  Effort office_day_;
  std::vector<Presence> persons_;
};

}  // namespace veer::sim
