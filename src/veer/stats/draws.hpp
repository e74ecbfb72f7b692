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

#include <Random123/philox.h>

#include <array>
#include <cstdint>

#include "veer/stats/exponential_ziggurat.hpp"

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
  goes_on = 21,         ///< Whether somebody goes on at once with a case's next activity.
  internal_failure = 22, ///< Whether a part of a task turns out wrong within it.
  external_failure = 23, ///< ... and for the tasks that build on it.
  exchange = 24,        ///< Whether interdependent tasks need each other, and for how long.
  notice = 25,          ///< Whether and when a late case gets a notice of default.
  household = 26,       ///< Whether a case belongs to a household, and to which of those forming.
  household_size = 27,  ///< How many matters a household has.
  contradiction = 28,   ///< Whether two decisions contradict; of two cases: their two addresses.
  told = 29,            ///< Whether a meeting speaks of a household; of two cases as well.
  // of a person
  absence_gap = 32,
  absence_length = 33,
  leave = 34,
  duty = 35,            ///< When a piece of other work comes, and its size.
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

  /// 64 random bits. index < 2^24. Constant time (about 15 ns), no state.
  [[nodiscard]] std::uint64_t bits(Purpose purpose, std::uint32_t subject, std::uint32_t step = 0,
                                   std::uint32_t index = 0) const {
    return halves({subject, step, place_of(purpose, index)}, 0)[0];
  }
  /// Uniform in the open interval (0, 1), 52 bits and a half; so is one minus it.
  [[nodiscard]] double uniform(Purpose purpose, std::uint32_t subject, std::uint32_t step = 0,
                               std::uint32_t index = 0) const {
    // The 52 high bits and a half step: never 0, never 1, and exact, as one minus it is.
    const std::uint64_t high = bits(purpose, subject, step, index) >> 12U;
    return (static_cast<double>(static_cast<std::int64_t>(high)) + 0.5) * 0x1.0p-52;
  }
  /// Above 0, from the exponential distribution with mean 1: by the ziggurat of Marsaglia & Tsang
  /// (2000), so it does not grow with uniform() of the same address.
  [[nodiscard]] double exponential(Purpose purpose, std::uint32_t subject, std::uint32_t step = 0,
                                   std::uint32_t index = 0) const {
    const Address address{subject, step, place_of(purpose, index)};
    return exponential_of(halves(address, 0)[0], address, 0);
  }
  /// Two such, independent of each other, for little more than one: the first is exponential() of
  /// the same address.
  [[nodiscard]] std::array<double, 2> two_exponentials(Purpose purpose, std::uint32_t subject,
                                                       std::uint32_t step = 0,
                                                       std::uint32_t index = 0) const {
    const Address address{subject, step, place_of(purpose, index)};
    const std::array<std::uint64_t, 2> half = halves(address, 0);
    return {exponential_of(half[0], address, 0), exponential_of(half[1], address, 1)};
  }

 private:
  struct Address {
    std::uint32_t subject;
    std::uint32_t step;
    std::uint32_t place;  ///< Purpose and index.
  };

  static std::uint32_t place_of(Purpose purpose, std::uint32_t index) {
    return (static_cast<std::uint32_t>(purpose) << 24U) | index;
  }
  /// The address's 128 bits; `further` > 0 gives others, for the few draws that need more.
  [[nodiscard]] std::array<std::uint64_t, 2> halves(const Address& address,
                                                    std::uint32_t further) const {
    // Judgement: any odd number serves; this one is the golden ratio's, as in Weyl sequences.
    constexpr std::uint32_t spread = 0x9e3779b9U;
    const r123::Philox4x32::ctr_type counter = {
        {address.subject, address.step, address.place, replication_}};
    const r123::Philox4x32::key_type key = {
        {static_cast<std::uint32_t>(seed_),
         static_cast<std::uint32_t>(seed_ >> 32U) ^ further * spread}};
    const auto block = r123::Philox4x32{}(counter, key);
    return {(std::uint64_t{block[1]} << 32U) | block[0],
            (std::uint64_t{block[3]} << 32U) | block[2]};
  }
  [[nodiscard]] double exponential_of(std::uint64_t bits, const Address& address,
                                      std::uint32_t half) const {
    const ExponentialZiggurat::Try first = exponential_ziggurat.try_bits(bits);
    return first.inside ? first.value : exponential_outside(bits, address, half);
  }
  /// The one draw in 90 that the ziggurat does not settle at once.
  [[nodiscard]] double exponential_outside(std::uint64_t bits, const Address& address,
                                           std::uint32_t half) const;

  std::uint64_t seed_;
  std::uint32_t replication_;
};

}  // namespace veer
