// SPDX-License-Identifier: EUPL-1.2
// Does the cost of a case grow with the size of the organisation? Cases wait for their applicant
// and are then done by a team of ten at load .8. One item is one case: an arrival, a wait, a queue,
// an activity and the ledger of all that. Making everybody's tables is told apart: `set_up` is the
// time of a run with one case of each type, which the others leave out. Memory is what one more
// case in flight takes.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>

#include "small_world.hpp"
#include "veer/sim/engine.hpp"

namespace veer::bench {
namespace {

constexpr int team_size = 10;
constexpr double load = 0.8;
constexpr double cases_in_all = 1e6;

/// `people` in teams of ten, each team with a case type of its own; work of an hour. The wait is so
/// long that on average so many cases are in flight.
test::SmallWorld world_of(int people, double in_flight) {
  test::SmallWorld world;
  const double cases_per_hour = load * people;
  const int teams = people / team_size;
  // Case types are at most 255: teams share them and the activities are theirs in turn.
  const int types = std::min(teams, 100);
  const auto wait = world.distribution(
      Distribution::uniform(0.5 * in_flight / cases_per_hour, 1.5 * in_flight / cases_per_hour));
  std::vector<work::ActivityId> activities;
  for (int i = 0; i < types; ++i) {
    activities.push_back(world.activity("task", Distribution::exponential(1)));
    const auto type = world.case_type({activities.back()},
                                      Distribution::exponential(types / cases_per_hour));
    auto& steps = world.work.case_types[type].process.steps;
    work::Step waiting;
    waiting.kind = work::StepKind::wait;
    waiting.delay = wait;
    waiting.next = {{work::StepId(0), 1.0}};
    const auto first = steps.push_back(waiting);
    world.work.case_types[type].process.first = {{first, 1.0}};
  }
  for (int t = 0; t < teams; ++t) {
    const auto team = world.unit("team");
    for (int i = 0; i < team_size; ++i) {
      world.person(team, {activities[static_cast<std::size_t>(t % types)]});
    }
  }
  const double days = (cases_in_all + 2 * in_flight) / cases_per_hour / 24;
  world.run.window = {*day_from_date(2024, 1, 1), 0, std::max(1, static_cast<int>(days)), 0};
  return world;
}

struct Measured {
  double seconds;  ///< Of processor time.
  std::uint64_t steps;
};

Measured measure(const test::SmallWorld& world) {
  const std::clock_t begun = std::clock();
  const std::uint64_t steps = world.simulate().steps_done;
  return {static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC, steps};
}

void cases(benchmark::State& state) {
  const test::SmallWorld world =
      world_of(static_cast<int>(state.range(0)), static_cast<double>(state.range(1)));
  test::SmallWorld hardly_any = world;
  for (work::CaseType& type : hardly_any.work.case_types) type.arrivals.at_most = 1;
  std::uint64_t steps = 0;
  double set_up = 0;
  for (auto iteration : state) {
    static_cast<void>(iteration);
    const Measured tables = measure(hardly_any);
    const Measured whole = measure(world);
    set_up += tables.seconds;
    steps += whole.steps - tables.steps;
    state.SetIterationTime(whole.seconds - tables.seconds);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(steps));
  state.counters["set_up"] = benchmark::Counter(set_up, benchmark::Counter::kAvgIterations);
  state.counters["bytes_in_flight"] =
      sizeof(sim::detail::Case) + sizeof(sim::detail::Token) + sizeof(sim::detail::Piece) +
      3 * sizeof(std::uint8_t) +  // that they are live
      sizeof(sim::detail::PieceList::Entry) + 2 * sizeof(std::uint64_t) + sizeof(std::uint32_t);
}

BENCHMARK(cases)
    ->ArgNames({"people", "in_flight"})
    ->Args({100, 100})
    ->Args({100, 1000})
    ->Args({100, 10'000})
    ->Args({100, 100'000})
    ->Args({100, 1'000'000})
    ->Args({10, 1000})
    ->Args({1000, 1000})
    ->Args({10'000, 1000})
    ->Args({100'000, 1000})
    ->Args({10, 101'000})
    ->Args({100'000, 21'000})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace veer::bench
