// SPDX-License-Identifier: EUPL-1.2
// Households: citizens with matters in several domains at once.
//
// A household brings no case of its own. Of each of its case types a share of the cases belongs to
// such households: what would have been three applicants is one with three matters. So volumes are
// those of the case types, with and without households.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/base/id.hpp"

namespace veer::work {

struct Work;
using CaseTypeId = Id<struct CaseTypeTag>;
using HouseholdId = Id<struct HouseholdTag>;

/// What households of a kind take of one case type.
struct HouseholdPart {
  CaseTypeId case_type;
  double share = 0;  ///< Of all its cases, 0 to 1.

  friend bool operator==(const HouseholdPart&, const HouseholdPart&) = default;
};

/// A kind of household. One household has at most one matter of each case type.
struct Household {
  std::string name;
  std::vector<HouseholdPart> parts;  ///< At least two.
  /// Mean number of matters of one household, from 2 to as many as there are parts. A household has
  /// the whole number below or above it, so that the mean comes out (judgement: shape; the spread
  /// between households is in the range of the mean).
  double matters = 2;
  /// Mean time from its first matter to its last, where matters of all types come evenly. Where few
  /// case types have most of the matters, households wait for the others: it is longer, up to
  /// matters / (matters - 1) times.
  double within_weeks = 0;
  /// Share (0 to 1) of pairs of decisions on matters of one household that contradict each other
  /// when the second is taken without knowledge of the first.
  double conflict = 0;

  friend bool operator==(const Household&, const Household&) = default;
};

/// Cases a week that belong to households of the kind. The work passes check(). An interval between
/// arrivals counts in office hours.
[[nodiscard]] double joining_a_week(const Work& work, const Household& household,
                                    double office_hours_a_week);

/// How many households of the kind form at the same time: of n that form, each gets a matter every
/// n / joining_a_week weeks, and all matters but the first come within_weeks after it. At least 1.
[[nodiscard]] std::uint32_t forming_at_once(const Work& work, const Household& household,
                                            double office_hours_a_week);

/// Everything that is wrong with the households of the work, each with its path (`households[0]`):
/// fewer than two case types, one that is not there, twice, or a proposal; shares outside 0 to 1,
/// or above 1 over all kinds together; numbers out of bounds.
[[nodiscard]] Problems check_households(const Work& work);

}  // namespace veer::work
