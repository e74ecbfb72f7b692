// SPDX-License-Identifier: EUPL-1.2
// What one run costs in a year of 365.25 days, in whole cents: the kinds add up to the total.
//
// Salaries are those of the people employed, whether they are busy or not. Hired people are paid
// for each hour that they are present. Partners are paid for each time that a case is expected to
// go to them, for as many cases as arrived. A late case owes a penalty when its law says so and the
// applicant gives notice of default; whether and when that happens is drawn for each case and is
// the same in every design, so that only the date of the decision differs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "veer/calendar/penalty.hpp"
#include "veer/org/prices.hpp"
#include "veer/org/workforce.hpp"
#include "veer/sim/replication.hpp"
#include "veer/work/work.hpp"

namespace veer::study {

// X(name): where euros go, as in JSON.
#define VEER_COST_KINDS(X) X(salaries) X(hire) X(partners) X(penalties)

enum class CostKind : std::uint8_t {
#define VEER_COST_KIND(name) name,
  VEER_COST_KINDS(VEER_COST_KIND)
#undef VEER_COST_KIND
};
#define VEER_COST_KIND_ONE(name) +1
inline constexpr std::size_t cost_kind_count = 0 VEER_COST_KINDS(VEER_COST_KIND_ONE);
#undef VEER_COST_KIND_ONE

[[nodiscard]] std::string_view name_of(CostKind kind);

struct Costs {
  std::array<Money, cost_kind_count> of_kind{};
  /// Everybody has a known scale or a price per hour. Otherwise salaries and hire are those of
  /// whom they are known of, and no total of the organisation.
  bool whole_staff = false;
  bool may_owe_penalties = false;   ///< A case type has a law under which lateness costs money.

  [[nodiscard]] Money& operator[](CostKind kind) {
    return of_kind[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] Money operator[](CostKind kind) const {
    return of_kind[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] Money total() const;
  friend bool operator==(const Costs&, const Costs&) = default;
};

/// What the costs of a run follow from besides its outcome.
struct CostBasis {
  const work::Work* work;
  const org::Workforce* workforce;
  const org::DrawnPrices* prices;
  std::uint64_t seed;          ///< Of the run, as its replication.
  std::uint32_t replication;
  double weeks;                ///< Of the measured window, > 0.
};

/// O(cases + people + steps of the processes).
[[nodiscard]] Costs costs_a_year(const sim::Outcome& outcome, const CostBasis& basis);

/// The penalty of one case, decided or not: nothing when it is in time, when its law knows none,
/// or when no notice is given. An undecided case owes for the days up to its `ended`.
[[nodiscard]] calendar::Penalty penalty_of(const sim::CaseOutcome& outcome,
                                           const CostBasis& basis);

/// What a person costs the employer in a year; nothing: hired, or no known scale.
[[nodiscard]] std::optional<Money> salary_a_year(const org::Person& person,
                                                 const org::DrawnPrices& prices);

/// What an hour of the people employed costs, from a year of their contracts; nothing: nobody's
/// salary is known.
[[nodiscard]] std::optional<Money> cost_of_an_hour(const org::Workforce& workforce,
                                                   const org::DrawnPrices& prices);

/// Salaries of overhead as the rules for municipal budgets have it (BBV: all that goes to steering
/// and supporting those who do the primary work): of the leads of units and of the people in units
/// marked as overhead. Only people: no housing, machines or software, and nobody who is hired.
[[nodiscard]] Money overhead_a_year(const org::Workforce& workforce,
                                    const org::DrawnPrices& prices);

}  // namespace veer::study
