// SPDX-License-Identifier: EUPL-1.2
// A stochastic process with memory, learned from sequences.
//
// What comes next depends on the longest recent history that was seen often enough; rarer histories
// fall back to shorter ones, down to the last symbol alone (a probabilistic suffix tree: Ron,
// Singer & Tishby 1996). Every position of the records belongs to exactly one such state, and the
// transitions are the relative frequencies of the records' own walk through the states; so the
// expected number of visits of every state in a generated case equals the mean in the records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace veer::discover {

/// A kind of step; numbered 0 .. symbols-1 by the caller.
using Symbol = std::uint32_t;

struct HistoryTransition {
  std::size_t to = 0;         ///< State index; HistoryModel::end when the case ends.
  std::size_t count = 0;      ///< How often the records went there.

  friend bool operator==(const HistoryTransition&, const HistoryTransition&) = default;
};

struct HistoryState {
  std::vector<Symbol> recent;               ///< The remembered history, newest last; not empty.
  bool from_begin = false;                  ///< The history reaches back to the case's beginning.
  std::size_t count = 0;                    ///< Visits in the records.
  std::vector<HistoryTransition> next;      ///< Ordered by state, end last.

  [[nodiscard]] Symbol symbol() const { return recent.back(); }
  friend bool operator==(const HistoryState&, const HistoryState&) = default;
};

struct HistoryModel {
  static constexpr std::size_t end = static_cast<std::size_t>(-1);
  std::vector<HistoryState> states;
  std::vector<HistoryTransition> first;
  /// Per trace and position, the state the records were in.
  std::vector<std::vector<std::size_t>> walks;

  friend bool operator==(const HistoryModel&, const HistoryModel&) = default;
};

/// How much is remembered: histories of at most `length` symbols that were seen `min_count` times,
/// in the newest share of the traces (work changes: old cases may no longer say how it goes).
struct Memory {
  std::size_t length = 1;
  std::size_t min_count = 1;
  double newest = 1;  ///< 0 < newest <= 1

  friend bool operator==(const Memory&, const Memory&) = default;
};

/// How many of `traces` traces, the last ones, the memory learns from; at least one of some.
[[nodiscard]] std::size_t newest_count(std::size_t traces, Memory memory);

/// Learns from all these traces (none empty) over symbols 0 .. symbols-1.
/// O(total length * memory length).
[[nodiscard]] HistoryModel learn_history(const std::vector<std::vector<Symbol>>& traces,
                                         std::size_t symbols, Memory memory);

/// The memory under which the last fifth of the traces is most likely when the model is learned
/// from the rest (Witten-Bell smoothing of histories never seen: Witten & Bell 1991), among lengths
/// 1 to 6 and a fixed list of counts; learned from half or a quarter of the traces (in order of
/// time, the newest) only where that is clearly better: by more than two standard errors per trace.
/// With fewer than 20 traces: one symbol of all.
[[nodiscard]] Memory choose_memory(const std::vector<std::vector<Symbol>>& traces,
                                   std::size_t symbols);

}  // namespace veer::discover
