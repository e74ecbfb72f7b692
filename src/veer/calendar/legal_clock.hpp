// SPDX-License-Identifier: EUPL-1.2
// The clock of one case under a law: it runs, stands still, is extended, and runs out.
//
// Suspension (opschorting) stops the term and not the elapsed time: the days on which the clock
// stands still do not count, and the last day moves by as many. Adjournment or extension (verdaging,
// verlenging) adds a length of its own to the last day as counted. Only then does the Algemene
// termijnenwet move the end. Everything is whole days and exact.
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

/// Days on which the clock stands still: [first, resumes). Empty when resumes <= first.
struct Suspension {
  Day first;    ///< The day after the one on which it was asked.
  Day resumes;  ///< The day of the answer: it counts again ("tot de dag waarop", Awb 4:15).
  friend bool operator==(const Suspension&, const Suspension&) = default;
};

/// The suspension by a question of one day and its answer of another: first is the day after asked.
[[nodiscard]] constexpr Suspension suspension(Day asked, Day answered) {
  return {asked + 1, answered};
}

/// One stretch of a term; the next one starts when it has ended.
struct TermPart {
  TermLength length;
  bool stops_for_applicant = false;
  bool stops_for_others = false;
  friend bool operator==(const TermPart&, const TermPart&) = default;
};

/// A term for deciding, as one version of a law has it.
struct DecisionTerm {
  std::vector<TermPart> parts;          ///< Not empty.
  std::optional<TermLength> extension;  ///< Of the last part; nothing when the law knows none.
  bool end_moves = true;                ///< The Algemene termijnenwet applies (where art. 4 lets it).
  friend bool operator==(const DecisionTerm&, const DecisionTerm&) = default;
};

/// The state of one running clock: 16 bytes. The term and the days are the same at every call.
class LegalClock {
 public:
  LegalClock() = default;
  /// Starts on the day after `event`. extended: the law's extension will be used; it must have one.
  LegalClock(const DecisionTerm& term, Day event, bool extended, const LegalDays& days);

  /// Stops the clock where the part that runs then allows it. Suspensions come in the order of
  /// their first day; days that two of them share count once. One that starts after the term has
  /// ended has no effect.
  void suspend(Suspension span, SuspendedBy by, const DecisionTerm& term, const LegalDays& days);
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
