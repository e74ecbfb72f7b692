// SPDX-License-Identifier: EUPL-1.2
// A mean with the range in which 95 % of the runs lie.
//
// Runs differ by the draw of the judgements and by chance within it; the range shows both. It is
// no confidence interval of the mean, which more runs would shrink to a point: what is not known
// about the organisation does not go away by computing longer.
#pragma once

#include <vector>

namespace veer::study {

struct Estimate {
  double mean = 0;
  double low = 0;   ///< 2.5th percentile over the runs.
  double high = 0;  ///< 97.5th percentile.
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// NaN among the runs makes all three NaN; no runs: zero. The mean sums in the order given.
[[nodiscard]] Estimate estimate(const std::vector<double>& runs);

}  // namespace veer::study
