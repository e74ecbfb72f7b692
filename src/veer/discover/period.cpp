// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/period.hpp"

#include <algorithm>

#include "veer/base/error.hpp"
#include "veer/stats/change_point.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

// Judgement: a silence longer than any holiday.
constexpr Duration silence = std::chrono::hours(24 * 60);
// Judgement: this many in one activity apart are an exception, not the work.
constexpr std::size_t one_in = 1000;
// Judgement: one false alarm in a hundred series; work that grows or shrinks keeps a tenth.
constexpr double largest_p = 0.01;
constexpr double not_in_use = 0.1;
constexpr std::size_t least_weeks = 10;
constexpr int days_per_week = 7;

/// How many of the ascending moments, counted from the end, lie apart from those before them.
std::size_t apart_at_end(const std::vector<Instant>& moments) {
  const std::size_t most = moments.size() / one_in;
  std::size_t apart = 0;
  for (std::size_t n = 1; n <= most && n < moments.size(); ++n) {
    const std::size_t at = moments.size() - n;
    if (moments[at] - moments[at - 1] > silence) apart = n;
  }
  return apart;
}

std::size_t apart_at_begin(const std::vector<Instant>& moments) {
  const std::size_t most = moments.size() / one_in;
  std::size_t apart = 0;
  for (std::size_t n = 1; n <= most && n < moments.size(); ++n) {
    if (moments[n] - moments[n - 1] > silence) apart = n;
  }
  return apart;
}

std::vector<double> cases_by_week(const std::vector<Day>& arrivals, Day monday) {
  std::vector<double> counts(
      static_cast<std::size_t>((arrivals.back() - monday) / days_per_week) + 1);
  for (const Day day : arrivals) {
    counts[static_cast<std::size_t>((day - monday) / days_per_week)] += 1;
  }
  return counts;
}

}  // namespace

Period find_period(std::span<const eventlog::Instance> instances) {
  VEER_EXPECT(!instances.empty());
  std::vector<Instant> ends;
  Period period;
  period.earliest = Instant::max();
  for (const eventlog::Instance& one : instances) {
    period.earliest = std::min(period.earliest, one.start);
    ends.push_back(one.end);
  }
  std::sort(ends.begin(), ends.end());
  period.latest = ends.back();
  period.before = apart_at_begin(ends);
  period.after = apart_at_end(ends);
  period.last = ends[ends.size() - 1 - period.after];
  period.first = ends[period.before];
  for (const eventlog::Instance& one : instances) {
    const bool apart = period.before > 0 && one.end < ends[period.before];
    if (!apart) period.first = std::min(period.first, one.start);
  }
  return period;
}

Intake find_intake(const std::vector<Day>& arrivals) {
  VEER_EXPECT(!arrivals.empty());
  const Day first = arrivals.front();
  const Day monday = first - static_cast<std::int32_t>(weekday_of(first));
  const std::vector<double> counts = cases_by_week(arrivals, monday);
  std::size_t begin = 0;
  std::size_t end = counts.size();
  while (end - begin >= least_weeks) {
    const std::span<const double> weeks = std::span(counts).subspan(begin, end - begin);
    const ChangePoint change = find_change(weeks);
    if (change.p > largest_p) break;
    const double before = mean(weeks.first(change.at));
    const double after = mean(weeks.subspan(change.at));
    if (before < not_in_use * after) {
      begin += change.at;
    } else if (after < not_in_use * before) {
      end = begin + change.at;
    } else {
      break;
    }
  }
  Intake intake{first, arrivals.back() + 1, 0, 0};
  const auto day_of_week = [&](std::size_t week) {
    return monday + static_cast<std::int32_t>(week) * days_per_week;
  };
  if (begin > 0) intake.from = day_of_week(begin);
  if (end < counts.size()) intake.until = day_of_week(end);
  for (const Day day : arrivals) {
    intake.before += day < intake.from ? 1U : 0U;
    intake.after += day < intake.until ? 0U : 1U;
  }
  return intake;
}

std::vector<Day> within(const std::vector<Day>& arrivals, const Intake& intake) {
  std::vector<Day> result;
  for (const Day day : arrivals) {
    if (!(day < intake.from) && day < intake.until) result.push_back(day);
  }
  return result;
}

}  // namespace veer::discover
