// SPDX-License-Identifier: EUPL-1.2
// The words for values that several screens name.
#pragma once

#include <string>

#include "veer/org/input.hpp"
#include "veer/report/text.hpp"
#include "veer/sim/ledger.hpp"

namespace veer::report {

/// The text of a file in the language of the screen.
[[nodiscard]] const std::string& in(Language language, const org::Text& text);

/// What a row of the ledger is called.
[[nodiscard]] std::string_view label(Language language, sim::Row row);

}  // namespace veer::report
