// SPDX-License-Identifier: EUPL-1.2
// Foreseeable failures: what a user did or brought that Veer cannot work with.
//
// An Error always says where, what was found, what was expected and what to do. Functions that read
// something a user wrote report all problems of a file at once: a Result<T> (result.hpp) holds a T
// or a non-empty Problems list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace veer {

/// Kind of failure; decides the exit code of the command line (docs/cli.md).
enum class ErrorCode : std::uint8_t {
  usage,        ///< The command was called in a way that cannot work.
  not_found,    ///< A file, model, case type or workspace that is not there.
  unreadable,   ///< A file that exists but cannot be opened, or is cut off.
  syntax,       ///< Text that is not in its own format (XML, CSV, YAML, a date).
  invalid,      ///< Well-formed, but a value that cannot be (an FTE of -1, a cycle in the line).
  unsupported,  ///< A grouping or question that these records cannot support, or a newer format.
  storage,      ///< The workspace cannot be written: full disk, no rights, locked.
  interrupted,  ///< Stopped by the user.
};

/// The code's stable name, as printed and as in JSON: "invalid", "syntax", ...
[[nodiscard]] std::string_view name_of(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::invalid;
  std::string where;     ///< File with line or path: `zaken.csv:17`, `model.yaml: structure.span`.
  std::string found;     ///< What stands there.
  std::string expected;  ///< What could stand there.
  std::string hint;      ///< What to do about it; a sentence.

  friend bool operator==(const Error&, const Error&) = default;
};

/// One or more errors, in the order of the file.
using Problems = std::vector<Error>;

/// One error as a sentence or two: `model.yaml: structure.span: found 0, expected a whole number
/// from 2 to 30. Give the number of people that one lead leads.`
[[nodiscard]] std::string to_string(const Error& error);

}  // namespace veer

/// Programmer error: prints the broken condition with its place and aborts. On in every build;
/// never reachable from input.
#define VEER_EXPECT(condition)          \
  (static_cast<bool>(condition)         \
       ? static_cast<void>(0)           \
       : ::veer::detail::broken_expectation(#condition, __FILE__, __LINE__))

namespace veer::detail {
[[noreturn]] void broken_expectation(const char* condition, const char* file, int line);
}  // namespace veer::detail
