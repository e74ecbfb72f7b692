// SPDX-License-Identifier: EUPL-1.2
// The budget as a municipality's finance system exports it: what each unit may spend on what.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "veer/base/money.hpp"

namespace veer::org {

/// One line: costs only, never negative.
struct BudgetLine {
  std::string unit;  ///< Unit, domain or cost centre, as written.
  std::string kind;  ///< Kind of cost ("salarissen", "inhuur"), as written.
  int year = 0;
  Money amount;      ///< Euros a year.

  friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

using Budget = std::vector<BudgetLine>;

/// A name and what is budgeted for it.
struct BudgetTotal {
  std::string name;
  Money amount;      ///< Euros a year.

  friend bool operator==(const BudgetTotal&, const BudgetTotal&) = default;
};

/// What a budget covers. There are no amounts by unit: the salaries of a unit of one person are
/// that person's (DESIGN law 6).
struct BudgetCover {
  std::size_t lines = 0;
  int year = 0;                            ///< The newest: the totals are of it.
  std::vector<int> other_years;            ///< Ascending.
  Money total;                             ///< Euros in that year.
  std::vector<BudgetTotal> kinds;          ///< Of that year, largest first.
  std::size_t units = 0;                   ///< In that year.
  std::vector<std::string> units_unknown;  ///< Of these, not among the known units; by name.
  std::size_t known_without = 0;           ///< Known units without a line in that year.

  friend bool operator==(const BudgetCover&, const BudgetCover&) = default;
};

/// known_units: of the staff list, the records or the map; names are held against each other
/// without capitals, spaces and signs. An empty budget covers nothing. O(n log n).
[[nodiscard]] BudgetCover cover(const Budget& budget, const std::vector<std::string>& known_units);

}  // namespace veer::org
