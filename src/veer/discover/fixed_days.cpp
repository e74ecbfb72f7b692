// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/fixed_days.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "veer/discover/shown_groups.hpp"
#include "veer/stats/count_tests.hpp"

namespace veer::discover {
namespace {

using eventlog::ActivityId;
using eventlog::Instance;

// Judgement: one false alarm in a hundred records; and shares that make it worth telling.
constexpr double largest_p = 0.01;
constexpr double least_on_day = 0.5;
constexpr double least_in_batch = 0.25;
constexpr double least_alike = 0.6;

constexpr std::size_t least_days = 10;
constexpr std::size_t least_executions = 30;
constexpr std::size_t least_batch = 3;
constexpr std::size_t weekdays = 7;
constexpr int days_per_week = 7;

using Work = std::vector<const Instance*>;

std::set<Day> days_of(const Work& work) {
  std::set<Day> days;
  for (const Instance* one : work) days.insert(day_of(one->end));
  return days;
}

int rhythm_of(const std::set<Day>& days, Weekday weekday) {
  std::map<int, std::size_t> gaps;  // in weeks
  std::size_t all = 0;
  const Day* before = nullptr;
  for (const Day& day : days) {
    if (weekday_of(day) != weekday) continue;
    if (before != nullptr) {
      const int weeks = (day - *before) / days_per_week;
      ++gaps[weeks == 5 ? 4 : weeks];  // Exact: a monthly day lies four or five weeks on
      ++all;
    }
    before = &day;
  }
  for (const auto& [weeks, count] : gaps) {
    if (static_cast<double>(count) >= least_alike * static_cast<double>(all)) return weeks;
  }
  return 0;
}

struct DayFinding {
  FixedDay found;
  std::size_t activity = 0;
  double p = 1;
};

std::vector<DayFinding> test_days(const std::vector<Work>& work) {
  std::array<double, weekdays> all{};
  double total = 0;
  std::vector<std::set<Day>> days;
  for (const Work& one : work) {
    days.push_back(days_of(one));
    for (const Day day : days.back()) all[static_cast<std::size_t>(weekday_of(day))] += 1;
    total += static_cast<double>(days.back().size());
  }
  std::vector<DayFinding> findings;
  for (std::size_t a = 0; a < work.size(); ++a) {
    if (days[a].size() < least_days) continue;
    std::array<std::size_t, weekdays> counts{};
    for (const Day day : days[a]) ++counts[static_cast<std::size_t>(weekday_of(day))];
    const auto most = static_cast<std::size_t>(
        std::max_element(counts.begin(), counts.end()) - counts.begin());
    DayFinding one;
    one.activity = a;
    one.found.weekday = static_cast<Weekday>(most);
    one.found.days = days[a].size();
    one.found.share = static_cast<double>(counts[most]) / static_cast<double>(days[a].size());
    one.found.expected = all[most] / total;
    one.found.every_weeks = rhythm_of(days[a], one.found.weekday);
    one.p = std::min(1.0, at_least(counts[most], days[a].size(), one.found.expected) *
                              static_cast<double>(weekdays));  // any weekday could have been it
    findings.push_back(one);
  }
  return findings;
}

struct BatchFinding {
  Batching found;
  std::size_t activity = 0;
  double p = 1;
};

/// How many squared: pairs of things that are alike, and with themselves.
template <class Key>
double squares(const std::map<Key, std::size_t>& counts) {
  double sum = 0;
  for (const auto& [key, count] : counts) {
    sum += static_cast<double>(count) * static_cast<double>(count);
  }
  return sum;
}

BatchFinding test_batches(std::size_t activity, const Work& work) {
  using Minute = std::chrono::minutes;
  std::map<Instant, std::set<eventlog::CaseId>> at;     // by minute
  std::map<Instant, std::size_t> in_minute;
  std::map<Minute, std::size_t> at_time;                // by minute of the day
  std::map<Day, std::size_t> on_day;
  for (const Instance* one : work) {
    const Duration of_day = time_of_day(one->end);
    const auto minute = std::chrono::floor<Minute>(of_day);
    const Instant moment = start_of(day_of(one->end)) + minute;
    at[moment].insert(one->case_id);
    ++in_minute[moment];
    ++at_time[minute];
    ++on_day[day_of(one->end)];
  }
  BatchFinding result;
  result.activity = activity;
  const auto n = static_cast<double>(work.size());
  result.found.executions = work.size();
  const double pairs = n * n - squares(on_day);  // of executions on different days
  if (pairs <= 0) return result;
  const double alike = (squares(at_time) - squares(in_minute)) / pairs;
  double expected = 0;
  for (const auto& [day, count] : on_day) {
    expected += static_cast<double>(count) * at_least(least_batch - 1, count - 1, alike) / n;
  }
  std::size_t in_batch = 0;
  std::size_t batches = 0;
  double cases = 0;
  for (const auto& [moment, who] : at) {
    if (who.size() < least_batch) continue;
    in_batch += in_minute[moment];
    ++batches;
    cases += static_cast<double>(who.size());
  }
  result.found.share = static_cast<double>(in_batch) / n;
  if (batches > 0) result.found.mean_size = cases / static_cast<double>(batches);
  result.p = at_least(in_batch, work.size(), std::clamp(expected, 0.0, 1.0));
  return result;
}

class Finder {
 public:
  Finder(const eventlog::EventLog& log, std::span<const Instance> instances)
      : log_(log), work_(log.activities.size()), timed_(log.activities.size()),
        people_(log.activities.size()) {
    for (const Instance& one : instances) {
      const std::size_t activity = one.activity.index();
      work_[activity].push_back(&one);
      // Midnight exactly is a day, not a moment.
      if (time_of_day(one.end) != Duration(0)) timed_[activity].push_back(&one);
      if (!one.person.is_none()) people_[activity].insert(one.person);
    }
  }

  FixedMoments find() {
    FixedMoments result;
    std::vector<DayFinding> days = test_days(work_);
    keep(days, least_on_day, result.days, result.days_not_named);
    std::vector<BatchFinding> batches;
    for (std::size_t a = 0; a < timed_.size(); ++a) {
      if (timed_[a].size() >= least_executions) batches.push_back(test_batches(a, timed_[a]));
    }
    keep(batches, least_in_batch, result.batches, result.batches_not_named);
    return result;
  }

 private:
  template <class Finding, class Found>
  void keep(const std::vector<Finding>& findings, double least_share, std::vector<Found>& kept,
            std::size_t& not_named) const {
    std::vector<double> p;
    for (const Finding& one : findings) p.push_back(one.p);
    const std::vector<double> adjusted = holm(p);
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (adjusted[i] > largest_p || findings[i].found.share < least_share) continue;
      const auto& people = people_[findings[i].activity];
      if (!people.empty() && people.size() < smallest_group) {
        ++not_named;
        continue;
      }
      kept.push_back(findings[i].found);
      kept.back().activity = log_.activities[ActivityId(findings[i].activity)];
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Found& a, const Found& b) { return a.share > b.share; });
  }

  const eventlog::EventLog& log_;
  std::vector<Work> work_;
  std::vector<Work> timed_;
  std::vector<std::set<eventlog::PersonId>> people_;
};

}  // namespace

FixedMoments find_fixed_moments(const eventlog::EventLog& log,
                                std::span<const Instance> instances) {
  return Finder(log, instances).find();
}

}  // namespace veer::discover
