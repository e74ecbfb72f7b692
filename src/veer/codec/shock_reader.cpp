// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/shock_reader.hpp"

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_input.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view formats[] = {"veer-shock/1"};

}  // namespace

Result<org::Shock> read_shock(std::string_view yaml, const std::string& name) {
  VEER_TRY(const auto document, YamlDocument::parse(yaml, name));
  const YamlNode root = document->root();
  root.only({"format", "id", "name", "starts", "lasts", "demand", "people", "sources",
             "judgements"});
  static_cast<void>(root.at("format").choice(formats));
  Origins origins;
  read_origins(root, origins);

  org::Shock shock;
  shock.id = read_id(root.at("id"));
  shock.name = read_text(root.at("name"));
  shock.sources = origins.sources;
  shock.starts_week = read_input(root.at("starts"), weeks_measure, shock.id + "/starts_week",
                                 {"begin, na de start van de meting",
                                  "start, after the beginning of the measured window"},
                                 origins);
  shock.weeks = read_input(root.at("lasts"), weeks_measure, shock.id + "/weeks",
                           {"duur van de schok", "how long the shock lasts"}, origins);
  shock.demand = read_input(root.at("demand"), factor_measure, shock.id + "/demand",
                            {"factor op nieuwe zaken", "factor on new cases"}, origins);
  shock.people = read_input(root.at("people"), share_measure, shock.id + "/people",
                            {"aandeel van de aanwezige mensen dat er is",
                             "share of the people present who are there"},
                            origins);
  if (!document->problems().empty()) return fail(document->problems());
  return shock;
}

}  // namespace veer::codec
