// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/trends.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "veer/discover/period.hpp"
#include "veer/stats/change_point.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

// Judgement: one false alarm in a hundred series is few enough to be told as a change.
constexpr double largest_p = 0.01;
// Judgement: fewer weeks show no level to differ from.
constexpr std::size_t least_weeks = 10;
// Judgement: cases begun closer to the end than nineteen in twenty take may still be running.
constexpr double may_still_run = 0.95;
constexpr int days_per_week = 7;

struct Span {
  Instant first = Instant::max();
  Instant last = Instant::min();
};

/// Of the cases that came in while the registration was in use, by their begin.
std::vector<Span> spans_of(std::span<const eventlog::Instance> instances, Trends& trends) {
  std::map<eventlog::CaseId, Span> by_case;
  for (const eventlog::Instance& one : instances) {
    Span& span = by_case[one.case_id];
    span.first = std::min(span.first, one.start);
    span.last = std::max(span.last, one.end);
  }
  std::vector<Span> spans;
  for (const auto& [id, span] : by_case) spans.push_back(span);
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.first < b.first; });
  std::vector<Day> arrivals;
  for (const Span& span : spans) arrivals.push_back(day_of(span.first));
  trends.intake = find_intake(arrivals);
  spans.erase(spans.end() - static_cast<std::ptrdiff_t>(trends.intake.after), spans.end());
  spans.erase(spans.begin(), spans.begin() + static_cast<std::ptrdiff_t>(trends.intake.before));
  return spans;
}

Day monday_of(Instant moment) {
  const Day day = day_of(moment);
  return day - static_cast<std::int32_t>(weekday_of(day));
}

std::size_t weeks_between(Day from, Day to) {
  return to > from ? static_cast<std::size_t>((to - from) / days_per_week) : 0;
}

/// days: the Monday of each value.
std::optional<LevelChange> change_of(const std::vector<double>& values,
                                     const std::vector<Day>& mondays) {
  if (values.size() < least_weeks) return std::nullopt;
  const ChangePoint found = find_change(values);
  if (found.p > largest_p) return std::nullopt;
  const std::span<const double> all(values);
  return LevelChange{mondays[found.at], mean(all.first(found.at)), mean(all.subspan(found.at)),
                     found.p};
}

void add_arrivals(const std::vector<Span>& spans, Trends& trends) {
  // The first and last week are cut off by the records, where they are not where a registration
  // came into use or went out of it.
  const Intake& intake = trends.intake;
  const Day first = intake.before > 0 ? monday_of(start_of(intake.from))
                                      : monday_of(spans.front().first) + days_per_week;
  const Day end = intake.after > 0 ? monday_of(start_of(intake.until))
                                   : monday_of(spans.back().first);
  std::vector<double> counts(weeks_between(first, end));
  if (counts.size() < least_weeks) return;
  std::vector<Day> mondays;
  for (std::size_t w = 0; w < counts.size(); ++w) {
    mondays.push_back(first + static_cast<std::int32_t>(w) * days_per_week);
  }
  for (const Span& span : spans) {
    const Day monday = monday_of(span.first);
    if (monday >= first && monday < end) counts[weeks_between(first, monday)] += 1;
  }
  trends.weeks = counts.size();
  trends.arrivals_per_week = mean(counts);
  const double deviation = standard_deviation(counts);
  trends.dispersion = deviation * deviation / trends.arrivals_per_week;
  trends.arrivals = change_of(counts, mondays);
}

/// last: of the period of the records.
void add_elapsed(const std::vector<Span>& spans, Instant last, Trends& trends) {
  std::vector<double> all;
  for (const Span& span : spans) all.push_back(days(span.last - span.first));
  const Instant until = last - from_days(quantile(all, may_still_run));
  std::map<Day, std::vector<double>> by_week;
  for (const Span& span : spans) {
    if (span.first < until) {
      by_week[monday_of(span.first)].push_back(days(span.last - span.first));
    }
  }
  std::vector<double> medians;
  std::vector<Day> mondays;
  for (const auto& [monday, elapsed] : by_week) {
    mondays.push_back(monday);
    medians.push_back(quantile(elapsed, 0.5));
  }
  trends.elapsed = change_of(medians, mondays);
  if (!trends.elapsed) return;
  // A week of a few cases counts as much as a full one in the test, but not in what is told.
  std::vector<double> before;
  std::vector<double> after;
  for (const auto& [monday, elapsed] : by_week) {
    std::vector<double>& side = monday < trends.elapsed->day ? before : after;
    side.insert(side.end(), elapsed.begin(), elapsed.end());
  }
  trends.elapsed->before = quantile(before, 0.5);
  trends.elapsed->after = quantile(after, 0.5);
}

}  // namespace

Trends find_trends(std::span<const eventlog::Instance> instances) {
  Trends trends;
  if (instances.empty()) return trends;
  const std::vector<Span> spans = spans_of(instances, trends);
  add_arrivals(spans, trends);
  if (trends.weeks > 0) add_elapsed(spans, find_period(instances).last, trends);
  return trends;
}

}  // namespace veer::discover
