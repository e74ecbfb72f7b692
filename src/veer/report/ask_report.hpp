// SPDX-License-Identifier: EUPL-1.2
// What `veer ask` shows, as text in two languages (ask_json.hpp: as JSON).
//
// The text is for a person who decides: tables of at most 100 columns, every number with its unit
// and its range, the differences with the share of draws behind them, and what it is all worth.
// It holds no wall time, threads or names of people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "veer/org/input.hpp"
#include "veer/report/text.hpp"
#include "veer/study/comparison.hpp"

namespace veer::report {

/// People of one function who get another unit: a line of the moving plan.
struct PlanLine {
  std::string function;  ///< Empty: groups under five, together (DESIGN law 6).
  int people = 0;
  double fte = 0;
  friend bool operator==(const PlanLine&, const PlanLine&) = default;
};

/// What a design changes, in numbers and with its reasons.
/// What a design costs once: the people who move times the hours that each loses, at what an hour
/// of the staff costs. Central values; the range is that of the hours.
struct OneOff {
  org::Input hours;        ///< A person who moves, "hours/person".
  study::Estimate euros;
  friend bool operator==(const OneOff&, const OneOff&) = default;
};

struct PlanSummary {
  int people = 0;                 ///< Whole organisation.
  double fte = 0;
  int people_moved = 0;
  double fte_moved = 0;
  int units = 0;                  ///< In the design.
  std::vector<PlanLine> moves;    ///< By people moved, largest first.
  std::optional<OneOff> one_off;  ///< Nothing: not everybody's pay is known.
  std::vector<org::Text> notes;   ///< Why it is grouped so; judgements it rests on; warnings.

  /// Not of one to four people (DESIGN law 6).
  [[nodiscard]] bool shows_move() const { return people_moved == 0 || people_moved >= 5; }
  friend bool operator==(const PlanSummary&, const PlanSummary&) = default;
};

/// Where the legal term comes from.
enum class TermFrom : std::uint8_t { subject, law_default, question };

/// One answered question.
struct AskAnswer {
  std::string subject;
  study::Comparison comparison;
  std::vector<org::Text> names;        ///< Of the designs, in the comparison's order.
  std::vector<PlanSummary> plans;      ///< The same; that of the as-is moves nobody.
  std::uint64_t seed = 1;
  int measured_weeks = 0;
  int warm_up_weeks = 0;
  TermFrom term_from = TermFrom::subject;
  double term_days = 0;                ///< Not for TermFrom::subject.
};

[[nodiscard]] std::string ask_text(const AskAnswer& answer, Language language);

}  // namespace veer::report
