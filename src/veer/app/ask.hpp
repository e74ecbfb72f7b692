// SPDX-License-Identifier: EUPL-1.2
// Use case: what if this organisation were organised as ..., and ... happened?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "veer/app/ask_subject.hpp"
#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/org/mechanisms.hpp"
#include "veer/org/model.hpp"
#include "veer/org/shock.hpp"
#include "veer/report/ask_report.hpp"

namespace veer::app {

/// How much is computed. Judgement: enough for stable shares of draws in well under a minute.
struct AskEffort {
  std::uint64_t seed = 1;
  std::uint32_t draws = 20;
  std::uint32_t replications = 2;
  int measured_weeks = 52;   ///< --horizon
  int warm_up_weeks = 26;    ///< --warm-up
  /// Weeks after the measured ones in which their cases may finish.
  int follow_up_weeks = 52;
};

/// A question about a subject, everything read and nothing left to look up.
struct AskQuestion {
  AskSubject subject;
  org::Model as_is;
  std::vector<org::Model> models;       ///< At least one; each becomes a design.
  org::Mechanisms mechanisms;
  std::optional<org::Shock> shock;
  std::optional<double> term_days;      ///< --term
  AskEffort effort;
};

/// Computes the answer. Errors: what a design refuses (unsupported), interrupted, and those of
/// study::compare.
[[nodiscard]] Result<report::AskAnswer> answer(AskQuestion question, Executor& executor,
                                               Progress& progress);

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
