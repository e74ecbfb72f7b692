// SPDX-License-Identifier: EUPL-1.2
// From observed work to a process that can run: histories become steps.
//
// One activity step per remembered history (history.hpp). Where the records show activities of a
// case going on at the same time, that set of activities is one symbol, and becomes a split, a
// branch for each, and a join; only sets seen often enough, otherwise one after the other.
//
// Each step's delay is the office time from the moment its predecessor was done to its (recorded or
// estimated) start, as an empirical distribution: of the step's own history where seen often
// enough, else of the pair (previous activity, activity), else of the activity. The share that
// stays in one pair of hands backs off in the same way.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "veer/calendar/working_time.hpp"
#include "veer/discover/history.hpp"
#include "veer/discover/observations.hpp"
#include "veer/work/work.hpp"

namespace veer::discover {

/// One or more activities that run at the same time, as they occur in one case.
struct Block {
  Symbol symbol = 0;
  std::vector<std::size_t> rows;  ///< Observations, ordered as the symbol's activities.
};

/// All cases as sequences of blocks.
struct Flows {
  std::vector<std::vector<eventlog::ActivityId>> symbols;
  std::vector<std::vector<Block>> cases;  ///< One per case with observations, by first start.
};

/// O(n log n) for n observations.
[[nodiscard]] Flows find_flows(const std::vector<Observation>& rows);

struct LearnedProcess {
  work::Process process;
  double delay_correlation = 0;
  Memory memory;
};

/// Collects delays and shares over all case types, then makes each case type's process.
class ProcessLearner {
 public:
  /// activity_of: the work's activity of each log activity. office: the municipality's hours over
  /// the whole period of the records. All referred to as long as the learner lives.
  ProcessLearner(const std::vector<Observation>& rows, const Flows& flows,
                 const IdVector<eventlog::ActivityId, work::ActivityId>& activity_of,
                 const calendar::WorkingTime& office);
  ~ProcessLearner();
  ProcessLearner(const ProcessLearner&) = delete;
  ProcessLearner& operator=(const ProcessLearner&) = delete;

  /// The process of the cases (indices into flows.cases, in order of time, not empty), learned from
  /// the newest of them that the chosen memory names; adds what it needs to `distributions`.
  [[nodiscard]] LearnedProcess learn(
      const std::vector<std::size_t>& cases,
      IdVector<work::DistributionId, Distribution>& distributions);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace veer::discover
