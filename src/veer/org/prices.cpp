// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/prices.hpp"

#include <algorithm>

namespace veer::org {

std::vector<Input> Prices::inputs() const {
  return {
#define VEER_PRICE_FIELD(name, unit) name,
      VEER_PRICES(VEER_PRICE_FIELD)
#undef VEER_PRICE_FIELD
  };
}

std::optional<Money> DrawnPrices::year_in(std::string_view scale) const {
  const auto found = std::find_if(scales.begin(), scales.end(),
                                  [scale](const SalaryScale& one) { return one.id == scale; });
  if (found == scales.end()) return std::nullopt;
  constexpr double months = 12;  // Exact: months of a year.
  const double lowest = found->lowest.euros();
  const double month = lowest + place_in_scale * (found->highest.euros() - lowest);
  return Money::of_euros(months * month * wage_index * (1 + employer_charges));
}

const LawPeriod* DrawnPrices::penalty_on(Day notice) const {
  for (const LawPeriod& period : penalties) {
    if (notice >= period.from && (!period.to || notice <= *period.to)) return &period;
  }
  return nullptr;
}

DrawnPrices draw(const Prices& prices, const DrawnInputs& drawn) {
  DrawnPrices values;
#define VEER_PRICE_FIELD(name, unit) values.name = drawn(prices.name);
  VEER_PRICES(VEER_PRICE_FIELD)
#undef VEER_PRICE_FIELD
  values.scales = prices.scales;
  values.penalties = prices.penalties;
  return values;
}

}  // namespace veer::org
