// SPDX-License-Identifier: EUPL-1.2
// A scenario: one YAML file, or a folder whose YAML files make one scenario together; from disk, or
// one of the examples that the program brings along.
#pragma once

#include <filesystem>
#include <string>

#include "veer/base/result.hpp"
#include "veer/org/municipality.hpp"
#include "veer/org/shock.hpp"

namespace veer::app {

/// Reads `path`: a file, or all files of a folder that end in .yaml or .yml, in the order of their
/// names, and what these include. A path that is not on disk may be that of an example as the
/// program was built with it ("examples/010-voorbeeldstad", or its folder's name alone). Messages
/// name the files by their path as given. Errors: not_found, unreadable (no rights, a folder
/// without YAML), and those of codec::read_scenario.
[[nodiscard]] Result<org::Municipality> load_scenario(const std::filesystem::path& path);

/// The example that the program shows: 010-voorbeeldstad, as it was built with it.
[[nodiscard]] Result<org::Municipality> load_demo_scenario();

/// A shock of the catalogue by its id ("vraag-en-uitval"), or a file on disk. Errors: those of
/// find_text (catalogue.hpp) and codec::read_shock.
[[nodiscard]] Result<org::Shock> load_shock(const std::string& id_or_path);

}  // namespace veer::app
