// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/penalty.hpp"

#include <algorithm>

namespace veer::calendar {
namespace {

Money owed_for(const PenaltySchedule& schedule, std::int32_t days) {
  Money sum;
  for (const PenaltyRate& rate : schedule.rates) {
    const std::int32_t at_rate = std::clamp(days, 0, rate.days);
    sum += Money::cents(rate.a_day.cents() * at_rate);
    days -= at_rate;
  }
  return sum;
}

}  // namespace

std::int32_t PenaltySchedule::most_days() const {
  std::int32_t sum = 0;
  for (const PenaltyRate& rate : rates) sum += rate.days;
  return sum;
}

Money PenaltySchedule::most() const { return owed_for(*this, most_days()); }

std::optional<Day> first_penalty_day(const PenaltySchedule& schedule, Day due, Day notice,
                                     const LegalDays& days) {
  if (notice <= due) return std::nullopt;
  const Day counted = counted_end(notice, schedule.notice, days);
  return moved_end(notice, counted, schedule.notice, days) + 1;
}

Penalty penalty(const PenaltySchedule& schedule, Day due, Day notice, Day decided,
                const LegalDays& days) {
  const std::optional<Day> first = first_penalty_day(schedule, due, notice, days);
  if (!first) return {};
  const std::int32_t in_default = std::clamp(decided - *first, 0, schedule.most_days());
  return {in_default, owed_for(schedule, in_default)};
}

}  // namespace veer::calendar
