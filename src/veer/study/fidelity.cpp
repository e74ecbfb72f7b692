// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/fidelity.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/stats/wasserstein.hpp"

namespace veer::study {
namespace {

using eventlog::Instance;
using Bins = std::vector<std::int64_t>;

constexpr std::int64_t hour_us = 3'600'000'000;
// Exact: what the reference implementation counts for a weekday that one of the logs does not have:
// the largest distance between two hours of a day.
constexpr double weekday_missing = 23;

std::int64_t floor_hours(std::int64_t us) {
  const std::int64_t whole = us / hour_us;
  return us % hour_us < 0 ? whole - 1 : whole;
}
std::int64_t hour_number(Instant t) { return floor_hours(t.time_since_epoch().count()); }

/// What the distances need of one case.
struct CaseSpan {
  Instant first_start;
  Instant last_end;
};

std::map<eventlog::CaseId, CaseSpan> spans(LogView view) {
  std::map<eventlog::CaseId, CaseSpan> result;
  for (const Instance& instance : view.instances) {
    const CaseSpan own{instance.start, instance.end};
    const auto [at, is_new] = result.emplace(instance.case_id, own);
    if (is_new) continue;
    at->second.first_start = std::min(at->second.first_start, instance.start);
    at->second.last_end = std::max(at->second.last_end, instance.end);
  }
  return result;
}

Bins event_hours(LogView view) {
  Bins bins;
  bins.reserve(2 * view.instances.size());
  for (const Instance& instance : view.instances) {
    bins.push_back(hour_number(instance.start));
    bins.push_back(hour_number(instance.end));
  }
  return bins;
}

Bins arrival_hours(LogView view) {
  Bins bins;
  for (const auto& [id, span] : spans(view)) bins.push_back(hour_number(span.first_start));
  return bins;
}

Bins relative_hours(LogView view) {
  const auto cases = spans(view);
  Bins bins;
  bins.reserve(2 * view.instances.size());
  for (const Instance& instance : view.instances) {
    const Instant origin = cases.at(instance.case_id).first_start;
    bins.push_back(floor_hours((instance.start - origin).count()));
    bins.push_back(floor_hours((instance.end - origin).count()));
  }
  return bins;
}

std::vector<std::int64_t> cycle_times(LogView view) {
  std::vector<std::int64_t> result;
  for (const auto& [id, span] : spans(view)) {
    result.push_back((span.last_end - span.first_start).count());
  }
  return result;
}

using Week = std::array<Bins, 7>;

/// The mean over the weekdays of the distance between two days of hours.
double mean_over_weekdays(const Week& a, const Week& b) {
  double sum = 0;
  for (std::size_t day = 0; day < a.size(); ++day) {
    if (a[day].empty() && b[day].empty()) continue;
    sum += a[day].empty() || b[day].empty() ? weekday_missing : wasserstein_1(a[day], b[day]);
  }
  return sum / static_cast<double>(a.size());
}

std::size_t weekday_index(Instant t) { return static_cast<std::size_t>(weekday_of(day_of(t))); }
std::int64_t hour_of_day(Instant t) { return floor_hours(time_of_day(t).count()); }

Week hours_by_weekday(LogView view) {
  Week week;
  for (const Instance& instance : view.instances) {
    for (const Instant t : {instance.start, instance.end}) {
      week[weekday_index(t)].push_back(hour_of_day(t));
    }
  }
  return week;
}

/// Hours of each weekday, each repeated a hundred times per person who was at work in it.
Week workforce_by_weekday(LogView view) {
  std::array<std::set<Day>, 7> days;
  std::set<std::pair<std::int64_t, eventlog::PersonId>> present;  // (hour of the time line, who)
  for (const Instance& instance : view.instances) {
    if (instance.person.is_none()) continue;
    for (const Instant t : {instance.start, instance.end}) {
      days[weekday_index(t)].insert(day_of(t));
      present.emplace(hour_number(t), instance.person);
    }
  }
  std::array<std::array<std::int64_t, 24>, 7> people{};
  for (const auto& [hour, person] : present) {
    const Instant t(Duration(hour * hour_us));
    ++people[weekday_index(t)][static_cast<std::size_t>(hour_of_day(t))];
  }
  Week week;
  for (std::size_t day = 0; day < week.size(); ++day) {
    for (std::size_t hour = 0; hour < 24; ++hour) {
      if (people[day][hour] == 0) continue;
      const double mean =
          static_cast<double>(people[day][hour]) / static_cast<double>(days[day].size());
      const auto copies = static_cast<std::size_t>(mean * 100);
      week[day].insert(week[day].end(), copies, static_cast<std::int64_t>(hour));
    }
  }
  return week;
}

/// Per case, its activities in order of (start, end), numbered by text over both logs.
std::vector<std::vector<int>> sequences(LogView view, std::map<std::string, int>& numbers) {
  std::map<eventlog::CaseId, std::vector<Instance>> cases;
  for (const Instance& instance : view.instances) cases[instance.case_id].push_back(instance);
  std::vector<std::vector<int>> result;
  for (auto& [id, instances] : cases) {
    std::stable_sort(instances.begin(), instances.end(), [](const auto& x, const auto& y) {
      return std::pair(x.start, x.end) < std::pair(y.start, y.end);
    });
    std::vector<int>& sequence = result.emplace_back();
    for (const Instance& instance : instances) {
      const int next = static_cast<int>(numbers.size());
      const auto& name = view.log.activities[instance.activity];
      sequence.push_back(numbers.emplace(name, next).first->second);
    }
  }
  return result;
}

std::map<std::vector<int>, std::int64_t> count_ngrams(
    const std::vector<std::vector<int>>& sequences, std::size_t n) {
  constexpr int blank = -1;
  std::map<std::vector<int>, std::int64_t> counts;
  for (const auto& sequence : sequences) {
    std::vector<int> padded(n - 1, blank);
    padded.insert(padded.end(), sequence.begin(), sequence.end());
    padded.insert(padded.end(), n - 1, blank);
    for (std::size_t i = 0; i + n <= padded.size(); ++i) {
      const auto from = padded.begin() + static_cast<std::ptrdiff_t>(i);
      ++counts[std::vector<int>(from, from + static_cast<std::ptrdiff_t>(n))];
    }
  }
  return counts;
}

}  // namespace

double ngram_distance(LogView a, LogView b, std::size_t n) {
  VEER_EXPECT(n >= 1 && !a.instances.empty() && !b.instances.empty());
  std::map<std::string, int> numbers;
  const auto counts_a = count_ngrams(sequences(a, numbers), n);
  const auto counts_b = count_ngrams(sequences(b, numbers), n);
  std::int64_t total = 0;
  std::int64_t apart = 0;
  for (const auto& [ngram, count] : counts_a) {
    const auto other = counts_b.find(ngram);
    total += count;
    apart += std::abs(count - (other == counts_b.end() ? 0 : other->second));
  }
  for (const auto& [ngram, count] : counts_b) {
    total += count;
    if (counts_a.find(ngram) == counts_a.end()) apart += count;
  }
  return static_cast<double>(apart) / static_cast<double>(total);
}

double absolute_event_distance(LogView a, LogView b) {
  return wasserstein_1(event_hours(a), event_hours(b));
}

double case_arrival_distance(LogView a, LogView b) {
  return wasserstein_1(arrival_hours(a), arrival_hours(b));
}

double circadian_event_distance(LogView a, LogView b) {
  return mean_over_weekdays(hours_by_weekday(a), hours_by_weekday(b));
}

double relative_event_distance(LogView a, LogView b) {
  return wasserstein_1(relative_hours(a), relative_hours(b));
}

double cycle_time_distance(LogView a, LogView b) {
  auto times_a = cycle_times(a);
  auto times_b = cycle_times(b);
  const std::int64_t shortest = std::min(*std::min_element(times_a.begin(), times_a.end()),
                                         *std::min_element(times_b.begin(), times_b.end()));
  for (auto& us : times_a) us = floor_hours(us - shortest);
  for (auto& us : times_b) us = floor_hours(us - shortest);
  return wasserstein_1(std::move(times_a), std::move(times_b));
}

double circadian_workforce_distance(LogView a, LogView b) {
  return mean_over_weekdays(workforce_by_weekday(a), workforce_by_weekday(b));
}

Fidelity fidelity(LogView records, LogView simulated) {
  Fidelity result;
  result.ngd = ngram_distance(records, simulated);
  result.aed = absolute_event_distance(records, simulated);
  result.cad = case_arrival_distance(records, simulated);
  result.ced = circadian_event_distance(records, simulated);
  result.red = relative_event_distance(records, simulated);
  result.ctd = cycle_time_distance(records, simulated);
  result.cwd = circadian_workforce_distance(records, simulated);
  return result;
}

}  // namespace veer::study
