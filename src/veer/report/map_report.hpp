// SPDX-License-Identifier: EUPL-1.2
// What `veer map` shows of a map, as a screen and as JSON.
#pragma once

#include <optional>
#include <string>

#include "veer/discover/map_coverage.hpp"
#include "veer/discover/map_proposal.hpp"
#include "veer/org/map.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// One answer of `veer map`.
struct MapAnswer {
  std::string name;                               ///< Of the workspace.
  std::string workspace;                          ///< Its file, as the user named it.
  org::Map map;
  discover::MapCoverage coverage;                 ///< Of this map.
  std::optional<discover::MapProposal> proposal;  ///< Nothing: the map was read back.
  std::string written_to;  ///< File that the map was written to; may be empty.
};

/// The share of the events that a part of them is, never 0 % of something nor 100 % of not quite
/// everything: "< 0,1 %".
[[nodiscard]] std::string share_of_events(Language language, std::size_t part,
                                          const discover::MapCoverage& coverage);

/// The screen: sentences and a table of at most 100 columns.
[[nodiscard]] std::string map_screen(Language language, const MapAnswer& answer);

/// The same figures and the map as JSON (UTF-8, two spaces, a line break at the end): no names of
/// people, no number of people under five.
[[nodiscard]] std::string map_json(const MapAnswer& answer);

}  // namespace veer::report
