// SPDX-License-Identifier: EUPL-1.2
// The two halves of reading a scenario (scenario_reader.hpp): its people and its work.
#pragma once

#include <map>
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
/// The posts of these units. held: every competence with its place.
[[nodiscard]] std::vector<org::ScenarioPost> read_posts(const YamlNode& node,
                                                        const std::vector<org::ScenarioUnit>& units,
                                                        Mentions& held);
[[nodiscard]] std::vector<org::ArrivalProfile> read_profiles(const YamlNode& node,
                                                             const Origins& origins);
/// The case types; names of inputs start with `prefix/`; a legal term may name one of the laws.
/// asked: every competence with its place.
[[nodiscard]] std::vector<org::ScenarioCaseType> read_case_types(
    const YamlNode& node, const std::string& prefix,
    const std::vector<org::ArrivalProfile>& profiles, const std::vector<org::Law>& laws,
    const Origins& origins, Mentions& asked);

/// An identifier of small letters, digits and hyphens; reports anything else.
[[nodiscard]] std::string read_id(const YamlNode& node);
/// Reports a word that is not among the known ones, with the nearest of those.
void report_unknown_word(const YamlNode& node, const std::string& word,
                         const std::vector<std::string>& known, const std::string& what);

}  // namespace veer::codec
