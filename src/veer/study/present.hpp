// SPDX-License-Identifier: EUPL-1.2
// The present organisation of a described municipality, as simulated: how many cases of each type,
// how long they take, where their time and the paid hours go, and who hands over to whom. Nothing
// of it was recorded; every figure comes from runs over draws of the assumptions.
//
// A hand-over is counted as the records of a case system would show it: two consecutive activities
// of one case, in order of completion, by people of different units.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/study/comparison.hpp"
#include "veer/study/present_households.hpp"

namespace veer::study {

// X(name): what paid hours go to, as in JSON; they add up to all paid hours.
#define VEER_HOUR_KINDS(X) \
  X(cases) X(proposals) X(opgaven) X(rework) X(decisions) X(coordination) X(meetings)             \
  X(leading) X(continuing) X(other) X(absent) X(idle)

enum class HourKind : std::uint8_t {
#define VEER_HOUR_KIND(name) name,
  VEER_HOUR_KINDS(VEER_HOUR_KIND)
#undef VEER_HOUR_KIND
};
#define VEER_HOUR_KIND_ONE(name) +1
inline constexpr std::size_t hour_kind_count = 0 VEER_HOUR_KINDS(VEER_HOUR_KIND_ONE);
#undef VEER_HOUR_KIND_ONE

/// The kind's stable name: "cases", ..., "idle".
[[nodiscard]] std::string_view name_of(HourKind kind);

/// The cases of one type that arrive in a year. Elapsed time from arrival to end, in days; a case
/// that is not finished counts with the time it had taken (a lower bound).
struct PresentType {
  Estimate per_year;                   ///< Cases.
  Estimate mean_days;
  Estimate median_days;
  Estimate p90_days;
  std::optional<Estimate> within_legal_term;    ///< Share; nothing: no such term.
  std::optional<Estimate> within_service_norm;
  Estimate effort_hours;               ///< Person-hours of work and rework per case.
};

/// Hand-overs from one unit to another; an empty name: the units under five people together.
struct UnitFlow {
  std::string from;
  std::string to;
  Estimate per_year;
};

/// How an opgave goes that begins in the simulated time.
struct PresentOpgave {
  Estimate goal_by_due;                ///< Share of the goal, 0 to 1.
  Estimate days_late;                  ///< Below 0: early; at least this when not finished.
  Estimate finished;                   ///< Share of the years in which it ends before the run does.
  Estimate failures;
  Estimate quality;                    ///< Share of the failures that were not ignored.
  Estimate effort_hours;               ///< Person-hours, rework included.
};

/// Continuing work of one kind, or of several that few people do.
struct ContinuingRow {
  std::vector<work::ContinuingId> kinds;
  Estimate hours;                      ///< Person-hours a year.
};

/// Euros of a year.
struct PresentCosts {
  std::array<Estimate, cost_kind_count> kinds;  ///< By CostKind.
  Estimate total;                               ///< Of each run the sum of its kinds, to the cent.
  Estimate overhead;                            ///< Salaries of overhead (overhead_a_year).
};

struct Present {
  IdVector<work::CaseTypeId, PresentType> types;   ///< Proposals too.
  IdVector<work::OpgaveId, std::optional<PresentOpgave>> opgaven;  ///< Nothing: does not begin.
  std::vector<PresentHousehold> households;        ///< By kind.
  std::vector<ContinuingRow> continuing;           ///< Those that may be shown.
  std::array<Estimate, hour_kind_count> hours;     ///< Person-hours a year, by HourKind.
  std::array<Estimate, hour_kind_count> of_paid;   ///< Share of the paid hours.
  Estimate paid_hours;                             ///< Person-hours a year.
  std::array<Estimate, sim::row_count> ledger;     ///< Days per case (no proposals), by sim::Row.
  Estimate mean_days;                              ///< Elapsed; the sum of the ledger.
  std::vector<UnitFlow> flows;                     ///< Busiest first.
  Estimate handovers;                              ///< Between units, a year, all.
  Estimate continued;                              ///< Times that a case went on, a year, all.
  Estimate hidden_handovers;                       ///< To or from units too small to show.
  Estimate unfinished;                             ///< Open at the end; proposals too.
  /// Nothing: no prices were asked for, or somebody has neither a scale nor a price.
  std::optional<PresentCosts> costs;
  InputCount inputs;
  std::uint32_t runs = 0;
};

/// Runs the first design of the question, without its shock. Problems: what the design or the
/// engine refuses, and `interrupted`. draws x replications runs.
[[nodiscard]] Result<Present> present(const Subject& subject, const Question& question,
                                      Executor& executor, Progress& progress,
                                      const Simulate& simulate);

}  // namespace veer::study
