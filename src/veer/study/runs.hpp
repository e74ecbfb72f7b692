// SPDX-License-Identifier: EUPL-1.2
// The runs behind a comparison: draws made ready, then every replication, into slots by index.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "veer/base/executor.hpp"
#include "veer/study/comparison.hpp"

namespace veer::study {

/// Counts finished work over threads.
class Counter {
 public:
  Counter(Progress& progress, std::size_t total) : progress_(progress), total_(total) {}
  /// More is to be done than was known.
  void expect(std::size_t units) { total_.fetch_add(units); }
  void add(std::size_t units) { progress_.advance(done_.fetch_add(units) + units, total_); }
  [[nodiscard]] bool stop_requested() const { return progress_.stop_requested(); }

 private:
  Progress& progress_;
  std::atomic<std::size_t> total_;
  std::atomic<std::size_t> done_{0};
};

/// One draw of all judgements, calibrated: what its runs have in common.
struct PreparedDraw {
  std::uint32_t number = 0;
  Problems problems;                  ///< Not empty: the study cannot run.
  bool contradicts_records = false;   ///< The mechanisms alone take longer than the records.
  bool agrees_with_records = true;    ///< The as-is run cannot be told from the records.
  work::Work work;                    ///< With the remainder of this draw.
  org::Workforce workforce;
  std::vector<org::Organisation> organisations;  ///< By design.
  org::Assumptions assumptions;
  std::optional<org::DrawnPrices> prices;
  std::optional<org::DrawnShock> shock;
};

/// The euros of a run of this draw; nothing without prices.
[[nodiscard]] std::optional<Costs> costs_of(const PreparedDraw& draw, const sim::Outcome& outcome,
                                            const sim::Run& run);

/// One design in one replication of one draw.
struct RunResult {
  Problems problems;
  RunMeasures plain;
  std::optional<RunMeasures> shocked;
  std::vector<double> quality;        ///< By week, with a shock.
  std::vector<double> elapsed_days;   ///< As the records measure it; the as-is with records only.
};

/// Units of work that preparing one draw counts as.
[[nodiscard]] std::size_t preparation_units(const Subject& subject);

/// The draws to run with, and how many were set aside for them.
struct PreparedDraws {
  std::vector<PreparedDraw> draws;    ///< By number. One with problems: the study cannot run.
  std::uint32_t set_aside = 0;
};

/// As many draws as the question asks for whose as-is run cannot be told from the records, from at
/// most five times as many. Where fewer than a quarter are found: draws that do not contradict the
/// records outright, so that there is an answer, with the warning that it departs from the records.
/// Draws not reached after a stop hold the problem `interrupted`.
[[nodiscard]] PreparedDraws prepare_draws(const Subject& subject,
                                                      const Question& question,
                                                      const std::vector<org::Input>& inputs,
                                                      Executor& executor, Counter& counter,
                                                      const Simulate& simulate);

/// All runs of the draws given, by draw, replication, design.
[[nodiscard]] std::vector<RunResult> run_all(const Subject& subject, const Question& question,
                                             const std::vector<PreparedDraw>& draws,
                                             Executor& executor, Counter& counter,
                                             const Simulate& simulate);

}  // namespace veer::study
