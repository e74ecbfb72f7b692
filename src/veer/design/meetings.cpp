// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/meetings.hpp"

#include <algorithm>

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;

/// A stretch of an office day without a break.
struct Slot {
  Weekday weekday;
  calendar::Interval interval;
};

std::vector<Slot> slots_of(const calendar::Roster& office_hours) {
  // First stretches of all days come first, so that meetings spread over the days.
  std::vector<Slot> slots;
  for (std::size_t nth = 0, before = 0;; ++nth, before = slots.size()) {
    for (std::size_t day = 0; day < office_hours.days.size(); ++day) {
      const auto& intervals = office_hours.days[day];
      if (nth < intervals.size()) slots.push_back({static_cast<Weekday>(day), intervals[nth]});
    }
    if (slots.size() == before) return slots;
  }
}

bool clashes(const org::Meeting& a, const org::Meeting& b) {
  if (a.weekday != b.weekday || a.starts_at >= b.starts_at + b.length ||
      b.starts_at >= a.starts_at + a.length) {
    return false;
  }
  return std::any_of(a.participants.begin(), a.participants.end(), [&b](PersonId person) {
    return std::binary_search(b.participants.begin(), b.participants.end(), person);
  });
}

std::vector<PersonId> members_of(const org::Organisation& organisation, UnitId unit) {
  std::vector<PersonId> people;
  for (const PersonId person : ids(organisation.places)) {
    if (organisation.places[person].unit == unit) people.push_back(person);
  }
  return people;
}

std::vector<PersonId> leads_of(const org::Organisation& organisation, UnitId unit) {
  std::vector<PersonId> people;
  bool above_others = false;
  for (const org::Unit& child : organisation.units) {
    if (child.parent != unit) continue;
    above_others = true;
    if (!child.lead.is_none()) people.push_back(child.lead);
  }
  if (!above_others) return {};
  if (!organisation.units[unit].lead.is_none()) people.push_back(organisation.units[unit].lead);
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

class Scheduler {
 public:
  explicit Scheduler(const calendar::Roster& office_hours) : slots_(slots_of(office_hours)) {}

  void add(const DrawnMeeting& rule, std::vector<PersonId> participants) {
    if (participants.size() < 2 || slots_.empty() || !(rule.minutes > 0)) return;
    org::Meeting meeting;
    meeting.kind = rule.kind;
    meeting.participants = std::move(participants);
    meeting.every_weeks = rule.every_weeks;
    meeting.phase = static_cast<int>(turn_ % static_cast<std::size_t>(rule.every_weeks));
    const auto wanted = from_hours(rule.minutes / 60.0);
    // Two meetings may share a stretch: one at its begin, one at its end.
    for (std::size_t i = 0; i < 2 * slots_.size(); ++i) {
      const std::size_t at = (turn_ + i) % (2 * slots_.size());
      place(meeting, slots_[at % slots_.size()], at >= slots_.size(), wanted);
      const bool free = std::none_of(
          meetings_.begin(), meetings_.end(),
          [&meeting](const org::Meeting& other) { return clashes(meeting, other); });
      if (free) break;
    }
    ++turn_;
    meetings_.push_back(std::move(meeting));
  }

  std::vector<org::Meeting> take() { return std::move(meetings_); }

 private:
  static void place(org::Meeting& meeting, const Slot& slot, bool at_end, Duration wanted) {
    meeting.weekday = slot.weekday;
    meeting.length = std::min(wanted, slot.interval.to - slot.interval.from);
    meeting.starts_at = at_end ? slot.interval.to - meeting.length : slot.interval.from;
  }

  std::vector<Slot> slots_;
  std::vector<org::Meeting> meetings_;
  std::size_t turn_ = 0;
};

}  // namespace

std::vector<org::Meeting> schedule(const std::vector<DrawnMeeting>& rules,
                                   const org::Organisation& organisation,
                                   const calendar::Roster& office_hours) {
  Scheduler scheduler(office_hours);
  for (const DrawnMeeting& rule : rules) {
    for (const UnitId unit : ids(organisation.units)) {
      scheduler.add(rule, rule.of_leads ? leads_of(organisation, unit)
                                        : members_of(organisation, unit));
    }
  }
  return scheduler.take();
}

}  // namespace veer::design
