// SPDX-License-Identifier: EUPL-1.2
// veer: the command line. Parses, hands over to one sub-command, and turns what escapes (a full
// disk, no memory) into a sentence and an exit code.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>

#include "commands.hpp"

namespace {

int run(int argc, char** argv) {
  using veer::cli::Exit;
  CLI::App root{"Veer: what if a municipality were organised differently?"};
  root.set_version_flag("--version", VEER_VERSION);
  root.require_subcommand(1);
  Exit exit = Exit::ok;
  veer::cli::add_import(root, exit);
  veer::cli::add_map(root, exit);
  veer::cli::add_look(root, exit);
  veer::cli::add_models(root, exit);
  veer::cli::add_laws(root, exit);
  veer::cli::add_ask(root, exit);
  veer::cli::add_demo(root, exit);
  try {
    root.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return root.exit(error) == 0 ? 0 : static_cast<int>(Exit::usage);
  }
  return static_cast<int>(exit);
}

}  // namespace

int main(int argc, char** argv) {
#ifdef SIGXFSZ
  // A limit on the size of files is told like a full disk; it must not kill in the middle.
  std::signal(SIGXFSZ, SIG_IGN);
#endif
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "veer: stopped: {}\n", error.what());
    return static_cast<int>(veer::cli::Exit::storage);
  }
}
