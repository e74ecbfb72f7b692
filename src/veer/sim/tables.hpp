// SPDX-License-Identifier: EUPL-1.2
// Work, people and organisation compiled into tables that one replication runs on.
//
// Everything here is constant during a replication. Work and organisation stay two things: the
// tables of the work never look at units, the tables of units are made from competences alone.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "veer/org/mechanisms.hpp"
#include "veer/org/organisation.hpp"
#include "veer/org/workforce.hpp"
#include "veer/sim/bitset.hpp"
#include "veer/work/work.hpp"

namespace veer::sim {

/// A unit's activities that the same members can do share one queue.
struct QueueClass {
  std::vector<std::uint32_t> members;  ///< Persons, ascending.

  /// Whether somebody is in it beside this person.
  [[nodiscard]] bool has_other_than(std::uint32_t person) const {
    return members.size() > 1 || members.front() != person;
  }
};

struct UnitTable {
  std::vector<std::uint32_t> members;       ///< Persons placed here, ascending.
  std::vector<QueueClass> classes;
  std::vector<std::int32_t> class_of;       ///< By activity; -1: nobody here can do it.
  std::vector<std::uint32_t> line_up;       ///< This unit, its parent, ... up to the top.
};

struct PersonTable {
  std::uint32_t unit = 0;
  BitSet classes;      ///< Queues of the own unit to take from.
  BitSet activities;   ///< What the person can do.
  /// Share of the roster that each kind of duty takes, then each kind of continuing work.
  std::vector<double> duty_share;
};

/// Which units can do an activity, with cumulative weights that end at 1.
struct UnitChoice {
  struct Able {
    std::uint32_t unit = 0;
    std::uint32_t queue_class = 0;
    std::uint32_t only = 0xffffffffU;  ///< The person, when a single one there can do it.
  };
  std::vector<Able> units;
  std::vector<double> cumulative;

  /// The place of the unit at a draw u in [0, 1); there must be one. O(log units).
  [[nodiscard]] std::size_t place(double u) const {
    const auto above = std::upper_bound(cumulative.begin(), cumulative.end() - 1, u);
    return static_cast<std::size_t>(above - cumulative.begin());
  }
};

struct Tables {
  Tables(const work::Work& work, const org::Workforce& workforce,
         const org::Organisation& organisation);

  std::vector<UnitTable> units;
  std::vector<PersonTable> persons;
  std::vector<UnitChoice> unit_choice;   ///< By activity.
  std::vector<const Distribution*> efforts;  ///< By activity; those of the work.
  std::vector<bool> has_formal_decision; ///< By case type: some step is flagged.
  /// By case type: cumulative rate by hour of the week (169 values, ends at 1).
  std::vector<std::vector<double>> weekly_cumulative;
  /// By case type: factor of each month on the mean rate of a year; none: all months alike.
  std::vector<std::optional<work::YearlyProfile>> month_factors;
  std::size_t max_step_visits = 0;
};

/// The lead who answers for a unit: its own, or the nearest up the line; none when there is none.
[[nodiscard]] org::PersonId lead_of(const org::Organisation& organisation, org::UnitId unit);

/// Leads along the line from one unit up to the nearest unit above both, and down to the other,
/// each once, without `except`: who decides what concerns both units.
[[nodiscard]] std::vector<std::uint32_t> leads_between(const org::Organisation& organisation,
                                                       const Tables& tables, std::uint32_t from,
                                                       std::uint32_t to, std::uint32_t except);

}  // namespace veer::sim
