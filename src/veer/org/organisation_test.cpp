// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/organisation.hpp"

#include <gtest/gtest.h>

namespace veer::org {
namespace {

/// Two teams of two under a directie; everybody can do the one activity there is.
struct World {
  work::Work work;
  Workforce workforce;
  Organisation organisation;

  World() {
    const auto hour = work.distributions.push_back(Distribution::constant(1));
    const auto activity = work.activities.push_back({"assess", "assess", "", hour});
    work::CaseType type;
    type.name = "permit";
    work::Step step;
    step.kind = work::StepKind::activity;
    step.activity = activity;
    type.process.steps.push_back(step);
    work.case_types.push_back(type);
    workforce.office_hours = calendar::office_week();
    workforce.rosters.push_back(calendar::office_week());
    for (int i = 0; i < 4; ++i) {
      Person person;
      person.roster = RosterId(0);
      person.competences.push_back({activity, 1});
      workforce.persons.push_back(person);
    }
    organisation.units.push_back({"directie", "directie", UnitId::none(), PersonId(0)});
    organisation.units.push_back({"a", "team", UnitId(0), PersonId(0)});
    organisation.units.push_back({"b", "team", UnitId(0), PersonId(2)});
    for (std::size_t i = 0; i < 4; ++i) {
      Place place;
      place.unit = UnitId(1 + i / 2);
      organisation.places.push_back(place);
    }
    for (DecisionProtocol& rule : organisation.exceptions) rule.decider = Decider::line;
  }

  [[nodiscard]] std::string problem() const {
    const Problems problems = check(organisation, workforce, work);
    return problems.empty() ? "" : to_string(problems.front());
  }
};

TEST(CheckOrganisation, a_sound_organisation_has_no_problems) {
  EXPECT_EQ(World().problem(), "");
}

TEST(CheckOrganisation, a_cycle_in_the_line_is_named_once) {
  World world;
  world.organisation.units[UnitId(0)].parent = UnitId(2);
  const Problems problems = check(world.organisation, world.workforce, world.work);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(to_string(problems[0]).find("a cycle in the line: directie -> b -> directie"),
            std::string::npos)
      << to_string(problems[0]);
}

TEST(CheckOrganisation, ids_that_point_nowhere_are_all_told) {
  World world;
  world.organisation.units[UnitId(1)].parent = UnitId(9);
  world.organisation.units[UnitId(2)].lead = PersonId(9);
  world.organisation.places[PersonId(3)].unit = UnitId::none();
  EXPECT_EQ(check(world.organisation, world.workforce, world.work).size(), 3U);
}

TEST(CheckOrganisation, a_lead_who_decides_must_exist) {
  World world;
  world.organisation.units[UnitId(0)].lead = PersonId::none();
  EXPECT_NE(world.problem().find("no lead in units[0] (directie)"), std::string::npos);
  world.organisation.units[UnitId(1)].lead = PersonId::none();
  for (auto& rule : world.organisation.exceptions) rule.decider = Decider::lead;
  EXPECT_NE(world.problem().find("no lead in units[1] (a) or above it"), std::string::npos);
  for (auto& rule : world.organisation.exceptions) rule.decider = Decider::self;
  EXPECT_EQ(world.problem(), "");
}

TEST(CheckOrganisation, the_line_must_meet_in_one_top) {
  World world;
  world.organisation.units[UnitId(2)].parent = UnitId::none();
  EXPECT_NE(world.problem().find("two tops"), std::string::npos);
}

TEST(CheckOrganisation, a_unit_that_leads_nobody_has_a_span_of_zero) {
  World world;
  world.organisation.units.push_back({"c", "team", UnitId(0), PersonId(1)});
  EXPECT_NE(world.problem().find("a span of 0"), std::string::npos);
}

TEST(CheckOrganisation, an_activity_that_nobody_can_do_is_named) {
  World world;
  for (Person& person : world.workforce.persons) person.competences.clear();
  EXPECT_NE(world.problem().find("activities[0] (assess): found nobody"), std::string::npos);
}

TEST(CheckOrganisation, an_activity_whose_people_are_never_there_is_named) {
  World world;
  world.workforce.rosters[RosterId(0)] = {};
  EXPECT_NE(world.problem().find("activities[0] (assess): found nobody"), std::string::npos);
}

TEST(CheckOrganisation, calendars_must_be_there_and_have_a_working_hour) {
  World world;
  world.workforce.office_hours = {};
  EXPECT_NE(world.problem().find("office_hours: found no working hour"), std::string::npos);
  world.workforce.office_hours = calendar::office_week();
  world.workforce.persons[PersonId(1)].roster = RosterId(7);
  EXPECT_NE(world.problem().find("persons[1].roster: found roster 7"), std::string::npos);
}

TEST(CheckOrganisation, a_decision_waits_only_for_a_meeting_that_is_held_and_people_who_are_asked) {
  World world;
  world.organisation.exceptions[1] = {Decider::colleagues, Protocol::majority, 3, 0, 0, {}, 4,
                                      "governance"};
  const Problems problems = check(world.organisation, world.workforce, world.work);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_NE(to_string(problems[0]).find("exceptions.operational.quorum: found 4 of 3"),
            std::string::npos);
  EXPECT_NE(to_string(problems[1]).find("no meeting of kind 'governance'"), std::string::npos);
}

TEST(CheckOrganisation, rules_and_meetings_must_be_able_to_happen) {
  World world;
  world.organisation.exceptions[1].decider = Decider::colleagues;
  world.organisation.exceptions[1].disagreement = 1;
  world.organisation.exceptions[1].conflict_ladder = {0};
  Meeting meeting;
  meeting.length = one_day;
  meeting.starts_at = one_day;
  meeting.phase = 1;
  world.organisation.meetings.push_back(meeting);
  EXPECT_EQ(check(world.organisation, world.workforce, world.work).size(), 5U);
}

}  // namespace
}  // namespace veer::org
