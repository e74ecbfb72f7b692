// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/imitation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "veer/discover/recorded_organisation.hpp"
#include "veer/sim/replication.hpp"
#include "veer/stats/draws.hpp"
#include "veer/stats/summary.hpp"

namespace veer::study {
namespace {

using eventlog::Instance;

// Judgement: room for a slow start, so that enough cases arrive; the surplus is not compared.
constexpr double arrival_room = 1.5;
// Judgement: see arrival_room.
constexpr int arrival_days = 60;
// Judgement: simulated cases may take this many times as long as the slowest recorded case.
constexpr double elapsed_room = 2;
// Judgement: and at least this long.
constexpr int follow_up_days = 60;
// Exact: mean days of a year.
constexpr double days_per_year = 365.25;

std::size_t count_cases(std::span<const Instance> instances) {
  std::set<eventlog::CaseId> cases;
  for (const Instance& instance : instances) cases.insert(instance.case_id);
  return cases.size();
}

Instant first_start(std::span<const Instance> instances) {
  return std::min_element(instances.begin(), instances.end(), [](const auto& a, const auto& b) {
           return a.start < b.start;
         })->start;
}

/// A simulated log as records.
struct SimulatedRecords {
  eventlog::EventLog log;
  std::vector<Instance> instances;
};

/// The work of the first `cases` cases that arrive at or after `from`, as a system that records
/// like that of the twin's records would have it. draws: of the replication.
SimulatedRecords records_of(const sim::Outcome& outcome, const discover::Twin& twin, Instant from,
                            std::size_t cases, bool ends_only, const Draws& draws) {
  const org::Baseline& baseline = twin.central;
  using Key = std::pair<work::CaseTypeId, std::uint32_t>;
  std::vector<std::pair<Instant, Key>> arrivals;
  for (const sim::CaseOutcome& c : outcome.cases) {
    if (c.arrived >= from) arrivals.push_back({c.arrived, {c.case_type, c.number}});
  }
  std::sort(arrivals.begin(), arrivals.end());
  if (arrivals.size() > cases) arrivals.resize(cases);
  std::map<Key, eventlog::CaseId> ids_of;
  for (std::size_t i = 0; i < arrivals.size(); ++i) {
    ids_of.emplace(arrivals[i].second, eventlog::CaseId(i));
  }
  SimulatedRecords result;
  std::map<eventlog::CaseId, Day> last_timed;
  for (const sim::SimulatedEvent& event : outcome.events) {
    const auto at = ids_of.find({event.case_type, event.number});
    if (at == ids_of.end()) continue;
    Instance instance;
    instance.case_id = at->second;
    instance.activity =
        result.log.activities.add(baseline.work.activities[event.activity].name);
    instance.person =
        result.log.persons.add(baseline.workforce.persons[event.person].pseudonym);
    instance.start = ends_only ? event.end : event.start;
    instance.end = event.end;
    const double share = twin.activity_times[event.activity.index()].day_only_share;
    const auto subject = static_cast<std::uint32_t>(at->second.index());
    const auto ordinal = static_cast<std::uint32_t>(result.instances.size());
    // A day stamp sorts before the times of its day: what came before it that day has one too.
    const auto timed = last_timed.find(instance.case_id);
    const bool may = timed == last_timed.end() || timed->second < day_of(event.end);
    if (ends_only && may && draws.uniform(Purpose::split, subject, ordinal) < share) {
      instance.start = instance.end = start_of(day_of(event.end));
    } else {
      last_timed[instance.case_id] = day_of(event.end);
    }
    result.instances.push_back(instance);
  }
  return result;
}

/// Whole days from `day` on in which no more than so many cases are expected.
std::int32_t days_until(double cases, const work::Work& work, Day day) {
  std::int32_t passed = 0;
  for (double expected = 0;; ++passed) {
    for (const work::CaseType& type : work.case_types) {
      const Day then = day + passed;
      expected += type.arrivals.per_year / days_per_year *
                  work::mean_days(type.arrivals.yearly_profile, then, then + 1);
    }
    if (expected > cases) return passed;
  }
}

sim::Window window_for(const discover::Twin& twin, Instant from, std::size_t cases) {
  double longest = 0;
  for (const auto& recorded : twin.recorded) {
    longest = std::max(longest, *std::max_element(recorded.elapsed_hours.begin(),
                                                  recorded.elapsed_hours.end()));
  }
  sim::Window window;
  window.first_day = day_of(from);
  window.measured = arrival_days + days_until(arrival_room * static_cast<double>(cases),
                                              twin.central.work, window.first_day);
  window.follow_up =
      follow_up_days + static_cast<std::int32_t>(elapsed_room * longest / 24);
  return window;
}

template <class Summary>
Fidelity summarise(const std::vector<Fidelity>& logs, Summary summary) {
  Fidelity result;
  for (const auto field : {&Fidelity::ngd, &Fidelity::aed, &Fidelity::cad, &Fidelity::ced,
                           &Fidelity::red, &Fidelity::ctd, &Fidelity::cwd}) {
    std::vector<double> values;
    for (const Fidelity& fidelity : logs) values.push_back(fidelity.*field);
    result.*field = summary(values);
  }
  return result;
}

/// The latest `cases` training cases, moved by whole weeks to begin when the held-out ones do.
std::vector<Instance> latest(const std::vector<Instance>& training, std::size_t cases,
                             Instant begin) {
  std::map<eventlog::CaseId, Instant> arrivals;
  for (const Instance& instance : training) {
    const auto [at, is_new] = arrivals.emplace(instance.case_id, instance.start);
    if (!is_new) at->second = std::min(at->second, instance.start);
  }
  std::vector<std::pair<Instant, eventlog::CaseId>> order;
  for (const auto& [id, arrival] : arrivals) order.push_back({arrival, id});
  std::sort(order.rbegin(), order.rend());
  if (order.size() > cases) order.resize(cases);
  std::set<eventlog::CaseId> kept;
  for (const auto& [arrival, id] : order) kept.insert(id);
  std::vector<Instance> result;
  for (const Instance& instance : training) {
    if (kept.count(instance.case_id) > 0) result.push_back(instance);
  }
  const Duration week = 7 * one_day;
  const Duration shift = (begin - first_start(result)) / week * week;
  for (Instance& instance : result) {
    instance.start += shift;
    instance.end += shift;
  }
  return result;
}

}  // namespace

Split split_by_time(std::span<const Instance> instances, double share) {
  std::vector<std::size_t> order(instances.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return instances[a].end < instances[b].end;
  });
  const auto teach = static_cast<std::size_t>(share * static_cast<double>(instances.size()));
  std::set<eventlog::CaseId> early;
  std::set<eventlog::CaseId> late;
  for (std::size_t i = 0; i < order.size(); ++i) {
    (i < teach ? early : late).insert(instances[order[i]].case_id);
  }
  Split split;
  for (const eventlog::CaseId id : early) split.dropped_cases += late.count(id);
  for (const Instance& instance : instances) {
    const bool in_early = early.count(instance.case_id) > 0;
    const bool in_late = late.count(instance.case_id) > 0;
    if (in_early && in_late) continue;
    (in_early ? split.training : split.held_out).push_back(instance);
  }
  return split;
}

Result<Imitation> imitate(const eventlog::EventLog& log, const eventlog::StaffList& staff,
                          const ImitationOptions& options, Executor& executor,
                          Progress& progress) {
  const auto instances = eventlog::instances(log);
  const Split split = split_by_time(instances);
  if (split.training.empty() || split.held_out.empty()) {
    return fail({ErrorCode::unsupported, "records", "no cases that lie wholly in the newest fifth",
                 "cases before and after", "Import records over a longer period."});
  }
  VEER_TRY(const discover::Twin twin, discover::discover(log, split.training, staff));
  const org::Organisation organisation =
      discover::recorded_organisation(twin.central.workforce);
  const Instant from = first_start(split.held_out);
  const bool ends_only =
      std::none_of(split.held_out.begin(), split.held_out.end(),
                   [](const Instance& instance) { return instance.start_recorded; });
  Imitation result;
  result.training_cases = count_cases(split.training);
  result.held_out_cases = count_cases(split.held_out);
  result.dropped_cases = split.dropped_cases;
  const LogView held_out{log, split.held_out};
  const auto repeated = latest(split.training, result.held_out_cases, from);
  result.repeating = fidelity(held_out, {log, repeated});

  std::vector<std::optional<Result<Fidelity>>> done(options.logs);
  executor.run(options.logs, [&](std::size_t i) {
    if (progress.stop_requested()) return;
    sim::Run run;
    run.seed = options.seed;
    run.replication = static_cast<std::uint32_t>(i);
    run.window = window_for(twin, from, result.held_out_cases);
    run.record_events = true;
    const auto outcome = sim::simulate(twin.central.work, twin.central.workforce, organisation,
                                       discover::recorded_assumptions(), run);
    if (!outcome) {
      done[i] = fail(outcome.error());
    } else {
      const SimulatedRecords simulated =
          records_of(*outcome, twin, from, result.held_out_cases, ends_only,
                     Draws(run.seed, run.replication));
      if (simulated.instances.empty()) {
        done[i] = fail({ErrorCode::unsupported, "simulation", "no finished work", "some", ""});
      } else {
        done[i] = fidelity(held_out, {simulated.log, simulated.instances});
      }
    }
  });
  for (auto& one : done) {
    if (!one) {
      return fail({ErrorCode::interrupted, "look", "stopped while simulating", "", ""});
    }
    if (!*one) return fail(one->error());
    result.logs.push_back(**one);
  }
  progress.advance(options.logs, options.logs);
  result.mean = summarise(result.logs, [](const auto& values) { return mean(values); });
  result.deviation =
      summarise(result.logs, [](const auto& values) { return population_deviation(values); });
  return result;
}

}  // namespace veer::study
