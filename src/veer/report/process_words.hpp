// SPDX-License-Identifier: EUPL-1.2
// What a picture of the process says in words, and the picture that a terminal shows.
#pragma once

#include <string>

#include "veer/discover/process_picture.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// The name, and its title in words where it is a code.
[[nodiscard]] std::string full_name(const discover::PictureActivity& activity);
/// "1.434 zaken, 100 %": cases and their share of all.
[[nodiscard]] std::string activity_cases(Language language, const discover::Picture& picture,
                                         const discover::PictureActivity& activity);
/// "86 %, 2,5 uur": share of what goes on from there, and the median time where there is one.
[[nodiscard]] std::string flow_words(Language language, const discover::Picture& picture,
                                     const discover::PictureFlow& flow);

/// The main path as boxes from top to bottom with what goes another way beside them, the other
/// activities below it; lines of at most 100 columns. Empty without activities.
[[nodiscard]] std::string process_drawing(Language language, const discover::Picture& picture);

}  // namespace veer::report
