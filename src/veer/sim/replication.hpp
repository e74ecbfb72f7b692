// SPDX-License-Identifier: EUPL-1.2
// One replication: one organisation runs one history of the work.
//
// simulate() is pure: the same arguments give the same result on any machine of one platform. All
// randomness is looked up by address (stats/draws.hpp), so two organisations run with the same seed
// and replication meet the same cases, efforts, exceptions, absences and pieces of other work.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/org/mechanisms.hpp"
#include "veer/org/organisation.hpp"
#include "veer/org/shock.hpp"
#include "veer/org/workforce.hpp"
#include "veer/sim/hours.hpp"
#include "veer/sim/households.hpp"
#include "veer/sim/ledger.hpp"
#include "veer/sim/opgaven.hpp"
#include "veer/work/work.hpp"

namespace veer::sim {

struct Window {
  Day first_day{};            ///< The first day of the warm-up; arrivals start here.
  std::int32_t warm_up = 0;   ///< Days before measuring.
  std::int32_t measured = 365;///< Days in which an arriving case is measured.
  /// Days after the measured window in which measured cases may finish, while arrivals go on.
  std::int32_t follow_up = 365;
};

struct Run {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
  Window window;
  std::optional<org::DrawnShock> shock;
  bool record_events = false;  ///< Keep the simulated event log (costs memory).
};

/// A case that arrived in the measured window.
struct CaseOutcome {
  work::CaseTypeId case_type;
  std::uint32_t number = 0;     ///< Ordinal of the case within its type: pairs designs and shocks.
  bool proposal = false;        ///< Of a type that is: no citizen's case.
  bool extra = false;           ///< Exists only because of a shock's extra demand.
  bool finished = false;
  /// By the applicant, before anybody had begun; then not finished. Nothing when applicants of the
  /// type never withdraw.
  std::optional<bool> withdrawn;
  std::uint8_t contact_persons = 0;  ///< Different people who worked on it (counted up to 16).
  std::optional<Day> legal_due;            ///< The last day of its legal term, if it has one.
  std::optional<bool> within_legal_term;   ///< Nothing when the type has none.
  std::optional<bool> within_service_norm;
  std::uint16_t handovers = 0;  ///< Times the case moved to another unit.
  /// Times somebody took it up: at first, when it changed hands or had been laid down, and after
  /// each answer of the applicant.
  std::uint16_t contacts = 0;
  Instant arrived;
  Instant ended;                ///< When not finished: the withdrawal, or the end of the follow-up.
  Ledger ledger;                ///< total() == ended - arrived, exactly.
  Effort effort;                ///< Person-time of work and rework on the case itself.
  double drawn_delay_hours = 0; ///< Office hours of delay as drawn, before CaseType::remainder.

  [[nodiscard]] Duration elapsed() const { return ended - arrived; }
};

struct DecisionCount {
  std::uint64_t taken = 0;
  std::uint64_t by_default = 0;  ///< The wait limit passed and the worker decided.
  Duration waited{};             ///< Sum over decisions.
  std::uint64_t to_grant = 0;    ///< Taken on what should be granted; the others should be refused.
  std::uint64_t wrongly_refused = 0;
  std::uint64_t wrongly_granted = 0;
};

struct SimulatedEvent {
  work::CaseTypeId case_type;
  std::uint32_t number;
  work::ActivityId activity;
  org::PersonId person;
  Instant start;
  Instant end;
};

struct Outcome {
  std::vector<CaseOutcome> cases;      ///< By case type, then number.
  IdVector<work::OpgaveId, OpgaveOutcome> opgaven;
  HouseholdsOutcome households;
  HoursByKind hours;                   ///< Of all people.
  std::vector<HoursByKind> by_person;  ///< One per person, for checks; never shown (law 6).
  std::array<DecisionCount, org::exception_kind_count> decisions{};
  std::vector<SimulatedEvent> events;  ///< With Run::record_events, in order of completion.
  std::uint64_t steps_done = 0;        ///< Activities completed, warm-up included.
  /// Pieces of work completed by people: activities, rework, answers, hand-outs and other work.
  std::uint64_t pieces_done = 0;
};

/// Runs one replication. What cannot run is told before it starts, all at once: what work::check()
/// and org::check() find (an activity that nobody can do, a loop without time), and sizes that do
/// not fit (255 case types, 16 million people, 4 million cases).
[[nodiscard]] Result<Outcome> simulate(const work::Work& work, const org::Workforce& workforce,
                                       const org::Organisation& organisation,
                                       const org::Assumptions& assumptions, const Run& run);

}  // namespace veer::sim
