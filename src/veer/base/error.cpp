// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/error.hpp"

#include <cstdio>
#include <cstdlib>

namespace veer {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return "usage";
    case ErrorCode::not_found: return "not_found";
    case ErrorCode::unreadable: return "unreadable";
    case ErrorCode::syntax: return "syntax";
    case ErrorCode::invalid: return "invalid";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::storage: return "storage";
    case ErrorCode::interrupted: return "interrupted";
  }
  VEER_EXPECT(false && "an error code without a name");
}

std::string to_string(const Error& error) {
  std::string text = error.where;
  if (!error.found.empty()) text += (text.empty() ? "found " : ": found ") + error.found;
  if (!error.expected.empty()) {
    text += (error.found.empty() ? ": expected " : ", expected ") + error.expected;
  }
  if (!text.empty() && text.back() != '.') text += '.';
  if (!error.hint.empty()) text += ' ' + error.hint;
  // What stands in a file is quoted; it must not steer the terminal.
  std::string shown;
  for (const char c : text) {
    constexpr char delete_character = 0x7f;
    const bool steers = (c >= 0 && c < ' ') || c == delete_character;
    shown += steers ? '?' : c;
  }
  return shown;
}

namespace detail {
void broken_expectation(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "veer: broken expectation %s at %s:%d; please report this as a defect\n",
               condition, file, line);
  std::abort();
}
}  // namespace detail

}  // namespace veer
