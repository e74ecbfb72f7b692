// SPDX-License-Identifier: EUPL-1.2
// Who hands work to whom, and which people thereby belong together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace veer::discover {

/// Weight between two nodes, both ways added up; a != b.
struct Tie {
  std::size_t a = 0;
  std::size_t b = 0;
  double weight = 0;  ///< > 0

  friend bool operator==(const Tie&, const Tie&) = default;
};

/// The community of each of `nodes` nodes, numbered from 0 in order of their first member: groups
/// with many ties inside and few outside (modularity, multilevel method of Blondel et al. 2008, by
/// igraph). A node without ties is a community of its own. Same arguments, same result, on any
/// thread: igraph draws from one generator of the whole process, so calls are serialised here and
/// seeded each time. O(ties) per level.
[[nodiscard]] std::vector<std::size_t> communities(std::size_t nodes, const std::vector<Tie>& ties,
                                                   std::uint32_t seed = 1);

}  // namespace veer::discover
