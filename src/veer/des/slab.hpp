// SPDX-License-Identifier: EUPL-1.2
// Storage for things that come and go: cases, tokens, pieces of work.
//
// Elements are addressed by a 32-bit index that stays valid while the element lives; freed places
// are used again, last freed first, so a steady state allocates nothing. A reference does not
// survive allocate().
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace veer::des {

template <class T>
class Slab {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  /// A place with a value-initialised T.
  std::uint32_t allocate() {
    ++live_;
    if (free_.empty()) {
      if (items_.size() == items_.capacity()) grow();
      items_.emplace_back();
      is_live_.push_back(1);
      return static_cast<std::uint32_t>(items_.size() - 1);
    }
    const std::uint32_t index = free_.back();
    free_.pop_back();
    items_[index] = T{};
    is_live_[index] = 1;
    return index;
  }
  void free(std::uint32_t index) {
    --live_;
    is_live_[index] = 0;
    free_.push_back(index);
  }
  T& operator[](std::uint32_t index) { return items_[index]; }
  const T& operator[](std::uint32_t index) const { return items_[index]; }
  [[nodiscard]] bool is_live(std::uint32_t index) const { return is_live_[index] != 0; }
  [[nodiscard]] std::size_t live() const { return live_; }
  /// Places ever used: the bound of a loop over all of them.
  [[nodiscard]] std::size_t places() const { return items_.size(); }

 private:
  /// In large steps: each copies all, and what is reserved and not yet used takes no memory.
  void grow() {
    const std::size_t places = std::max<std::size_t>(64, 8 * items_.size());
    items_.reserve(places);
    is_live_.reserve(places);
    free_.reserve(places);
  }

  std::vector<T> items_;
  std::vector<std::uint8_t> is_live_;  // apart: an element keeps its size
  std::vector<std::uint32_t> free_;
  std::size_t live_ = 0;
};

}  // namespace veer::des
