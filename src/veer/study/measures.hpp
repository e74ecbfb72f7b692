// SPDX-License-Identifier: EUPL-1.2
// What a study measures in every replication, each as one number.
//
// Proposals and opgaven have measures of their own and count in no other but hours and decisions.
// Over which cases: all that arrived in the measured window and exist without a shock, plus the
// extra cases of a shock. Cases still open at the end of the follow-up count with the time they had
// taken by then (a lower bound), and as late when their term has passed; their number is shown.
// Hours are those of all people in the measured window. With no cases every share and time is 0.
//
// Households count when all their matters arrived in the measured window; only those of the work
// value are known, and none are in records.
//
// Euros are those of a year (costs.hpp). They can be told where everybody has a salary scale or a
// price per hour; penalties where a case type has a law under which lateness costs money.
//
// Load has no better direction: an idle organisation is no goal, nor is an overloaded one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "veer/sim/replication.hpp"
#include "veer/study/costs.hpp"

namespace veer::study {

enum class Better : std::uint8_t { higher, lower, neither };

// X(name, unit, better direction, definition); names and units as in JSON.
#define VEER_MEASURES(X)                                                                         \
  X(within_legal_term, "1", higher, "cases done within the legal term / cases that have one")   \
  X(within_service_norm, "1", higher, "cases done within the service norm / cases that have one") \
  X(elapsed_median_days, "days", lower, "median over cases of end - arrival")                   \
  X(elapsed_p90_days, "days", lower, "90th percentile over cases of end - arrival")             \
  X(elapsed_mean_days, "days", lower, "mean over cases of end - arrival")                       \
  X(effort_hours_per_case, "hours", lower, "person-hours of work and rework on cases / cases")  \
  X(meeting_hours_per_week, "hours/week", lower, "person-hours in meetings / weeks of window")  \
  X(decision_hours_per_week, "hours/week", lower,                                               \
    "person-hours of deciding, advising and assigning / weeks of window")                       \
  X(load, "1", neither, "occupied hours / present hours (paid - absent)")                       \
  X(handovers_per_case, "1", lower, "moves of a case to another unit / cases")                  \
  X(contacts_per_case, "1", lower,                                                              \
    "times a case is taken up: first, by other hands, after an answer of the applicant / cases") \
  X(contact_persons_per_case, "1", lower, "different people who worked on a case / cases")      \
  X(contacts_per_household, "1", lower, "contacts over all matters of a household / households") \
  X(contact_persons_per_household, "1", lower,                                                  \
    "different people who worked on any matter of a household / households")                    \
  X(contradictions_per_100_households, "1", lower,                                              \
    "pairs of decisions that contradict, unaware of each other / households x 100")              \
  X(decision_wait_days, "days", lower, "elapsed time waited for decisions / decisions taken")   \
  X(wrong_decisions, "1", lower,                                                                \
    "decisions that refuse what should be granted, or the reverse / decisions taken")           \
  X(withdrawn, "1", lower, "cases withdrawn before anybody began / cases that can be withdrawn") \
  X(proposal_days, "days", lower, "mean over proposals of end - arrival")                       \
  X(opgave_goal_by_due, "1", higher,                                                            \
    "mean over opgaven begun of the share of the goal reached by the end of the due date")      \
  X(opgave_quality, "1", higher, "failures found in opgaven and not ignored / failures found")  \
  X(opgave_days_late, "days", lower,                                                            \
    "mean over opgaven begun of end - end of the due date; below 0: early; open: end of the run") \
  X(costs, "EUR/year", lower, "salaries + hire + partners + penalties")                         \
  X(salaries, "EUR/year", lower, "what the people employed cost, charges included")             \
  X(hire, "EUR/year", lower, "hours present of hired people x their price")                     \
  X(partners, "EUR/year", lower, "cases x times a case goes to a partner x its price")          \
  X(penalties, "EUR/year", lower, "owed for deciding late after a notice of default (Awb 4:17)")

enum class Measure : std::uint8_t {
#define VEER_MEASURE_NAME(name, unit, better, definition) name,
  VEER_MEASURES(VEER_MEASURE_NAME)
#undef VEER_MEASURE_NAME
};
#define VEER_MEASURE_ONE(name, unit, better, definition) +1
inline constexpr std::size_t measure_count = 0 VEER_MEASURES(VEER_MEASURE_ONE);
#undef VEER_MEASURE_ONE

struct MeasureInfo {
  std::string_view name;
  std::string_view unit;
  Better better;
  std::string_view definition;
};
[[nodiscard]] const MeasureInfo& info(Measure measure);

/// One replication, measured.
struct RunMeasures {
  /// NaN where the replication cannot tell: no case has a term or norm, or can be withdrawn, there
  /// are no proposals or households, no opgave began, or prices are not known.
  std::array<double, measure_count> values{};
  sim::Ledger ledger;          ///< Summed over the cases: exact.
  std::int64_t cases = 0;      ///< Without proposals.
  std::int64_t unfinished = 0;  ///< Open at the end of the follow-up.

  [[nodiscard]] double operator[](Measure m) const { return values[static_cast<std::size_t>(m)]; }
  friend bool operator==(const RunMeasures&, const RunMeasures&) = default;
};

/// Days from the end of the due date to the end of the opgave, or of the run when it is not done;
/// below 0 when it was done before.
[[nodiscard]] double days_late(const sim::OpgaveOutcome& opgave);
/// Share of the failures found that were not ignored (VDT's quality risk is the rest); 1 when none
/// were found.
[[nodiscard]] double quality(const sim::OpgaveOutcome& opgave);

/// O(cases log cases). weeks > 0: length of the measured window. costs: of the run in a year;
/// nothing: no prices were asked for, and measures in euros are NaN.
[[nodiscard]] RunMeasures measure(const sim::Outcome& outcome, double weeks,
                                  const std::optional<Costs>& costs = std::nullopt);

}  // namespace veer::study
