// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/municipality.hpp"

#include <gtest/gtest.h>

#include "veer/org/municipality_opgaven.hpp"
#include "veer/work/expected.hpp"

namespace veer::org {
namespace {

Input number(std::string name, double value, std::string unit) {
  Input input;
  input.name = std::move(name);
  input.value = value;
  input.low = value / 2;
  input.high = value * 2;
  input.unit = std::move(unit);
  return input;
}

ScenarioStep activity(const std::string& id, const std::string& competence, double minutes) {
  ScenarioStep step;
  step.id = id;
  step.name = Text(id);
  step.competence = competence;
  step.effort = number("town/" + id, minutes, "minutes");
  return step;
}

ScenarioStep wait(const std::string& id, double days) {
  ScenarioStep step;
  step.id = id;
  step.name = Text(id);
  step.kind = ScenarioStep::Kind::wait;
  step.wait = number("town/" + id, days, "days");
  return step;
}

/// Two units, three people and one case type: intake, for a third back from the applicant to
/// intake, advice beside assessment, a decision by another person.
Municipality town() {
  Municipality town;
  town.id = "town";
  town.name = "Town";
  town.office_hours = calendar::office_week();
  town.full_time_hours = number("town/full_time", 36, "hours/week");
  town.effort_spread = number("town/effort_spread", 0.5, "1");
  town.wait_spread = number("town/wait_spread", 0.5, "1");
  town.same_person = number("town/same_person", 0.9, "1");
  town.profiles.push_back({"office", {}, "judged"});
  town.profiles[0].weights[10] = 1;
  town.units = {{"hall", "Hall", "", ""}, {"desk", "Desk", "hall", "service"}};
  town.posts = {{"hall", "Lead", {Fte::of(1)}, {"decide"}, true},
                {"desk", "Clerk", {Fte::of(1), Fte::of(0.5)}, {"intake", "assess"}, false}};

  ScenarioCaseType type;
  type.id = "permit";
  type.name = "Permit";
  type.domain = "space";
  type.arrivals = number("town/arrivals", 120, "cases/year");
  type.profile = "office";
  type.legal_term = ScenarioTerm{number("town/term", 56, "days"), "Awb 4:13"};
  type.steps.push_back(activity("intake", "intake", 30));
  type.steps[0].next = {{"ask", number("town/ask_share", 1.0 / 3, "1")}, {"both", {}}};
  type.steps.push_back(wait("ask", 14));
  type.steps[1].next = {{"intake", {}}};
  ScenarioStep both;
  both.id = "both";
  both.kind = ScenarioStep::Kind::parallel;
  both.branches = {{wait("advice", 10)}, {activity("assess", "assess", 120)}};
  type.steps.push_back(both);
  type.steps.push_back(activity("decide", "decide", 15));
  type.steps.back().four_eyes = true;
  town.case_types.push_back(type);
  return town;
}

TEST(Municipality, BecomesWorkThatCanRun) {
  const Baseline baseline = town().realise({});
  EXPECT_TRUE(work::check(baseline.work).empty());
  const work::Process& process = baseline.work.case_types[work::CaseTypeId(0)].process;
  // Intake 1.5 times half an hour, assessment two hours, decision a quarter.
  EXPECT_NEAR(work::expected_hours_a_year(baseline.work)[work::CaseTypeId(0)],
              120 * (0.75 + 2 + 0.25), 1e-6);
  std::size_t waits = 0;
  for (const work::Step& step : process.steps) {
    if (step.kind == work::StepKind::wait) ++waits;
    if (step.kind != work::StepKind::activity) continue;
    EXPECT_EQ(step.same_person,
              baseline.work.activities[step.activity].competence == "decide" ? 0.0 : 0.9);
  }
  EXPECT_EQ(waits, 2U);
}

TEST(Municipality, PutsPeopleInUnitsWithTheHoursOfTheirContract) {
  const Workforce workforce = town().realise({}).workforce;
  ASSERT_EQ(workforce.persons.size(), 3U);
  const auto week = [&workforce](std::size_t person) {
    return workforce.rosters[workforce.persons[PersonId(person)].roster].week();
  };
  EXPECT_EQ(week(1), Duration(std::chrono::hours(36)));
  EXPECT_EQ(week(2), Duration(std::chrono::hours(18)));
  EXPECT_EQ(workforce.persons[PersonId(1)].unit_name, "Desk");
  EXPECT_EQ(workforce.persons[PersonId(1)].competences.size(), 2U);
  ASSERT_EQ(workforce.found_units.size(), 2U);
  EXPECT_EQ(workforce.found_units[0].lead, PersonId(0));
  EXPECT_EQ(workforce.found_units[1].parent, "Hall");
  EXPECT_TRUE(workforce.found_units[1].lead.is_none());
}

TEST(Municipality, FollowsWhatWasDrawn) {
  DrawnInputs drawn;
  drawn.set("town/arrivals", 240);
  drawn.set("town/ask_share", 0.5);
  drawn.set("town/full_time", 40);
  const Baseline baseline = town().realise(drawn);
  EXPECT_NEAR(work::expected_hours_a_year(baseline.work)[work::CaseTypeId(0)],
              240 * (1.0 + 2 + 0.25), 1e-6);
  EXPECT_EQ(baseline.workforce.rosters[RosterId(0)].week(), Duration(std::chrono::hours(40)));
}

TEST(Municipality, NamesEveryNumberThatItUsesOnce) {
  std::vector<std::string> names;
  for (const Input& input : town().inputs()) names.push_back(input.name);
  EXPECT_EQ(names, (std::vector<std::string>{"town/full_time", "town/effort_spread",
                                             "town/wait_spread", "town/same_person",
                                             "town/arrivals", "town/term", "town/intake",
                                             "town/ask_share", "town/ask", "town/advice",
                                             "town/assess", "town/decide"}));
}

TEST(Claims, GoToThoseOfAPostWhoAreClaimedLeast) {
  const auto claim = [](int people, double share) {
    ScenarioClaim made;
    made.post = "planner";
    made.people = people;
    made.share.name = "share";
    made.share.value = share;
    return made;
  };
  std::vector<ScenarioOpgave> opgaven(2);
  opgaven[0].team = {claim(2, 0.6)};
  opgaven[1].team = {claim(1, 0.4), claim(1, 0.4)};
  const auto claims =
      claims_of(opgaven, {{"planner", {PersonId(4), PersonId(5), PersonId(6)}}}, {});
  ASSERT_EQ(claims.size(), 4U);
  EXPECT_EQ(claims[1].person, PersonId(5));
  EXPECT_EQ(claims[2].person, PersonId(6)) << "nobody claims this one yet";
  EXPECT_EQ(claims[3].person, PersonId(6)) << "at 0.4 claimed less than the others";
  EXPECT_EQ(claims[3].opgave, work::OpgaveId(1));
}

}  // namespace
}  // namespace veer::org
