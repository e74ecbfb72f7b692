// SPDX-License-Identifier: EUPL-1.2
// Euros as whole cents, so that parts add up to their total exactly.
//
// A price times a quantity is rounded once, to the nearest cent, where it becomes money; sums are
// never rounded.
#pragma once

#include <compare>
#include <cstdint>

namespace veer {

/// An amount in whole euro cents. A workspace holds one currency: the euro.
class Money {
 public:
  constexpr Money() = default;
  static constexpr Money cents(std::int64_t n) { return Money(n); }
  /// Rounds to the nearest cent, halves away from zero; finite and below 9e16 euros.
  static constexpr Money of_euros(double euros) { return Money(rounded(euros * 100)); }
  [[nodiscard]] constexpr std::int64_t cents() const { return n_; }
  [[nodiscard]] constexpr double euros() const { return static_cast<double>(n_) / 100.0; }

  friend constexpr auto operator<=>(Money, Money) = default;
  friend constexpr Money operator+(Money a, Money b) { return Money(a.n_ + b.n_); }
  friend constexpr Money operator-(Money a, Money b) { return Money(a.n_ - b.n_); }
  /// Rounds to the nearest cent.
  friend constexpr Money operator*(Money a, double factor) {
    return Money(rounded(static_cast<double>(a.n_) * factor));
  }
  constexpr Money& operator+=(Money b) { return *this = *this + b; }

 private:
  constexpr explicit Money(std::int64_t n) : n_(n) {}
  static constexpr std::int64_t rounded(double x) {
    return static_cast<std::int64_t>(x < 0 ? x - 0.5 : x + 0.5);
  }
  std::int64_t n_ = 0;
};

}  // namespace veer
