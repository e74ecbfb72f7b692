// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/lifecycle.hpp"

#include <array>
#include <string>
#include <utility>

#include "veer/eventlog/column_names.hpp"

namespace veer::eventlog {
namespace {

constexpr std::array<std::pair<std::string_view, Transition>, 14> names = {{
    {"complete", Transition::complete},
    {"start", Transition::start},
    {"schedule", Transition::schedule},
    {"assign", Transition::assign},
    {"reassign", Transition::reassign},
    {"suspend", Transition::suspend},
    {"resume", Transition::resume},
    {"withdraw", Transition::withdraw},
    {"manualskip", Transition::manualskip},
    {"autoskip", Transition::autoskip},
    {"ate_abort", Transition::ate_abort},
    {"pi_abort", Transition::pi_abort},
    {"unknown", Transition::unknown},
    {"other", Transition::other},
}};

}  // namespace

Transition transition_from(std::string_view name) {
  if (name.empty() || name == "complete") return Transition::complete;
  const std::string plain = plain_column_name(name);
  for (const auto& [known, transition] : names) {
    if (plain_column_name(known) == plain) return transition;
  }
  return Transition::other;
}

std::string_view name_of(Transition transition) {
  for (const auto& [name, known] : names) {
    if (known == transition) return name;
  }
  return "other";
}

}  // namespace veer::eventlog
