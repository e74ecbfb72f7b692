// SPDX-License-Identifier: EUPL-1.2
// Which characteristics of a case (channel, kind, parts) go together with how long it takes, how
// much work it is, and which way it goes, by more than chance gives?
//
// Elapsed time and work: Kruskal-Wallis (stats/rank_tests.hpp), eta squared. The next activity at
// the first visit of an activity: chi-square, Cramer's V (stats/count_tests.hpp). All tests of one
// look are corrected together by Holm's method, and an effect is told from small on (Cohen,
// Statistical Power Analysis, 1988: eta squared 0.01, V 0.1). Each is also tried on the newest
// third of the cases, with what the others teach: there it may or may not predict better than
// without the characteristic. Going together is no cause; characteristics whose names speak of a
// status, phase, term or result are left out, as they are filled in along the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

enum class TraitSteers : std::uint8_t {
  elapsed,     ///< Days from the first to the last record.
  activities,  ///< Number of activities in the case.
  effort,      ///< Hours between recorded starts and ends, where every start is recorded.
  next,        ///< Which activity follows on one.
};

/// Cases with one value; values of fewer than twenty cases are together, under an empty label.
struct TraitValue {
  std::string label;     ///< As recorded; of numbers "<= x" and "> x", split at the median.
  std::size_t cases = 0;
  double level = 0;      ///< Median in days, activities or hours; next: share that goes to `to`.

  friend bool operator==(const TraitValue&, const TraitValue&) = default;
};

struct TraitEffect {
  std::string trait;
  TraitSteers steers = TraitSteers::elapsed;
  std::string at;            ///< next: after this activity ...
  std::string to;            ///< ... to this one, whose share differs most; empty: the end.
  double effect = 0;         ///< Eta squared or V, 0..1.
  double p = 1;              ///< Probability by chance, corrected for all tests.
  TraitValue low;            ///< The shown value with the lowest and the highest level.
  TraitValue high;
  /// By how much the characteristic predicts better on the newest third: share of the mean absolute
  /// error that goes away; next: share of cases predicted right that comes in addition. Can be
  /// negative. Nothing: too few cases there.
  std::optional<double> held_out;

  friend bool operator==(const TraitEffect&, const TraitEffect&) = default;
};

struct CaseTraits {
  std::vector<std::string> looked_at;   ///< Names of the characteristics.
  std::vector<TraitEffect> effects;     ///< By what they steer, largest effect first; of `next` at
                                        ///< most the two largest of each characteristic.
  std::size_t tests = 0;

  friend bool operator==(const CaseTraits&, const CaseTraits&) = default;
};

/// Values are shown when the people of their cases are at least five or none, activities when at
/// least five people do them or none (DESIGN law 6). O(characteristics * n log n).
[[nodiscard]] CaseTraits find_case_traits(const eventlog::EventLog& log,
                                          std::span<const eventlog::Instance> instances);

}  // namespace veer::discover
