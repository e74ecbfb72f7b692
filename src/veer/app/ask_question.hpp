// SPDX-License-Identifier: EUPL-1.2
// From what a user typed to a question with everything in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "veer/app/ask.hpp"

namespace veer::app {

/// A shock given in numbers: demand and people as changes (0.3 is 30 % more, -0.2 is 20 % fewer),
/// for some weeks from week 13 of the measured ones. Nothing of it is an assumption.
[[nodiscard]] org::Shock shock_of_question(double demand_change, double people_change,
                                           double weeks);

/// What the user typed.
struct AskRequest {
  std::string target;                   ///< Workspace or scenario.
  std::vector<std::string> models;      ///< Ids of the catalogue or files.
  std::string shock;                    ///< Id of the catalogue or a file; empty: see below.
  /// Given: they replace the shock's own numbers, or make a shock of their own.
  std::optional<double> demand_change;
  std::optional<double> people_change;
  std::optional<double> shock_weeks;
  std::optional<double> term_days;
  AskEffort effort;
};

/// Looks everything up, all problems at once.
[[nodiscard]] Result<AskQuestion> read_question(const AskRequest& request);

}  // namespace veer::app
