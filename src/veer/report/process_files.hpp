// SPDX-License-Identifier: EUPL-1.2
// The process picture as a file for other programs: Graphviz, browsers, spreadsheets, scripts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "veer/discover/process_picture.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

enum class PictureFormat : std::uint8_t { dot, svg, json, csv };

/// Activities that a drawing (dot, svg) holds; the other formats hold all that may be shown.
inline constexpr std::size_t drawn_activities = 20;

/// The picture in that form, in UTF-8. dot and svg show drawn_flows() (process_layout.hpp) with
/// words in the language; json and csv show every flow, with the same names in both languages,
/// hours and counts; in csv text that a spreadsheet would take for a formula begins with an
/// apostrophe.
[[nodiscard]] std::string picture_file(PictureFormat format, Language language,
                                       const std::string& organisation,
                                       const discover::Picture& picture);

/// Text inside double quotes of Graphviz: quotes and backslashes escaped, control characters as
/// spaces.
[[nodiscard]] std::string dot_text(std::string_view text);
/// Text inside XML: the five special characters as entities, control characters as spaces.
[[nodiscard]] std::string xml_text(std::string_view text);
/// A field of CSV, quoted where it must be.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace veer::report
