// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "veer/app/embedded_files.hpp"
#include "veer/app/input_file.hpp"
#include "veer/app/laws.hpp"
#include "veer/base/error.hpp"
#include "veer/codec/mechanisms_reader.hpp"
#include "veer/codec/model_reader.hpp"
#include "veer/codec/prices_reader.hpp"
#include "veer/codec/yaml_reader.hpp"

namespace veer::app {
namespace {

constexpr std::string_view models_folder = "models";
constexpr std::string_view mechanisms_id = "mechanisms";
constexpr std::string_view prices_id = "prices";
constexpr std::string_view suffix = ".yaml";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || ends_with(name, suffix) ||
         ends_with(name, ".yml");
}

Result<NamedText> read_from_disk(const std::string& path) {
  constexpr std::uint64_t largest = 4'000'000;  // what the YAML reader takes
  SilentProgress progress;
  ReadingProgress reading{progress};
  FileRead read;
  VEER_TRY(std::string text, read_text(path, reading, read, largest));
  return NamedText{path, std::move(text)};
}

/// Nothing when the catalogue holds no such entry.
std::optional<NamedText> embedded(std::string_view folder, std::string_view id) {
  const std::string path = fmt::format("{}/{}{}", folder, id, suffix);
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) return NamedText{path, std::string(file.text)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> ids_in(std::string_view folder) {
  std::vector<std::string> ids;
  for (const EmbeddedFile& file : embedded_files()) {
    std::string_view path = file.path;
    if (path.substr(0, folder.size()) != folder || path.size() <= folder.size() + suffix.size() ||
        path[folder.size()] != '/' || !ends_with(path, suffix)) {
      continue;
    }
    path.remove_prefix(folder.size() + 1);
    path.remove_suffix(suffix.size());
    // What all models share stands beside them and is none.
    if (folder == models_folder && (path == mechanisms_id || path == prices_id)) continue;
    if (path.find('/') == std::string_view::npos) ids.emplace_back(path);
  }
  return ids;
}

Result<NamedText> find_text(std::string_view folder, const std::string& id_or_path) {
  if (is_path(id_or_path)) return read_from_disk(id_or_path);
  const std::vector<std::string> ids = ids_in(folder);
  if (std::find(ids.begin(), ids.end(), id_or_path) != ids.end()) {
    return *embedded(folder, id_or_path);
  }
  const std::vector<std::string_view> known(ids.begin(), ids.end());
  const auto near = codec::nearest(id_or_path, known);
  return fail(Error{ErrorCode::not_found, std::string(folder), id_or_path, codec::listed(known),
                    near ? fmt::format("Did you mean '{}'?", *near)
                         : "Give one of these, or the path of a file of your own."});
}

Result<org::Mechanisms> load_mechanisms() {
  const std::optional<NamedText> file = embedded(models_folder, mechanisms_id);
  VEER_EXPECT(file.has_value());
  return codec::read_mechanisms(file->text, file->name);
}

Result<org::Prices> load_prices() {
  const std::optional<NamedText> file = embedded(models_folder, prices_id);
  VEER_EXPECT(file.has_value());
  VEER_TRY(org::Prices prices, codec::read_prices(file->text, file->name));
  VEER_TRY(const std::vector<org::Law> laws, list_laws());
  for (const org::Law& law : laws) {
    if (law.kind == org::LawKind::penalty) prices.penalties = law.periods;
  }
  return prices;
}

Result<org::Model> load_model(const std::string& id_or_path) {
  VEER_TRY(const NamedText file, find_text(models_folder, id_or_path));
  return codec::read_model(file.text, file.name);
}

}  // namespace veer::app
