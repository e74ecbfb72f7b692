// SPDX-License-Identifier: EUPL-1.2
// Legal terms as whole days: how long one is, when it ends, and what moves its end.
//
// A term starts to count on the day after the event (the request is received, the decision is made
// known) and its last day counts whole. In weeks it ends on the event's weekday; in months on the
// event's day of the month, or on the last day of a month that has no such day (European Convention
// on the Calculation of Time-Limits, Basel 1972, art. 4).
//
// Source: Algemene termijnenwet. Art. 1: a term that ends on a Saturday, Sunday or generally
// recognised holiday runs to the end of the next day that is none of these. Art. 2: a term of three
// days or more holds at least two such days. Art. 3: the holidays, and the days that a royal decree
// puts on a par with them. Art. 4: not for terms of more than 90 days, 12 weeks or 3 months, nor
// for terms in years.
#pragma once

#include <cstdint>
#include <vector>

#include "veer/base/time.hpp"

namespace veer::calendar {

enum class TermUnit : std::uint8_t { days, working_days, weeks, months, years };

/// A length as a law states it; count > 0.
struct TermLength {
  std::int32_t count = 0;
  TermUnit unit = TermUnit::weeks;
  friend bool operator==(const TermLength&, const TermLength&) = default;
};

/// The days on which a legal term may end: no Saturday, no Sunday, no holiday.
class LegalDays {
 public:
  /// holidays in any order: legal_holidays() and the days put on a par with them. Without any, only
  /// weekends are closed.
  explicit LegalDays(std::vector<Day> holidays = {});

  [[nodiscard]] bool is_open(Day day) const;  ///< O(log holidays).
  /// The day itself, or the first open one after it.
  [[nodiscard]] Day open_from(Day day) const;
  /// The day that is `count` open days after `day`; the day itself for 0. O(count).
  [[nodiscard]] Day add_open(Day day, std::int32_t count) const;
  /// Open days in [from, to). O(days).
  [[nodiscard]] std::int32_t open_between(Day from, Day to) const;

  friend bool operator==(const LegalDays&, const LegalDays&) = default;

 private:
  std::vector<Day> holidays_;  // ordered
};

/// The last day of a term that counts from the day after `event`, as it is counted: not moved.
[[nodiscard]] Day counted_end(Day event, TermLength length, const LegalDays& days);

/// Whether the Algemene termijnenwet moves the end of a term of this length (art. 4).
[[nodiscard]] bool termijnenwet_applies(TermLength length);

/// The last day of a term that was counted to `end`, moved by the Algemene termijnenwet (art. 1, 2)
/// where that applies to its length.
[[nodiscard]] Day moved_end(Day event, Day end, TermLength length, const LegalDays& days);

}  // namespace veer::calendar
