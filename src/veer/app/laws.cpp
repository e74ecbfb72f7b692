// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/laws.hpp"

#include <utility>

#include "veer/app/catalogue.hpp"
#include "veer/codec/law_reader.hpp"

namespace veer::app {
namespace {

Result<org::Law> read(const std::string& id_or_path) {
  VEER_TRY(const NamedText file, find_text("laws", id_or_path));
  return codec::read_law(file.text, file.name);
}

Result<std::vector<org::Law>> read_all() {
  std::vector<org::Law> laws;
  for (const std::string& id : ids_in("laws")) {
    VEER_TRY(org::Law law, read(id));
    laws.push_back(std::move(law));
  }
  return laws;
}

/// The days that the laws of kind calendar put on a par with holidays.
std::vector<Day> decreed_days(const std::vector<org::Law>& laws) {
  std::vector<Day> days;
  for (const org::Law& law : laws) {
    days.insert(days.end(), law.decreed_days.begin(), law.decreed_days.end());
  }
  return days;
}

}  // namespace

Result<std::vector<org::Law>> list_laws() {
  VEER_TRY(std::vector<org::Law> laws, read_all());
  const std::vector<Day> days = decreed_days(laws);
  Problems problems;
  for (const org::Law& law : laws) {
    const Problems of_law = org::check_examples(law, days);
    problems.insert(problems.end(), of_law.begin(), of_law.end());
  }
  if (!problems.empty()) return fail(std::move(problems));
  return laws;
}

Result<org::Law> show_law(const std::string& id_or_path) {
  VEER_TRY(org::Law law, read(id_or_path));
  VEER_TRY(const std::vector<org::Law> laws, read_all());
  const std::vector<Day> days =
      law.kind == org::LawKind::calendar ? law.decreed_days : decreed_days(laws);
  Problems problems = org::check_examples(law, days);
  if (!problems.empty()) return fail(std::move(problems));
  return law;
}

}  // namespace veer::app
