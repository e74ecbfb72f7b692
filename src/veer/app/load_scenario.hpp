// SPDX-License-Identifier: EUPL-1.2
// A scenario from disk: one YAML file, or a folder whose YAML files make one scenario together.
#pragma once

#include <filesystem>

#include "veer/base/result.hpp"
#include "veer/org/municipality.hpp"

namespace veer::app {

/// Reads `path`: a file, or all files of a folder that end in .yaml or .yml, in the order of their
/// names. Messages name the files by their path as given. Errors: not_found, unreadable (no rights,
/// a folder without YAML), and those of codec::read_scenario.
[[nodiscard]] Result<org::Municipality> load_scenario(const std::filesystem::path& path);

}  // namespace veer::app
