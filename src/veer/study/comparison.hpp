// SPDX-License-Identifier: EUPL-1.2
// The comparison: all designs, with and without the shock, through the same work.
//
// Runs = designs x {no shock, shock} x draws of the judgements x replications. All designs of one
// draw and replication share seed, work, people and numbers; only the organisation differs, so a
// difference is paired. Every run writes to a slot of its own and slots are summed in order: the
// result is the same on any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/org/mechanisms.hpp"
#include "veer/org/prices.hpp"
#include "veer/org/shock.hpp"
#include "veer/study/agreement.hpp"
#include "veer/study/estimate.hpp"
#include "veer/study/judgements.hpp"
#include "veer/study/measures.hpp"
#include "veer/study/resilience.hpp"
#include "veer/study/subject.hpp"

namespace veer::study {

/// What is asked of a subject.
struct Question {
  std::vector<Design> designs;       ///< The first is the as-is: what the others are held against.
  Organise organise;
  org::Mechanisms mechanisms;
  std::optional<org::Prices> prices; ///< Nothing: nothing is said of euros.
  std::optional<org::Shock> shock;
  std::uint64_t seed = 1;
  std::uint32_t draws = 1;           ///< Of the judgements, >= 1.
  std::uint32_t replications = 1;    ///< Of each draw, >= 1.
  sim::Window window;                ///< measured: at least one week.
};

/// The `source` of an input that the question itself sets (`--demand +30%`): no assumption.
inline constexpr const char* chosen_in_question = "question";

using Rows = std::array<double, sim::row_count>;

/// One design with or without the shock, over all runs.
struct Cell {
  std::size_t design = 0;            ///< Index into Comparison::designs.
  bool shocked = false;
  std::array<Estimate, measure_count> measures;  ///< NaN: nothing to measure (no term, no norm).
  Rows ledger_days{};                ///< Mean days per case by row; their sum is the mean elapsed.
  double cases = 0;                  ///< Mean per run.
  double unfinished = 0;             ///< Mean per run: open at the end of the follow-up.

  [[nodiscard]] const Estimate& operator[](Measure m) const {
    return measures[static_cast<std::size_t>(m)];
  }
};

/// One design against the as-is, run by run.
struct Difference {
  std::size_t design = 0;
  bool shocked = false;
  std::array<Estimate, measure_count> measures;
  /// Share of the draws (each the mean of its replications) in which the design scores strictly
  /// better; nothing where neither direction is better.
  std::array<std::optional<double>, measure_count> share_of_draws_better;
  /// The same over single runs, i.e. over chance and judgements together.
  std::array<std::optional<double>, measure_count> share_of_runs_better;
  /// Difference of the mean days per case by row. Their sum is the difference of the mean elapsed.
  Rows ledger_days{};

  [[nodiscard]] const Estimate& operator[](Measure m) const {
    return measures[static_cast<std::size_t>(m)];
  }
  /// Rows by the size of their difference, largest first; ties in the order of the ledger.
  [[nodiscard]] std::vector<sim::Row> largest_rows() const;
};

struct NamedDesign {
  std::string id;
  std::string model;
};

struct Comparison {
  std::vector<NamedDesign> designs;
  std::vector<Cell> cells;                   ///< By design, without before with the shock.
  std::vector<Difference> differences;       ///< Of every design but the first, same order.
  std::vector<ResilienceSummary> resilience; ///< By design; empty without a shock.
  InputCount inputs;
  std::uint32_t draws = 0;                   ///< In the figures.
  /// Under which the as-is departed from its records; in no figure (prepare_draws in runs.hpp).
  std::uint32_t draws_set_aside = 0;
  std::uint32_t replications = 0;
  std::optional<Agreement> agreement;        ///< Nothing without records.
  /// Share of the as-is mean elapsed time that the mechanisms do not explain (law 1); identical
  /// waiting in every design.
  double remainder_share = 0;
  std::optional<org::Shock> shock;

  [[nodiscard]] const Cell& cell(std::size_t design, bool shocked) const;
};

/// Runs the study. Problems: what a design refuses, what the engine refuses, `interrupted` when
/// progress asked to stop, `unsupported` when every draw contradicts the records.
/// designs x draws x replications x (1 + shock) replications, and about 4 per draw to calibrate.
[[nodiscard]] Result<Comparison> compare(const Subject& subject, const Question& question,
                                         Executor& executor, Progress& progress,
                                         const Simulate& simulate);

}  // namespace veer::study
