// SPDX-License-Identifier: EUPL-1.2
// How a number is written in a scenario or a shock: with its unit, its range and where it is from.
//
//   effort: {value: 30 min, low: 20 min, high: 45 min, judgement: handling-times}
//   legal_term: {value: 8 weeks, source: awb}
//
// `source` is a key of the file's `sources`; without low and high the range is the value itself.
// `judgement` is a key of the file's `judgements` or a text in both languages; it needs a range.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "veer/codec/yaml_reader.hpp"
#include "veer/org/input.hpp"

namespace veer::codec {

/// What a number measures: its unit as in Input::unit, the units it may be written in, its bounds.
struct Measure {
  std::string_view unit;
  std::span<const YamlUnit> units;  ///< Empty: written without a unit.
  double lowest = 0;
  double highest = 0;
  std::string_view bounds;          ///< The bounds in words, for messages.
};

/// Person-time, in minutes: "20 min", "1.5 hours".
extern const Measure effort_measure;
/// Calendar time, in days: "10 days", "6 weeks".
extern const Measure days_measure;
/// Arrivals, in cases/year: "420 per year", "35 per month", "8 per week", and where the number of
/// inhabitants is known "9.3 per 1000 inhabitants" (a year).
class ArrivalsMeasure {
 public:
  explicit ArrivalsMeasure(int inhabitants);
  /// Refers to this.
  [[nodiscard]] Measure measure() const;

 private:
  std::array<YamlUnit, 4> units_;
};
/// A share from 0 to 1: "0.25" or "25 %".
extern const Measure share_measure;
/// A squared coefficient of variation, from 0.
extern const Measure spread_measure;
/// Contract hours, in hours/week: "36 hours per week".
extern const Measure contract_measure;
/// The person-time of a task, in hours: "120 hours", "90 min".
extern const Measure task_measure;
/// Person-time that returns, in hours/week: "150 hours per week".
extern const Measure weekly_measure;
/// How many times likelier something gets, from 1 to 20.
extern const Measure neglect_measure;
/// A factor from 0 to 10: "1.3".
extern const Measure factor_measure;
/// Money, in EUR: "250 euro".
extern const Measure money_measure;
/// A price of time, in EUR/hour: "95 euro per hour".
extern const Measure hourly_measure;
/// Money for each inhabitant, in EUR/inhabitant: "3797 euro per inhabitant".
extern const Measure spending_measure;
/// Time in weeks: "6 weeks", "10 days".
extern const Measure weeks_measure;

/// What stands behind the numbers of one scenario.
struct Origins {
  std::map<std::string, org::Source> sources;
  std::map<std::string, org::Text> judgements;
};

/// Adds the `sources` and `judgements` of a file; reports a key that is already there.
void read_origins(const YamlNode& root, Origins& origins);

/// The number at this place under the given name. When the node is not present: an input that is
/// not used, without a report. Reported: a missing unit, what is out of bounds, low <= value <=
/// high not holding, an unknown source, a judgement without a range, neither or both of the two.
[[nodiscard]] org::Input read_input(const YamlNode& node, const Measure& measure, std::string name,
                                    org::Text definition, const Origins& origins);

}  // namespace veer::codec
