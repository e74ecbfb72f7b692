// SPDX-License-Identifier: EUPL-1.2
// What `veer look` shows of an organisation's own records, as a screen and as JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "veer/discover/overview.hpp"
#include "veer/report/text.hpp"
#include "veer/study/imitation.hpp"

namespace veer::report {

/// Everything that one look gives.
struct LookAnswer {
  std::string name;                            ///< Of the workspace.
  discover::Twin twin;
  discover::Overview overview;
  std::vector<discover::TimeRow> by_sub_process;  ///< Empty without a map that was read back.
  std::optional<study::Imitation> imitation;   ///< Nothing when the records are too short for it.
};

/// The screen: sentences and tables of at most 100 columns.
[[nodiscard]] std::string look_screen(Language language, const LookAnswer& answer);

/// The same figures as JSON (UTF-8, two spaces, a line break at the end): no names of people, no
/// groups under five, nothing about machine or time.
[[nodiscard]] std::string look_json(const LookAnswer& answer);

}  // namespace veer::report
