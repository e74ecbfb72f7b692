// SPDX-License-Identifier: EUPL-1.2
// Random numbers that are looked up, not consumed.
//
// A draw has an address: seed, replication, subject (a case or a person), step (a visit of an
// activity within the case, or an ordinal for a person), purpose and index. The same address gives
// the same bits whatever else was drawn, in any order, on any thread. Units, designs and models are
// no part of an address, so re-organising moves no draw of the work (common random numbers).
//
// Bits come from Philox4x32-10 of Random123 (Salmon, Moraes, Dror & Shaw 2011, SC11): the key is
// the seed, the counter is the address.
#pragma once

#include <cstdint>

namespace veer {

/// What a draw is for. Two purposes never share bits. The numeric values are part of the address:
/// append new purposes, never reorder (golden results would change).
enum class Purpose : std::uint8_t {
  // of a case
  arrival = 0,
  branch = 1,
  effort = 2,
  delay = 3,            ///< Elapsed time the records show and the primitives do not explain.
  case_slowness = 4,    ///< What all delays of one case have in common.
  exception_routine = 5,
  exception_operational = 6,
  exception_cross_unit = 7,
  decision_effort = 8,
  decision_outcome = 9,
  conflict = 10,        ///< Whether advisers or peers disagree.
  read_in = 11,
  question = 12,
  unit_choice = 13,     ///< Which of several competent units takes work that must move.
  term = 14,
  adviser_choice = 15,
  same_person = 16,
  patience = 17,        ///< After how long an applicant withdraws.
  decision_worth = 18,  ///< Whether what is asked should be granted.
  decision_answer = 19, ///< Whether an answer is wrong.
  extension = 20,       ///< Whether a term that is not made was extended in time.
  // of a person
  absence_gap = 32,
  absence_length = 33,
  leave = 34,
  duty_gap = 35,
  duty_size = 36,
  attention = 37,
  shock_absence = 38,
  // of a study
  judgement = 64,
  bootstrap = 65,
  // of discovery
  split = 96,
};

/// All draws of one replication.
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint32_t replication) : seed_(seed), replication_(replication) {}

  /// 64 random bits. index < 2^24. Constant time (about 10 ns), no state.
  [[nodiscard]] std::uint64_t bits(Purpose purpose, std::uint32_t subject, std::uint32_t step = 0,
                                   std::uint32_t index = 0) const;
  /// Uniform in the open interval (0, 1), 52 bits and a half; so is one minus it.
  [[nodiscard]] double uniform(Purpose purpose, std::uint32_t subject, std::uint32_t step = 0,
                               std::uint32_t index = 0) const;

 private:
  std::uint64_t seed_;
  std::uint32_t replication_;
};

}  // namespace veer
