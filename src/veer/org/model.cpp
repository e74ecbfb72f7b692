// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/model.hpp"

#include "veer/base/error.hpp"

namespace veer::org {

std::string_view name_of(ExceptionKind kind) {
  switch (kind) {
    case ExceptionKind::routine: return "routine";
    case ExceptionKind::operational: return "operational";
    case ExceptionKind::cross_unit: return "cross_unit";
  }
  VEER_EXPECT(false && "an exception kind without a name");
}

std::vector<Input> Model::inputs() const {
  std::vector<Input> all;
  const auto add = [&all](const Input& input) {
    if (input.is_used()) all.push_back(input);
  };
  add(structure.team_size);
  add(structure.top_units);
  for (const DecisionRule& rule : exceptions) {
    add(rule.participants);
    add(rule.wait_limit);
    add(rule.disagreement);
    for (const Input& panel : rule.conflict_ladder) add(panel);
    add(rule.quorum);
  }
  for (const MeetingRule& meeting : meetings) {
    add(meeting.every_weeks);
    add(meeting.minutes);
  }
  return all;
}

}  // namespace veer::org
