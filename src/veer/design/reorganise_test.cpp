// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/reorganise.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "veer/design/moving_plan.hpp"
#include "veer/design/test_town.hpp"

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;

/// Four units of which two and two share processes.
TestTown town_of_four() {
  TestTown town;
  for (int i = 1; i <= 2; ++i) {
    const std::string name = std::to_string(i);
    const auto steps = town.process("p" + name, i == 1 ? "social" : "space", 4);
    town.people(5, "front " + name, {steps[0], steps[1]});
    town.people(6, "back " + name, {steps[1], steps[2], steps[3]});
  }
  return town;
}

Design made(const TestTown& town, const org::Model& model) {
  const auto ground = ground_of(as_is_model(), town.baseline, town.mechanisms, {});
  EXPECT_TRUE(ground.has_value()) << to_string(ground.error().front());
  auto design = reorganise(model, town.baseline, town.mechanisms, {}, *ground);
  EXPECT_TRUE(design.has_value()) << to_string(design.error().front());
  return *std::move(design);
}

double hours_of(const org::Organisation& organisation, org::DutyKind kind) {
  double sum = 0;
  for (const org::Place& place : organisation.places) {
    for (const org::Duty& duty : place.duties) {
      if (duty.kind == kind) sum += duty.hours_per_week;
    }
  }
  return sum;
}

std::vector<org::Model> models() {
  return {as_is_model(), sector_model(2, 4, 6, 8), team_model(4, 8, 12)};
}

TEST(Reorganise, the_as_is_is_a_design_in_which_nobody_moves) {
  const TestTown town = town_of_four();
  const auto ground = ground_of(as_is_model(), town.baseline, town.mechanisms, {});
  ASSERT_TRUE(ground.has_value());
  EXPECT_EQ(ground->as_is.plan.people_moved, 0);
  EXPECT_EQ(ground->as_is.plan.people_with_new_lead, 0);
  EXPECT_TRUE(ground->as_is.plan.moves.empty());
  EXPECT_EQ(made(town, as_is_model()), ground->as_is);
}

TEST(Reorganise, conserves_people_other_work_and_the_total_of_leading) {
  const TestTown town = town_of_four();
  const auto ground = ground_of(as_is_model(), town.baseline, town.mechanisms, {});
  ASSERT_TRUE(ground.has_value());
  for (const org::Model& model : models()) {
    const Design design = made(town, model);
    EXPECT_EQ(design.organisation.places.size(), 22U) << model.id;
    EXPECT_NEAR(hours_of(design.organisation, org::DutyKind::leading), 22 * 1.6, 1e-9) << model.id;
    for (const PersonId person : ids(design.organisation.places)) {
      double other = 0;
      for (const org::Duty& duty : design.organisation.places[person].duties) {
        if (duty.kind == org::DutyKind::other) other = duty.hours_per_week;
      }
      EXPECT_EQ(other, ground->other.hours[person]) << model.id;
    }
  }
}

TEST(Reorganise, a_model_under_another_name_makes_the_same_organisation) {
  const TestTown town = town_of_four();
  for (org::Model model : models()) {
    Design one = made(town, model);
    model.id = "another";
    Design two = made(town, model);
    EXPECT_EQ(two.organisation.id, "another");
    two.organisation.id = one.organisation.id;
    EXPECT_EQ(one, two);
  }
}

TEST(Reorganise, an_unrelated_unit_changes_nothing_for_the_others) {
  TestTown town = town_of_four();
  const Design before = made(town, team_model(4, 8, 12));
  town.people(6, "elsewhere", town.process("other", "elsewhere", 3));
  const Design after = made(town, team_model(4, 8, 12));
  ASSERT_EQ(after.organisation.units.size(), before.organisation.units.size() + 1);
  for (const PersonId person : ids(before.organisation.places)) {
    const UnitId unit = before.organisation.places[person].unit;
    EXPECT_EQ(after.organisation.places[person].unit, unit);
    EXPECT_EQ(after.organisation.units[unit], before.organisation.units[unit]);
  }
}

TEST(Reorganise, whole_processes_come_together_in_teams_and_the_plan_says_who_moves) {
  const Design design = made(town_of_four(), team_model(4, 8, 12));
  ASSERT_EQ(design.organisation.units.size(), 2U);
  EXPECT_EQ(design.facts.layers, 1);
  EXPECT_EQ(design.facts.largest_span, 0);
  EXPECT_EQ(design.facts.largest_unit, 11);
  EXPECT_EQ(design.plan.people_moved, 10) << "the back offices keep their names, the fronts move";
  ASSERT_EQ(design.plan.moves.size(), 2U);
  EXPECT_EQ(design.plan.moves[0].from_unit, "front 1");
  EXPECT_EQ(design.plan.moves[0].to_unit, "back 1");
  EXPECT_EQ(design.plan.moves[0].people, 5);
  EXPECT_EQ(design.plan.moves[0].fte, Fte::of(5));
  EXPECT_EQ(design.plan.moves[0].reason, Reason::handovers);
  EXPECT_EQ(design.plan.leads_then, 0);
}

TEST(Reorganise, sectors_have_a_line_to_one_top_and_leads_of_their_own) {
  const Design design = made(town_of_four(), sector_model(2, 4, 6, 8));
  const auto& units = design.organisation.units;
  ASSERT_EQ(units.size(), 7U);
  EXPECT_EQ(design.facts.layers, 3);
  EXPECT_EQ(units[UnitId(1)].name, "sector social");
  std::vector<PersonId> leads;
  for (const org::Unit& unit : units) leads.push_back(unit.lead);
  EXPECT_NE(leads[1], leads[2]);
  EXPECT_TRUE(leads[0] == leads[1] || leads[0] == leads[2]) << "first among equals";
  EXPECT_EQ(design.plan.leads_then, 6);
  EXPECT_EQ(design.organisation.meetings.size(), 4U + 3U);
}

TEST(Reorganise, says_that_teams_of_opgaven_stay_behind_with_the_units) {
  TestTown town = town_of_four();
  work::Work& work = town.baseline.work;
  work::Opgave opgave;
  opgave.name = "housing";
  work::Task task;
  task.name = "plan";
  task.activity = work.activities.push_back(
      {"plan", "plan", "", work.activities[work::ActivityId(0)].effort});
  opgave.tasks.push_back(task);
  work.opgaven.push_back(opgave);
  town.baseline.workforce.persons[PersonId(21)].competences.push_back({task.activity, 1});
  town.baseline.workforce.claims = {{PersonId(21), work::OpgaveId(0), 0.2, false}};
  EXPECT_EQ(made(town, as_is_model()).organisation.claims.size(), 1U);
  const Design design = made(town, sector_model(2, 4, 6, 8));
  EXPECT_TRUE(design.organisation.claims.empty());
  const Note note{NoteKind::no_opgave_teams, 1};
  EXPECT_NE(std::find(design.notes.begin(), design.notes.end(), note), design.notes.end());
}

TEST(Reorganise, counts_activities_with_one_holder_per_unit) {
  TestTown town = town_of_four();
  const auto rare = town.process("rare", "space", 1);
  town.baseline.workforce.persons[PersonId(21)].competences.push_back({rare[0], 1});
  const Design design = made(town, as_is_model());
  ASSERT_EQ(design.facts.single_points.size(), 4U);
  EXPECT_EQ(design.facts.single_points[3].unit, "back 2");
  EXPECT_EQ(design.facts.single_points[3].activities, 4);
  EXPECT_EQ(design.facts.single_points[3].with_one_holder, 1);
}

TEST(Reorganise, observed_handovers_go_before_expected_ones) {
  const TestTown town = town_of_four();
  org::HandoverNetwork observed;  // fronts with fronts, backs with backs
  for (std::size_t a = 0; a < 22; ++a) {
    for (std::size_t b = a + 1; b < 22; ++b) {
      if ((a % 11 < 5) == (b % 11 < 5)) observed.handovers.push_back({PersonId(a), PersonId(b), 1});
    }
  }
  const auto ground =
      ground_of(as_is_model(), town.baseline, town.mechanisms, {}, &observed);
  ASSERT_TRUE(ground.has_value());
  const auto design =
      reorganise(team_model(4, 8, 12), town.baseline, town.mechanisms, {}, *ground);
  ASSERT_TRUE(design.has_value());
  EXPECT_EQ(design->organisation.places[PersonId(0)].unit,
            design->organisation.places[PersonId(11)].unit);
  EXPECT_NE(design->organisation.places[PersonId(0)].unit,
            design->organisation.places[PersonId(5)].unit);
}

}  // namespace
}  // namespace veer::design
