// SPDX-License-Identifier: EUPL-1.2
// Opgaven on the office calendar; Monday is 5 January 2026.
#include "veer/sim/opgaven.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "small_world.hpp"
#include "veer/sim/teams.hpp"
#include "veer/stats/draws.hpp"

namespace veer::test {
namespace {

/// An opgave that begins on the first Monday; people work office hours, each can do everything.
struct Town : SmallWorld {
  work::Opgave opgave;
  org::UnitId policy;

  Town() {
    workforce.office_hours = calendar::office_week();
    workforce.rosters[org::RosterId(0)] = calendar::office_week();
    policy = unit("policy");
    opgave.name = "housing";
    opgave.begins = *day_from_date(2026, 1, 5);
    opgave.due = *day_from_date(2026, 6, 30);
    run.window = {*day_from_date(2026, 1, 5), 0, 364, 364};
  }

  work::TaskId task(const std::string& name, double effort_hours,
                    const std::vector<work::TaskId>& after = {}) {
    work::Task made;
    made.name = name;
    made.activity = activity(name, Distribution::constant(effort_hours));
    made.after = after;
    return opgave.tasks.push_back(std::move(made));
  }
  work::Task& of(work::TaskId id) { return opgave.tasks[id]; }

  /// People who can do every task.
  void people(std::size_t count, org::UnitId unit) {
    std::vector<work::ActivityId> all;
    for (const work::Task& task : opgave.tasks) all.push_back(task.activity);
    for (std::size_t i = 0; i < count; ++i) person(unit, all);
  }
  void people(std::size_t count) { people(count, policy); }

  [[nodiscard]] sim::Outcome ran() {
    work.opgaven.push_back(opgave);
    return simulate();
  }
};

const sim::OpgaveOutcome& first(const sim::Outcome& outcome) {
  return outcome.opgaven[work::OpgaveId(0)];
}

/// The critical path, by taking tasks in any order in which all that comes before is known.
Instant critical_path_end(const work::Opgave& opgave, const std::vector<double>& effort_hours) {
  const calendar::WorkingTime office(calendar::office_week(), opgave.begins,
                                     opgave.begins + 4000);
  std::vector<std::optional<Instant>> ends(opgave.tasks.size());
  std::size_t known = 0;
  while (known < ends.size()) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i]) continue;
      Instant start = start_of(opgave.begins);
      bool ready = true;
      for (const work::TaskId before : opgave.tasks[work::TaskId(i)].after) {
        ready = ready && ends[before.index()].has_value();
        if (ready) start = std::max(start, *ends[before.index()]);
      }
      if (!ready) continue;
      ends[i] = office.finish(start, Effort::hours(effort_hours[i]));
      ++known;
    }
  }
  return **std::max_element(ends.begin(), ends.end());
}

TEST(Opgave, EndsAtItsCriticalPathWhenNothingIsUncertain) {
  for (std::uint32_t network = 0; network < 60; ++network) {
    const Draws draws(42, network);
    const auto uniform = [&](std::uint32_t a, std::uint32_t b = 0) {
      return draws.uniform(Purpose::bootstrap, a, b);
    };
    Town town;
    std::vector<double> efforts;
    const auto count = static_cast<std::uint32_t>(2 + 14 * uniform(0));
    for (std::uint32_t i = 0; i < count; ++i) {
      std::vector<work::TaskId> after;
      for (std::uint32_t j = 0; j < i; ++j) {
        if (uniform(i + 1, j + 1) < 0.3) after.emplace_back(j);
      }
      efforts.push_back(0.5 + 60 * uniform(i + 1, 1000));
      const work::TaskId id = town.task("t" + std::to_string(i), efforts.back(), after);
      town.of(id).parts = 1 + static_cast<std::uint32_t>(7 * uniform(i + 1, 2000));
    }
    town.people(count);
    const sim::Outcome outcome = town.ran();
    ASSERT_TRUE(first(outcome).finished);
    // Efforts in whole microseconds: the path is exact.
    ASSERT_EQ(to_iso(first(outcome).ended), to_iso(critical_path_end(town.opgave, efforts)))
        << "network " << network;
    ASSERT_NEAR(first(outcome).goal, 1, 1e-12);
    ASSERT_EQ(first(outcome).exceptions, 0U);
  }
}

TEST(Opgave, IsDoneSoonerByMoreHandsAndLaterByFewerPeople) {
  // 64 hours in 8 parts. Two hands: 32 hours, Monday to Thursday. One: two weeks less two days.
  for (const auto& [hands, people, end] : {std::tuple(2U, 2U, "2026-01-08T17:00:00"),
                                           std::tuple(1U, 2U, "2026-01-14T17:00:00"),
                                           std::tuple(2U, 1U, "2026-01-14T17:00:00")}) {
    Town town;
    const auto write = town.task("write", 64);
    town.of(write).parts = 8;
    town.of(write).hands = hands;
    town.people(people);
    EXPECT_EQ(to_iso(first(town.ran()).ended), end) << hands << " hands, " << people << " people";
  }
}

TEST(Opgave, ThatIsNotDoneInTimeHasReachedAShareOfItsGoal) {
  // 80 hours in 10 parts by one person: four parts by Thursday.
  Town town;
  town.of(town.task("write", 80)).parts = 10;
  town.opgave.due = *day_from_date(2026, 1, 8);
  town.people(1);
  const sim::Outcome outcome = town.ran();
  EXPECT_DOUBLE_EQ(first(outcome).goal_by_due, 0.4);
  EXPECT_DOUBLE_EQ(first(outcome).goal, 1);
  EXPECT_EQ(outcome.hours.opgaven, Effort::hours(80));
  EXPECT_EQ(first(outcome).effort, Effort::hours(80));
}

TEST(Opgave, HappensOnlyWhereItBeginsWithinTheRun) {
  Town town;
  town.task("write", 8);
  town.opgave.begins = *day_from_date(2025, 12, 1);
  town.people(1);
  const sim::Outcome outcome = town.ran();
  EXPECT_FALSE(first(outcome).begun);
  EXPECT_EQ(outcome.hours.opgaven, Effort());
}

/// Two tasks of 40 parts of one hour, the second after the first, with failures in the first.
Town failing(double internal, double external) {
  Town town;
  const auto a = town.task("a", 40);
  const auto b = town.task("b", 40);
  town.of(a).parts = town.of(b).parts = 40;
  town.of(a).internal_failure = internal;
  town.of(a).external_failure = external;
  town.of(a).affects = {b};
  town.people(2);
  return town;
}

TEST(Opgave, IsNotMultipliedByAShockOfDemand) {
  Town town;
  town.task("plan", 80);
  town.people(1);
  const auto question = town.activity("question", Distribution::constant(1));
  town.person(town.policy, {question});
  town.case_type({question}, Distribution::constant(8));
  Town calm = town;
  const Instant ends = first(calm.ran()).ended;
  town.run.shock = org::DrawnShock{1, 8, 2, 1};
  const sim::Outcome shocked = town.ran();
  EXPECT_EQ(first(shocked).ended, ends);
  EXPECT_TRUE(std::any_of(shocked.cases.begin(), shocked.cases.end(),
                          [](const sim::CaseOutcome& one) { return one.extra; }));
}

TEST(InternalFailure, IsRedoneCorrectedOrIgnoredInTheSharesOfDecisions) {
  for (const auto& [rework, correct, hours] :
       {std::tuple(1.0, 0.0, 120.0), std::tuple(0.0, 1.0, 100.0), std::tuple(0.0, 0.0, 80.0)}) {
    Town town = failing(1, 0);
    town.assumptions.outcome_rework = rework;
    town.assumptions.outcome_correct = correct;
    const sim::Outcome outcome = town.ran();
    EXPECT_EQ(first(outcome).exceptions, 40U);
    EXPECT_EQ(first(outcome).ignored, hours > 80 ? 0U : 40U);
    EXPECT_EQ(first(outcome).redone, hours > 80 ? 40U : 0U);
    EXPECT_DOUBLE_EQ(first(outcome).effort.hours(), hours);
    EXPECT_DOUBLE_EQ(outcome.hours.rework.hours(), hours - 80);
  }
}

TEST(ExternalFailure, IsRedoneInTheTaskThatItAffects) {
  // Both tasks run side by side, an hour a part; the first part of b is done when a's first fails.
  Town town = failing(0, 1);
  town.assumptions.outcome_rework = 1;
  const sim::Outcome outcome = town.ran();
  EXPECT_TRUE(first(outcome).finished);
  EXPECT_EQ(first(outcome).exceptions, 40U);
  EXPECT_GT(outcome.hours.rework.hours(), 30);
  EXPECT_LE(outcome.hours.rework.hours(), 40);
  EXPECT_NEAR(first(outcome).goal, 1, 1e-12);
}

TEST(ExternalFailure, ReopensATaskThatWasDoneAndTheOpgaveWaitsForIt) {
  Town town;
  const auto a = town.task("a", 8);
  const auto b = town.task("b", 16);
  town.of(b).external_failure = 1;
  town.of(b).affects = {a};
  town.people(2);
  town.assumptions.outcome_rework = 1;
  // a is done on Monday, b on Tuesday; then a is done again: Wednesday.
  EXPECT_EQ(to_iso(first(town.ran()).ended), "2026-01-07T17:00:00");
}

TEST(Failures, AreLikelierWhereTheyWereIgnored) {
  const auto exceptions = [](double factor) {
    std::uint32_t sum = 0;
    for (std::uint32_t replication = 0; replication < 20; ++replication) {
      Town town = failing(0.2, 0);
      town.opgave.neglect_factor = factor;
      town.run.replication = replication;
      sum += first(town.ran()).exceptions;
    }
    return sum;
  };
  // 800 parts at 0.2: 160, standard deviation 11. Once one is ignored all others fail at 0.6.
  EXPECT_NEAR(exceptions(1), 160, 34);
  EXPECT_GT(exceptions(3), 300U);
}

TEST(Messages, TakeTimeOfThePeopleOfOtherTasksAndAreMissedWhenNobodyTakesThemUp) {
  const auto answered = [](double wait_days) {
    Town town;
    const auto a = town.task("a", 40);
    const auto b = town.task("b", 40);
    town.of(a).parts = town.of(b).parts = 40;
    town.of(a).informs = {b};
    town.of(a).exchange = 1;
    town.opgave.exchange_hours = 0.25;
    town.opgave.exchange_wait_days = wait_days;
    town.people(2);
    return town.ran();
  };
  const sim::Outcome patient = answered(5);
  EXPECT_GT(first(patient).messages, 35U);
  EXPECT_EQ(first(patient).missed, 0U);
  EXPECT_GT(patient.hours.coordination.hours(), 5);
  // A part takes an hour; a message that lapses after 4.8 minutes finds its reader busy.
  const sim::Outcome hasty = answered(0.01);
  EXPECT_GT(first(hasty).missed, 10U);
  EXPECT_LT(hasty.hours.coordination, patient.hours.coordination);
}

TEST(Team, GivesItsShareOfTheWeekToTheOpgaveAndTheRestToTheLine) {
  // Two fifths of a 40-hour week are Thursday and Friday: 16 hours of work end on Friday.
  Town town;
  town.task("write", 16);
  town.people(2);
  town.organisation.claims = {{org::PersonId(1), work::OpgaveId(0), 0.4, false}};
  EXPECT_EQ(to_iso(first(town.ran()).ended), "2026-01-09T17:00:00");

  Town cases;
  cases.task("write", 16);
  const auto answer = cases.activity("answer", Distribution::constant(8));
  cases.case_type({answer}, Distribution::constant(7.9));
  cases.person(cases.policy, {cases.of(work::TaskId(0)).activity, answer});
  cases.organisation.claims = {{org::PersonId(0), work::OpgaveId(0), 0.4, false}};
  cases.run.window.measured = 28;
  const sim::Outcome outcome = cases.ran();
  EXPECT_EQ(outcome.by_person.size(), 1U);
  EXPECT_EQ(outcome.hours.paid, Effort::hours(160));
  EXPECT_EQ(outcome.hours.opgaven, Effort::hours(16));
  // All the rest for cases, once the first has come after 7.9 hours; after the opgave all days.
  EXPECT_NEAR(outcome.hours.cases.hours(), 160 - 16 - 7.9, 1e-6);
}

TEST(Team, AloneDoesWhatItsMembersCanDo) {
  Town town;
  town.task("write", 16);
  town.people(5);
  town.organisation.claims = {{org::PersonId(4), work::OpgaveId(0), 0.2, true}};
  const sim::Outcome outcome = town.ran();
  // A fifth of the week: two Fridays.
  EXPECT_EQ(to_iso(first(outcome).ended), "2026-01-16T17:00:00");
  EXPECT_EQ(outcome.by_person[4].opgaven, Effort::hours(16));
}

TEST(Team, LeavesTheWholeWeekToTheLineBeforeTheOpgaveBegins) {
  Town town;
  town.task("write", 16);
  town.opgave.begins = *day_from_date(2026, 2, 2);
  const auto answer = town.activity("answer", Distribution::constant(8));
  town.case_type({answer}, Distribution::constant(7.9));
  town.person(town.policy, {town.of(work::TaskId(0)).activity, answer});
  town.organisation.claims = {{org::PersonId(0), work::OpgaveId(0), 0.4, false}};
  town.run.window.measured = 35;
  const sim::Outcome outcome = town.ran();
  EXPECT_EQ(to_iso(first(outcome).ended), "2026-02-06T17:00:00");
  EXPECT_NEAR(outcome.hours.idle.hours(), 7.9, 1e-6) << "until the first case has come";
}

TEST(Team, KeepsTheLedgerOfWhatIsInHandWhenTheWeekIsDivided) {
  // A case of 60 hours from Monday 5 January 9:30; a meeting on Friday morning; from Wednesday 14
  // January on Thursdays and Fridays are the team's. Work: 7 + 24 + 7, 16, and 6 on that Wednesday.
  Town town;
  town.task("write", 8);
  town.opgave.begins = *day_from_date(2026, 1, 14);
  const auto answer = town.activity("answer", Distribution::constant(60));
  const auto type = town.case_type({answer}, Distribution::constant(1));
  town.work.case_types[type].arrivals.at_most = 1;
  const auto person = town.person(town.policy, {town.of(work::TaskId(0)).activity, answer});
  town.organisation.claims = {{person, work::OpgaveId(0), 0.4, false}};
  town.organisation.meetings.push_back({"team", {person}, Weekday::friday,
                                        std::chrono::hours(9), std::chrono::hours(1), 1, 0});
  const sim::Outcome outcome = town.ran();
  const sim::CaseOutcome& one = outcome.cases.front();
  EXPECT_EQ(to_iso(one.ended), "2026-01-14T15:00:00");
  EXPECT_EQ(one.ledger[sim::Row::coordination], std::chrono::hours(1));
  EXPECT_EQ(one.ledger[sim::Row::work], std::chrono::hours(60));
  EXPECT_EQ(one.ledger[sim::Row::capacity], Duration::zero());
}

TEST(Team, LetsItsLeadDecideAndNotTheLeadOfTheLine) {
  Town town;
  const auto write = town.task("write", 16);
  town.of(write).parts = 16;
  town.of(write).internal_failure = 1;
  town.people(2);
  const org::PersonId boss(0);
  const org::PersonId manager = town.person(town.policy, {});
  town.organisation.units[town.policy].lead = boss;
  town.organisation.exceptions[1] = {org::Decider::lead, org::Protocol::chain, 0, 0, 0, {}};
  town.assumptions.decision_minutes = 10;
  town.organisation.claims = {{org::PersonId(1), work::OpgaveId(0), 0.4, false},
                              {manager, work::OpgaveId(0), 0.4, true}};
  const sim::Outcome outcome = town.ran();
  EXPECT_EQ(outcome.decisions[1].taken, 16U);
  EXPECT_EQ(outcome.by_person[boss.index()].decisions, Effort());
  EXPECT_GT(outcome.by_person[manager.index()].decisions, Effort());
}

TEST(Team, HoldsSeatsWithTheHalfDaysThatThePersonKeepsForIt) {
  Town town;
  town.task("write", 16);
  town.people(2);
  town.work.opgaven.push_back(town.opgave);
  town.organisation.claims = {{org::PersonId(1), work::OpgaveId(0), 0.3, true}};
  town.organisation.meetings.push_back({"team", {org::PersonId(1)}, Weekday::friday, {}, {}, 1, 0});
  const sim::Seats seats = sim::with_teams(town.work, town.workforce, town.organisation);
  ASSERT_EQ(seats.person_of, (std::vector<std::uint32_t>{0, 1, 1}));
  const auto week = [&](std::size_t seat) {
    const org::Person& person = seats.workforce.persons[org::PersonId(seat)];
    return hours(seats.workforce.rosters[person.roster].week());
  };
  EXPECT_DOUBLE_EQ(week(1), 40);
  EXPECT_DOUBLE_EQ(week(2), 12);
  const calendar::Roster& whole = town.workforce.rosters[org::RosterId(0)];
  EXPECT_DOUBLE_EQ(hours(sim::without(whole, seats.teams[0].part).week()), 28);
  const org::UnitId team = seats.organisation.places[org::PersonId(2)].unit;
  EXPECT_EQ(seats.organisation.units[team].lead, org::PersonId(2));
  EXPECT_TRUE(seats.workforce.persons[org::PersonId(1)].competences.empty());
  EXPECT_EQ(seats.organisation.meetings[0].participants.size(), 2U);
}

TEST(Team, ThatClaimsMoreThanAWeekIsRefused) {
  Town town;
  town.task("write", 16);
  town.people(1);
  town.organisation.claims = {{org::PersonId(0), work::OpgaveId(0), 0.6, false},
                              {org::PersonId(0), work::OpgaveId(0), 0.5, false}};
  town.work.opgaven.push_back(town.opgave);
  const auto outcome = sim::simulate(town.work, town.workforce, town.organisation,
                                     town.assumptions, town.run);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error()[0].where, "claims[1]");
  EXPECT_EQ(outcome.error()[0].found, "claims of 110 % on one post");
}

TEST(Team, WhoseTaskSharesAnActivityWithOtherWorkIsRefused) {
  Town town;
  town.task("write", 16);
  town.people(2);
  town.work.opgaven.push_back(town.opgave);
  town.work.opgaven.push_back(town.opgave);
  EXPECT_NO_THROW(static_cast<void>(town.simulate())) << "without a team anybody does both";
  town.organisation.claims = {{org::PersonId(0), work::OpgaveId(0), 0.5, false}};
  const auto outcome = sim::simulate(town.work, town.workforce, town.organisation,
                                     town.assumptions, town.run);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error()[0].where, "opgaven[0].tasks[0].activity");
}

TEST(Task, ThatNobodyCanDoIsRefused) {
  Town town;
  town.task("write", 16);
  town.person(town.policy, {});
  town.work.opgaven.push_back(town.opgave);
  const auto outcome = sim::simulate(town.work, town.workforce, town.organisation,
                                     town.assumptions, town.run);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error()[0].found, "nobody who can do it");
}

}  // namespace
}  // namespace veer::test
