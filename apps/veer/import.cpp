// SPDX-License-Identifier: EUPL-1.2
// veer import: records, a staff list and a budget into a workspace.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <memory>

#include "commands.hpp"
#include "veer/app/import_records.hpp"
#include "veer/app/progress.hpp"

namespace veer::cli {
namespace {

struct Flags {
  CommonFlags common;
  std::string workspace;
  std::vector<std::string> files;
  std::string staff;
  std::string budget;
  std::string delimiter;
  std::string time_zone = "nl";
  bool day_first = false;
  bool month_first = false;
  app::ReadOptions options;
};

void add_csv_flags(CLI::App& command, Flags& flags) {
  command
      .add_option("--delimiter", flags.delimiter,
                  "What separates the columns: ; , | or tab (otherwise found)")
      ->check(CLI::IsMember({";", ",", "|", "tab", "\t"}));
  command.add_option("--encoding", flags.options.encoding,
                     "UTF-8, WINDOWS-1252, ... (otherwise found)");
  auto& columns = flags.options.columns;
  command.add_option("--case-column", columns.case_name, "Column with the case number");
  command.add_option("--activity-column", columns.activity, "Column with the activity");
  command.add_option("--person-column", columns.person, "Column with who did it");
  command.add_option("--group-column", columns.group, "Column with the group or department");
  command.add_option("--start-column", columns.start, "Column with the start");
  command.add_option("--end-column", columns.end, "Column with the end or the moment");
  command.add_option("--transition-column", columns.transition, "Column with start, complete, ...");
  command.add_option("--case-type-column", columns.case_type, "Column with the case type");
  auto* month = command.add_flag("--month-first", flags.month_first, "Dates are month/day/year");
  command.add_flag("--day-first", flags.day_first, "Dates are day-month-year")->excludes(month);
}

app::ImportRequest request_of(const Flags& flags) {
  app::ImportRequest request;
  request.workspace = flags.workspace;
  for (const std::string& file : flags.files) request.records.emplace_back(file);
  if (!flags.staff.empty()) request.staff = flags.staff;
  if (!flags.budget.empty()) request.budget = flags.budget;
  request.veer_version = VEER_VERSION;
  request.options = flags.options;
  const std::map<std::string, TimeZone> zones = {
      {"nl", TimeZone::netherlands}, {"utc", TimeZone::utc}, {"as-written", TimeZone::as_written}};
  request.options.time_zone = zones.at(flags.time_zone);
  if (!flags.delimiter.empty()) {
    request.options.delimiter = flags.delimiter == "tab" ? '\t' : flags.delimiter.front();
  }
  if (flags.day_first) request.options.date_order = codec::DateOrder::day_first;
  if (flags.month_first) request.options.date_order = codec::DateOrder::month_first;
  return request;
}

Exit run(const Flags& flags) {
  const report::Language language = flags.common.language();
  const auto summary = [&] {
    const app::StopOnInterrupt stop;
    app::TerminalProgress progress(
        std::string(report::text(language, report::TextKey::import_label)), flags.common.quiet);
    return app::import_records(request_of(flags), progress);
  }();
  if (!summary) return report_problems(summary.error());
  if (flags.common.json) {
    fmt::print("{}", report::import_json(*summary));
  } else if (!flags.common.quiet) {
    fmt::print("{}", report::import_screen(language, *summary));
  }
  return Exit::ok;
}

}  // namespace

void add_import(CLI::App& root, Exit& exit) {
  CLI::App* command = root.add_subcommand(
      "import", "Read records of cases (XES or CSV), a staff list and a budget into a workspace");
  const auto flags = std::make_shared<Flags>();
  command->add_option("workspace", flags->workspace, "The workspace, NAME.veer; made if new")
      ->required();
  command->add_option("files", flags->files, "Records: .xes, .csv, plain or .gz");
  command->add_option("--staff", flags->staff, "Staff list: a CSV with a row for every post");
  command->add_option("--budget", flags->budget,
                      "Budget: a CSV with a line for every unit, kind of cost and year");
  command
      ->add_option("--time-zone", flags->time_zone,
                   "How moments with an offset are read: nl (Dutch time), utc, as-written")
      ->check(CLI::IsMember({"nl", "utc", "as-written"}))
      ->capture_default_str();
  add_csv_flags(*command, *flags);
  add_common_flags(*command, flags->common);
  command->callback([flags, &exit] { exit = run(*flags); });
}

}  // namespace veer::cli
