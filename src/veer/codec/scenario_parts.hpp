// SPDX-License-Identifier: EUPL-1.2
// The two halves of reading a scenario (scenario_reader.hpp): its people and its work.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "veer/codec/scenario_input.hpp"
#include "veer/org/law.hpp"
#include "veer/org/municipality.hpp"

namespace veer::codec {

/// Where in the file a word stands first, for problems that only show when all has been read.
using Mentions = std::vector<std::pair<std::string, YamlNode>>;

/// The roster of `office_hours`: for each weekday its intervals, "08:30-12:30".
[[nodiscard]] calendar::Roster read_office_hours(const YamlNode& node);
/// The units, parents before children.
[[nodiscard]] std::vector<org::ScenarioUnit> read_units(const YamlNode& node);
/// The posts of these units; names of inputs start with `prefix/`; a post may have one of the
/// scales (empty: any). held: every competence with its place.
[[nodiscard]] std::vector<org::ScenarioPost> read_posts(
    const YamlNode& node, const std::string& prefix, const std::vector<org::ScenarioUnit>& units,
    const std::vector<std::string>& scales, const Origins& origins, Mentions& held);
[[nodiscard]] std::vector<org::ArrivalProfile> read_profiles(const YamlNode& node,
                                                             const Origins& origins);
/// What case types may refer to.
struct Known {
  int inhabitants;  ///< For volumes per 1,000 of them.
  const std::vector<org::ArrivalProfile>& profiles;
  const std::vector<org::ScenarioBoard>& boards;
  const std::vector<org::Law>& laws;
  const Origins& origins;
};
/// Appends case types, or the proposals, which are written alike; names of inputs start with
/// `prefix/`. asked: every competence with its place.
void read_case_types(const YamlNode& node, const std::string& prefix, bool proposals,
                     const Known& known, Mentions& asked,
                     std::vector<org::ScenarioCaseType>& types);
/// The boards that decide on proposals.
[[nodiscard]] std::vector<org::ScenarioBoard> read_boards(const YamlNode& node);
[[nodiscard]] std::vector<org::ScenarioOpgave> read_opgaven(
    const YamlNode& node, const std::string& prefix, const std::vector<org::ScenarioPost>& posts,
    const Origins& origins, Mentions& asked);
[[nodiscard]] std::vector<org::ScenarioContinuing> read_continuing(const YamlNode& node,
                                                                   const std::string& prefix,
                                                                   const Origins& origins,
                                                                   Mentions& asked);

/// Kinds of household over the case types, all of which have been read.
[[nodiscard]] std::vector<org::ScenarioHousehold> read_households(
    const YamlNode& node, const std::string& prefix,
    const std::vector<org::ScenarioCaseType>& types, const Origins& origins);

/// "08:30-12:30"; nothing for anything else, and for no time at all.
[[nodiscard]] std::optional<calendar::Interval> read_interval(std::string_view text);

/// An identifier of small letters, digits and hyphens; reports anything else.
[[nodiscard]] std::string read_id(const YamlNode& node);
/// Reports a word that is not among the known ones, with the nearest of those.
void report_unknown_word(const YamlNode& node, const std::string& word,
                         const std::vector<std::string>& known, const std::string& what);

}  // namespace veer::codec
