// SPDX-License-Identifier: EUPL-1.2
// The people of a described municipality by unit and function, as a report may show them: no row
// of fewer than five people, and none that follows by subtraction from the others (DESIGN law 6).
#pragma once

#include <vector>

#include "veer/org/municipality.hpp"

namespace veer::study {

/// People of one function in one unit.
struct PostRow {
  org::Text unit;      ///< Empty: the smallest units together.
  org::Text function;  ///< Empty: the other functions of the unit together.
  int people = 0;      ///< At least five.
  double fte = 0;      ///< Full-time equivalents, summed.

  friend bool operator==(const PostRow&, const PostRow&) = default;
};

/// Rows by unit in the order of the municipality, largest function first, what is together last.
/// Where the small units are under five people even together, the smallest other unit is with them:
/// so the rows always add up to everybody. Empty when everybody together is under five.
/// O(posts log posts).
[[nodiscard]] std::vector<PostRow> shown_posts(const org::Municipality& municipality);

}  // namespace veer::study
