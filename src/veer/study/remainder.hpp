// SPDX-License-Identifier: EUPL-1.2
// The waiting that the records show and the mechanisms do not explain (DESIGN law 1).
//
// The delays of a learned process hold everything that passed between two events: queues, decisions
// and read-in, which the engine also executes, and the rest. Running both would count twice. So
// each draw takes from every delay of a case type the same number of hours, never below zero, such
// that the as-is run and the records agree in mean elapsed time; what is left is the remainder, and
// it is identical in every design. Where even no delay at all takes longer than the records show,
// the draw contradicts the records and is set aside. Where the run is faster than the records, the
// delays are stretched instead: the records show more waiting than was learned.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/work/work.hpp"

namespace veer::study {

/// Hours taken from each delay of a case type; below zero: the delays are stretched by a factor so
/// that their mean over the steps grows by this many hours.
using Shifts = IdVector<work::CaseTypeId, double>;

/// The work with shorter or longer delays before its activities; waits for the applicant or a
/// partner are left as they are. Distributions are shared with nothing else afterwards: they are
/// added at the end. A family other than constant and empirical is replaced by 512 of its quantiles
/// when it is shortened (error of the mean below 1 % for the families in use). O(steps + values).
[[nodiscard]] work::Work with_remainder(const work::Work& work, const Shifts& shifts);

/// What one case type must come to.
struct CalibrationTarget {
  double mean_days = 0;        ///< Recorded; nothing to aim at when there are no recorded cases.
  double tolerance_days = 0;   ///< Close enough; > 0.
  bool has_records = false;
};

struct Calibration {
  Shifts shift_hours;
  std::vector<double> reached_days;  ///< Mean of the last run, by case type.
  bool contradicts = false;          ///< No shift is enough: the mechanisms alone take longer.
  int runs = 0;
};

/// Mean elapsed days by case type of the as-is with these shifts, averaged over some replications
/// with common random numbers. NaN: no finished case.
using MeanElapsed = std::function<Result<std::vector<double>>(const Shifts&)>;

/// Searches the shift of every case type at once: outwards until the target lies between,
/// then false position; at most
/// max_runs evaluations, beginning at `start`. Result is the best evaluated shift.
[[nodiscard]] Result<Calibration> calibrate(const work::Work& work,
                                            const std::vector<CalibrationTarget>& targets,
                                            const Shifts& start, const MeanElapsed& mean_elapsed,
                                            int max_runs = 7);

}  // namespace veer::study
