// SPDX-License-Identifier: EUPL-1.2
// What a run counts of households: people who have to do with the municipality in several matters.
#pragma once

#include <cstdint>
#include <vector>

#include "veer/base/time.hpp"
#include "veer/work/work.hpp"

namespace veer::sim {

/// One matter of a household: a case.
struct HouseholdMatter {
  work::CaseTypeId case_type;
  std::uint32_t number = 0;            ///< As CaseOutcome::number.

  friend bool operator==(const HouseholdMatter&, const HouseholdMatter&) = default;
};

/// A household with all its matters, each of which arrived in the measured window.
struct HouseholdOutcome {
  work::HouseholdId kind;
  std::vector<HouseholdMatter> matters;  ///< In the order they arrived.
  Instant first_arrived;
  Instant last_arrived;
  std::uint32_t contacts = 0;          ///< CaseOutcome::contacts, of all matters.
  std::uint32_t contact_persons = 0;   ///< Different people over all matters.
  std::uint32_t decisions = 0;         ///< Matters on which was decided: finished, not withdrawn.
  /// Pairs of decisions of which the second was taken without knowledge of the first.
  std::uint32_t unaware = 0;
  std::uint32_t contradictions = 0;    ///< Of these the pairs that contradict. Counted, no more.
};

/// Of one kind, what happened in the measured window.
struct HouseholdCount {
  /// Households whose last matter arrived in the window, whenever the others did.
  std::uint32_t completed = 0;
  std::uint32_t joined = 0;      ///< Cases that were to belong to one, and did.
  /// Cases that were to, when each household that was forming had one of their type: they stay
  /// alone. Many of them: one case type has more of them than there are households.
  std::uint32_t left_alone = 0;
};

struct HouseholdsOutcome {
  std::vector<HouseholdOutcome> measured;  ///< In the order their first matters arrived.
  IdVector<work::HouseholdId, HouseholdCount> counts;
};

}  // namespace veer::sim
