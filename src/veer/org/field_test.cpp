// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/field.hpp"

#include <gtest/gtest.h>

namespace veer::org {
namespace {

Input figure(const std::string& name) {
  Input input;
  input.name = name;
  return input;
}

TEST(Field, ListsEveryFigureAndNoEndOfWhatHasNotEnded) {
  Field field;
  FieldModel model;
  model.from = figure("from");
  model.prevalence = {{"2010", "", figure("share")}};
  model.counts = {{"2018", "", figure("count")}};
  field.models = {model};
  field.tables = {{"t", "T", "%", "what", {{"2013", "", figure("row")}}}};
  std::string names;
  for (const Input& input : field.inputs()) names += input.name + " ";
  EXPECT_EQ(names, "from share count row ");
}

}  // namespace
}  // namespace veer::org
