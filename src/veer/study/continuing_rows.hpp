// SPDX-License-Identifier: EUPL-1.2
// Kinds of continuing work as a report may show them: no row that fewer than five people do, and
// none that follows by subtraction from the others (DESIGN law 6).
#pragma once

#include <vector>

#include "veer/org/baseline.hpp"

namespace veer::study {

/// The kinds of each row: one, or several that few people do; those come last. Empty where fewer
/// than five people do all of them together. O(kinds x people).
[[nodiscard]] std::vector<std::vector<work::ContinuingId>> continuing_rows(
    const org::Baseline& baseline);

}  // namespace veer::study
