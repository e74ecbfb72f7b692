// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/prices_reader.hpp"

#include <algorithm>

#include "veer/codec/input_reader.hpp"

namespace veer::codec {
namespace {

/// The bounds of a number by its unit; far apart, to catch slips of the unit.
InputLimits limits_of(std::string_view field, std::string_view unit) {
  // Judgement: salaries do not rise fivefold while a table is in use.
  if (field == "wage_index") return {unit, 0.2, 5};
  // Exact: a share lies from 0 to 1.
  if (unit == "1") return {unit, 0, 1};
  // Judgement: nobody gives notice years later, and nobody takes a year to move.
  return {unit, 0, 1000};
}

constexpr YamlUnit euros[] = {{"euro", 1}};

void read_scales(const YamlNode& node, org::Prices& prices) {
  node.only({"source", "amounts"});
  prices.scales_source = node.at("source").text();
  if (node.find("source").is_text() && prices.sources.count(prices.scales_source) == 0) {
    node.find("source").report(prices.scales_source, "a key of `sources`");
  }
  const YamlNode amounts = node.at("amounts");
  for (const YamlNode& item : amounts.items()) {
    item.only({"id", "lowest", "highest"});
    org::SalaryScale scale;
    scale.id = item.at("id").text();
    scale.lowest = Money::of_euros(item.at("lowest").quantity(euros));
    scale.highest = Money::of_euros(item.at("highest").quantity(euros));
    if (scale.highest < scale.lowest) {
      item.report(item.find("highest").shown(), "at least the lowest amount of the scale");
    }
    for (const org::SalaryScale& other : prices.scales) {
      if (other.id == scale.id) item.find("id").report(scale.id, "each scale once");
    }
    prices.scales.push_back(std::move(scale));
  }
  if (amounts.is_list() && prices.scales.empty()) amounts.report("no scales", "at least one scale");
}

}  // namespace

Result<org::Prices> read_prices(std::string_view yaml, const std::string& name) {
  VEER_TRY(const auto document, YamlDocument::parse(yaml, name));
  const YamlNode root = document->root();
  root.only({"format", "sources", "scales", "numbers"});
  constexpr std::string_view formats[] = {"veer-prices/1"};
  static_cast<void>(root.at("format").choice(formats));
  org::Prices prices;
  prices.sources = read_sources(root.at("sources"));
  read_scales(root.at("scales"), prices);
  const InputReader reader("prices", prices.sources);
  const YamlNode numbers = root.at("numbers");
  numbers.only({
#define VEER_PRICE_FIELD(field, unit) #field,
      VEER_PRICES(VEER_PRICE_FIELD)
#undef VEER_PRICE_FIELD
  });
#define VEER_PRICE_FIELD(field, unit) \
  prices.field = reader.read(numbers.at(#field), limits_of(#field, unit));
  VEER_PRICES(VEER_PRICE_FIELD)
#undef VEER_PRICE_FIELD
  const Problems problems = document->problems();
  if (!problems.empty()) return fail(problems);
  return prices;
}

}  // namespace veer::codec
