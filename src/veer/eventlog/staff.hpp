// SPDX-License-Identifier: EUPL-1.2
// The staff list: who holds which post, as the personnel system has it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "veer/base/quantity.hpp"

namespace veer::eventlog {

/// One row of the staff list: one post of one person. Somebody with two posts has two rows.
struct StaffMember {
  std::string person;      ///< Pseudonym; the same as in the event log for the same name.
  std::string unit;        ///< Afdeling, team; empty when the list has none.
  std::string function;    ///< Functie; empty when the list has none.
  std::optional<Fte> fte;  ///< Above 0 and at most 2; absent when the list has none.
  std::string scale;       ///< Pay scale as written; empty when the list has none.

  friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

using StaffList = std::vector<StaffMember>;

}  // namespace veer::eventlog
