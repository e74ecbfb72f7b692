// SPDX-License-Identifier: EUPL-1.2
// A set of small numbers whose size is known when it is made: which queues a person may take from.
#pragma once

#include <bit>
#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <cstdint>

namespace veer::sim {

class BitSet {
 public:
  BitSet() = default;
  explicit BitSet(std::size_t size) : words_((size + 63) / 64) {}

  void insert(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  void erase(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  [[nodiscard]] bool contains(std::size_t i) const {
    return i / 64 < words_.size() && ((words_[i / 64] >> (i % 64)) & 1U) != 0;
  }

  /// O(words).
  [[nodiscard]] static bool have_common(const BitSet& a, const BitSet& b) {
    const std::size_t words = a.words_.size() < b.words_.size() ? a.words_.size() : b.words_.size();
    for (std::size_t w = 0; w < words; ++w) {
      if ((a.words_[w] & b.words_[w]) != 0) return true;
    }
    return false;
  }

  /// Calls visit(i) for each i in both sets, ascending. O(words + hits).
  template <class Visit>
  static void for_each_common(const BitSet& a, const BitSet& b, Visit visit) {
    const std::size_t words = a.words_.size() < b.words_.size() ? a.words_.size() : b.words_.size();
    for (std::size_t w = 0; w < words; ++w) {
      for (std::uint64_t bits = a.words_[w] & b.words_[w]; bits != 0; bits &= bits - 1) {
        visit(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
      }
    }
  }

 private:
  boost::container::small_vector<std::uint64_t, 1> words_;
};

}  // namespace veer::sim
