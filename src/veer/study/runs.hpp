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
  void add(std::size_t units) { progress_.advance(done_.fetch_add(units) + units, total_); }
  [[nodiscard]] bool stop_requested() const { return progress_.stop_requested(); }

 private:
  Progress& progress_;
  std::size_t total_;
  std::atomic<std::size_t> done_{0};
};

/// One draw of all judgements, calibrated: what its runs have in common.
struct PreparedDraw {
  std::uint32_t number = 0;
  Problems problems;                  ///< Not empty: the study cannot run.
  bool contradicts_records = false;
  work::Work work;                    ///< With the remainder of this draw.
  org::Workforce workforce;
  std::vector<org::Organisation> organisations;  ///< By design.
  org::Assumptions assumptions;
  std::optional<org::DrawnShock> shock;
};

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

/// All draws, in order. Draws not reached after a stop hold the problem `interrupted`.
[[nodiscard]] std::vector<PreparedDraw> prepare_draws(const Subject& subject,
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
