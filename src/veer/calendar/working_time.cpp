// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/working_time.hpp"

#include <algorithm>

#include "veer/base/error.hpp"

namespace veer::calendar {
namespace {

/// A search begins with as many stretches in line, about a week of them; further ones halve what is
/// left.
constexpr std::size_t searched_in_line = 12;

/// Sorted by start, overlapping and touching ones made one, empty ones dropped.
std::vector<Block> merged(std::span<const Block> blocks) {
  std::vector<Block> sorted(blocks.begin(), blocks.end());
  std::sort(sorted.begin(), sorted.end(), [](const Block& a, const Block& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  std::vector<Block> result;
  for (const Block& block : sorted) {
    if (block.to <= block.from) continue;
    if (!result.empty() && block.from <= result.back().to) {
      result.back().to = std::max(result.back().to, block.to);
    } else {
      result.push_back(block);
    }
  }
  return result;
}

Duration length(std::span<const Interval> intervals) {
  Duration sum{};
  for (const Interval& interval : intervals) sum += interval.to - interval.from;
  return sum;
}

}  // namespace

Duration Roster::week() const {
  Duration sum{};
  for (const auto& day : days) sum += length(day);
  return sum;
}

Roster always_open() {
  Roster roster;
  for (auto& day : roster.days) day = {{Duration::zero(), one_day}};
  return roster;
}

Roster office_week() {
  using std::chrono::minutes;
  // Judgement: a common office day; eight hours with half an hour for lunch.
  const std::vector<Interval> day = {{minutes(8 * 60 + 30), minutes(12 * 60 + 30)},
                                     {minutes(13 * 60), minutes(17 * 60)}};
  Roster roster;
  for (std::size_t i = 0; i < 5; ++i) roster.days[i] = day;
  return roster;
}

Roster part_time(const Roster& full_time, Fte share, Weekday free_day) {
  VEER_EXPECT(share > Fte() && share <= Fte::of(1));
  const std::int64_t week = full_time.week().count();
  // Exact to the microsecond: the week is cut in thousandths, the remainder rounded down.
  const std::int64_t kept = week / 1000 * share.thousandths() +
                            week % 1000 * share.thousandths() / 1000;
  Duration to_cut(week - kept);
  Roster roster = full_time;
  for (std::size_t i = 0; i < 7; ++i) {
    auto& day = roster.days[(static_cast<std::size_t>(free_day) + 7 - i) % 7];
    while (to_cut > Duration::zero() && !day.empty()) {
      const Duration last = day.back().to - day.back().from;
      if (last > to_cut) {
        day.back().to -= to_cut;
        return roster;
      }
      day.pop_back();
      to_cut -= last;
    }
  }
  return roster;
}

WorkingTime::WorkingTime(const Roster& roster, Day first, Day last, std::span<const Day> closed,
                         std::span<const Block> blocks) {
  VEER_EXPECT(first <= last);
  std::vector<Day> holidays(closed.begin(), closed.end());
  std::sort(holidays.begin(), holidays.end());
  auto holiday = std::lower_bound(holidays.begin(), holidays.end(), first);
  const std::vector<Block> cuts = merged(blocks);
  auto cut = cuts.begin();

  std::size_t of_week = 0;
  for (const auto& day : roster.days) of_week += day.size();
  const auto weeks = static_cast<std::size_t>(last - first) / 7 + 1;
  stretches_.reserve(weeks * of_week + cuts.size() + 3);
  stretches_.push_back({Instant::min(), Instant::min(), Duration::zero()});
  auto weekday = static_cast<std::size_t>(weekday_of(first));
  for (Day day = first; day <= last; day = day + 1, weekday = (weekday + 1) % 7) {
    while (holiday != holidays.end() && *holiday < day) ++holiday;
    if (holiday != holidays.end() && *holiday == day) continue;
    const Instant midnight = start_of(day);
    for (const Interval& interval : roster.days[weekday]) {
      Instant from = midnight + interval.from;
      const Instant to = midnight + interval.to;
      while (cut != cuts.end() && cut->to <= from) ++cut;
      for (; cut != cuts.end() && cut->from < to; ++cut) {
        append(from, cut->from);
        from = cut->to;
        if (from >= to) break;  // The cut may go on into the next interval.
      }
      append(from, to);
    }
  }
  const Duration total = before(Instant::max(), stretches_.size() - 1);
  stretches_.insert(stretches_.end(), 2, {end_of_time(), end_of_time(), total});
}

/// Nothing when `to` is not after `from`; as part of the last stretch when it goes on from there.
void WorkingTime::append(Instant from, Instant to) {
  if (to <= from) return;
  Stretch& last = stretches_.back();
  if (from == last.to) {
    last.to = to;
  } else {
    stretches_.push_back({from, to, last.before + (last.to - last.from)});
  }
}

std::size_t WorkingTime::place(Instant t) const {
  const auto after = std::partition_point(stretches_.begin() + 1, stretches_.end() - 1,
                                          [t](const Stretch& s) { return s.from <= t; });
  return static_cast<std::size_t>(after - stretches_.begin()) - 1;
}

std::size_t WorkingTime::place(Instant t, std::size_t near) const {
  if (t < stretches_[near].from) {
    if (t >= stretches_[near - 1].from) return near - 1;
    return place(t);
  }
  const std::size_t end = std::min(near + searched_in_line, stretches_.size() - 2);
  while (near < end && stretches_[near + 1].from <= t) ++near;
  return near < end ? near : place(t);
}

Duration WorkingTime::between(Instant from, Instant to) const {
  if (to <= from) return Duration::zero();
  return before(to) - before(from);
}

Instant WorkingTime::finish(Instant from, Effort effort, std::size_t at) const {
  if (effort <= Effort()) return from;
  const Duration target = before(from, at) + Duration(effort.microseconds());
  const std::size_t last = stretches_.size() - 2;
  const std::size_t end = std::min(at + searched_in_line, last);
  while (at < end && stretches_[at + 1].before < target) ++at;
  if (at == end) {
    const auto found = std::partition_point(
        stretches_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
        stretches_.end() - 1, [target](const Stretch& s) { return s.before < target; });
    at = static_cast<std::size_t>(found - stretches_.begin()) - 1;
  }
  if (at == last) return end_of_time();
  return stretches_[at].from + (target - stretches_[at].before);
}

}  // namespace veer::calendar
