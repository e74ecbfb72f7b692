// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/mechanisms_reader.hpp"

#include <fmt/format.h>

#include "veer/codec/input_reader.hpp"

namespace veer::codec {
namespace {

/// The bounds of a number by its unit; far apart, to catch slips of the unit.
InputLimits limits_of(std::string_view unit) {
  // Exact: a share lies from 0 to 1; a week has 168 hours, a year 52 weeks (rounded down).
  if (unit == "1") return {unit, 0, 1};
  if (unit == "hours/person/week") return {unit, 0, 168};
  if (unit == "weeks/year") return {unit, 0, 52};
  // Judgement: a single piece of work about work of more than a month of minutes is a slip.
  if (unit == "minutes") return {unit, 0, 10'000};
  if (unit == "1/person/year") return {unit, 0, 52};
  if (unit == "tasks") return {unit, 1, 100, true};
  VEER_EXPECT(false && "a mechanism in a unit without bounds");
}

/// Parts of one whole must fit in it wherever their ranges allow them to be.
void check_whole(const YamlNode& numbers, std::string_view what,
                 std::initializer_list<const org::Input*> parts) {
  double highs = 0;
  for (const org::Input* part : parts) highs += part->high;
  constexpr double rounding = 1e-9;  // Judgement: a sum of shares written in decimals.
  if (highs <= 1 + rounding) return;
  numbers.report(fmt::format("{} that add up to {:.3g} at the high ends", what, highs), "at most 1",
                 "They are parts of one whole; lower a high end.");
}

}  // namespace

Result<org::Mechanisms> read_mechanisms(std::string_view yaml, const std::string& name) {
  VEER_TRY(const auto document, YamlDocument::parse(yaml, name));
  const YamlNode root = document->root();
  root.only({"format", "sources", "numbers"});
  constexpr std::string_view formats[] = {"veer-mechanisms/1"};
  static_cast<void>(root.at("format").choice(formats));
  org::Mechanisms mechanisms;
  mechanisms.sources = read_sources(root.at("sources"));
  const InputReader reader("mechanisms", mechanisms.sources);
  const YamlNode numbers = root.at("numbers");
  numbers.only({
#define VEER_MECHANISM_FIELD(field, unit) #field,
      VEER_MECHANISMS(VEER_MECHANISM_FIELD)
#undef VEER_MECHANISM_FIELD
  });
#define VEER_MECHANISM_FIELD(field, unit) \
  mechanisms.field = reader.read(numbers.at(#field), limits_of(unit));
  VEER_MECHANISMS(VEER_MECHANISM_FIELD)
#undef VEER_MECHANISM_FIELD
  check_whole(numbers, "outcome_rework and outcome_correct",
              {&mechanisms.outcome_rework, &mechanisms.outcome_correct});
  check_whole(numbers, "attention_priority, _fifo and _lifo",
              {&mechanisms.attention_priority, &mechanisms.attention_fifo,
               &mechanisms.attention_lifo});
  const Problems problems = document->problems();
  if (!problems.empty()) return fail(problems);
  return mechanisms;
}

}  // namespace veer::codec
