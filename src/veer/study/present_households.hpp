// SPDX-License-Identifier: EUPL-1.2
// The households of a described municipality, as simulated: how many, what they meet, and how often
// decisions on them contradict each other.
#pragma once

#include <optional>
#include <vector>

#include "veer/sim/households.hpp"
#include "veer/study/estimate.hpp"

namespace veer::study {

/// What one run says of the households of a kind; nothing where it has measured none.
struct HouseholdRun {
  double completed = 0;                  ///< In the measured window.
  std::optional<double> left_alone;      ///< Share of the cases that were to belong to one.
  std::optional<double> matters;         ///< Mean number per household, as the next four.
  std::optional<double> weeks;           ///< From the first matter to the last.
  std::optional<double> contacts;
  std::optional<double> contact_persons;
  std::optional<double> contradictions;  ///< Pairs of decisions per 100 households.
  /// Share of pairs of decisions of which the second was taken without knowledge of the first.
  std::optional<double> unaware;
};

/// The households of a kind over all runs; each figure nothing where no run has it.
struct PresentHousehold {
  Estimate per_year;
  std::optional<Estimate> left_alone;    ///< Shares, 0 to 1, as `unaware`.
  std::optional<Estimate> matters;
  std::optional<Estimate> weeks;
  std::optional<Estimate> contacts;
  std::optional<Estimate> contact_persons;
  std::optional<Estimate> contradictions;
  std::optional<Estimate> unaware;
};

/// By kind. O(households).
[[nodiscard]] std::vector<HouseholdRun> household_runs(const sim::HouseholdsOutcome& outcome);

/// One run at least. per_year: measured windows in a year.
[[nodiscard]] PresentHousehold household_over(const std::vector<HouseholdRun>& runs,
                                              double per_year);

}  // namespace veer::study
