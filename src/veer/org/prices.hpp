// SPDX-License-Identifier: EUPL-1.2
// What people cost and what deciding late costs, read from models/prices.yaml and laws/.
//
// They belong to no organisation model: one draw of them serves every design.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/base/money.hpp"
#include "veer/org/input.hpp"
#include "veer/org/law.hpp"

namespace veer::org {

// One line per number: field, unit. What each means stands in models/prices.yaml, which must name
// exactly these.
#define VEER_PRICES(X)                                                                      \
  X(place_in_scale, "1")     /* from a scale's lowest amount (0) to its highest (1)     */ \
  X(wage_index, "1")         /* salaries now / salaries of the table                    */ \
  X(employer_charges, "1")   /* what comes on top of salaries / salaries                */ \
  X(notice_share, "1")       /* late cases with a notice of default                     */ \
  X(notice_days, "days")     /* mean time from the due day to the notice                */ \
  X(moving_hours, "hours/person") /* work lost once by somebody who changes unit        */

/// Gross salaries of a full-time job, a month.
struct SalaryScale {
  std::string id;   ///< "10", "10A"
  Money lowest;
  Money highest;

  friend bool operator==(const SalaryScale&, const SalaryScale&) = default;
};

struct Prices {
#define VEER_PRICE_FIELD(name, unit) Input name;
  VEER_PRICES(VEER_PRICE_FIELD)
#undef VEER_PRICE_FIELD
  std::vector<SalaryScale> scales;    ///< In the order of the table.
  std::string scales_source;          ///< Key of sources.
  std::map<std::string, Source> sources;
  std::vector<LawPeriod> penalties;   ///< Of the law of kind penalty, in order of time.

  /// All numbers in the order above; the table of scales is as published and never drawn.
  [[nodiscard]] std::vector<Input> inputs() const;
  friend bool operator==(const Prices&, const Prices&) = default;
};

/// One draw of them, as plain numbers in the units above.
struct DrawnPrices {
#define VEER_PRICE_FIELD(name, unit) double name = 0;
  VEER_PRICES(VEER_PRICE_FIELD)
#undef VEER_PRICE_FIELD
  std::vector<SalaryScale> scales;
  std::vector<LawPeriod> penalties;

  /// What a full-time job in this scale costs the employer in a year: twelve salaries and what
  /// comes on top. Nothing: no such scale.
  [[nodiscard]] std::optional<Money> year_in(std::string_view scale) const;
  /// The penalty in force for a notice of default on this day, if any.
  [[nodiscard]] const LawPeriod* penalty_on(Day notice) const;

  friend bool operator==(const DrawnPrices&, const DrawnPrices&) = default;
};

[[nodiscard]] DrawnPrices draw(const Prices& prices, const DrawnInputs& drawn);

}  // namespace veer::org
