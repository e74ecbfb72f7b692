// SPDX-License-Identifier: EUPL-1.2
// Households of a described municipality: citizens with matters in several domains at once.
#pragma once

#include <string>
#include <vector>

#include "veer/org/input.hpp"
#include "veer/work/household.hpp"

namespace veer::org {

/// What households of a kind take of one case type.
struct ScenarioHouseholdPart {
  std::string case_type;  ///< Id of a ScenarioCaseType that is no proposal.
  Input share;            ///< Of its cases, "1".

  friend bool operator==(const ScenarioHouseholdPart&, const ScenarioHouseholdPart&) = default;
};

struct ScenarioHousehold {
  std::string id;
  Text name;
  std::vector<ScenarioHouseholdPart> parts;
  Input matters;   ///< Mean number of matters of one household, "1".
  Input within;    ///< Mean time from the first to the last, "weeks".
  Input conflict;  ///< Share of pairs of decisions taken without knowledge of each other, "1".

  friend bool operator==(const ScenarioHousehold&, const ScenarioHousehold&) = default;
};

void append_inputs(const std::vector<ScenarioHousehold>& households, std::vector<Input>& inputs);

/// Adds them to the work. case_types: the ids of its case types, in order.
void add_households(const std::vector<ScenarioHousehold>& households,
                    const std::vector<std::string>& case_types, const DrawnInputs& drawn,
                    work::Work& work);

}  // namespace veer::org
