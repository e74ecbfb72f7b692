// SPDX-License-Identifier: EUPL-1.2
// A law that sets a clock, read from laws/: what it says since when, with article and source, and
// worked examples that a person can check and a test runs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/calendar/penalty.hpp"
#include "veer/org/input.hpp"
#include "veer/work/legal_term.hpp"

namespace veer::org {

enum class LawKind : std::uint8_t {
  term,      ///< By when something must be done.
  penalty,   ///< What deciding late costs.
  calendar   ///< On which days terms end.
};

/// What follows by law when the term runs out without a decision.
enum class Lapse : std::uint8_t {
  nothing,   ///< The right is lost, or nothing follows: a term for citizens.
  penalty,   ///< Notice of default, then a penalty (Awb 4:17), and appeal.
  granted,   ///< What was asked for is granted by law.
  appeal     ///< Appeal against deciding late; no penalty.
};

/// One thing that the law says, or that is read into it.
struct Provision {
  std::string article;
  Text says;
  std::string source;  ///< Key of Law::sources; empty: a judgement.
  Text reason;         ///< Judgements: why it is read so.

  [[nodiscard]] bool is_judgement() const { return source.empty(); }
  friend bool operator==(const Provision&, const Provision&) = default;
};

/// What held from one day to another.
struct LawPeriod {
  Day from;
  std::optional<Day> to;           ///< The last day; nothing: still in force.
  Text starts;                     ///< term: the event after which the clock runs.
  calendar::DecisionTerm term;     ///< term
  Lapse lapse = Lapse::nothing;    ///< term
  calendar::PenaltySchedule penalty;  ///< penalty
  std::vector<Provision> provisions;

  friend bool operator==(const LawPeriod&, const LawPeriod&) = default;
};

/// A case worked out by hand.
struct LawExample {
  Text name;
  Text note;                       ///< May be empty.
  calendar::Course course;         ///< term, calendar
  std::optional<calendar::TermLength> length;  ///< calendar: of the term that is counted
  bool with_decrees = true;        ///< False: without the days that decrees put on a par.
  Day due;                         ///< term, calendar: the answer. penalty: given.
  Day notice;                      ///< penalty: of default
  Day decided;                     ///< penalty
  calendar::Penalty penalty;       ///< penalty: the answer
  int line = 0;                    ///< On which it begins in its file; for messages.

  friend bool operator==(const LawExample&, const LawExample&) = default;
};

struct Law {
  std::string file;                ///< As in messages.
  std::string id;
  LawKind kind = LawKind::term;
  Text name;
  Text summary;
  std::map<std::string, Source> sources;
  std::vector<LawPeriod> periods;  ///< In order of time, without overlap or gap; not empty.
  std::vector<Day> decreed_days;   ///< calendar: put on a par with holidays, in order.
  std::vector<LawExample> examples;

  /// The period that holds on this day, if any.
  [[nodiscard]] const LawPeriod* in_force(Day day) const;
  friend bool operator==(const Law&, const Law&) = default;
};

/// The holidays of the Algemene termijnenwet in the years 2000 to 2060, and the decreed days.
[[nodiscard]] calendar::LegalDays legal_days(const std::vector<Day>& decreed_days);

/// What Veer computes for an example.
struct LawAnswer {
  Day due;                    ///< term, calendar
  calendar::Penalty penalty;  ///< penalty

  friend bool operator==(const LawAnswer&, const LawAnswer&) = default;
};

/// Works an example of the law out. Problems: a course that cannot be (calendar::due_day), or no
/// period that was in force.
[[nodiscard]] Result<LawAnswer> work_out(const Law& law, const LawExample& example,
                                         const std::vector<Day>& decreed_days);

/// The examples that do not hold, as problems that name the law, the example and both answers.
[[nodiscard]] Problems check_examples(const Law& law, const std::vector<Day>& decreed_days);

/// The term of a law of kind term, for cases.
[[nodiscard]] work::LegalTerm legal_term(const Law& law, const std::vector<Day>& decreed_days);

}  // namespace veer::org
