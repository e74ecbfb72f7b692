// SPDX-License-Identifier: EUPL-1.2
// veer map: which activities belong to which sub-process, domain, discipline, product and area.
#include "veer/app/map.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "veer/app/progress.hpp"

namespace veer::cli {
namespace {

struct Flags {
  CommonFlags common;
  std::string workspace;
  std::string read;
  std::string write;
  bool propose = false;
};

app::MapRequest request_of(const Flags& flags) {
  app::MapRequest request;
  request.workspace = flags.workspace;
  if (!flags.read.empty()) request.read = flags.read;
  if (!flags.write.empty()) request.write = flags.write;
  request.propose = flags.propose;
  request.language = flags.common.language();
  request.veer_version = VEER_VERSION;
  return request;
}

Exit run(const Flags& flags) {
  const report::Language language = flags.common.language();
  const auto answer = [&] {
    const app::StopOnInterrupt stop;
    app::TerminalProgress progress(std::string(report::text(language, report::TextKey::map_label)),
                                   flags.common.quiet);
    return app::map_workspace(request_of(flags), progress);
  }();
  if (!answer) return report_problems(answer.error());
  if (flags.common.json) {
    fmt::print("{}", report::map_json(*answer));
  } else if (!flags.common.quiet) {
    fmt::print("{}", report::map_screen(language, *answer));
  }
  return Exit::ok;
}

}  // namespace

void add_map(CLI::App& root, Exit& exit) {
  CLI::App* command = root.add_subcommand(
      "map", "Propose which activities belong together, or read the corrected map back");
  const auto flags = std::make_shared<Flags>();
  command->add_option("workspace", flags->workspace, "The workspace, NAME.veer")->required();
  command->add_option("-o,--output", flags->write, "Write the map to this new file (map.yaml)");
  auto* read = command->add_option("--read", flags->read, "Check a corrected map and keep it");
  command->add_flag("--propose", flags->propose, "A new proposal, though a map was read back")
      ->excludes(read);
  add_common_flags(*command, flags->common);
  command->callback([flags, &exit] { exit = run(*flags); });
}

}  // namespace veer::cli
