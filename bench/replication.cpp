// SPDX-License-Identifier: EUPL-1.2
// One replication of an organisation: what the ledger, people, calendars and decisions cost on top
// of the bare queue. One item is one completed activity.
#include "veer/sim/replication.hpp"

#include <benchmark/benchmark.h>

#include "small_world.hpp"

namespace veer::bench {
namespace {

void run(benchmark::State& state, const test::SmallWorld& world) {
  std::uint64_t steps = 0;
  for (auto _ : state) steps += world.simulate().steps_done;
  state.SetItemsProcessed(static_cast<std::int64_t>(steps));
}

/// M/M/8 at rho .8, everybody always there: 230,000 cases.
void yardstick_queue(benchmark::State& state) {
  test::SmallWorld world;
  const auto task = world.activity("task", Distribution::exponential(1));
  const auto team = world.unit("team");
  for (int i = 0; i < 8; ++i) world.person(team, {task});
  world.case_type({task}, Distribution::exponential(1 / 6.4));
  world.run.window.measured = 1500;
  run(state, world);
}

/// Forty people in five teams on office hours, with other work, meetings, absences, hand-overs and
/// decisions by leads: a year.
void office(benchmark::State& state) {
  test::SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  const auto top = world.unit("top");
  std::vector<work::ActivityId> activities;
  for (int i = 0; i < 15; ++i) {
    activities.push_back(world.activity("a" + std::to_string(i), Distribution::lognormal(0.4, 1)));
  }
  for (std::size_t t = 0; t < 5; ++t) {
    const auto team = world.unit("team", top);
    org::Meeting meeting{"team", {}, Weekday::tuesday, std::chrono::hours(9),
                         std::chrono::hours(1), 1, 0};
    for (int i = 0; i < 8; ++i) {
      const auto person = world.person(
          team, {activities[t * 3], activities[t * 3 + 1], activities[t * 3 + 2]});
      world.organisation.places[person].duties = {{org::DutyKind::other, 16},
                                                  {org::DutyKind::leading, 2}};
      meeting.participants.push_back(person);
    }
    world.organisation.units[team].lead = meeting.participants.front();
    world.organisation.meetings.push_back(meeting);
  }
  world.organisation.units[top].lead = world.person(top, {});
  world.organisation.exceptions[0] = {org::Decider::lead, org::Protocol::chain, 0, 2, 0, {}};
  world.organisation.exceptions[1] = world.organisation.exceptions[0];
  world.organisation.exceptions[2] = {org::Decider::line, org::Protocol::chain, 0, 5, 0, {}};
  for (std::size_t t = 0; t < 5; ++t) {
    std::vector<work::ActivityId> steps;
    for (const std::size_t i : {t * 3, t * 3 + 1, t * 3 + 2, t * 3 + 4}) {
      steps.push_back(activities[i % activities.size()]);
    }
    world.case_type(steps, Distribution::exponential(1.5));
  }
  auto& a = world.assumptions;
  a.routine_share = 0.1;
  a.operational_share = 0.05;
  a.cross_unit_share = 0.1;
  a.decision_minutes = 10;
  a.outcome_rework = 0.2;
  a.read_in_person_minutes = 5;
  a.read_in_unit_minutes = 10;
  a.question_share = 0.1;
  a.question_minutes = 10;
  a.other_work_minutes = 45;
  a.sick_leave_share = 0.06;
  a.sick_leave_spells = 1;
  a.leave_weeks = 5.5;
  a.attention_priority = 0.5;
  a.attention_fifo = 0.2;
  a.attention_lifo = 0.2;
  a.tasks_at_once = 2;
  world.run.window = {*day_from_date(2024, 1, 1), 90, 365, 180};
  run(state, world);
}

BENCHMARK(yardstick_queue)->Unit(benchmark::kMillisecond);
BENCHMARK(office)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace veer::bench
