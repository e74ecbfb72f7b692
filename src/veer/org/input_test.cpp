// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/input.hpp"

#include <gtest/gtest.h>

#include "veer/org/mechanisms.hpp"
#include "veer/org/model.hpp"

namespace veer::org {
namespace {

Input named(const std::string& name, double value) {
  Input input;
  input.name = name;
  input.value = value;
  return input;
}

TEST(DrawnInputs, an_input_that_was_not_drawn_has_its_central_value) {
  DrawnInputs drawn;
  drawn.set("b", 2.5);
  drawn.set("a", 1.5);
  drawn.set("b", 3.5);
  EXPECT_EQ(drawn(named("a", 0)), 1.5);
  EXPECT_EQ(drawn(named("b", 0)), 3.5);
  EXPECT_EQ(drawn(named("c", 7)), 7);
  ASSERT_EQ(drawn.values().size(), 2U);
  EXPECT_EQ(drawn.values()[0].first, "a");
}

TEST(DrawAddress, one_model_under_two_names_meets_the_same_draw) {
  EXPECT_EQ(draw_address(named("x/structure.team_size", 1)), "structure.team_size");
  EXPECT_EQ(draw_address(named("y/structure.team_size", 1)), "structure.team_size");
  EXPECT_EQ(draw_address(named("total_load", 1)), "total_load");
}

TEST(Mechanisms, one_draw_takes_each_number_from_the_draw_or_its_central_value) {
  Mechanisms mechanisms;
  mechanisms.total_load = named("mechanisms/total_load", 0.85);
  mechanisms.told_share = named("mechanisms/told_share", 0.5);
  DrawnInputs drawn;
  drawn.set("mechanisms/total_load", 0.9);
  const Assumptions values = draw(mechanisms, drawn);
  EXPECT_EQ(values.total_load, 0.9);
  EXPECT_EQ(values.told_share, 0.5);
  EXPECT_EQ(mechanisms.inputs().back().name, "mechanisms/told_share");
}

TEST(Model, counts_only_the_inputs_it_uses) {
  Model model;
  model.structure.top_units = named("m/structure.top_units", 4);
  model.exceptions[2].conflict_ladder.push_back(named("m/ladder", 1));
  MeetingRule meeting;
  meeting.minutes = named("m/minutes", 60);
  model.meetings.push_back(meeting);
  const std::vector<Input> inputs = model.inputs();
  ASSERT_EQ(inputs.size(), 3U);
  EXPECT_EQ(inputs[0].name, "m/structure.top_units");
  EXPECT_EQ(inputs[1].name, "m/ladder");
  EXPECT_EQ(inputs[2].name, "m/minutes");
}

}  // namespace
}  // namespace veer::org
