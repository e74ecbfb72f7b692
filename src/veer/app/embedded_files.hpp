// SPDX-License-Identifier: EUPL-1.2
// The project's data files as they were when the program was built (cmake/veer_embed.cmake).
#pragma once

#include <string_view>
#include <vector>

namespace veer::app {

struct EmbeddedFile {
  std::string_view path;  ///< In the project: `models/zelfsturing.yaml`.
  std::string_view text;
};

/// Ordered by path.
[[nodiscard]] const std::vector<EmbeddedFile>& embedded_files();

}  // namespace veer::app
