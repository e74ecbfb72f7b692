// SPDX-License-Identifier: EUPL-1.2
// The waiting that the records show and the mechanisms do not explain (DESIGN law 1).
//
// The delays of a learned process hold everything that passed between two events: queues, decisions
// and read-in, which the engine also executes, and the rest. Running both would count twice. So
// each draw re-estimates the delay that a case gets in total from the total that its draws add up
// to (work::Remainder), such that the elapsed times of the as-is run and of the records agree as
// distributions: where the run is slower than the records at a rank, cases of that rank of drawn
// delay get less, never below zero, and more where it is faster. What is left is the remainder. It
// depends on a case's own draws alone, so it is identical in every design.
//
// Where the mechanisms alone, without any delay, take longer than the records show (in the mean, or
// already at the median or the 90th percentile), no remainder can help: the draw contradicts the
// records.
#pragma once

#include <functional>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/study/agreement.hpp"
#include "veer/work/work.hpp"

namespace veer::study {

using Remainders = IdVector<work::CaseTypeId, std::vector<work::Remainder>>;

/// The work with these remainders.
[[nodiscard]] work::Work with_remainder(const work::Work& work, const Remainders& remainders);
/// Delays as drawn: where a search begins.
[[nodiscard]] Remainders as_drawn(std::size_t case_types);
/// No delay at all: what the mechanisms take alone.
[[nodiscard]] Remainders without_delay(std::size_t case_types);

/// What one case type must come to; nothing to aim at when its records are empty.
using CalibrationTarget = RecordedElapsed;

/// The target of recorded elapsed times, in any order. Fewer than 20 cases say nothing: empty.
[[nodiscard]] CalibrationTarget target_of(std::vector<double> elapsed_days);

/// A case of an as-is run.
struct RunCase {
  double drawn_hours = 0;   ///< Office hours of delay as drawn.
  double elapsed_days = 0;  ///< As the records measure it.
};
/// The cases by case type, with these remainders, from some replications. Errors: the engine's.
using RunCases = std::function<Result<std::vector<std::vector<RunCase>>>(const Remainders&)>;

struct Calibration {
  Remainders remainders;
  /// The cases of the run that came nearest, by case type: elapsed days.
  std::vector<std::vector<double>> elapsed_days;
  int runs = 0;
};

/// Whether the mechanisms alone take longer than the records: on average, or, when `in_any_figure`,
/// in the median or the 90th percentile either.
[[nodiscard]] bool takes_longer(const std::vector<CalibrationTarget>& targets,
                                const std::vector<std::vector<RunCase>>& without_delay,
                                bool in_any_figure);

/// office_share: office hours / all hours of a week; turns days into office hours. Improves all
/// case types at once, at most max_runs times, from `start` on, until each agrees with its records
/// and lies within half of their chance distance. Result is the nearest evaluated. Errors: those of
/// run_cases.
[[nodiscard]] Result<Calibration> calibrate(const std::vector<CalibrationTarget>& targets,
                                            const Remainders& start, double office_share,
                                            const RunCases& run_cases, int max_runs = 6);

}  // namespace veer::study
