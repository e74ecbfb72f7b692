// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/working_time.hpp"

#include <algorithm>

#include "veer/base/error.hpp"

namespace veer::calendar {
namespace {

/// Most searches end within the week; further ones halve what is left.
constexpr std::size_t days_searched_in_line = 8;

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

/// Appends what is left of the interval on the day that starts at midnight; blocks are merged.
void append_open_parts(Interval interval, Instant midnight, std::span<const Block> blocks,
                       std::vector<Interval>& into) {
  for (const Block& block : blocks) {
    const Duration from = block.from - midnight;
    const Duration to = block.to - midnight;
    if (to <= interval.from) continue;
    if (from >= interval.to) break;
    if (from > interval.from) into.push_back({interval.from, from});
    interval.from = to;
    if (interval.from >= interval.to) return;
  }
  into.push_back(interval);
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
                         std::span<const Block> blocks)
    : first_(first) {
  VEER_EXPECT(first <= last);
  std::array<DaySpan, 7> week{};
  for (std::size_t i = 0; i < 7; ++i) {
    week[i] = {static_cast<std::uint32_t>(intervals_.size()),
               static_cast<std::uint32_t>(roster.days[i].size()), length(roster.days[i])};
    intervals_.insert(intervals_.end(), roster.days[i].begin(), roster.days[i].end());
  }
  std::vector<Day> holidays(closed.begin(), closed.end());
  std::sort(holidays.begin(), holidays.end());
  const std::vector<Block> cuts = merged(blocks);

  days_.reserve(static_cast<std::size_t>(last - first) + 2);
  Duration worked{};
  std::size_t next_cut = 0;
  for (Day day = first; day <= last; day = day + 1) {
    const Instant midnight = start_of(day);
    while (next_cut < cuts.size() && cuts[next_cut].to <= midnight) ++next_cut;
    std::size_t end_cut = next_cut;
    while (end_cut < cuts.size() && cuts[end_cut].from < midnight + one_day) ++end_cut;

    const auto weekday = static_cast<std::size_t>(weekday_of(day));
    DaySpan span = week[weekday];
    Duration today = span.before;  // week[] keeps the day's own length there
    if (std::binary_search(holidays.begin(), holidays.end(), day)) {
      span.interval_count = 0;
      today = Duration::zero();
    } else if (end_cut > next_cut && span.interval_count > 0) {
      span.first_interval = static_cast<std::uint32_t>(intervals_.size());
      const std::span<const Block> of_day(&cuts[next_cut], end_cut - next_cut);
      for (const Interval& interval : roster.days[weekday]) {
        append_open_parts(interval, midnight, of_day, intervals_);
      }
      span.interval_count = static_cast<std::uint32_t>(intervals_.size()) - span.first_interval;
      today = length({intervals_.data() + span.first_interval, span.interval_count});
    }
    span.before = worked;
    days_.push_back(span);
    worked += today;
  }
  days_.push_back({0, 0, worked});
}

std::size_t WorkingTime::position(Instant t) const {
  const std::int32_t offset = day_of(t) - first_;
  if (offset < 0) return 0;
  return std::min(static_cast<std::size_t>(offset), day_count());
}

Duration WorkingTime::before(Instant t) const {
  if (t < start_of(first_)) return Duration::zero();
  const std::size_t at = position(t);
  const DaySpan& day = days_[at];
  Duration sum = day.before;
  const Duration time = t - start_of(first_ + static_cast<std::int32_t>(at));
  const Interval* interval = intervals_.data() + day.first_interval;
  for (std::uint32_t i = 0; i < day.interval_count; ++i, ++interval) {
    if (time <= interval->from) break;
    sum += std::min(time, interval->to) - interval->from;
  }
  return sum;
}

Duration WorkingTime::between(Instant from, Instant to) const {
  if (to <= from) return Duration::zero();
  return before(to) - before(from);
}

std::size_t WorkingTime::day_reaching(Duration worked, std::size_t from) const {
  const std::size_t in_line = std::min(from + days_searched_in_line, day_count());
  std::size_t at = from;
  for (; at < in_line; ++at) {
    if (days_[at + 1].before >= worked) return at;
  }
  const auto found = std::partition_point(
      days_.begin() + static_cast<std::ptrdiff_t>(at) + 1, days_.end(),
      [worked](const DaySpan& day) { return day.before < worked; });
  return static_cast<std::size_t>(found - days_.begin()) - 1;
}

Instant WorkingTime::finish(Instant from, Effort effort) const {
  if (effort <= Effort()) return from;
  const Duration target = before(from) + Duration(effort.microseconds());
  const std::size_t at = day_reaching(target, position(from));
  if (at == day_count()) return end_of_time();
  Duration left = target - days_[at].before;
  const Interval* interval = intervals_.data() + days_[at].first_interval;
  while (left > interval->to - interval->from) {
    left -= interval->to - interval->from;
    ++interval;
  }
  return start_of(first_ + static_cast<std::int32_t>(at)) + interval->from + left;
}

WorkingTime::Stretch WorkingTime::stretch_at(Instant t) const {
  const Instant next = next_open(t);
  if (next > t || next == end_of_time()) return {t, next, before(t), false};
  const std::size_t at = position(t);
  const Instant midnight = start_of(first_ + static_cast<std::int32_t>(at));
  const Interval* interval = intervals_.data() + days_[at].first_interval;
  Duration sum = days_[at].before;
  while (t - midnight >= interval->to) {
    sum += interval->to - interval->from;
    ++interval;
  }
  return {midnight + interval->from, midnight + interval->to, sum, true};
}

Instant WorkingTime::next_open(Instant t) const {
  // The moment just after t at which one more microsecond has been worked, less that microsecond.
  const Instant worked = finish(t, Effort::microseconds(1));
  return worked == end_of_time() ? worked : worked - Duration(1);
}

}  // namespace veer::calendar
