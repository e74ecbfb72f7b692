// SPDX-License-Identifier: EUPL-1.2
#include "command.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace veer::cli {
namespace {

Exit exit_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return Exit::usage;
    case ErrorCode::not_found:
    case ErrorCode::unreadable:
    case ErrorCode::syntax:
    case ErrorCode::invalid: return Exit::bad_input;
    case ErrorCode::unsupported: return Exit::unsupported;
    case ErrorCode::storage: return Exit::storage;
    case ErrorCode::interrupted: return Exit::interrupted;
  }
  return Exit::usage;
}

}  // namespace

Exit report_problems(const Problems& problems) {
  for (const Error& problem : problems) fmt::print(stderr, "veer: {}\n", to_string(problem));
  return exit_of(problems.front().code);
}

void add_common_flags(CLI::App& command, CommonFlags& flags) {
  command.add_flag("--json", flags.json, "Print the result as JSON");
  command.add_flag("--quiet", flags.quiet, "Print no progress and no table");
  command.add_option("--lang", flags.lang, "Language of what is printed: nl or en")
      ->check(CLI::IsMember({"nl", "en"}))
      ->capture_default_str();
}

}  // namespace veer::cli
