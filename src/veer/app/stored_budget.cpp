// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/stored_budget.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace veer::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kind = "budget";
constexpr const char* name = "budget";

bool is_line(const Json& one) {
  return one.is_object() && one.contains("unit") && one["unit"].is_string() &&
         one.contains("kind") && one["kind"].is_string() && one.contains("year") &&
         one["year"].is_number_integer() && one.contains("cents") &&
         one["cents"].is_number_integer();
}

}  // namespace

Result<org::Budget> stored_budget(store::Workspace& workspace) {
  VEER_TRY(const auto document, workspace.document(kind, name));
  org::Budget budget;
  if (!document) return budget;
  const Json json = Json::parse(document->json, nullptr, false);
  bool whole = json.is_array();
  for (std::size_t i = 0; whole && i < json.size(); ++i) {
    whole = is_line(json[i]);
    if (!whole) break;
    budget.push_back({json[i]["unit"], json[i]["kind"], json[i]["year"],
                      Money::cents(json[i]["cents"])});
  }
  if (!whole) {
    return fail(Error{ErrorCode::unreadable, "the budget in the workspace", "damaged text",
                      "the budget that was imported",
                      "Import it again: veer import NAME.veer --budget begroting.csv."});
  }
  return budget;
}

Result<Done> keep_budget(store::Workspace& workspace, const org::Budget& budget,
                         const std::string& veer_version) {
  Json json = Json::array();
  for (const org::BudgetLine& line : budget) {
    json.push_back({{"unit", line.unit},
                    {"kind", line.kind},
                    {"year", line.year},
                    {"cents", line.amount.cents()}});
  }
  const std::string bytes = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return workspace.put_document(kind, name, {bytes, veer_version});
}

}  // namespace veer::app
