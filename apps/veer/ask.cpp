// SPDX-License-Identifier: EUPL-1.2
// veer ask: what if this organisation were organised as ..., and ... happened?
#include <fmt/format.h>

#include <cstdlib>
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "commands.hpp"
#include "veer/app/ask_question.hpp"
#include "veer/app/progress.hpp"
#include "veer/app/threads.hpp"
#include "veer/report/ask_json.hpp"

namespace veer::cli {
namespace {

struct Flags {
  CommonFlags common;
  app::AskRequest request;
  std::string demand;
  std::string people;
  std::string weeks;
  std::string term;
  std::string horizon = "52w";
  std::string warm_up = "26w";
  unsigned threads = 0;
};

/// A number with one of the units behind it, or without any; nothing when the text is anything
/// else.
std::optional<double> number_with(const std::string& text, const std::string& units) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  const std::string rest = end;
  if (end == text.c_str()) return std::nullopt;
  if (!rest.empty() && (rest.size() != 1 || units.find(rest) == std::string::npos)) {
    return std::nullopt;
  }
  return value;
}

/// Weeks from "8w", "56d" or "8"; days when `in_days`.
std::optional<double> length_of(const std::string& text, bool in_days) {
  const auto value = number_with(text, "wd");
  if (!value || *value <= 0) return std::nullopt;
  constexpr double days_per_week = 7;
  const bool given_in_days = text.back() == 'd';
  if (in_days) return given_in_days ? *value : *value * days_per_week;
  return given_in_days ? *value / days_per_week : *value;
}

Error bad_flag(const std::string& flag, const std::string& found, const std::string& expected) {
  return {ErrorCode::usage, flag, found, expected, ""};
}

/// Reads a flag that was given; reports it when it cannot be read.
template <class Read>
std::optional<double> read_flag(const std::string& flag, const std::string& text,
                                const std::string& expected, Problems& problems, Read read) {
  if (text.empty()) return std::nullopt;
  const std::optional<double> value = read(text);
  if (!value) problems.push_back(bad_flag(flag, text, expected));
  return value;
}

Result<app::AskRequest> request_of(const Flags& flags) {
  app::AskRequest request = flags.request;
  Problems problems;
  const auto change = [](const std::string& text) -> std::optional<double> {
    const auto percent = number_with(text, "%");
    if (!percent || *percent <= -100 || *percent > 900) return std::nullopt;
    return *percent / 100;
  };
  const auto weeks = [](const std::string& text) { return length_of(text, false); };
  const auto days = [](const std::string& text) { return length_of(text, true); };
  request.demand_change =
      read_flag("--demand", flags.demand, "a change such as +30%", problems, change);
  request.people_change =
      read_flag("--people", flags.people, "a change such as -20%", problems, change);
  if (request.people_change && *request.people_change > 0) {
    problems.push_back(bad_flag("--people", flags.people, "a change of at most 0%"));
  }
  request.shock_weeks = read_flag("--weeks", flags.weeks, "weeks, such as 8", problems, weeks);
  request.term_days = read_flag("--term", flags.term, "a term such as 8w or 56d", problems, days);
  const auto whole_weeks = [&](const std::string& flag, const std::string& text) {
    const auto value = read_flag(flag, text, "weeks, such as 52w, at most 520", problems, weeks);
    if (value && *value > 520) {
      problems.push_back(bad_flag(flag, text, "at most 520 weeks"));
    }
    return static_cast<int>(value.value_or(1) + 0.5);
  };
  request.effort.measured_weeks = std::max(1, whole_weeks("--horizon", flags.horizon));
  request.effort.warm_up_weeks = whole_weeks("--warm-up", flags.warm_up);
  if (!problems.empty()) return fail(std::move(problems));
  return request;
}

Exit run(const Flags& flags) {
  const auto request = request_of(flags);
  if (!request) return report_problems(request.error());
  const report::Language language = flags.common.language();
  const auto answer = [&]() -> Result<report::AskAnswer> {
    const app::StopOnInterrupt stop;
    VEER_TRY(app::AskQuestion question, app::read_question(*request));
    app::TerminalProgress progress(
        std::string(report::text(language, report::TextKey::ask_label)), flags.common.quiet);
    app::ThreadExecutor executor(flags.threads);
    return app::answer(std::move(question), executor, progress);
  }();
  if (!answer) return report_problems(answer.error());
  if (flags.common.json) {
    fmt::print("{}", report::ask_json(*answer));
  } else if (!flags.common.quiet) {
    fmt::print("{}", report::ask_text(*answer, language));
  }
  return Exit::ok;
}

void add_shock_flags(CLI::App& command, Flags& flags) {
  command.add_option("--shock", flags.request.shock, "A shock's id, or a YAML file");
  command.add_option("--demand", flags.demand, "Change of demand in the shock, such as +30%");
  command.add_option("--people", flags.people, "Change of people in the shock, such as -20%");
  command.add_option("--weeks", flags.weeks, "Length of the shock in weeks");
}

void add_effort_flags(CLI::App& command, Flags& flags) {
  app::AskEffort& effort = flags.request.effort;
  command.add_option("--term", flags.term, "Legal term of every case, such as 8w or 56d");
  command.add_option("--horizon", flags.horizon, "Weeks that are measured")
      ->capture_default_str();
  command.add_option("--warm-up", flags.warm_up, "Weeks before measuring")->capture_default_str();
  command.add_option("--draws", effort.draws, "Draws of the assumptions")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  command.add_option("--replications", effort.replications, "Replications of each draw")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  command.add_option("--seed", effort.seed, "Where chance begins; the same seed, the same answer")
      ->capture_default_str();
  command.add_option("--threads", flags.threads, "Threads; 0 is as many as there are cores")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
}

}  // namespace

void add_ask(CLI::App& root, Exit& exit) {
  CLI::App* command =
      root.add_subcommand("ask", "What if this organisation were organised differently?");
  const auto flags = std::make_shared<Flags>();
  command
      ->add_option("target", flags->request.target,
                   "A workspace, or a scenario's file or folder")
      ->required();
  command
      ->add_option("--model", flags->request.models,
                   "A model to compare with the as-is: an id of `veer models` or a YAML file")
      ->required();
  add_shock_flags(*command, *flags);
  add_effort_flags(*command, *flags);
  add_common_flags(*command, flags->common);
  command->callback([flags, &exit] { exit = run(*flags); });
}

}  // namespace veer::cli
