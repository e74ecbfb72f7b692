// SPDX-License-Identifier: EUPL-1.2
// A small world in which every case meets one decision, and nobody asked has anything else to do.
#pragma once

#include <utility>

#include "small_world.hpp"

namespace veer::test {

struct DecisionWorld : SmallWorld {
  org::UnitId team;

  /// A worker whose work takes no time, `size` - 1 colleagues who only answer, the first of whom
  /// leads, and two leads above. An answer takes an hour on average.
  DecisionWorld(int size, org::DecisionProtocol rule, double hours_between_cases = 100) {
    const auto task = activity("task", Distribution::constant(0));
    const auto top = unit("top");
    const auto middle = unit("middle", top);
    team = unit("team", middle);
    person(team, {task});
    for (int i = 1; i < size; ++i) person(team, {});
    organisation.units[team].lead = org::PersonId(size > 1 ? 1 : 0);
    organisation.units[middle].lead = person(middle, {});
    organisation.units[top].lead = person(top, {});
    case_type({task}, Distribution::constant(hours_between_cases));
    assumptions.operational_share = 1;
    assumptions.decision_minutes = 60;
    assumptions.advice_minutes = 60;
    organisation.exceptions[static_cast<std::size_t>(org::ExceptionKind::operational)] =
        std::move(rule);
    run.window = {*day_from_date(2024, 1, 1), 0, 5000, 30};
  }
};

}  // namespace veer::test
