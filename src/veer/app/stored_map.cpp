// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/stored_map.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace veer::app {
namespace {

constexpr const char* kind = "map";
constexpr const char* name = "map.yaml";

}  // namespace

Result<codec::MapGround> map_ground(store::Workspace& workspace, const eventlog::EventLog& log,
                                    const eventlog::StaffList& staff) {
  codec::MapGround ground;
  VEER_TRY(const auto sources, workspace.sources());
  for (const store::Source& source : sources) {
    if (source.kind != "records") continue;
    // The first import: later ones only add to these records.
    constexpr std::size_t enough_to_tell_apart = 12;
    ground.records = source.fingerprint.substr(0, enough_to_tell_apart);
    break;
  }
  ground.activities = log.activities.texts();
  ground.units = log.groups.texts();
  for (const eventlog::StaffMember& member : staff) ground.units->push_back(member.unit);
  return ground;
}

Result<std::optional<StoredMap>> stored_map(store::Workspace& workspace,
                                            const eventlog::EventLog& log) {
  VEER_TRY(const auto document, workspace.document(kind, name));
  if (!document) return std::optional<StoredMap>();
  const auto json = nlohmann::json::parse(document->json, nullptr, false);
  if (!json.is_object() || !json.contains("yaml") || !json["yaml"].is_string()) {
    return fail(Error{ErrorCode::unreadable, "the map in the workspace", "damaged text",
                      "the map that was read back",
                      "Read the map back again: veer map NAME.veer --read map.yaml."});
  }
  StoredMap stored;
  stored.text = json["yaml"].get<std::string>();
  VEER_TRY(stored.map, codec::read_map(stored.text, "the map in the workspace",
                                       {"", log.activities.texts(), std::nullopt}));
  return std::optional<StoredMap>(std::move(stored));
}

Result<Done> keep_map(store::Workspace& workspace, const std::string& text,
                      const std::string& veer_version) {
  const nlohmann::json json = {{"yaml", text}};
  const std::string bytes = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return workspace.in_transaction(
      [&] { return workspace.put_document(kind, name, {bytes, veer_version}); });
}

}  // namespace veer::app
