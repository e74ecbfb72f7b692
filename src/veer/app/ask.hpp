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
#include "veer/org/prices.hpp"
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
  /// Weeks after the measured ones in which their cases may finish; where records show longer
  /// cases, as long as the longest and a quarter more.
  int follow_up_weeks = 52;
};

/// A question about a subject, everything read and nothing left to look up.
struct AskQuestion {
  AskSubject subject;
  org::Model as_is;
  std::vector<org::Model> models;       ///< At least one; each becomes a design.
  org::Mechanisms mechanisms;
  org::Prices prices;
  std::optional<org::Shock> shock;
  std::optional<double> term_days;      ///< --term
  AskEffort effort;
};

/// Computes the answer. Errors: what a design refuses (unsupported), interrupted, and those of
/// study::compare.
[[nodiscard]] Result<report::AskAnswer> answer(AskQuestion question, Executor& executor,
                                               Progress& progress);

}  // namespace veer::app
