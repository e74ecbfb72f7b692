// SPDX-License-Identifier: EUPL-1.2
// How a case flows: one table of steps, whether it was learned from records or written by hand.
//
// A case is a token that walks from step to step. At each step the next one is drawn from the
// step's transitions. A learned process with memory is the same table: one step per remembered
// history (discover). A split sends one token along every branch; the join lets one token go on
// when all have arrived.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "veer/base/id.hpp"
#include "veer/base/money.hpp"
#include "veer/work/board.hpp"

namespace veer::work {

using ActivityId = Id<struct ActivityTag>;
using DistributionId = Id<struct DistributionTag>;
using StepId = Id<struct StepTag>;

enum class StepKind : std::uint8_t {
  activity,  ///< Work by a person.
  wait,      ///< Elapsed time outside the organisation: `waits_for` says for whom.
  split,     ///< All transitions are taken, each by a token of its own (probabilities ignored).
  join,      ///< Waits for every token of its split, then goes on as one.
  board,     ///< Waits until `board` has decided; `next` says how (adopted, or sent back).
  end,       ///< The case is done.
};

/// For whom a wait step waits; the ledger's row of the same name.
enum class WaitsFor : std::uint8_t { applicant, partner };

struct Transition {
  StepId to;
  double probability = 1.0;  ///< Of this transition; those of a step add up to 1.

  friend bool operator==(const Transition&, const Transition&) = default;
};

struct Step {
  StepKind kind = StepKind::end;
  ActivityId activity;       ///< kind activity
  WaitsFor waits_for = WaitsFor::applicant;
  /// activity: *office hours* (working time of Workforce::office_hours) that pass before the work
  /// can begin, which the records show and the primitives do not explain (none: zero). Office time,
  /// so that work never becomes possible at night by a delay alone.
  /// wait: elapsed (calendar) hours of the wait.
  DistributionId delay;
  /// activity: a formal decision on the citizen's matter, which the exception rule `routine`
  /// assigns to a decider. Learned processes leave it false and use the drawn share.
  bool formal_decision = false;
  /// activity: the share of cases in which whoever did the case's previous activity does this one
  /// too (four eyes: 0; a clerk who handles it in one go: 1). In the other cases somebody else
  /// must, where another competent person exists.
  double same_person = 1.0;
  std::vector<Transition> next;
  BoardId board{};           ///< kind board
  /// wait: the legal clock may stand still meanwhile; whether it does, the case type's law says.
  bool stops_clock = false;
  /// wait for a partner: what the partner charges each time.
  Money price{};

  friend bool operator==(const Step&, const Step&) = default;
};

struct Process {
  IdVector<StepId, Step> steps;  ///< Not empty; a split and its join nest like parentheses.
  std::vector<Transition> first; ///< Where a case begins.

  friend bool operator==(const Process&, const Process&) = default;
};

}  // namespace veer::work
