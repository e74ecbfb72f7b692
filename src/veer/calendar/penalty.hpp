// SPDX-License-Identifier: EUPL-1.2
// The penalty for deciding late (dwangsom), in euro cents for each day of default.
//
// Source: Awb 4:17. The applicant gives written notice of default (ingebrekestelling) after the
// term has ended; two weeks later the penalty starts; it is owed for each day of default, 42 days
// at most, to which the Algemene termijnenwet does not apply (lid 1), at a rate that rises twice
// (lid 2). Judgement: the two weeks of lid 3 are a term of the law like any other, so that their
// last day moves, and the first day of penalty is the day after it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "veer/base/money.hpp"
#include "veer/calendar/legal_term.hpp"

namespace veer::calendar {

/// What is owed a day, for so many days.
struct PenaltyRate {
  std::int32_t days = 0;
  Money a_day;
  friend bool operator==(const PenaltyRate&, const PenaltyRate&) = default;
};

struct PenaltySchedule {
  TermLength notice{2, TermUnit::weeks};  ///< From the notice of default to the penalty.
  std::vector<PenaltyRate> rates;         ///< In order; no penalty after the last.

  [[nodiscard]] std::int32_t most_days() const;
  [[nodiscard]] Money most() const;
  friend bool operator==(const PenaltySchedule&, const PenaltySchedule&) = default;
};

/// The first day of penalty. Nothing when the notice came too early: on or before the due day.
[[nodiscard]] std::optional<Day> first_penalty_day(const PenaltySchedule& schedule, Day due,
                                                   Day notice, const LegalDays& days);

struct Penalty {
  std::int32_t days = 0;
  Money owed;
  friend bool operator==(const Penalty&, const Penalty&) = default;
};

/// What has been forfeited when the decision is made on `decided`, for which day nothing is owed
/// any more; or up to and including the day before `decided` while there is no decision.
[[nodiscard]] Penalty penalty(const PenaltySchedule& schedule, Day due, Day notice, Day decided,
                              const LegalDays& days);

}  // namespace veer::calendar
