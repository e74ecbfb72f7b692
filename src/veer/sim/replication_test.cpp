// SPDX-License-Identifier: EUPL-1.2
// Drawn small worlds with the answer on the same screen. Monday is 1 January 2024.
#include "veer/sim/replication.hpp"

#include <gtest/gtest.h>

#include "small_world.hpp"

namespace veer::test {
namespace {

using sim::Row;

Distribution fixed(double hours) { return Distribution::constant(hours); }

/// One case of the given steps an hour from the start, measured in the first days.
void one_case(SmallWorld& world, const std::vector<work::ActivityId>& steps) {
  world.case_type(steps, fixed(1));
  world.run.window.measured = 1;
  world.run.window.follow_up = 60;
}

const sim::CaseOutcome& first(const sim::Outcome& outcome) { return outcome.cases.front(); }

double row(const sim::CaseOutcome& c, Row r) { return hours(c.ledger[r]); }

/// A world with everything in it: hand-overs, decisions, duties, meetings, absences, part-timers.
SmallWorld busy_world() {
  SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  world.workforce.rosters.push_back(calendar::part_time(calendar::office_week(), Fte::of(0.6)));
  const auto intake = world.activity("intake", Distribution::exponential(0.4));
  const auto assess = world.activity("assess", Distribution::lognormal(1.5, 1));
  const auto check = world.activity("check", Distribution::exponential(0.3));
  const auto top = world.unit("top");
  const auto front = world.unit("front", top);
  const auto back = world.unit("back", top);
  for (int i = 0; i < 3; ++i) world.person(front, {intake});
  for (int i = 0; i < 4; ++i) world.person(back, {assess, check});
  const auto boss = world.person(top, {});
  world.workforce.persons[org::PersonId(1)].roster = org::RosterId(1);
  world.organisation.units[top].lead = boss;
  world.organisation.units[front].lead = org::PersonId(0);
  world.organisation.units[back].lead = org::PersonId(3);
  for (org::Place& place : world.organisation.places) {
    place.duties = {{org::DutyKind::other, 16}, {org::DutyKind::leading, 3}};
  }
  world.organisation.meetings.push_back(
      {"team", {org::PersonId(3), org::PersonId(4), org::PersonId(5)}, Weekday::tuesday,
       std::chrono::hours(9), std::chrono::hours(1), 1, 0});
  world.organisation.exceptions[0] = {org::Decider::lead, org::Protocol::chain, 0, 2, 0, {}};
  world.organisation.exceptions[1] = {
      org::Decider::colleagues, org::Protocol::advice, 2, 3, 0.3, {1, 3}};
  world.organisation.exceptions[2] = {org::Decider::line, org::Protocol::chain, 0, 5, 0, {}};
  const auto type = world.case_type({intake, assess, check}, Distribution::exponential(3));
  world.step(type, 2).same_person = 0;
  world.step(type, 1).delay = world.distribution(Distribution::exponential(5));
  world.work.case_types[type].delay_correlation = 0.3;
  auto& a = world.assumptions;
  a.routine_share = 0.3;
  a.operational_share = 0.2;
  a.cross_unit_share = 0.3;
  a.decision_minutes = a.advice_minutes = 15;
  a.outcome_rework = 0.3;
  a.outcome_correct = 0.3;
  a.read_in_person_minutes = 5;
  a.read_in_unit_minutes = 10;
  a.question_share = 0.3;
  a.question_minutes = 10;
  a.other_work_minutes = 45;
  a.assign_minutes = 5;
  a.sick_leave_share = 0.06;
  a.sick_leave_spells = 1;
  a.leave_weeks = 5.5;
  a.attention_priority = 0.5;
  a.attention_fifo = 0.2;
  a.attention_lifo = 0.2;
  a.tasks_at_once = 3;
  world.run.window = {*day_from_date(2024, 1, 1), 60, 180, 120};
  world.run.record_events = true;
  return world;
}

TEST(Ledger, OfEveryCaseAddsUpToTheMicrosecond) {
  for (const auto find : {org::FindPerson::pull, org::FindPerson::owner,
                          org::FindPerson::lead_assigns}) {
    SmallWorld world = busy_world();
    world.organisation.find_person = find;
    const auto outcome = world.simulate();
    ASSERT_GT(outcome.cases.size(), 300U);
    for (const auto& c : outcome.cases) {
      ASSERT_EQ(c.ledger.total(), c.elapsed());
      for (const Duration d : c.ledger.rows) ASSERT_GE(d, Duration::zero());
    }
  }
}

TEST(Hours, PaidAreCasesDecisionsMeetingsDutiesAbsenceAndIdleForEveryPerson) {
  const auto outcome = busy_world().simulate();
  for (const sim::HoursByKind& h : outcome.by_person) {
    EXPECT_EQ(h.cases + h.rework + h.decisions + h.meetings + h.leading + h.other + h.absent +
                  h.idle,
              h.paid);
    EXPECT_GE(h.idle, Effort());
  }
  EXPECT_GT(outcome.hours.decisions, Effort());
  EXPECT_GT(outcome.hours.meetings, Effort());
  EXPECT_GT(outcome.hours.absent, Effort());
}

void expect_same_cases(const sim::Outcome& a, const sim::Outcome& b) {
  ASSERT_EQ(a.cases.size(), b.cases.size());
  for (std::size_t i = 0; i < a.cases.size(); ++i) {
    EXPECT_EQ(a.cases[i].ended, b.cases[i].ended);
    EXPECT_EQ(a.cases[i].ledger, b.cases[i].ledger);
  }
}

TEST(Replication, RunTwiceGivesTheSame) {
  expect_same_cases(busy_world().simulate(), busy_world().simulate());
}

TEST(Replication, OfAFewIsTheSameAmongThousandsWhoseWorkIsElsewhere) {
  // In so large an organisation the engine looks ahead at what the next events are about.
  SmallWorld large = busy_world();
  const auto elsewhere = large.unit("elsewhere", org::UnitId(0));
  for (int i = 0; i < 8000; ++i) large.person(elsewhere, {});
  expect_same_cases(busy_world().simulate(), large.simulate());
}

TEST(Replication, MeetsTheSameCasesWhateverTheOrganisation) {
  SmallWorld other = busy_world();
  const auto unrelated = other.unit("unrelated", org::UnitId(0));
  other.organisation.places[org::PersonId(6)].unit = unrelated;
  other.organisation.find_person = org::FindPerson::owner;
  other.organisation.exceptions[1] = {};
  const auto a = busy_world().simulate();
  const auto b = other.simulate();
  ASSERT_EQ(a.cases.size(), b.cases.size());
  for (std::size_t i = 0; i < a.cases.size(); ++i) {
    EXPECT_EQ(a.cases[i].arrived, b.cases[i].arrived);
    EXPECT_EQ(a.cases[i].number, b.cases[i].number);
  }
}

TEST(Step, TakesItsEffortInWorkingTime) {
  // The first case comes an office hour after 08:30. Nine hours of work: done on Tuesday 10:30.
  SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  const auto task = world.activity("task", fixed(9));
  world.person(world.unit("team"), {task});
  one_case(world, {task});
  const auto outcome = world.simulate();
  EXPECT_EQ(to_iso(first(outcome).arrived), "2024-01-01T09:30:00");
  EXPECT_EQ(to_iso(first(outcome).ended), "2024-01-02T10:30:00");
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::work), 9);
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::outside_office_hours), 16);
}

TEST(WorkThatNobodyIsThereFor, IsTakenUpOnTheFirstMorningBack) {
  // The only person works on Wednesdays; the office is open all week. The case of Monday 09:30
  // waits in the queue, not in hand: a free colleague could still take it.
  SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  calendar::Roster wednesdays;
  wednesdays.days[2] = calendar::office_week().days[2];
  world.workforce.rosters[org::RosterId(0)] = wednesdays;
  const auto task = world.activity("task", fixed(1));
  world.person(world.unit("team"), {task});
  one_case(world, {task});
  const auto outcome = world.simulate();
  EXPECT_EQ(to_iso(first(outcome).ended), "2024-01-03T09:30:00");
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::capacity), 15) << "Monday and Tuesday";
}

TEST(WorkThatWaitsInTheMorning, IsSharedOutEvenly) {
  // Two people with room for three; two cases of two hours came on Saturday: each takes one.
  SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  const auto task = world.activity("task", fixed(2));
  const auto team = world.unit("team");
  world.person(team, {task});
  world.person(team, {task});
  work::Arrivals& arrivals =
      world.work.case_types[world.case_type({task}, fixed(1))].arrivals;
  arrivals.interval.reset();
  arrivals.per_year = 10'000;
  for (std::size_t hour = 0; hour < 24; ++hour) arrivals.weekly_profile[5 * 24 + hour] = 1;
  arrivals.at_most = 2;
  world.assumptions.tasks_at_once = 3;
  world.run.window = {*day_from_date(2024, 1, 6), 0, 1, 30};  // a Saturday
  const auto outcome = world.simulate();
  ASSERT_EQ(outcome.cases.size(), 2U);
  EXPECT_EQ(to_iso(outcome.cases[0].ended), to_iso(outcome.cases[1].ended));
  EXPECT_EQ(outcome.hours.cases.hours(), 0) << "measured is the Saturday only";
}

TEST(Delay, RunsInOfficeHoursAndIsUnexplained) {
  SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  const auto task = world.activity("task", fixed(1));
  world.person(world.unit("team"), {task});
  one_case(world, {task});
  world.step(work::CaseTypeId(0), 0).delay = world.distribution(fixed(10));
  const auto outcome = world.simulate();
  // Ten office hours from Monday 09:30 end on Tuesday 11:30; the hour of work at 12:30.
  EXPECT_EQ(to_iso(first(outcome).ended), "2024-01-02T12:30:00");
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::unexplained), 10);
}

TEST(ParallelBranches, AreFollowedByTheOneThatFinishesLast) {
  SmallWorld world;
  const auto quick = world.activity("quick", fixed(1));
  const auto slow = world.activity("slow", fixed(5));
  const auto last = world.activity("last", fixed(2));
  const auto team = world.unit("team");
  for (const auto a : {quick, slow, last}) world.person(team, {a});
  work::CaseType type;
  type.arrivals.interval = world.distribution(fixed(1));
  using work::StepId;
  using work::StepKind;
  // split -> (quick | partner for 3 h -> slow) -> join -> last -> end
  work::Step split{StepKind::split, {}, {}, {}, false, 1, {{StepId(1), 1}, {StepId(2), 1}}};
  work::Step a{StepKind::activity, quick, {}, {}, false, 1, {{StepId(4), 1}}};
  work::Step wait{StepKind::wait, {}, work::WaitsFor::partner, world.distribution(fixed(3)), false,
                  1, {{StepId(3), 1}}};
  work::Step b{StepKind::activity, slow, {}, {}, false, 1, {{StepId(4), 1}}};
  work::Step join{StepKind::join, {}, {}, {}, false, 1, {{StepId(5), 1}}};
  work::Step c{StepKind::activity, last, {}, {}, false, 1, {{StepId(6), 1}}};
  for (const auto& step : {split, a, wait, b, join, c, work::Step{}}) {
    type.process.steps.push_back(step);
  }
  type.process.first = {{StepId(0), 1}};
  world.work.case_types.push_back(type);
  world.run.window.measured = 1;
  const auto outcome = world.simulate();
  EXPECT_DOUBLE_EQ(hours(first(outcome).elapsed()), 10);
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::partner), 3);
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::work), 7);
  EXPECT_DOUBLE_EQ(first(outcome).effort.hours(), 8) << "the quick branch is paid for too";
}

TEST(HandOver, HappensWhenTheUnitCannotDoTheNextStep) {
  SmallWorld world;
  const auto one = world.activity("one", fixed(0.5));
  const auto two = world.activity("two", fixed(0.25));
  world.person(world.unit("first"), {one});
  world.person(world.unit("second"), {two});
  one_case(world, {one, two});
  world.assumptions.read_in_person_minutes = 6;
  world.assumptions.read_in_unit_minutes = 9;
  const auto outcome = world.simulate();
  EXPECT_EQ(first(outcome).handovers, 1);
  EXPECT_EQ(first(outcome).contact_persons, 2);
  EXPECT_DOUBLE_EQ(first(outcome).effort.hours(), 1.0) << "0.5 + 0.25 and 15 minutes to read in";
}

TEST(HandOver, AsksTheSenderBackWhenSomethingWasLost) {
  SmallWorld world;
  const auto one = world.activity("one", fixed(0.5));
  const auto two = world.activity("two", fixed(0.25));
  world.person(world.unit("first"), {one});
  world.person(world.unit("second"), {two});
  one_case(world, {one, two});
  world.assumptions.question_share = 1;
  world.assumptions.question_minutes = 6;
  const auto outcome = world.simulate();
  EXPECT_GT(row(first(outcome), Row::handover), 0);
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::work), 0.75);
}

TEST(FourEyes, SendTheWorkToSomebodyElse) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(0.25));
  const auto team = world.unit("team");
  world.person(team, {task});
  world.person(team, {task});
  one_case(world, {task, task});
  world.step(work::CaseTypeId(0), 1).same_person = 0;
  EXPECT_EQ(first(world.simulate()).contact_persons, 2);
  world.step(work::CaseTypeId(0), 1).same_person = 1;
  EXPECT_EQ(first(world.simulate()).contact_persons, 1);
}

TEST(Meeting, HoldsUpTheCaseAndIsCoordination) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(2));
  const auto person = world.person(world.unit("team"), {task});
  one_case(world, {task});
  world.organisation.meetings.push_back(
      {"team", {person}, Weekday::monday, std::chrono::hours(2), std::chrono::hours(1), 1, 0});
  const auto outcome = world.simulate();
  EXPECT_DOUBLE_EQ(row(first(outcome), Row::coordination), 1);
  EXPECT_DOUBLE_EQ(hours(first(outcome).elapsed()), 3);
}

TEST(SeveralTasksAtOnce, ShareTheTime) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(2));
  world.person(world.unit("team"), {task});
  one_case(world, {task});
  world.assumptions.tasks_at_once = 2;
  // Cases at 01:00, 02:00: alone for an hour, then shared: the first ends at 04:00.
  const auto outcome = world.simulate();
  EXPECT_EQ(to_iso(outcome.cases[0].ended), "2024-01-01T04:00:00");
  EXPECT_DOUBLE_EQ(row(outcome.cases[0], Row::work), 2);
  EXPECT_DOUBLE_EQ(row(outcome.cases[0], Row::capacity), 1);
}

TEST(Absence, LeavesTheCaseToAColleague) {
  // Everybody is ill a third of the time; with two people cases still get done.
  SmallWorld world;
  const auto task = world.activity("task", fixed(0.2));
  const auto team = world.unit("team");
  world.person(team, {task});
  world.person(team, {task});
  world.case_type({task}, fixed(4));
  world.assumptions.sick_leave_share = 0.3;
  world.assumptions.sick_leave_spells = 10;
  world.run.window = {*day_from_date(2024, 1, 1), 0, 400, 60};
  const auto outcome = world.simulate();
  double paid = 0;
  double absent = 0;
  for (const auto& h : outcome.by_person) {
    paid += h.paid.hours();
    absent += h.absent.hours();
  }
  EXPECT_NEAR(absent / paid, 0.3, 0.12);
  for (const auto& c : outcome.cases) EXPECT_TRUE(c.finished);
}

TEST(Shock, OfDemandAddsCasesThatAreMarkedAndKeepsTheOthers) {
  SmallWorld world = busy_world();
  const auto calm = world.simulate();
  world.run.shock = org::DrawnShock{4, 8, 1.5, 1};
  const auto shocked = world.simulate();
  std::size_t extra = 0;
  for (const auto& c : shocked.cases) extra += c.extra ? 1 : 0;
  EXPECT_EQ(shocked.cases.size() - extra, calm.cases.size());
  // Half of the arrivals (one per 3 office hours of 40 a week) of eight weeks: 53 expected,
  // standard deviation 7.3; four of them.
  EXPECT_NEAR(static_cast<double>(extra), 53.3, 29);
}

TEST(Shock, OfPeopleTakesThemAwayForItsWeeks) {
  SmallWorld world = busy_world();
  const auto calm = world.simulate();
  world.run.shock = org::DrawnShock{0, 20, 1, 0.2};
  const auto shocked = world.simulate();
  EXPECT_GT(shocked.hours.absent.hours(), calm.hours.absent.hours() * 1.5);
  EXPECT_EQ(shocked.hours.paid, calm.hours.paid);
}

TEST(UnfinishedCases, AreReportedLateWhenTheirTermHasPassed) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(1e4));
  world.person(world.unit("team"), {task});
  one_case(world, {task});
  world.work.case_types[work::CaseTypeId(0)].legal_term =
      work::Term{world.distribution(fixed(14)), ""};
  const auto outcome = world.simulate();
  EXPECT_FALSE(first(outcome).finished);
  EXPECT_EQ(first(outcome).within_legal_term, false);
  EXPECT_EQ(first(outcome).ledger.total(), first(outcome).elapsed());
}

TEST(Term, CountsItsLastDayWhole) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(47.5));
  world.person(world.unit("team"), {task});
  one_case(world, {task});
  auto& type = world.work.case_types[work::CaseTypeId(0)];
  // Arrives on Monday 01:00, ends on Wednesday 00:30: within two days, not within one.
  type.legal_term = work::Term{world.distribution(fixed(2)), ""};
  type.service_norm = work::Term{world.distribution(fixed(1)), ""};
  const auto outcome = world.simulate();
  EXPECT_EQ(first(outcome).within_legal_term, true);
  EXPECT_EQ(first(outcome).within_service_norm, false);
}

/// Eight weeks that stand still for the applicant, extended by six in this share of cases.
work::Term eight_weeks(double extended_share) {
  const calendar::DecisionTerm term = {{{{8, calendar::TermUnit::weeks}, true, false}},
                                       calendar::TermLength{6, calendar::TermUnit::weeks},
                                       true};
  return {{}, "law", work::LegalTerm{{{*day_from_date(2000, 1, 1), {}, term}},
                                     calendar::LegalDays(), extended_share}};
}

/// One case that is worked on, waits so many hours, and is worked on again.
SmallWorld world_with_a_wait(double wait_hours, work::WaitsFor waits_for) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(1));
  world.person(world.unit("team"), {task});
  one_case(world, {task, task, task});
  world.run.window.follow_up = 200;
  work::Step& wait = world.step(work::CaseTypeId(0), 1);
  wait.kind = work::StepKind::wait;
  wait.waits_for = waits_for;
  wait.delay = world.distribution(fixed(wait_hours));
  wait.stops_clock = true;
  return world;
}

TEST(LegalClock, a_suspended_clock_stops_the_term_and_not_the_elapsed_time) {
  for (const double wait_days : {0.5, 1.0, 9.0, 20.0, 55.0, 100.0}) {
    SmallWorld world = world_with_a_wait(wait_days * 24, work::WaitsFor::applicant);
    world.work.case_types[work::CaseTypeId(0)].legal_term = eight_weeks(0);
    const sim::CaseOutcome stopped = first(world.simulate());
    world.step(work::CaseTypeId(0), 1).stops_clock = false;
    const sim::CaseOutcome running = first(world.simulate());
    // Arrives on a Monday and is asked for something on the same day.
    EXPECT_EQ(*running.legal_due, day_of(running.arrived) + 56);
    EXPECT_EQ(stopped.ledger, running.ledger);
    EXPECT_EQ(stopped.ledger.total(), stopped.elapsed());
    EXPECT_EQ(stopped.ledger[Row::applicant], from_hours(wait_days * 24));
    const Day answered = day_of(stopped.arrived + std::chrono::hours(1) +
                                stopped.ledger[Row::applicant]);
    const std::int32_t still = std::max(answered - day_of(stopped.arrived) - 1, 0);
    const calendar::LegalDays weekdays;
    EXPECT_EQ(*stopped.legal_due, weekdays.open_from(*running.legal_due + still));
    EXPECT_EQ(stopped.within_legal_term, true);
    EXPECT_EQ(running.within_legal_term, wait_days < 56);
  }
}

TEST(LegalClock, does_not_stand_still_for_whom_the_law_does_not_name) {
  SmallWorld world = world_with_a_wait(100 * 24, work::WaitsFor::partner);
  world.work.case_types[work::CaseTypeId(0)].legal_term = eight_weeks(0);
  EXPECT_EQ(first(world.simulate()).within_legal_term, false);
}

TEST(LegalClock, is_extended_in_the_drawn_share_of_cases) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(0));
  world.person(world.unit("team"), {task});
  world.case_type({task}, fixed(1));
  auto& term = world.work.case_types[work::CaseTypeId(0)].legal_term;
  term = eight_weeks(0.3);
  const auto outcome = world.simulate();
  double extended = 0;
  for (const sim::CaseOutcome& one : outcome.cases) {
    const std::int32_t days = *one.legal_due - day_of(one.arrived);
    if (days >= 14 * 7) extended += 1;
    EXPECT_TRUE(days >= 56 && days <= 14 * 7 + 2) << days;
  }
  EXPECT_NEAR(extended / static_cast<double>(outcome.cases.size()), 0.3, 0.02);
}

TEST(LegalClock, a_case_from_before_the_law_has_no_term) {
  SmallWorld world = world_with_a_wait(24, work::WaitsFor::applicant);
  auto& term = world.work.case_types[work::CaseTypeId(0)].legal_term;
  term = eight_weeks(1);
  term->law->versions[0].from = *day_from_date(2030, 1, 1);
  const sim::CaseOutcome outcome = first(world.simulate());
  EXPECT_FALSE(outcome.legal_due.has_value());
  EXPECT_FALSE(outcome.within_legal_term.has_value());
}

TEST(Replication, NamesWhatCannotRunBeforeItStarts) {
  SmallWorld world;
  const auto task = world.activity("task", fixed(1));
  const auto orphan = world.activity("orphan", fixed(1));
  world.person(world.unit("team"), {task});
  world.case_type({task, orphan}, fixed(1));
  const auto result = sim::simulate(world.work, world.workforce, world.organisation,
                                    world.assumptions, world.run);
  ASSERT_FALSE(result);
  EXPECT_NE(to_string(result.error().front()).find("orphan"), std::string::npos);
}

/// Four activities without effort, each after a delay: a case waits for nothing else.
test::SmallWorld world_with_delays() {
  test::SmallWorld world;
  const auto unit = world.unit("team");
  const auto activity = world.activity("handeling", Distribution::constant(0));
  for (int i = 0; i < 3; ++i) world.person(unit, {activity});
  const auto type = world.case_type({activity, activity, activity, activity},
                                    Distribution::constant(1000));
  auto& steps = world.work.case_types[type].process.steps;
  const auto delay = world.distribution(Distribution::exponential(20));
  for (work::Step& step : steps) {
    if (step.kind == work::StepKind::activity) step.delay = delay;
  }
  world.work.case_types[type].delay_correlation = 0.4;
  return world;
}

TEST(Remainder, LooksAheadToTheDelaysThatTheCaseWillMeetAndScalesThemInTotal) {
  test::SmallWorld world = world_with_delays();
  work::CaseType& type = world.work.case_types[work::CaseTypeId(0)];
  type.remainder = {{1, 1}};
  const sim::Outcome as_drawn = world.simulate();
  type.remainder = {{1, 0.5}};
  const sim::Outcome halved = world.simulate();
  ASSERT_FALSE(as_drawn.cases.empty());
  for (std::size_t i = 0; i < as_drawn.cases.size(); ++i) {
    const double waited = hours(as_drawn.cases[i].ledger[Row::unexplained]);
    EXPECT_NEAR(waited, as_drawn.cases[i].drawn_delay_hours, 1e-6);
    EXPECT_NEAR(hours(halved.cases[i].ledger[Row::unexplained]), waited / 2, 1e-6);
  }
}

}  // namespace
}  // namespace veer::test
