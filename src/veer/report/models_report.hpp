// SPDX-License-Identifier: EUPL-1.2
// The screens and the JSON of `veer models`: the list, one model, the shared numbers and prices.
// Lines fit 100 columns; every number has its unit, range and source or reason.
#pragma once

#include <string>
#include <vector>

#include "veer/org/mechanisms.hpp"
#include "veer/org/model.hpp"
#include "veer/org/prices.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// One line per model, with how many of its numbers are judgements.
[[nodiscard]] std::string models_screen(Language language, const std::vector<org::Model>& models,
                                        const org::Mechanisms& mechanisms);
/// One page: what it is, how it works in words, its numbers, choices, tests and sources.
[[nodiscard]] std::string model_screen(Language language, const org::Model& model);
/// The numbers that all organisations share.
[[nodiscard]] std::string mechanisms_screen(Language language, const org::Mechanisms& mechanisms);
/// What people cost: salary scales and the numbers that go with them.
[[nodiscard]] std::string prices_screen(Language language, const org::Prices& prices);

/// `{"models": [{id, name, summary, era, tested_against, inputs: {sourced, judgements}}]}`.
[[nodiscard]] std::string models_json(const std::vector<org::Model>& models);
/// The model as in its file, with its inputs as a list.
[[nodiscard]] std::string model_json(const org::Model& model);
[[nodiscard]] std::string mechanisms_json(const org::Mechanisms& mechanisms);
[[nodiscard]] std::string prices_json(const org::Prices& prices);

}  // namespace veer::report
