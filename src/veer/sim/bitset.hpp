// SPDX-License-Identifier: EUPL-1.2
// A set of small numbers whose size is known when it is made: which queues a person may take from,
// which members of a unit can do a class of work.
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

  /// Calls visit(i) for each i in `in`: ascending from `first` and round to it again, until visit
  /// gives false. O(words + hits).
  template <class Visit>
  static void visit_round(const BitSet& in, std::size_t first, Visit visit) {
    round(in.words_.size(), first, [&in](std::size_t w) { return in.words_[w]; }, visit);
  }
  /// The same without those in `out`, which has as many places.
  template <class Visit>
  static void visit_round(const BitSet& in, const BitSet& out, std::size_t first, Visit visit) {
    round(in.words_.size(), first,
          [&in, &out](std::size_t w) { return in.words_[w] & ~out.words_[w]; }, visit);
  }

  /// The first at or after i, and round; the set must not be empty. O(words).
  [[nodiscard]] std::size_t first_from(std::size_t i) const {
    std::size_t first = 0;
    visit_round(*this, i, [&first](std::size_t found) {
      first = found;
      return false;
    });
    return first;
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
  template <class Word, class Visit>
  static void round(std::size_t words, std::size_t first, Word word, Visit visit) {
    const std::size_t first_word = first / 64;
    const std::uint64_t from_first = ~std::uint64_t{0} << (first % 64);
    for (std::size_t n = 0; n <= words; ++n) {
      const std::size_t w = first_word + n < words ? first_word + n : first_word + n - words;
      std::uint64_t bits = word(w);
      if (n == 0) bits &= from_first;
      if (n == words) bits &= ~from_first;
      for (; bits != 0; bits &= bits - 1) {
        if (!visit(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)))) return;
      }
    }
  }

  boost::container::small_vector<std::uint64_t, 1> words_;
};

}  // namespace veer::sim
