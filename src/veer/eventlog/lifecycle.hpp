// SPDX-License-Identifier: EUPL-1.2
// Names of lifecycle transitions as sources write them.
#pragma once

#include <string_view>

#include "veer/eventlog/event_log.hpp"

namespace veer::eventlog {

/// The transition of that name, in any case, with or without underscores; Transition::other for
/// names outside the standard lifecycle of IEEE 1849, complete for an empty name.
[[nodiscard]] Transition transition_from(std::string_view name);

/// The stable name, as in the standard: "complete", "start", "ate_abort", ...
[[nodiscard]] std::string_view name_of(Transition transition);

}  // namespace veer::eventlog
