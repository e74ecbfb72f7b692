// SPDX-License-Identifier: EUPL-1.2
// veer models: which organisation models there are, and one of them from close by.
#include "veer/app/models.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <variant>

#include "commands.hpp"
#include "veer/report/models_report.hpp"

namespace veer::cli {
namespace {

Exit list(const CommonFlags& flags) {
  const auto all = app::list_models();
  if (!all) return report_problems(all.error());
  if (flags.json) {
    fmt::print("{}", report::models_json(all->models));
  } else if (!flags.quiet) {
    fmt::print("{}", report::models_screen(flags.language(), all->models, all->mechanisms));
  }
  return Exit::ok;
}

struct Json {
  std::string operator()(const org::Model& model) const { return report::model_json(model); }
  std::string operator()(const org::Mechanisms& all) const { return report::mechanisms_json(all); }
  std::string operator()(const org::Prices& prices) const { return report::prices_json(prices); }
};

struct Screen {
  report::Language language;
  std::string operator()(const org::Model& model) const {
    return report::model_screen(language, model);
  }
  std::string operator()(const org::Mechanisms& all) const {
    return report::mechanisms_screen(language, all);
  }
  std::string operator()(const org::Prices& prices) const {
    return report::prices_screen(language, prices);
  }
};

Exit show(const CommonFlags& flags, const std::string& id) {
  const auto shown = app::show_model(id);
  if (!shown) return report_problems(shown.error());
  const report::Language language = flags.language();
  if (flags.json) {
    fmt::print("{}", std::visit(Json{}, *shown));
  } else if (!flags.quiet) {
    fmt::print("{}", std::visit(Screen{language}, *shown));
  }
  return Exit::ok;
}

}  // namespace

void add_models(CLI::App& root, Exit& exit) {
  auto* models = root.add_subcommand("models", "Organisation models: all, or one from close by");
  const auto flags = std::make_shared<CommonFlags>();
  add_common_flags(*models, *flags);
  models->require_subcommand(0, 1);
  auto* one = models->add_subcommand(
      "show", "One model, or `mechanisms` or `prices`: what all of them share");
  const auto id = std::make_shared<std::string>();
  add_common_flags(*one, *flags);
  one->add_option("model", *id, "An id of `veer models`, or the path of a YAML file")->required();
  one->callback([flags, id, &exit] { exit = show(*flags, *id); });
  models->callback([flags, one, &exit] {
    if (!one->parsed()) exit = list(*flags);
  });
}

}  // namespace veer::cli
