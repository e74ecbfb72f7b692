// SPDX-License-Identifier: EUPL-1.2
// What `veer look` shows of a described municipality. It says that every figure was simulated and
// none was recorded, and how many of the inputs are judgements.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "veer/org/municipality.hpp"
#include "veer/report/text.hpp"
#include "veer/study/known_figures.hpp"
#include "veer/study/posts.hpp"
#include "veer/study/present.hpp"

namespace veer::report {

struct PresentAnswer {
  org::Municipality municipality;      ///< For names, terms and what was observed elsewhere.
  study::Present present;              ///< Case types in the order of the municipality's.
  std::vector<study::PostRow> posts;
  std::vector<study::KnownFigure> known;
  std::map<std::string, org::Source> field_sources;  ///< What the known figures name.
  int measured_weeks = 0;              ///< Weeks of each run in which arriving cases count.
  int warm_up_weeks = 0;
  std::uint64_t seed = 0;
};

/// The screen: sentences and tables of at most 100 columns.
[[nodiscard]] std::string look_screen(Language language, const PresentAnswer& answer);

}  // namespace veer::report
