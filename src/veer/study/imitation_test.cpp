// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/imitation.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "small_world.hpp"

namespace veer::study {
namespace {

eventlog::Instance instance(std::size_t c, int start_hour, int end_hour) {
  eventlog::Instance result;
  result.case_id = eventlog::CaseId(c);
  result.activity = eventlog::ActivityId(0);
  result.start = Instant(std::chrono::hours(start_hour));
  result.end = Instant(std::chrono::hours(end_hour));
  return result;
}

TEST(Imitation, CasesOnBothSidesOfTheSplitAreDropped) {
  const std::vector<eventlog::Instance> all{instance(0, 0, 1), instance(0, 1, 9),
                                            instance(1, 1, 2), instance(1, 2, 3),
                                            instance(2, 9, 10)};
  // Four of five by end: up to hour 9; nothing is on both sides.
  EXPECT_EQ(split_by_time(all).dropped_cases, 0U);
  EXPECT_EQ(split_by_time(all).held_out.size(), 1U);
  const Split early = split_by_time(all, 0.6);
  EXPECT_EQ(early.dropped_cases, 1U) << "the first case";
  EXPECT_EQ(early.training.size(), 2U);
  EXPECT_EQ(early.held_out.size(), 1U);
}

/// Two years of a small office as records with starts.
eventlog::EventLog planted() {
  test::SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  const auto check = world.activity("check", Distribution::lognormal(0.5, 0.25));
  const auto decide = world.activity("decide", Distribution::lognormal(0.5, 0.25));
  const auto unit = world.unit("office");
  world.person(unit, {check, decide});
  world.person(unit, {check, decide});
  const auto type = world.case_type({check, decide}, Distribution::exponential(1.9));
  world.step(type, 1).delay = world.distribution(Distribution::exponential(10));
  world.run.window.measured = 700;
  world.run.record_events = true;
  const sim::Outcome outcome = world.simulate();
  eventlog::EventLog log;
  std::map<std::uint32_t, std::vector<sim::SimulatedEvent>> cases;
  for (const auto& event : outcome.events) cases[event.number].push_back(event);
  for (const auto& [number, events] : cases) {
    const auto id = log.cases.push_back({std::to_string(number), ""});
    for (const auto& event : events) {
      eventlog::Event row;
      row.case_id = id;
      row.activity = log.activities.add(world.work.activities[event.activity].name);
      row.person = log.persons.add(world.workforce.persons[event.person].pseudonym);
      row.start = event.start;
      row.end = event.end;
      log.events.push_back(row);
    }
  }
  return log;
}

TEST(Imitation, TheTwinOfAStableOfficeImitatesItsHeldOutRecords) {
  SerialExecutor executor;
  SilentProgress progress;
  ImitationOptions options;
  options.logs = 4;
  const auto log = planted();
  const auto found = imitate(log, {}, options, executor, progress);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->logs.size(), 4U);
  EXPECT_GT(found->held_out_cases, 200U);
  EXPECT_LT(found->mean.ngd, 0.01) << "one path only";
  EXPECT_LT(found->mean.ctd, 6) << "hours, of about 40";
  EXPECT_LT(found->mean.red, 6);
  const auto again = imitate(log, {}, options, executor, progress);
  EXPECT_EQ(again->logs, found->logs) << "same seed, same numbers";
}

}  // namespace
}  // namespace veer::study
