// SPDX-License-Identifier: EUPL-1.2
// The map: which activities belong to which sub-process, domain, discipline, product, area and
// competence, and which units lie within which (DESIGN 4).
//
// Proposed from records (discover/map_proposal.hpp), corrected by the user and read back from YAML
// by codec/map_reader.hpp, which checks it: apply() and marks_of() expect a checked value, without
// cycles and with every name once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "veer/org/baseline.hpp"

namespace veer::org {

/// What an activity can be said to belong to.
enum class Mark : std::uint8_t {
  domain,      ///< Policy domain: social, space, ...
  discipline,  ///< Profession: law, building technology, ...
  product,     ///< What the citizen gets.
  area,        ///< Part of the municipality.
  competence,  ///< What a person must be able to do.
};
inline constexpr std::size_t mark_count = 5;
/// The mark's name in map.yaml: "domain", ...
[[nodiscard]] std::string_view name_of(Mark mark);

/// One text per mark; empty: not said.
struct Marks {
  std::array<std::string, mark_count> texts;

  [[nodiscard]] std::string& operator[](Mark mark) {
    return texts[static_cast<std::size_t>(mark)];
  }
  [[nodiscard]] const std::string& operator[](Mark mark) const {
    return texts[static_cast<std::size_t>(mark)];
  }
  friend bool operator==(const Marks&, const Marks&) = default;
};

/// A part of a process: what activities of one code prefix, or with one object, are for.
struct SubProcess {
  std::string id;
  std::string name;    ///< In words; empty: the id says it.
  std::string within;  ///< Id of another sub-process; empty: none.
  Marks marks;         ///< Of every activity in it that says nothing else.

  friend bool operator==(const SubProcess&, const SubProcess&) = default;
};

struct MapActivity {
  std::string name;         ///< As in the records.
  std::string sub_process;  ///< Id; empty: in none.
  Marks marks;              ///< Its own, before those of the sub-process.

  friend bool operator==(const MapActivity&, const MapActivity&) = default;
};

/// The share of a unit that works for a domain; those of a unit add up to at most 1.
struct DomainShare {
  std::string domain;
  double share = 1;

  friend bool operator==(const DomainShare&, const DomainShare&) = default;
};

struct MapUnit {
  std::string name;    ///< As in the staff list or the records.
  std::string within;  ///< Another unit, of this map; empty: a top.
  std::vector<DomainShare> domains;

  /// The domain of more than half of it; empty: none.
  [[nodiscard]] std::string main_domain() const;
  friend bool operator==(const MapUnit&, const MapUnit&) = default;
};

struct Map {
  std::string workspace;  ///< Name of the workspace it was proposed for; may be empty.
  std::string records;    ///< Which records those are (store::Source::fingerprint, cut short).
  std::vector<SubProcess> sub_processes;
  std::vector<MapActivity> activities;
  std::vector<MapUnit> units;

  friend bool operator==(const Map&, const Map&) = default;
};

/// The marks of each of the map's activities, in its order: its own, else those of its sub-process,
/// else of what that lies within. O(activities * depth).
[[nodiscard]] std::vector<Marks> marks_of(const Map& map);

/// Tells the baseline what the map knows: domain, discipline and competence of activities by their
/// name, and the units with what they lie within. Who can do what stays as it was, and so does
/// everything about activities and units that the map does not name.
void apply(const Map& map, Baseline& baseline);

}  // namespace veer::org
