// SPDX-License-Identifier: EUPL-1.2
// A dated change of demand or people, read from shocks/ or given on the command line.
#pragma once

#include <string>
#include <vector>

#include "veer/org/input.hpp"
#include "veer/org/model.hpp"

namespace veer::org {

struct Shock {
  std::string id;
  Text name;
  Input starts_week;      ///< Weeks after the start of the measured window.
  Input weeks;            ///< How long it lasts.
  Input demand;           ///< Factor on arrivals: 1.3 is 30 % more; >= 0.
  Input people;           ///< Share of people present who are there: 0.8 is 20 % fewer; 0..1.
  std::map<std::string, Source> sources;

  friend bool operator==(const Shock&, const Shock&) = default;
};

/// One draw of a shock, as plain numbers.
struct DrawnShock {
  double starts_week = 0;
  double weeks = 0;
  double demand = 1;
  double people = 1;
  friend bool operator==(const DrawnShock&, const DrawnShock&) = default;
};

}  // namespace veer::org
