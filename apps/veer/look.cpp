// SPDX-License-Identifier: EUPL-1.2
// veer look: what the records of a workspace show, or what a described municipality comes to.
#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <variant>

#include "commands.hpp"
#include "veer/app/look.hpp"
#include "veer/app/look_field.hpp"
#include "veer/app/progress.hpp"
#include "veer/app/threads.hpp"
#include "veer/report/field_report.hpp"
#include "veer/report/look_json.hpp"
#include "veer/report/present_json.hpp"

namespace veer::cli {
namespace {

struct Flags {
  CommonFlags common;
  bool field = false;
  std::string target;
  app::LookOptions options;
  unsigned threads = 0;
  std::string format;
};

report::PictureFormat format_of(const std::string& name) {
  const std::map<std::string, report::PictureFormat> formats{
      {"dot", report::PictureFormat::dot},
      {"svg", report::PictureFormat::svg},
      {"json", report::PictureFormat::json},
      {"csv", report::PictureFormat::csv}};
  return formats.at(name);
}

Exit show_field(const CommonFlags& flags) {
  const auto field = app::look_at_field();
  if (!field) return report_problems(field.error());
  if (flags.json) {
    fmt::print("{}", report::field_json(*field));
  } else if (!flags.quiet) {
    fmt::print("{}", report::field_screen(flags.language(), *field));
  }
  return Exit::ok;
}

Exit run(const Flags& flags) {
  if (flags.field) return show_field(flags.common);
  if (flags.target.empty()) {
    return report_problems({{ErrorCode::usage, "look", "no target",
                             "a workspace, a scenario or --field",
                             "For instance: veer look examples/010-voorbeeldstad"}});
  }
  const report::Language language = flags.common.language();
  if (!flags.format.empty()) {
    const auto file = app::look_at_process(flags.target, format_of(flags.format), language);
    if (!file) return report_problems(file.error());
    fmt::print("{}", *file);
    return Exit::ok;
  }
  const auto answer = [&] {
    const app::StopOnInterrupt stop;
    app::TerminalProgress progress(
        std::string(report::text(language, report::TextKey::look_label)), flags.common.quiet);
    app::ThreadExecutor executor(flags.threads);
    return app::look_at(flags.target, flags.options, executor, progress);
  }();
  if (!answer) return report_problems(answer.error());
  if (flags.common.json) {
    const auto json = [](const auto& seen) { return report::look_json(seen); };
    fmt::print("{}", std::visit(json, *answer));
  } else if (!flags.common.quiet) {
    const auto screen = [language](const auto& seen) {
      return report::look_screen(language, seen);
    };
    fmt::print("{}", std::visit(screen, *answer));
  }
  return Exit::ok;
}

}  // namespace

void add_look(CLI::App& root, Exit& exit) {
  CLI::App* command = root.add_subcommand(
      "look", "Show the organisation as it is: its records, or as described");
  const auto flags = std::make_shared<Flags>();
  auto* field = command->add_flag("--field", flags->field,
                                  "Municipalities at large: organisation models and figures");
  command
      ->add_option("target", flags->target,
                   "A workspace, NAME.veer, or a scenario: a YAML file or a folder")
      ->excludes(field);
  command->add_option("--seed", flags->options.seed, "Seed of the simulated records")
      ->capture_default_str();
  command->add_option("--replications", flags->options.logs, "Records: simulated logs of the test")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--draws", flags->options.draws, "A scenario: draws of the judgements")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command
      ->add_option("--format", flags->format,
                   "Records: only the process, in the form of a file")
      ->check(CLI::IsMember({"dot", "svg", "json", "csv"}))
      ->excludes(field);
  command->add_option("--threads", flags->threads, "Threads; 0: one per core")
      ->capture_default_str();
  add_common_flags(*command, flags->common);
  command->callback([flags, &exit] { exit = run(*flags); });
}

}  // namespace veer::cli
