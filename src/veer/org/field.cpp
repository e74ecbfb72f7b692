// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/field.hpp"

namespace veer::org {

std::vector<Input> Field::inputs() const {
  std::vector<Input> inputs;
  const auto append = [&inputs](const std::vector<FieldFigure>& figures) {
    for (const FieldFigure& one : figures) inputs.push_back(one.figure);
  };
  for (const FieldModel& model : models) {
    inputs.push_back(model.from);
    if (model.to.is_used()) inputs.push_back(model.to);
    append(model.prevalence);
    append(model.counts);
  }
  for (const FieldTable& table : tables) append(table.rows);
  return inputs;
}

}  // namespace veer::org
