// SPDX-License-Identifier: EUPL-1.2
// Storage for things that come and go: cases, tokens, pieces of work.
//
// Elements are addressed by a 32-bit index that stays valid while the element lives; freed places
// are used again, last freed first, so a steady state allocates nothing. A reference does not
// survive allocate().
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace veer::des {

template <class T>
class Slab {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  /// A place with a value-initialised T, or one that renew() has made as new.
  std::uint32_t allocate() {
    ++live_;
    if (free_.empty()) {
      items_.push_back({});
      items_.back().live = true;
      return static_cast<std::uint32_t>(items_.size() - 1);
    }
    const std::uint32_t index = free_.back();
    free_.pop_back();
    if constexpr (requires(T& value) { value.renew(); }) {
      items_[index].value.renew();
    } else {
      items_[index].value = T{};
    }
    items_[index].live = true;
    return index;
  }
  void free(std::uint32_t index) {
    --live_;
    items_[index].live = false;
    free_.push_back(index);
  }
  T& operator[](std::uint32_t index) { return items_[index].value; }
  const T& operator[](std::uint32_t index) const { return items_[index].value; }
  [[nodiscard]] bool is_live(std::uint32_t index) const { return items_[index].live; }
  [[nodiscard]] std::size_t live() const { return live_; }
  /// Places ever used: the bound of a loop over all of them.
  [[nodiscard]] std::size_t places() const { return items_.size(); }

 private:
  struct Place {
    T value{};
    bool live = false;
  };
  std::vector<Place> items_;
  std::vector<std::uint32_t> free_;
  std::size_t live_ = 0;
};

}  // namespace veer::des
