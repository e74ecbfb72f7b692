// SPDX-License-Identifier: EUPL-1.2
// Households in small worlds: who belongs together, whom they meet, which decisions contradict.
#include "veer/sim/household_book.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "small_world.hpp"

namespace veer::test {
namespace {

using sim::HouseholdOutcome;

constexpr auto nine = std::chrono::hours(9);
constexpr auto one_hour = std::chrono::hours(1);

/// Two case types of one activity, each with a person of its own in a unit of its own. Every 40
/// hours one case of each comes; the second waits for 20 hours first, so that its decision comes 20
/// hours after the other. Both are of one household.
struct Pairs : SmallWorld {
  Pairs() {
    for (const char* name : {"support", "income"}) {
      const auto step = activity(name, Distribution::constant(1));
      person(unit(name), {step});
      case_type({step, step}, Distribution::constant(40));
    }
    for (const std::size_t type : {0U, 1U}) {
      work::Step& wait = step(work::CaseTypeId(type), 0);
      wait.kind = work::StepKind::wait;
      wait.waits_for = work::WaitsFor::partner;
      wait.delay = distribution(Distribution::constant(type == 0 ? 0 : 20));
    }
    work.households.push_back(
        {"both", {{work::CaseTypeId(0), 1}, {work::CaseTypeId(1), 1}}, 2, 0.001, 1});
    run.window = {*day_from_date(2024, 1, 1), 0, 28, 14};
  }

  work::Household& kind() { return work.households[work::HouseholdId(0)]; }
  void let_the_first_do_all() {
    org::Person& first = workforce.persons[org::PersonId(0)];
    org::Person& second = workforce.persons[org::PersonId(1)];
    for (const org::Competence& one : second.competences) first.competences.push_back(one);
    second.competences.clear();
  }
  void meet(Weekday weekday, Duration starts, std::vector<org::PersonId> people = {
                                                  org::PersonId(0), org::PersonId(1)}) {
    organisation.meetings.push_back({"team", std::move(people), weekday, starts, one_hour, 1, 0});
  }
  [[nodiscard]] std::uint32_t unaware() const { return sum(&HouseholdOutcome::unaware); }
  [[nodiscard]] std::uint32_t contradictions() const {
    return sum(&HouseholdOutcome::contradictions);
  }

 private:
  [[nodiscard]] std::uint32_t sum(std::uint32_t HouseholdOutcome::*what) const {
    std::uint32_t count = 0;
    for (const HouseholdOutcome& one : simulate().households.measured) count += one.*what;
    return count;
  }
};

/// A town with three case types of 400, 300 and 200 cases a year and a few people for all of them.
SmallWorld town() {
  SmallWorld world;
  world.workforce.office_hours = calendar::office_week();
  world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
  const auto hall = world.unit("hall");
  std::vector<work::ActivityId> all;
  for (const double per_year : {400.0, 300.0, 200.0}) {
    const auto step = world.activity("step", Distribution::exponential(2));
    const auto type = world.case_type({step, step}, Distribution::constant(1));
    work::Arrivals& arrivals = world.work.case_types[type].arrivals;
    arrivals.interval.reset();
    arrivals.per_year = per_year;
    arrivals.weekly_profile.fill(1);
    all.push_back(step);
  }
  for (int i = 0; i < 6; ++i) world.person(hall, all);
  world.work.households.push_back({"many",
                                   {{work::CaseTypeId(0), 0.5},
                                    {work::CaseTypeId(1), 0.5},
                                    {work::CaseTypeId(2), 0.5}},
                                   2.4, 8, 0.5});
  world.run.window = {*day_from_date(2024, 1, 1), 100, 365, 100};
  return world;
}

TEST(Households, HaveTheSameMattersInEveryOrganisation) {
  SmallWorld other = town();
  const auto apart = other.unit("apart");
  for (const std::size_t moved : {1U, 3U}) {
    other.organisation.places[org::PersonId(moved)].unit = apart;
  }
  other.organisation.find_person = org::FindPerson::owner;
  other.organisation.meetings.push_back(
      {"all", {org::PersonId(0), org::PersonId(1)}, Weekday::monday, nine, one_hour, 1, 0});
  const auto a = town().simulate().households;
  const auto b = other.simulate().households;
  ASSERT_GT(a.measured.size(), 50U);
  ASSERT_EQ(a.measured.size(), b.measured.size());
  for (std::size_t i = 0; i < a.measured.size(); ++i) {
    EXPECT_EQ(a.measured[i].matters, b.measured[i].matters);
  }
}

TEST(Households, BringNoCasesOfTheirOwn) {
  SmallWorld without = town();
  without.work.households = {};
  const auto a = town().simulate();
  const auto b = without.simulate();
  EXPECT_TRUE(b.households.measured.empty());
  ASSERT_EQ(a.cases.size(), b.cases.size());
  for (std::size_t i = 0; i < a.cases.size(); ++i) {
    EXPECT_EQ(a.cases[i].arrived, b.cases[i].arrived);
    EXPECT_EQ(a.cases[i].ended, b.cases[i].ended);
  }
}

TEST(Households, AreAsManyAsTheirMattersAndTheSharesSay) {
  // 450 cases a year are to join, as a Poisson process, households of 2.4 matters.
  SmallWorld world = town();
  world.run.window.measured = 3650;
  const auto found = world.simulate().households;
  const sim::HouseholdCount& all = found.counts[work::HouseholdId(0)];
  EXPECT_NEAR(all.joined + all.left_alone, 4500, 3 * std::sqrt(4500));
  EXPECT_LT(all.left_alone, 450U);
  // Those that were forming at either end make the rest of the difference.
  EXPECT_NEAR(all.completed, all.joined / 2.4, 30);
  double matters = 0;
  for (const HouseholdOutcome& one : found.measured) {
    matters += static_cast<double>(one.matters.size());
  }
  const auto count = static_cast<double>(found.measured.size());
  // Of two or three matters: the deviation of one household is sqrt(0.24).
  EXPECT_NEAR(matters / count, 2.4, 3 * std::sqrt(0.24 / count));
}

TEST(Households, TakeTheTimeThatTheyAreGiven) {
  SmallWorld world = town();
  world.run.window.measured = 3650;
  const auto found = world.simulate().households.measured;
  double weeks = 0;
  double squares = 0;
  for (const HouseholdOutcome& one : found) {
    const double took = days(one.last_arrived - one.first_arrived) / 7;
    weeks += took;
    squares += took * took;
  }
  const auto count = static_cast<double>(found.size());
  const double mean = weeks / count;
  const double error = std::sqrt((squares / count - mean * mean) / count);
  // Above, no place waits for its first matter at all: 2.4 gaps instead of 1.4 (Little's law).
  EXPECT_GT(mean, 8 - 3 * error);
  EXPECT_LT(mean, 8 * 2.4 / 1.4 + 3 * error);
}

TEST(Households, HaveEachCaseTypeOnce) {
  for (const HouseholdOutcome& one : town().simulate().households.measured) {
    for (std::size_t i = 1; i < one.matters.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        EXPECT_NE(one.matters[i].case_type, one.matters[j].case_type);
      }
    }
  }
}

TEST(Households, LeaveACaseAloneWhenNoneLacksItsType) {
  // Ten of the first type for one of the second: of eleven cases nine find no household.
  SmallWorld world = town();
  world.work.case_types[work::CaseTypeId(0)].arrivals.per_year = 3000;
  world.work.households[work::HouseholdId(0)] = {
      "odd", {{work::CaseTypeId(0), 1}, {work::CaseTypeId(1), 1}}, 2, 1, 0};
  const auto found = world.simulate().households;
  const sim::HouseholdCount& all = found.counts[work::HouseholdId(0)];
  EXPECT_NEAR(all.completed, 300, 3 * std::sqrt(300));
  EXPECT_NEAR(all.left_alone, 2700, 3 * std::sqrt(3300));
}

/// The matters of all measured households, and whether a shock's extra case is among them.
std::vector<std::vector<sim::HouseholdMatter>> matters_of(const SmallWorld& world) {
  std::vector<std::vector<sim::HouseholdMatter>> all;
  for (const HouseholdOutcome& one : world.simulate().households.measured) {
    all.push_back(one.matters);
  }
  return all;
}

TEST(Households, AreThoseWithoutAShockOfMoreDemand) {
  SmallWorld shocked = town();
  shocked.run.shock = org::DrawnShock{};
  shocked.run.shock->starts_week = 10;
  shocked.run.shock->weeks = 20;
  shocked.run.shock->demand = 1.5;
  EXPECT_EQ(matters_of(town()), matters_of(shocked));
}

TEST(Households, ThatLoseNoCaseToAShockOfLessDemandStayAsTheyWere) {
  SmallWorld shocked = town();
  shocked.run.shock = org::DrawnShock{};
  shocked.run.shock->starts_week = 10;
  shocked.run.shock->weeks = 20;
  shocked.run.shock->demand = 0.5;
  const auto whole = matters_of(town());
  const auto left = matters_of(shocked);
  EXPECT_LT(left.size(), whole.size());
  for (const auto& household : left) {
    EXPECT_NE(std::find(whole.begin(), whole.end(), household), whole.end());
  }
}

TEST(Contradiction, BetweenStrangersComesInTheGivenShareOfPairs) {
  Pairs world;
  EXPECT_GT(world.unaware(), 10U);
  EXPECT_EQ(world.contradictions(), world.unaware());
  world.run.window.measured = 3640;
  world.kind().conflict = 0.3;
  const auto pairs = static_cast<double>(world.unaware());
  // A binomial count, within three deviations.
  EXPECT_NEAR(world.contradictions() / pairs, 0.3, 3 * std::sqrt(0.3 * 0.7 / pairs));
}

TEST(Contradiction, DoesNotComeFromOnePersonWhoDoesAll) {
  Pairs world;
  world.let_the_first_do_all();
  EXPECT_EQ(world.unaware(), 0U);
  EXPECT_GT(world.simulate().households.measured.size(), 10U);
}

/// The clerk of one matter also takes in the other one.
Pairs with_intake(std::size_t type, std::size_t clerk) {
  Pairs world;
  const auto intake = world.activity("intake", Distribution::constant(1));
  world.workforce.persons[org::PersonId(clerk)].competences.push_back({intake, 1});
  work::Process& process = world.work.case_types[work::CaseTypeId(type)].process;
  work::Step first = process.steps[work::StepId(1)];
  first.activity = intake;
  first.next = {{work::StepId(0), 1.0}};
  process.first = {{process.steps.push_back(first), 1.0}};
  return world;
}

TEST(Contradiction, DoesNotComeWhereOneHasWorkedOnTheOthersMatter) {
  ASSERT_GT(Pairs().unaware(), 0U);
  EXPECT_EQ(with_intake(0, 1).unaware(), 0U) << "who decides last took in the first matter";
  EXPECT_EQ(with_intake(1, 0).unaware(), 0U) << "who decides first took in the second matter";
}

TEST(Contradiction, ComesFromWhoDidTheFormalDecisionAndNotFromWhoSendsIt) {
  // One person sends the letters of both: the last to work on each, but no decider where a step
  // before is marked as the formal decision.
  Pairs world;
  const auto send = world.activity("send", Distribution::constant(1));
  world.person(world.unit("post"), {send});
  for (work::CaseType& type : world.work.case_types) {
    work::Step last = type.process.steps[work::StepId(1)];
    last.activity = send;
    type.process.steps[work::StepId(1)].next = {{type.process.steps.push_back(last), 1.0}};
  }
  EXPECT_EQ(world.unaware(), 0U);
  for (const std::size_t type : {0U, 1U}) {
    world.step(work::CaseTypeId(type), 1).formal_decision = true;
  }
  EXPECT_GT(world.unaware(), 0U);
}

TEST(Contradiction, DoesNotComeWhereOneLeadDecidesOnBoth) {
  Pairs world;
  const auto top = world.unit("top");
  const auto lead = world.person(top, {});
  world.organisation.units[top].lead = lead;
  for (const std::size_t unit : {0U, 1U}) world.organisation.units[org::UnitId(unit)].parent = top;
  world.assumptions.routine_share = 1;
  world.assumptions.decision_minutes = 6;
  world.organisation.exceptions[0] = {org::Decider::self, org::Protocol::chain, 0, 0, 0, {}};
  EXPECT_GT(world.unaware(), 0U);
  world.organisation.exceptions[0] = {org::Decider::lead, org::Protocol::chain, 0, 0, 0, {}};
  EXPECT_EQ(world.unaware(), 0U);
}

TEST(Contradiction, DoesNotComeAfterAMeetingBetweenTheDecisions) {
  // Decisions lie 20 hours apart, so a meeting a day of an hour falls between most of them.
  Pairs world;
  const auto strangers = world.unaware();
  for (int day = 0; day < 7; ++day) world.meet(static_cast<Weekday>(day), nine);
  EXPECT_LT(world.unaware(), strangers / 2);
}

TEST(Contradiction, DoesNotComeFromTheShareOfMeetingsThatTellOfTheHousehold) {
  Pairs world;
  world.run.window.measured = 2;
  world.meet(Weekday::tuesday, std::chrono::hours(18));  // Between the two decisions.
  const double drawn = Draws(world.run.seed, world.run.replication)
                           .uniform(Purpose::told, 0, 1U << 24U, 0);
  world.assumptions.told_share = drawn + 0.001;
  EXPECT_EQ(world.unaware(), 0U);
  world.assumptions.told_share = drawn - 0.001;
  EXPECT_EQ(world.unaware(), 1U);
}

TEST(Contradiction, ComesWhereTheMeetingIsNotBetweenTheDecisions) {
  Pairs world;
  world.run.window.measured = 2;
  const auto strangers = world.unaware();
  ASSERT_EQ(strangers, 1U);  // Decided on Tuesday at 17:00 and on Wednesday at 13:00.
  world.meet(Weekday::tuesday, std::chrono::hours(15));
  world.meet(Weekday::wednesday, std::chrono::hours(14));
  EXPECT_EQ(world.unaware(), 1U);
  world.meet(Weekday::tuesday, std::chrono::hours(18));
  EXPECT_EQ(world.unaware(), 0U);
}

TEST(Contradiction, ComesWhereOneOfTheTwoIsNotInTheMeetingOrNotAtWorkThen) {
  Pairs world;
  world.run.window.measured = 2;
  const auto other = world.person(org::UnitId(0), {});
  world.meet(Weekday::tuesday, std::chrono::hours(18), {org::PersonId(0), other});
  EXPECT_EQ(world.unaware(), 1U);
  world.organisation.meetings.clear();
  world.meet(Weekday::tuesday, std::chrono::hours(18));
  EXPECT_EQ(world.unaware(), 0U);
  // One or the other goes home at 18:00.
  calendar::Roster days;
  for (auto& day : days.days) day = {{Duration::zero(), std::chrono::hours(18)}};
  const org::RosterId home_early = world.workforce.rosters.push_back(days);
  for (const std::size_t clerk : {0U, 1U}) {
    Pairs apart = world;
    apart.workforce.persons[org::PersonId(clerk)].roster = home_early;
    EXPECT_EQ(apart.unaware(), 1U) << clerk;
  }
}

TEST(Contradiction, NeedsTwoDecisions) {
  // The second matter is withdrawn before anybody begins.
  Pairs world;
  world.work.case_types[work::CaseTypeId(1)].patience =
      world.distribution(Distribution::constant(1));
  const auto found = world.simulate().households.measured;
  ASSERT_GT(found.size(), 10U);
  for (const HouseholdOutcome& one : found) {
    EXPECT_EQ(one.decisions, 1U);
    EXPECT_EQ(one.unaware, 0U);
  }
}

TEST(Contacts, AreTheFirstEachChangeOfHandsAndEachAnswerOfTheApplicant) {
  // Taken up by A, who goes on with the second step; an answer; A again; then B: three contacts.
  SmallWorld world;
  const auto a = world.activity("a", Distribution::constant(1));
  const auto b = world.activity("b", Distribution::constant(1));
  world.person(world.unit("front"), {a});
  world.person(world.unit("back"), {b});
  const auto type = world.case_type({a, a, a, a, b}, Distribution::constant(50));
  work::Step& wait = world.step(type, 2);
  wait.kind = work::StepKind::wait;
  wait.delay = world.distribution(Distribution::constant(5));
  world.run.window = {*day_from_date(2024, 1, 1), 0, 7, 30};
  const auto outcome = world.simulate();
  ASSERT_FALSE(outcome.cases.empty());
  for (const auto& c : outcome.cases) {
    EXPECT_EQ(c.contacts, 3);
    EXPECT_EQ(c.contact_persons, 2);
  }
  wait.waits_for = work::WaitsFor::partner;
  EXPECT_EQ(world.simulate().cases.front().contacts, 2);
}

TEST(Contacts, OfAHouseholdAreThoseOfItsMattersAndItsPersonsCountOnce) {
  Pairs world;
  for (const HouseholdOutcome& one : world.simulate().households.measured) {
    EXPECT_EQ(one.contacts, 2U);
    EXPECT_EQ(one.contact_persons, 2U);
  }
  world.let_the_first_do_all();
  for (const HouseholdOutcome& one : world.simulate().households.measured) {
    EXPECT_EQ(one.contacts, 2U);
    EXPECT_EQ(one.contact_persons, 1U);
  }
}

}  // namespace
}  // namespace veer::test
