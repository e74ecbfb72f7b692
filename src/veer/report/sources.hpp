// SPDX-License-Identifier: EUPL-1.2
// What numbers rest on, as a person and a program read it.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "veer/org/input.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// "cbs: Gemeentebegrotingen (2020). alle gemeenten.", without the address.
[[nodiscard]] std::string source_words(Language language, const org::Source& source);

/// {"nl": ..., "en": ...}
[[nodiscard]] nlohmann::ordered_json text_json(const org::Text& text);

/// By id: title, year, url and setting.
[[nodiscard]] nlohmann::ordered_json sources_json(
    const std::map<std::string, org::Source>& sources);

}  // namespace veer::report
