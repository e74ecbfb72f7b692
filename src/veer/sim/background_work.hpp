// SPDX-License-Identifier: EUPL-1.2
// Background work: what somebody does besides what others wait for.
#pragma once

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <cstdint>

#include "veer/base/time.hpp"

namespace veer::sim {

/// A piece of other work: background work, which nobody waits for.
struct BackgroundPiece {
  Duration left{};                    ///< Effort to do.
  std::uint8_t hours = 0;             ///< HourKind, or a kind of continuing work.
};

/// Background work in hand. Pieces share the time evenly: its clock runs by the time that each of
/// them has got.
class BackgroundWork {
 public:
  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  [[nodiscard]] bool empty() const { return pieces_.empty(); }
  void add(const BackgroundPiece& piece) {
    pieces_.push_back({clock_ + piece.left, clock_, piece.hours});
    first_ = std::min(first_, pieces_.back().ends);
  }
  /// Takes the piece out that was added last, as far as it has come.
  template <class Count>
  BackgroundPiece take_last(Count count) {
    const InHand last = pieces_.back();
    pieces_.pop_back();
    find_first();
    count(last.hours, clock_ - last.counted);
    return {last.ends - clock_, last.hours};
  }
  /// Working time of all together until the first is done; there must be one.
  [[nodiscard]] Duration until_first() const {
    return (first_ - clock_) * static_cast<std::int64_t>(pieces_.size());
  }
  /// Works for so long, not longer than until_first().
  void work(Duration together) {
    if (pieces_.size() > 1) together /= static_cast<std::int64_t>(pieces_.size());
    clock_ += together;
  }
  /// Works until the first is done and takes it out; of several the one added first.
  template <class Count>
  void end_first(Count count) {
    clock_ = first_;
    const auto first = std::find_if(pieces_.begin(), pieces_.end(),
                                    [this](const InHand& piece) { return piece.ends == first_; });
    count(first->hours, first->ends - first->counted);
    pieces_.erase(first);
    find_first();
  }
  /// Calls count(hours, time each has got since it was counted last).
  template <class Count>
  void count(Count count) {
    for (InHand& piece : pieces_) {
      count(piece.hours, clock_ - piece.counted);
      piece.counted = clock_;
    }
  }

 private:
  struct InHand {
    Duration ends;     ///< By the clock.
    Duration counted;  ///< Efforts are counted up to here.
    std::uint8_t hours = 0;
  };
  void find_first() {
    Duration first = Duration::max();  // At hand: which it is cannot be foreseen by a jump.
    for (const InHand& piece : pieces_) first = piece.ends < first ? piece.ends : first;
    first_ = first;
  }

  boost::container::small_vector<InHand, 3> pieces_;  ///< As they were added.
  Duration clock_{};
  Duration first_ = Duration::max();
};

}  // namespace veer::sim
