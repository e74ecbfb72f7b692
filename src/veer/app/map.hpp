// SPDX-License-Identifier: EUPL-1.2
// Use case: proposes the map of a workspace, or reads it back when the user has corrected it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/report/map_report.hpp"

namespace veer::app {

struct MapRequest {
  std::filesystem::path workspace;
  std::optional<std::filesystem::path> read;   ///< A corrected map: checked and kept.
  std::optional<std::filesystem::path> write;  ///< Where to write the map; may not be there yet.
  bool propose = false;                        ///< A proposal, even where a map was read back.
  report::Language language = report::Language::nl;  ///< Of the comments in what is written.
  std::string veer_version;                    ///< Noted beside a map that is kept.
};

/// The map that was read back, if there is one, else a proposal. Errors: those of load_records and
/// codec::read_map; usage for reading and proposing at once; invalid for a file to write that is
/// there already (nothing is overwritten); unreadable where it cannot be written; interrupted.
[[nodiscard]] Result<report::MapAnswer> map_workspace(const MapRequest& request,
                                                      Progress& progress);

}  // namespace veer::app
