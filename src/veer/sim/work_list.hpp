// SPDX-License-Identifier: EUPL-1.2
// A list of waiting work that gives the oldest, the newest or any one, and lets one be withdrawn.
// All operations are O(1) amortised; what is taken out leaves a gap that is swept later.
#pragma once

#include <cstdint>
#include <vector>

#include "veer/base/time.hpp"

namespace veer::sim {

/// Item: a piece of work, or what tells which.
template <class Item>
class WorkList {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  /// Appends; `since` does not lie before that of the last item.
  void push_back(const Item& item, Instant since) {
    entries_.push_back({since, item});
    ++live_;
  }
  [[nodiscard]] bool empty() const { return live_ == 0; }
  [[nodiscard]] std::size_t size() const { return live_; }

  struct Entry {
    Instant since;
    Item item;
    bool is_gap = false;
  };

  /// Positions of the first and last item for which keep(item) holds; size() positions exist
  /// between them at most. `none` when there is no such item.
  template <class Keep>
  [[nodiscard]] std::uint32_t oldest(Keep keep) const {
    for (std::size_t i = head_; i < entries_.size(); ++i) {
      if (!entries_[i].is_gap && keep(entries_[i].item)) return position(i);
    }
    return none;
  }
  template <class Keep>
  [[nodiscard]] std::uint32_t newest(Keep keep) const {
    for (std::size_t i = entries_.size(); i > head_; --i) {
      if (!entries_[i - 1].is_gap && keep(entries_[i - 1].item)) return position(i - 1);
    }
    return none;
  }
  /// The first item that keep()s at or after the share u (0..1) of the list, else the oldest.
  template <class Keep>
  [[nodiscard]] std::uint32_t any(double u, Keep keep) const {
    const auto span = static_cast<double>(entries_.size() - head_);
    for (auto i = head_ + static_cast<std::size_t>(u * span); i < entries_.size(); ++i) {
      if (!entries_[i].is_gap && keep(entries_[i].item)) return position(i);
    }
    return oldest(keep);
  }
  /// The oldest; the list must not be empty.
  [[nodiscard]] const Entry& first() const { return entries_[head_]; }
  [[nodiscard]] const Entry& at(std::uint32_t position) const { return entries_[position]; }

  /// Takes the item at a position out.
  Item take(std::uint32_t position) {
    const Item item = entries_[position].item;
    entries_[position].is_gap = true;
    --live_;
    while (head_ < entries_.size() && entries_[head_].is_gap) ++head_;
    while (entries_.size() > head_ && entries_.back().is_gap) entries_.pop_back();
    sweep();
    return item;
  }
  /// Takes the item out wherever it stands; false when it is not here. O(length).
  bool remove(const Item& item) {
    for (std::size_t i = head_; i < entries_.size(); ++i) {
      if (!entries_[i].is_gap && entries_[i].item == item) {
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
      if (!entries_[i].is_gap) entries_[kept++] = entries_[i];
    }
    entries_.resize(kept);
    head_ = 0;
  }

  std::vector<Entry> entries_;
  std::size_t head_ = 0;
  std::size_t live_ = 0;
};

}  // namespace veer::sim
