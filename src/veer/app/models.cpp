// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/models.hpp"

#include <algorithm>

#include "veer/app/catalogue.hpp"

namespace veer::app {
namespace {

constexpr const char* mechanisms_id = "mechanisms";
constexpr const char* prices_id = "prices";
constexpr const char* as_is_id = "as-is";

}  // namespace

Result<Models> list_models() {
  Models result;
  VEER_TRY(result.mechanisms, load_mechanisms());
  for (const std::string& id : ids_in("models")) {
    VEER_TRY(org::Model model, load_model(id));
    result.models.push_back(std::move(model));
  }
  std::stable_partition(result.models.begin(), result.models.end(),
                        [](const org::Model& model) { return model.id == as_is_id; });
  return result;
}

Result<Shown> show_model(const std::string& id_or_path) {
  if (id_or_path == mechanisms_id) {
    VEER_TRY(org::Mechanisms mechanisms, load_mechanisms());
    return Shown(std::move(mechanisms));
  }
  if (id_or_path == prices_id) {
    VEER_TRY(org::Prices prices, load_prices());
    return Shown(std::move(prices));
  }
  VEER_TRY(org::Model model, load_model(id_or_path));
  return Shown(std::move(model));
}

}  // namespace veer::app
