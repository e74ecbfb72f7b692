// SPDX-License-Identifier: EUPL-1.2
// veer demo: the whole story on the example municipality.
#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "veer/app/demo.hpp"
#include "veer/app/progress.hpp"
#include "veer/app/threads.hpp"
#include "veer/report/ask_json.hpp"
#include "veer/report/table.hpp"

namespace veer::cli {
namespace {

using report::TextKey;

Exit run(const CommonFlags& flags) {
  const report::Language language = flags.language();
  const auto label = [&](TextKey key) { return std::string(report::text(language, key)); };
  const auto guide = [&](const std::string& sentence) {
    fmt::print("{}\n", report::wrapped(sentence));
  };
  const bool shows = !flags.json && !flags.quiet;
  if (shows) guide(label(TextKey::demo_begin));
  const auto found = [&] {
    const app::StopOnInterrupt stop;
    app::TerminalProgress looking(label(TextKey::look_label), flags.quiet);
    app::TerminalProgress asking(label(TextKey::ask_label), flags.quiet);
    app::ThreadExecutor executor;
    return app::demo(executor, looking, asking);
  }();
  if (!found) return report_problems(found.error());
  if (flags.json) fmt::print("{}", report::ask_json(found->ask));
  if (!shows) return Exit::ok;
  guide(label(TextKey::demo_look));
  fmt::print("{}\n", report::look_screen(language, found->look));
  guide(report::say(language, TextKey::demo_ask, report::number(language, found->shock_weeks)));
  fmt::print("{}\n", report::ask_text(found->ask, language));
  guide(label(TextKey::demo_end));
  return Exit::ok;
}

}  // namespace

void add_demo(CLI::App& root, Exit& exit) {
  CLI::App* command =
      root.add_subcommand("demo", "The whole story on the example municipality Voorbeeldstad");
  const auto flags = std::make_shared<CommonFlags>();
  add_common_flags(*command, *flags);
  command->callback([flags, &exit] { exit = run(*flags); });
}

}  // namespace veer::cli
