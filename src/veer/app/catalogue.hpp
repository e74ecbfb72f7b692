// SPDX-License-Identifier: EUPL-1.2
// What Veer brings along: organisation models, shared mechanisms, shocks, laws and examples, inside
// the program; and the same kinds of file brought by a user.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/org/mechanisms.hpp"
#include "veer/org/model.hpp"
#include "veer/org/prices.hpp"

namespace veer::app {

/// A text with the name that messages about it use.
struct NamedText {
  std::string name;
  std::string text;
};

/// An entry of a folder of the catalogue by its id ("zelfsturing" in "models"), or a file on disk:
/// whatever holds a '/' or ends in .yaml or .yml. Errors: not_found with the nearest id,
/// unreadable, unsupported (more than 4 MB).
[[nodiscard]] Result<NamedText> find_text(std::string_view folder, const std::string& id_or_path);

/// The ids in a folder of the catalogue, ordered. `mechanisms` and `prices` are no models and not
/// among them.
[[nodiscard]] std::vector<std::string> ids_in(std::string_view folder);

/// The numbers that all organisations share.
[[nodiscard]] Result<org::Mechanisms> load_mechanisms();

/// What people cost, and what the law charges for deciding late.
[[nodiscard]] Result<org::Prices> load_prices();

/// A model by id or path. Errors: those of find_text and codec::read_model.
[[nodiscard]] Result<org::Model> load_model(const std::string& id_or_path);

}  // namespace veer::app
