// SPDX-License-Identifier: EUPL-1.2
// Texts of any encoding as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "veer/base/result.hpp"

namespace veer::codec {

struct EncodedText {
  std::string text;      ///< UTF-8, without byte order mark.
  std::string encoding;  ///< What it was: "UTF-8", "WINDOWS-1252", ...
};

[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Converts. encoding: a name known to iconv, or empty to detect it: a byte order mark decides;
/// valid UTF-8 is UTF-8; what looks West European is Windows-1252, which contains ISO 8859-1 as
/// far as texts use it; else what uchardet takes it for. Errors: invalid, for an encoding nobody
/// knows or bytes that it does not have, with the line. O(length).
[[nodiscard]] Result<EncodedText> to_utf8(std::string_view bytes, const std::string& encoding,
                                          const std::string& file);

}  // namespace veer::codec
