// SPDX-License-Identifier: EUPL-1.2
// veer laws: which laws set a clock, and one of them from close by.
#include "veer/app/laws.hpp"

#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "veer/report/laws_report.hpp"

namespace veer::cli {
namespace {

Exit list(const CommonFlags& flags) {
  const auto laws = app::list_laws();
  if (!laws) return report_problems(laws.error());
  if (flags.json) {
    fmt::print("{}", report::laws_json(*laws));
  } else if (!flags.quiet) {
    fmt::print("{}", report::laws_screen(flags.language(), *laws));
  }
  return Exit::ok;
}

Exit show(const CommonFlags& flags, const std::string& id) {
  const auto law = app::show_law(id);
  if (!law) return report_problems(law.error());
  if (flags.json) {
    fmt::print("{}", report::law_json(*law));
  } else if (!flags.quiet) {
    fmt::print("{}", report::law_screen(flags.language(), *law));
  }
  return Exit::ok;
}

}  // namespace

void add_laws(CLI::App& root, Exit& exit) {
  auto* laws = root.add_subcommand("laws", "Laws that set a clock: all, or one from close by");
  const auto flags = std::make_shared<CommonFlags>();
  add_common_flags(*laws, *flags);
  laws->require_subcommand(0, 1);
  auto* one = laws->add_subcommand("show", "One law: its versions, articles and worked examples");
  const auto id = std::make_shared<std::string>();
  add_common_flags(*one, *flags);
  one->add_option("law", *id, "An id of `veer laws`, or the path of a YAML file")->required();
  one->callback([flags, id, &exit] { exit = show(*flags, *id); });
  laws->callback([flags, one, &exit] {
    if (!one->parsed()) exit = list(*flags);
  });
}

}  // namespace veer::cli
