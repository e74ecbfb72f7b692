// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/municipality_households.hpp"

#include <gtest/gtest.h>

#include "veer/work/work.hpp"

namespace veer::org {
namespace {

Input named(const std::string& name, double value) {
  return {name, value, value, value, "1", {}, "", {}};
}

std::vector<ScenarioHousehold> households() {
  ScenarioHousehold kind;
  kind.id = "many";
  kind.name = {"Huishouden", "Household"};
  kind.parts = {{"youth", named("youth", 0.2)}, {"support", named("support", 0.1)}};
  kind.matters = named("matters", 2);
  kind.within = named("within", 13);
  kind.conflict = named("conflict", 0.1);
  return {kind};
}

TEST(MunicipalityHouseholds, FindTheirCaseTypesById) {
  work::Work work;
  DrawnInputs drawn;
  drawn.set("youth", 0.4);
  drawn.set("within", 20);
  add_households(households(), {"support", "permit", "youth"}, drawn, work);
  const work::Household& made = work.households[work::HouseholdId(0)];
  const std::vector<work::HouseholdPart> parts = {{work::CaseTypeId(2), 0.4},
                                                  {work::CaseTypeId(0), 0.1}};
  EXPECT_EQ(made.parts, parts);
  EXPECT_EQ(made.within_weeks, 20);
  EXPECT_EQ(made.conflict, 0.1);
}

TEST(MunicipalityHouseholds, LetAllTheirNumbersBeDrawn) {
  std::vector<Input> inputs;
  append_inputs(households(), inputs);
  std::vector<std::string> names;
  for (const Input& input : inputs) names.push_back(input.name);
  EXPECT_EQ(names, (std::vector<std::string>{"youth", "support", "matters", "within", "conflict"}));
}

}  // namespace
}  // namespace veer::org
