// SPDX-License-Identifier: EUPL-1.2
// The screens and the JSON of `veer laws`: the list, and one law with its articles, sources and
// worked examples. Lines fit 100 columns; lengths in the law's own units, amounts in euros.
#pragma once

#include <string>
#include <vector>

#include "veer/org/law.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// One line per law: what holds now, and how many of all rules are judgements.
[[nodiscard]] std::string laws_screen(Language language, const std::vector<org::Law>& laws);
/// One page: each version in words, article by article, the examples and the sources.
[[nodiscard]] std::string law_screen(Language language, const org::Law& law);

/// `{"laws": [{id, kind, name, summary, since, rules: {sourced, judgements}, examples}]}`.
[[nodiscard]] std::string laws_json(const std::vector<org::Law>& laws);
/// The law as in its file.
[[nodiscard]] std::string law_json(const org::Law& law);

}  // namespace veer::report
