// SPDX-License-Identifier: EUPL-1.2
// Who hands work to whom: expected from a baseline (design) or counted in records (discover).
#pragma once

#include <vector>

#include "veer/org/workforce.hpp"

namespace veer::org {

struct Handover {
  PersonId from;
  PersonId to;
  double per_week = 0;  ///< Cases a week that pass from one to the other; > 0. Any common scale
                        ///< will do: only ratios matter.
  friend bool operator==(const Handover&, const Handover&) = default;
};

/// Ordered by (from, to), each pair once, from != to.
struct HandoverNetwork {
  std::vector<Handover> handovers;
  friend bool operator==(const HandoverNetwork&, const HandoverNetwork&) = default;
};

}  // namespace veer::org
