// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/sources.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "veer/report/labels.hpp"

namespace veer::report {

std::string source_words(Language language, const org::Source& source) {
  return fmt::format("{}: {} ({}). {}.", source.id, in(language, source.title), source.year,
                     in(language, source.setting));
}

nlohmann::ordered_json text_json(const org::Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

nlohmann::ordered_json sources_json(const std::map<std::string, org::Source>& sources) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (const auto& [id, source] : sources) {
    json[id] = {{"title", text_json(source.title)},
                {"year", source.year},
                {"url", source.url},
                {"setting", text_json(source.setting)}};
  }
  return json;
}

}  // namespace veer::report
