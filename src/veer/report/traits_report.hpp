// SPDX-License-Identifier: EUPL-1.2
// Parts of the screen of `veer look`: the characteristics of cases, and the budget.
#pragma once

#include <string>

#include "veer/discover/case_traits.hpp"
#include "veer/org/budget.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// The section about the characteristics of cases, with its heading; at most 100 columns.
[[nodiscard]] std::string traits_text(Language language, const discover::CaseTraits& found);

/// Sentences about a budget with lines; at most 100 columns.
[[nodiscard]] std::string budget_text(Language language, const org::BudgetCover& budget);

}  // namespace veer::report
