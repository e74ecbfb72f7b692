// SPDX-License-Identifier: EUPL-1.2
// A value, or the problems that prevented it.
//
// The names are those of std::expected (C++23), of which this is the subset that Veer uses;
// Debian 12's compilers do not offer it in C++20 and Debian 12 has no package for tl::expected
// (docs/dependencies.md). When the standard type can be had, this file becomes one alias.
#pragma once

#include <utility>
#include <variant>

#include "veer/base/error.hpp"

namespace veer {

/// What `return fail(...)` makes; converts to any Result<T>.
struct Failure {
  Problems problems;
};

[[nodiscard]] inline Failure fail(Error error) { return {{std::move(error)}}; }
[[nodiscard]] inline Failure fail(Problems problems) { return {std::move(problems)}; }

/// Holds a T or at least one problem.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure.problems)) {
    VEER_EXPECT(!std::get<1>(state_).empty());
  }

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// The value; asking for it when there is none is a programmer error.
  T& value() & {
    VEER_EXPECT(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    VEER_EXPECT(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && { return std::move(value()); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The problems; asking for them when there is a value is a programmer error.
  [[nodiscard]] const Problems& error() const {
    VEER_EXPECT(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Problems> state_;
};

/// Success without a value.
struct Done {};

}  // namespace veer

#define VEER_TRY_JOIN_(a, b) a##b
#define VEER_TRY_NAME_(line) VEER_TRY_JOIN_(veer_result_, line)
/// `VEER_TRY(const auto log, read_log(...));` declares `log`, or returns the problems.
#define VEER_TRY(declaration, expression)                                          \
  auto&& VEER_TRY_NAME_(__LINE__) = (expression);                                  \
  if (!VEER_TRY_NAME_(__LINE__)) return ::veer::fail(VEER_TRY_NAME_(__LINE__).error()); \
  declaration = *std::move(VEER_TRY_NAME_(__LINE__))
/// `VEER_CHECK(store.commit());` returns the problems of a Result whose value is not needed.
#define VEER_CHECK(expression)                                \
  do {                                                        \
    auto&& veer_checked = (expression);                       \
    if (!veer_checked) return ::veer::fail(veer_checked.error()); \
  } while (false)
