// SPDX-License-Identifier: EUPL-1.2
// Quantities that must not be mixed: effort and employment share (money: money.hpp).
//
// Effort is person-time. It does not convert to elapsed time (Duration, time.hpp) except through a
// working calendar (veer/calendar): two hours of effort begun on Friday at 16:00 end on Monday.
#pragma once

#include <compare>
#include <cstdint>

namespace veer {

/// Person-time in whole microseconds. Additive; scaled by plain numbers.
class Effort {
 public:
  constexpr Effort() = default;
  static constexpr Effort microseconds(std::int64_t us) { return Effort(us); }
  /// Rounds to the nearest microsecond; hours must be finite and below 2.5e9.
  static constexpr Effort hours(double hours) { return Effort(rounded(hours * 3'600'000'000.0)); }
  static constexpr Effort minutes(double minutes) {
    return Effort(rounded(minutes * 60'000'000.0));
  }

  [[nodiscard]] constexpr std::int64_t microseconds() const { return us_; }
  [[nodiscard]] constexpr double hours() const {
    return static_cast<double>(us_) / 3'600'000'000.0;
  }

  friend constexpr auto operator<=>(Effort, Effort) = default;
  friend constexpr Effort operator+(Effort a, Effort b) { return Effort(a.us_ + b.us_); }
  friend constexpr Effort operator-(Effort a, Effort b) { return Effort(a.us_ - b.us_); }
  friend constexpr Effort operator*(Effort a, double factor) {
    return Effort(rounded(static_cast<double>(a.us_) * factor));
  }
  constexpr Effort& operator+=(Effort b) { return *this = *this + b; }
  constexpr Effort& operator-=(Effort b) { return *this = *this - b; }

 private:
  constexpr explicit Effort(std::int64_t us) : us_(us) {}
  static constexpr std::int64_t rounded(double x) {
    return static_cast<std::int64_t>(x < 0 ? x - 0.5 : x + 0.5);
  }
  std::int64_t us_ = 0;
};

/// A share of a full-time week in whole thousandths (0.8 FTE = 800), so that sums are exact.
class Fte {
 public:
  constexpr Fte() = default;
  static constexpr Fte thousandths(std::int32_t n) { return Fte(n); }
  /// Rounds to the nearest thousandth.
  static constexpr Fte of(double share) {
    return Fte(static_cast<std::int32_t>(share * 1000.0 + (share < 0 ? -0.5 : 0.5)));
  }
  [[nodiscard]] constexpr std::int32_t thousandths() const { return n_; }
  [[nodiscard]] constexpr double share() const { return static_cast<double>(n_) / 1000.0; }

  friend constexpr auto operator<=>(Fte, Fte) = default;
  friend constexpr Fte operator+(Fte a, Fte b) { return Fte(a.n_ + b.n_); }
  friend constexpr Fte operator-(Fte a, Fte b) { return Fte(a.n_ - b.n_); }
  constexpr Fte& operator+=(Fte b) { return *this = *this + b; }

 private:
  constexpr explicit Fte(std::int32_t n) : n_(n) {}
  std::int32_t n_ = 0;
};

}  // namespace veer
