// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "veer/stats/summary.hpp"

namespace veer::study {

Estimate estimate(const std::vector<double>& runs) {
  if (runs.empty()) return {};
  if (std::any_of(runs.begin(), runs.end(), [](double run) { return std::isnan(run); })) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, nan, nan};
  }
  std::vector<double> ordered = runs;
  std::sort(ordered.begin(), ordered.end());
  return {mean(runs), quantile_of_sorted(ordered, 0.025), quantile_of_sorted(ordered, 0.975)};
}

}  // namespace veer::study
