// SPDX-License-Identifier: EUPL-1.2
// Paid hours = work by kind + absence + idle, for every person and in total, in random worlds.
#include "veer/sim/hours.hpp"

#include <gtest/gtest.h>

#include "small_world.hpp"
#include "veer/org/continuing.hpp"
#include "veer/stats/draws.hpp"

namespace veer::test {
namespace {

/// A world of any shape: some of everything there is, by the numbers of one seed.
class RandomWorld {
 public:
  explicit RandomWorld(std::uint32_t seed) : draws_(7, seed) {
    world_.workforce.office_hours = calendar::office_week();
    world_.workforce.rosters[org::RosterId(0)] = calendar::office_week();
    world_.workforce.rosters.push_back(
        calendar::part_time(calendar::office_week(), Fte::of(0.5 + 0.4 * draw())));
    world_.workforce.closed_days = {*day_from_date(2026, 4, 6), *day_from_date(2026, 5, 14)};
    const std::size_t kinds = 2 + pick(5);
    for (std::size_t i = 0; i < kinds; ++i) {
      activities_.push_back(
          world_.activity("a" + std::to_string(i), Distribution::exponential(0.3 + draw())));
    }
    add_people();
    add_cases();
    add_proposals();
    add_opgaven();
    add_continuing();
    assume();
    world_.run.window = {*day_from_date(2026, 1, 5), static_cast<std::int32_t>(pick(60)),
                         static_cast<std::int32_t>(30 + pick(150)),
                         static_cast<std::int32_t>(pick(120))};
    world_.run.replication = seed;
  }
  [[nodiscard]] const SmallWorld& world() const { return world_; }

 private:
  double draw() { return draws_.uniform(Purpose::bootstrap, count_++); }
  std::size_t pick(std::size_t below) {
    return static_cast<std::size_t>(draw() * static_cast<double>(below));
  }

  void add_people() {
    const auto top = world_.unit("top");
    const std::size_t units = 1 + pick(3);
    std::vector<org::UnitId> teams;
    for (std::size_t i = 0; i < units; ++i) {
      teams.push_back(world_.unit("u" + std::to_string(i), top));
    }
    world_.organisation.units[top].lead = world_.person(top, {});
    const std::size_t people = 2 * units + pick(10);
    for (std::size_t i = 0; i < people; ++i) {
      std::vector<work::ActivityId> can;
      for (const work::ActivityId activity : activities_) {
        if (i < 2 || draw() < 0.4) can.push_back(activity);
      }
      const auto person = world_.person(teams[i % units], can);
      if (draw() < 0.4) world_.workforce.persons[person].roster = org::RosterId(1);
      world_.organisation.places[person].duties = {{org::DutyKind::other, 10 * draw()},
                                                   {org::DutyKind::leading, 2 * draw()}};
      if (draw() < 0.7) continue;
      world_.organisation.meetings.push_back({"team",
                                              {person, org::PersonId(1)},
                                              static_cast<Weekday>(pick(5)),
                                              std::chrono::hours(9 + static_cast<int>(pick(6))),
                                              std::chrono::minutes(40),
                                              1 + static_cast<int>(pick(2)),
                                              0});
    }
    for (const org::UnitId team : teams) {
      for (const org::PersonId person : ids(world_.organisation.places)) {
        if (world_.organisation.places[person].unit == team) {
          world_.organisation.units[team].lead = person;
        }
      }
    }
  }

  void add_cases() {
    const std::size_t types = 1 + pick(3);
    for (std::size_t i = 0; i < types; ++i) {
      const auto type = world_.case_type({any(), any()}, Distribution::exponential(2 + 6 * draw()));
      world_.work.case_types[type].urgency = static_cast<work::Urgency>(pick(3));
      world_.step(type, 1).same_person = draw();
    }
  }

  void add_proposals() {
    work::Board board;
    board.name = "council";
    board.weekday = static_cast<Weekday>(pick(5));
    if (draw() < 0.5) board.weeks_of_month = {1, 3};
    board.starts_at = std::chrono::hours(9);
    board.length = std::chrono::hours(2);
    board.agenda_closes = std::chrono::hours(24 * static_cast<int>(pick(14)));
    const auto id = world_.work.boards.push_back(board);
    const auto type = world_.case_type({any(), any()}, Distribution::exponential(20));
    world_.work.case_types[type].proposal = true;
    world_.step(type, 1).kind = work::StepKind::board;
    world_.step(type, 1).board = id;
    world_.step(type, 1).next = {{work::StepId(0), 0.2}, {work::StepId(2), 0.8}};
  }

  void add_opgaven() {
    const std::size_t opgaven = pick(3);
    for (std::size_t i = 0; i < opgaven; ++i) {
      work::Opgave opgave;
      opgave.name = "o" + std::to_string(i);
      opgave.begins = *day_from_date(2026, 1, 5) + static_cast<std::int32_t>(pick(80));
      opgave.due = opgave.begins + 60;
      opgave.exchange_hours = 0.3;
      opgave.exchange_wait_days = draw();
      opgave.neglect_factor = 1 + 2 * draw();
      const std::size_t tasks = 2 + pick(5);
      for (std::size_t t = 0; t < tasks; ++t) {
        work::Task task;
        task.name = "t";
        task.activity = any();
        if (t > 0 && draw() < 0.6) task.after = {work::TaskId(pick(t))};
        task.affects = task.informs = {work::TaskId((t + 1) % tasks)};
        task.parts = 2 + static_cast<std::uint32_t>(pick(20));
        task.hands = 1 + static_cast<std::uint32_t>(pick(2));
        task.internal_failure = task.external_failure = 0.4 * draw();
        task.exchange = draw();
        opgave.tasks.push_back(task);
      }
      const auto id = world_.work.opgaven.push_back(opgave);
      if (draw() < 0.6) {
        world_.organisation.claims.push_back({org::PersonId(1), id, 0.2 + 0.2 * draw(), true});
        world_.organisation.claims.push_back({org::PersonId(2), id, 0.3, false});
      }
    }
    // Tasks take more than a step of a case; they share the activity's distribution.
    for (work::Opgave& opgave : world_.work.opgaven) {
      for (work::Task& task : opgave.tasks) {
        task.activity = world_.activity("task", Distribution::lognormal(5 + 30 * draw(), 0.5));
        for (const std::uint32_t person : {1U, 2U, 3U}) {
          if (!world_.workforce.persons.contains(org::PersonId(person))) continue;
          world_.workforce.persons[org::PersonId(person)].competences.push_back({task.activity, 1});
        }
      }
    }
  }

  void add_continuing() {
    const std::size_t kinds = pick(3);
    for (std::size_t i = 0; i < kinds; ++i) {
      world_.work.continuing.push_back({"c" + std::to_string(i), any(), 2 + 8 * draw()});
    }
  }

  void assume() {
    auto& a = world_.assumptions;
    a.routine_share = a.operational_share = a.cross_unit_share = a.question_share = 0.3 * draw();
    a.decision_minutes = a.advice_minutes = a.question_minutes = a.assign_minutes = 12;
    a.outcome_rework = a.outcome_correct = 0.4 * draw();
    a.read_in_person_minutes = a.read_in_unit_minutes = 5;
    a.other_work_minutes = 40;
    a.sick_leave_share = 0.05;
    a.sick_leave_spells = 1;
    a.leave_weeks = 5;
    a.attention_priority = 0.5;
    a.attention_fifo = a.attention_lifo = 0.2;
    a.tasks_at_once = 1 + static_cast<double>(pick(4));
    world_.organisation.find_person = static_cast<org::FindPerson>(pick(3));
    world_.organisation.exceptions[0] = {org::Decider::lead, org::Protocol::chain, 0, 2, 0, {}};
    world_.organisation.exceptions[1] = {
        org::Decider::colleagues, org::Protocol::advice, 2, 3, 0.3, {1, 2}};
    world_.organisation.exceptions[2] = {org::Decider::line, org::Protocol::chain, 0, 4, 0, {}};
  }

  work::ActivityId any() { return activities_[pick(activities_.size())]; }

  Draws draws_;
  std::uint32_t count_ = 0;
  SmallWorld world_;
  std::vector<work::ActivityId> activities_;
};

TEST(Hours, AddUpToThePaidHoursOfEveryPersonInEveryWorld) {
  Effort proposals;
  Effort opgaven;
  Effort coordination;
  Effort continuing;
  for (std::uint32_t seed = 0; seed < 80; ++seed) {
    const sim::Outcome outcome = RandomWorld(seed).world().simulate();
    sim::HoursByKind total;
    for (const sim::HoursByKind& person : outcome.by_person) {
      ASSERT_EQ(person.accounted() + person.idle, person.paid) << "world " << seed;
      for (const Effort kind : {person.cases, person.rework, person.proposals, person.opgaven,
                                person.decisions, person.coordination, person.meetings,
                                person.leading, person.all_continuing(), person.other,
                                person.absent, person.idle}) {
        ASSERT_GE(kind, Effort()) << "world " << seed;
      }
      total += person;
    }
    ASSERT_EQ(total.paid, outcome.hours.paid);
    ASSERT_EQ(outcome.hours.accounted() + outcome.hours.idle, outcome.hours.paid);
    for (const sim::CaseOutcome& one : outcome.cases) {
      ASSERT_EQ(one.ledger.total(), one.elapsed()) << "world " << seed;
    }
    proposals += outcome.hours.proposals;
    opgaven += outcome.hours.opgaven;
    coordination += outcome.hours.coordination;
    continuing += outcome.hours.all_continuing();
  }
  // The worlds have all of it in them.
  for (const Effort kind : {proposals, opgaven, coordination, continuing}) {
    EXPECT_GT(kind.hours(), 50);
  }
}

TEST(ContinuingWork, TakesItsHoursByName) {
  SmallWorld world;
  const auto street = world.activity("street", Distribution::exponential(2));
  const auto park = world.activity("park", Distribution::constant(1));
  const auto unit = world.unit("outside");
  for (int i = 0; i < 4; ++i) world.person(unit, {street});
  world.person(unit, {street, park});
  world.workforce.rosters[org::RosterId(0)] = world.workforce.office_hours =
      calendar::office_week();
  world.work.continuing.push_back({"street", street, 100});
  world.work.continuing.push_back({"park", park, 12});
  world.run.window = {*day_from_date(2026, 1, 5), 70, 364, 0};
  const sim::Outcome outcome = world.simulate();
  ASSERT_EQ(outcome.hours.continuing.size(), 2U);
  // Poisson pieces: 5,200 hours in pieces of 2 with variance 4: standard deviation 144.
  EXPECT_NEAR(outcome.hours.continuing[0].hours(), 5200, 430);
  // 624 pieces of an hour: standard deviation 25.
  EXPECT_NEAR(outcome.hours.continuing[1].hours(), 624, 75);
  EXPECT_EQ(outcome.hours.other, Effort());
  // Everybody can do the street and does a fifth of it.
  EXPECT_NEAR(outcome.by_person[0].all_continuing().hours(), 1040, 200);
}

TEST(ContinuingWork, LiesWithPeopleInProportionToTheirWeeks) {
  SmallWorld world;
  const auto street = world.activity("street", Distribution::exponential(2));
  const auto unit = world.unit("outside");
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  world.workforce.rosters.push_back(calendar::part_time(calendar::office_week(), Fte::of(0.5)));
  world.person(unit, {street});
  world.workforce.persons[world.person(unit, {street})].roster = org::RosterId(1);
  world.person(unit, {});
  const auto hours = org::continuing_hours({"street", street, 30}, world.workforce);
  EXPECT_EQ(hours.values(), (std::vector<double>{20, 10, 0}));
}

TEST(ContinuingWork, ThatAsksMoreThanPeopleHaveIsRefused) {
  SmallWorld world;
  const auto street = world.activity("street", Distribution::exponential(2));
  world.person(world.unit("outside"), {street});
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  world.work.continuing.push_back({"street", street, 41});
  const auto outcome = sim::simulate(world.work, world.workforce, world.organisation,
                                     world.assumptions, world.run);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error()[0].where, "continuing[0] (street)");
  EXPECT_EQ(outcome.error()[0].expected,
            "at most the 40 hours that those who can do it have left");
}

}  // namespace
}  // namespace veer::test
