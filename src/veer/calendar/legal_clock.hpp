// SPDX-License-Identifier: EUPL-1.2
// The clock of one case under a law: it runs, stands still, is extended, and runs out.
//
// Suspension (opschorting) stops the term and not the elapsed time: the days on which the clock
// stands still do not count, and the last day moves by as many. Adjournment or extension
// (verdaging, verlenging) adds a length of its own to the last day as counted. Only then does the
// Algemene termijnenwet move the end. Everything is whole days and exact.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/calendar/legal_term.hpp"

namespace veer::calendar {

/// Whom the authority waits for while the clock stands still.
enum class SuspendedBy : std::uint8_t {
  applicant,  ///< To complete the request (Awb 4:15 lid 1 a), or agreed or caused by the applicant.
  others      ///< For the views of interested parties (Woo 4.4 lid 3).
};

/// One stretch of a term; the next one starts when it has ended.
struct TermPart {
  TermLength length;
  bool stops_for_applicant = false;
  bool stops_for_others = false;
  /// The clock stands still to the end of the day of the answer ("tot en met", Woo 4.4 lid 3), not
  /// to its beginning ("tot", Awb 4:15); for others only, as no law says so for applicants.
  bool others_through_answer = false;
  friend bool operator==(const TermPart&, const TermPart&) = default;
};

/// A term for deciding, as one version of a law has it.
struct DecisionTerm {
  std::vector<TermPart> parts;          ///< Not empty.
  std::optional<TermLength> extension;  ///< Of the last part; nothing when the law knows none.
  bool end_moves = true;                ///< The Algemene termijnenwet applies, art. 4 included.
  friend bool operator==(const DecisionTerm&, const DecisionTerm&) = default;
};

/// Days from the event to the last day as counted, of a term that nothing stops or extends.
[[nodiscard]] std::int32_t plain_days(const DecisionTerm& term, Day event);

/// The state of one running clock: 20 bytes. The term and the days are the same at every call.
class LegalClock {
 public:
  LegalClock() = default;
  /// Starts on the day after `event`. extended: the law's extension will be used; it must have one.
  LegalClock(const DecisionTerm& term, Day event, bool extended, const LegalDays& days);

  /// Stops the clock where the part that runs then allows it: from the day after the question to
  /// the day of the answer. Calls come in the order of the questions; days that two suspensions
  /// share count once. One that starts after the term has ended has no effect.
  void suspend(Day asked, Day answered, SuspendedBy by, const DecisionTerm& term,
               const LegalDays& days);
  /// The last day on which a decision is in time.
  [[nodiscard]] Day due(const DecisionTerm& term, const LegalDays& days) const;

 private:
  [[nodiscard]] TermLength last_length(const DecisionTerm& term) const;
  [[nodiscard]] Day end_of_part(const DecisionTerm& term, const LegalDays& days) const;
  void begin_part(const DecisionTerm& term, Day event, const LegalDays& days);

  Day event_;         // what the running part counts from
  Day end_;           // its last day, as counted
  Day running_from_;  // no suspension so far goes beyond this day
  std::uint16_t part_ = 0;
  bool extended_ = false;
};

/// What happened in one case, as a person would note it. Days of one suspension: asked, answered.
struct Course {
  struct Wait {
    Day asked;
    Day answered;
    SuspendedBy by = SuspendedBy::applicant;
    friend bool operator==(const Wait&, const Wait&) = default;
  };
  Day received;
  std::vector<Wait> waits;  ///< In any order.
  bool extended = false;
  friend bool operator==(const Course&, const Course&) = default;
};

/// The last day on which a decision is in time. Problems, all at once: a clock resumed before it
/// was suspended, one suspended before the case began, an extension that the law does not know.
[[nodiscard]] Result<Day> due_day(const DecisionTerm& term, const Course& course,
                                  const LegalDays& days);

}  // namespace veer::calendar
