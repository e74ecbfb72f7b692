// SPDX-License-Identifier: EUPL-1.2
// The process picture as SVG, for browsers and documents.
#pragma once

#include <string>

#include "veer/discover/process_picture.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// A whole SVG 1.1 document, laid out by process_layout.hpp; it needs no other file.
[[nodiscard]] std::string process_svg(Language language, const std::string& organisation,
                                      const discover::Picture& picture);

}  // namespace veer::report
