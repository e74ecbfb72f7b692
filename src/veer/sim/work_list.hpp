// SPDX-License-Identifier: EUPL-1.2
// A list of waiting pieces of work that gives the oldest, the newest or any one, and lets a piece
// be withdrawn. All operations are O(1) amortised; withdrawn pieces leave a gap that is swept
// later.
#pragma once

#include <cstdint>
#include <vector>

#include "veer/base/time.hpp"

namespace veer::sim {

class WorkList {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  /// Appends; `since` does not lie before that of the last piece.
  void push_back(std::uint32_t piece, Instant since) {
    entries_.push_back({since, piece});
    ++live_;
  }
  [[nodiscard]] bool empty() const { return live_ == 0; }
  [[nodiscard]] std::size_t size() const { return live_; }

  struct Entry {
    Instant since;
    std::uint32_t piece;
  };

  /// Positions of the first and last piece for which keep(piece) holds; size() positions exist
  /// between them at most. `none` when there is no such piece.
  template <class Keep>
  [[nodiscard]] std::uint32_t oldest(Keep keep) const {
    for (std::size_t i = head_; i < entries_.size(); ++i) {
      if (entries_[i].piece != none && keep(entries_[i].piece)) return position(i);
    }
    return none;
  }
  template <class Keep>
  [[nodiscard]] std::uint32_t newest(Keep keep) const {
    for (std::size_t i = entries_.size(); i > head_; --i) {
      if (entries_[i - 1].piece != none && keep(entries_[i - 1].piece)) return position(i - 1);
    }
    return none;
  }
  /// The first piece that keep()s at or after the share u (0..1) of the list, else the oldest.
  template <class Keep>
  [[nodiscard]] std::uint32_t any(double u, Keep keep) const {
    const auto span = static_cast<double>(entries_.size() - head_);
    for (auto i = head_ + static_cast<std::size_t>(u * span); i < entries_.size(); ++i) {
      if (entries_[i].piece != none && keep(entries_[i].piece)) return position(i);
    }
    return oldest(keep);
  }
  /// The oldest; the list must not be empty.
  [[nodiscard]] const Entry& first() const { return entries_[head_]; }
  [[nodiscard]] const Entry& at(std::uint32_t position) const { return entries_[position]; }

  /// Takes the piece at a position out.
  std::uint32_t take(std::uint32_t position) {
    const std::uint32_t piece = entries_[position].piece;
    entries_[position].piece = none;
    --live_;
    while (head_ < entries_.size() && entries_[head_].piece == none) ++head_;
    while (entries_.size() > head_ && entries_.back().piece == none) entries_.pop_back();
    sweep();
    return piece;
  }
  /// Takes the piece out wherever it stands; false when it is not here. O(length).
  bool remove(std::uint32_t piece) {
    for (std::size_t i = head_; i < entries_.size(); ++i) {
      if (entries_[i].piece == piece) {
        take(position(i));
        return true;
      }
    }
    return false;
  }

 private:
  static std::uint32_t position(std::size_t i) { return static_cast<std::uint32_t>(i); }

  void sweep() {
    if (live_ == 0) {
      entries_.clear();
      head_ = 0;
      return;
    }
    if (entries_.size() <= 2 * live_ + 32) return;
    std::size_t kept = 0;
    for (std::size_t i = head_; i < entries_.size(); ++i) {
      if (entries_[i].piece != none) entries_[kept++] = entries_[i];
    }
    entries_.resize(kept);
    head_ = 0;
  }

  std::vector<Entry> entries_;
  std::size_t head_ = 0;
  std::size_t live_ = 0;
};

}  // namespace veer::sim
