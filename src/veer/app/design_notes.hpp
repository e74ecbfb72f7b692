// SPDX-License-Identifier: EUPL-1.2
// What a reader must know about how a design came about, in words.
#pragma once

#include <vector>

#include "veer/design/reorganise.hpp"
#include "veer/org/input.hpp"

namespace veer::app {

/// The notes of a design in both languages, in their order.
[[nodiscard]] std::vector<org::Text> words_of(const std::vector<design::Note>& notes);

}  // namespace veer::app
