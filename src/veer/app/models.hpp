// SPDX-License-Identifier: EUPL-1.2
// Use case `models`: which organisation models there are, and one of them from close by.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/org/mechanisms.hpp"
#include "veer/org/model.hpp"
#include "veer/org/prices.hpp"

namespace veer::app {

struct Models {
  std::vector<org::Model> models;  ///< Ordered by id, the as-is first.
  org::Mechanisms mechanisms;      ///< What all of them share.
};

/// All models of the catalogue. Errors: a model of the catalogue that does not read, which a test
/// excludes.
[[nodiscard]] Result<Models> list_models();

/// A model, or what all of them share.
using Shown = std::variant<org::Model, org::Mechanisms, org::Prices>;

/// One model by id or path, or the shared numbers by the ids `mechanisms` and `prices`. Errors:
/// those of load_model.
[[nodiscard]] Result<Shown> show_model(const std::string& id_or_path);

}  // namespace veer::app
