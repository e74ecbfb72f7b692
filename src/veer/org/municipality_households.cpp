// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/municipality_households.hpp"

#include <algorithm>

#include "veer/base/error.hpp"
#include "veer/work/work.hpp"

namespace veer::org {

void append_inputs(const std::vector<ScenarioHousehold>& households, std::vector<Input>& inputs) {
  for (const ScenarioHousehold& household : households) {
    for (const ScenarioHouseholdPart& part : household.parts) inputs.push_back(part.share);
    inputs.push_back(household.matters);
    inputs.push_back(household.within);
    inputs.push_back(household.conflict);
  }
}

void add_households(const std::vector<ScenarioHousehold>& households,
                    const std::vector<std::string>& case_types, const DrawnInputs& drawn,
                    work::Work& work) {
  for (const ScenarioHousehold& household : households) {
    work::Household made;
    made.name = household.name.nl;
    for (const ScenarioHouseholdPart& part : household.parts) {
      const auto type = std::find(case_types.begin(), case_types.end(), part.case_type);
      VEER_EXPECT(type != case_types.end());
      made.parts.push_back({work::CaseTypeId(static_cast<std::size_t>(type - case_types.begin())),
                            drawn(part.share)});
    }
    made.matters = drawn(household.matters);
    made.within_weeks = drawn(household.within);
    made.conflict = drawn(household.conflict);
    work.households.push_back(std::move(made));
  }
}

}  // namespace veer::org
