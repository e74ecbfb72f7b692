// SPDX-License-Identifier: EUPL-1.2
// What every design of one study has in common: the work and the people.
#pragma once

#include "veer/org/workforce.hpp"
#include "veer/work/work.hpp"

namespace veer::org {

/// One draw of the work and the people of a municipality, from records (discover::Twin) or from a
/// scenario (Municipality).
struct Baseline {
  work::Work work;
  Workforce workforce;

  friend bool operator==(const Baseline&, const Baseline&) = default;
};

}  // namespace veer::org
