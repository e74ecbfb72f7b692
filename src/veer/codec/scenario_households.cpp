// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

/// Reads one kind of household.
class HouseholdReader {
 public:
  HouseholdReader(const YamlNode& node, const std::string& prefix,
                  const std::vector<org::ScenarioCaseType>& types, const Origins& origins)
      : node_(node), prefix_(prefix), types_(types), origins_(origins) {}

  org::ScenarioHousehold read() {
    node_.only({"id", "name", "case_types", "matters", "within", "conflict"});
    household_.id = read_id(node_.at("id"));
    household_.name = read_text(node_.at("name"));
    read_parts();
    household_.matters = number(node_, "matters", "matters", matters_measure,
                                {"zaken per huishouden", "matters of one household"});
    household_.within = number(node_, "within", "within", weeks_measure,
                               {"tijd van de eerste tot de laatste zaak",
                                "time from the first matter to the last"});
    household_.conflict =
        number(node_, "conflict", "conflict", share_measure,
               {"aandeel tegenstrijdige besluiten zonder kennis van elkaar",
                "share of contradicting decisions without knowledge of each other"});
    const YamlNode matters = node_.find("matters");
    if (household_.parts.size() >= 2 && matters.is_map() &&
        household_.matters.high > static_cast<double>(household_.parts.size())) {
      matters.report(fmt::format("up to {:g} matters", household_.matters.high),
                     fmt::format("at most the {} of `case_types`", household_.parts.size()),
                     "A household has at most one matter of each case type.");
    }
    if (household_.within.is_used() && node_.find("within").is_map() &&
        household_.within.low <= 0) {
      node_.find("within").report("no time at all", "more than 0 weeks",
                                  "Give the time from the first matter to the last.");
    }
    return std::move(household_);
  }

 private:
  // Judgement: the least that is several, and a bound that only catches slips of the pen.
  static constexpr Measure matters_measure = {"1", {}, 2, 50, ""};

  [[nodiscard]] org::Input number(const YamlNode& node, std::string_view key,
                                  const std::string& name, const Measure& measure,
                                  const org::Text& what) const {
    return read_input(node.at(key), measure, fmt::format("{}/{}.{}", prefix_, household_.id, name),
                      {fmt::format("{}: {}", household_.name.nl, what.nl),
                       fmt::format("{}: {}", household_.name.en, what.en)},
                      origins_);
  }

  void read_parts() {
    const YamlNode list = node_.at("case_types");
    std::vector<std::string> known;
    for (const org::ScenarioCaseType& type : types_) {
      if (!type.proposal) known.push_back(type.id);
    }
    for (const YamlNode& item : list.items()) {
      item.only({"case_type", "share"});
      const YamlNode name = item.at("case_type");
      org::ScenarioHouseholdPart part;
      part.case_type = name.text();
      const auto type = std::find_if(types_.begin(), types_.end(), [&part](const auto& one) {
        return one.id == part.case_type;
      });
      if (name.is_text() && type == types_.end()) {
        report_unknown_word(name, part.case_type, known, "a case type of `case_types`");
      } else if (name.is_text() && type->proposal) {
        name.report(part.case_type + ", a proposal", "a case type of `case_types`",
                    "Proposals are matters of the administration itself.");
      }
      for (const org::ScenarioHouseholdPart& other : household_.parts) {
        if (name.is_text() && other.case_type == part.case_type) {
          name.report(part.case_type + " a second time", "each case type once");
        }
      }
      const org::Text& what = type == types_.end() ? household_.name : type->name;
      part.share = number(item, "share", part.case_type + ".share", share_measure,
                          {fmt::format("aandeel van {}", what.nl),
                           fmt::format("share of {}", what.en)});
      household_.parts.push_back(std::move(part));
    }
    if (list.is_list() && household_.parts.size() < 2) {
      list.report(household_.parts.empty() ? "no case types" : "one case type",
                  "at least two case types", "A household has matters of several kinds.");
    }
  }

  const YamlNode& node_;
  const std::string& prefix_;
  const std::vector<org::ScenarioCaseType>& types_;
  const Origins& origins_;
  org::ScenarioHousehold household_;
};

/// Case types of which more belongs to households than there is, at the high ends of the ranges.
void check_shares(const YamlNode& node, const std::vector<org::ScenarioHousehold>& households) {
  std::map<std::string, double> most;
  for (const org::ScenarioHousehold& household : households) {
    for (const org::ScenarioHouseholdPart& part : household.parts) {
      most[part.case_type] += part.share.high;
    }
  }
  constexpr double rounding = 1e-9;  // Exact: ten decimals are enough for any share.
  for (const auto& [type, share] : most) {
    if (share <= 1 + rounding) continue;
    node.report(fmt::format("up to {:.0f} % of the cases of '{}'", 100 * share, type),
                "at most 100 % over all kinds of household together",
                "Count the high ends of the ranges.");
  }
}

}  // namespace

std::vector<org::ScenarioHousehold> read_households(
    const YamlNode& node, const std::string& prefix,
    const std::vector<org::ScenarioCaseType>& types, const Origins& origins) {
  std::vector<org::ScenarioHousehold> households;
  for (const YamlNode& item : node.items()) {
    households.push_back(HouseholdReader(item, prefix, types, origins).read());
    for (std::size_t i = 0; i + 1 < households.size(); ++i) {
      if (households[i].id == households.back().id) {
        item.report(households.back().id, "an id of its own for each kind of household");
      }
    }
  }
  if (node.is_present()) check_shares(node, households);
  return households;
}

}  // namespace veer::codec
