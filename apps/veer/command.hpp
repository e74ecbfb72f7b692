// SPDX-License-Identifier: EUPL-1.2
// What the sub-commands of the command line share. One file per sub-command; each is thin: flags
// in, one use case of veer/app, its result rendered by veer/report.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "veer/base/result.hpp"
#include "veer/report/text.hpp"

namespace veer::cli {

/// Flags every sub-command understands.
struct CommonFlags {
  bool json = false;
  bool quiet = false;
  std::string lang = "nl";
  [[nodiscard]] report::Language language() const {
    return lang == "en" ? report::Language::en : report::Language::nl;
  }
};

/// Exit codes, documented in docs/cli.md.
enum class Exit : int {
  ok = 0,
  usage = 2,        ///< The command was called in a way that cannot work.
  bad_input = 3,    ///< A file that was given is wrong, unreadable or missing.
  unsupported = 4,  ///< The records cannot support what was asked.
  storage = 5,      ///< The workspace cannot be written.
  interrupted = 130 ///< Stopped with Ctrl-C.
};

/// Prints the problems to standard error, one paragraph each, and gives the exit code of the first.
[[nodiscard]] Exit report_problems(const Problems& problems);

/// Adds a sub-command. When it was chosen, its callback runs the use case and sets exit.
void add_common_flags(CLI::App& command, CommonFlags& flags);

}  // namespace veer::cli
