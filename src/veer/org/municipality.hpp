// SPDX-License-Identifier: EUPL-1.2
// A municipality described by hand: its case types, units, posts and hours, every number an Input.
//
// What discover::Twin is for records, Municipality is for a scenario: inputs() are what a study
// draws, realise() is one draw of its work and people. Read from YAML by codec/scenario_reader.hpp,
// which checks it; realise() expects a checked value.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "veer/base/quantity.hpp"
#include "veer/calendar/working_time.hpp"
#include "veer/org/baseline.hpp"
#include "veer/org/input.hpp"
#include "veer/org/municipality_households.hpp"
#include "veer/org/municipality_opgaven.hpp"
#include "veer/work/yearly_profile.hpp"

namespace veer::org {

/// When cases arrive: the weight of each hour of the week, Monday 00:00 first, and of each month.
struct ArrivalProfile {
  std::string id;
  std::array<double, 168> weights{};
  Text reason;
  std::optional<work::YearlyProfile> months{};  ///< None: all alike.

  friend bool operator==(const ArrivalProfile&, const ArrivalProfile&) = default;
};

/// Where a step leads. Without a share: to where the rest goes.
struct ScenarioNext {
  std::string to;  ///< Id of a step of the same block, or "done": the block ends.
  Input share;     ///< Share of the cases, "1"; not used for the rest.

  friend bool operator==(const ScenarioNext&, const ScenarioNext&) = default;
};

/// One step of a process. A block is a list of steps; without `next` a step leads to the next one
/// of its block, the last one to the block's end.
struct ScenarioStep {
  enum class Kind : std::uint8_t { activity, wait, parallel, board };

  std::string id;           ///< Unique within the case type.
  Text name;
  Kind kind = Kind::activity;
  std::string competence;   ///< activity
  std::string domain;       ///< activity; empty: that of the case type
  Input effort;             ///< activity: mean, "minutes"
  Input wait;               ///< wait: mean, "days"
  work::WaitsFor waits_for = work::WaitsFor::applicant;
  std::string board;        ///< board: id of a ScenarioBoard
  bool stops_clock = false; ///< wait: the legal clock stands still where the law lets it
  Input price;              ///< wait for a partner: what it charges each time, "EUR"; may be unused
  /// Squared coefficient of variation of effort or wait, "1"; not used: the municipality's.
  Input spread;
  bool formal_decision = false;
  bool four_eyes = false;   ///< activity: never the person who did the activity before
  std::vector<std::vector<ScenarioStep>> branches;  ///< parallel: two or more blocks
  std::vector<ScenarioNext> next;

  friend bool operator==(const ScenarioStep&, const ScenarioStep&) = default;
};

/// A number of days, or the clock of a law.
struct ScenarioTerm {
  Input days;        ///< Calendar days; not used with a clock.
  std::string law;   ///< Law and article; or what set the service norm; with a clock the law's id.
  std::optional<work::LegalTerm> clock{};
  /// Share of cases whose term is extended in time when they do not make the first term, "1"; not
  /// used: none.
  Input extended{};

  /// Its central number of days; of a clock those of the version in force, before anything stops,
  /// extends or moves it.
  [[nodiscard]] double central_days() const;

  friend bool operator==(const ScenarioTerm&, const ScenarioTerm&) = default;
};

struct ScenarioCaseType {
  std::string id;
  Text name;
  std::string domain;
  Input arrivals;        ///< "cases/year"
  std::string profile;   ///< Id of an ArrivalProfile.
  std::optional<ScenarioTerm> legal_term;
  std::optional<ScenarioTerm> service_norm;
  work::Urgency urgency = work::Urgency::ordinary;
  /// Mean days after which applicants withdraw a case on which nobody has begun; the patience of
  /// each is exponential (judgement: shape). Not used: they never do.
  Input patience;
  /// A mean elapsed time found in publications, days, to hold results against; never an input.
  std::optional<Input> observed_days;
  bool proposal = false;  ///< A proposal to the boards: no citizen's case.
  std::vector<ScenarioStep> steps;

  friend bool operator==(const ScenarioCaseType&, const ScenarioCaseType&) = default;
};

struct ScenarioUnit {
  std::string id;
  Text name;
  std::string parent;  ///< Id of a unit before it in the list; empty: a top.
  std::string domain;  ///< May be empty.
  /// Overhead as the rules for municipal budgets have it: it steers and supports those who do the
  /// primary work.
  bool overhead = false;

  friend bool operator==(const ScenarioUnit&, const ScenarioUnit&) = default;
};

/// People of one function in one unit.
struct ScenarioPost {
  std::string unit;
  Text function;
  std::vector<Fte> fte;                  ///< One per person.
  std::vector<std::string> competences;
  bool leads = false;                    ///< Leads the unit; then it is one person.
  std::string id{};                      ///< What teams of opgaven name; may be empty.
  std::string scale{};                   ///< Salary scale; empty: not given, or hired.
  Input hire{};                          ///< "EUR/hour"; not used: employed.

  friend bool operator==(const ScenarioPost&, const ScenarioPost&) = default;
};

struct Municipality {
  std::string id;
  Text name;
  Text summary;
  int inhabitants = 0;
  std::map<std::string, Source> sources;
  calendar::Roster office_hours;
  Input full_time_hours;      ///< Contract hours of 1 FTE, "hours/week".
  Input effort_spread;        ///< Squared coefficient of variation of efforts, "1".
  Input wait_spread;          ///< ... of waits.
  /// What the municipality spends in all, "EUR/inhabitant"; may be unused. Not drawn: it only says
  /// what overhead is a part of.
  Input spending;
  Input same_person;          ///< Share of steps that stay in one pair of hands where they can.
  std::vector<ArrivalProfile> profiles;
  std::vector<ScenarioUnit> units;
  std::vector<ScenarioPost> posts;
  std::vector<ScenarioBoard> boards;
  std::vector<ScenarioCaseType> case_types;  ///< Proposals come after all others.
  std::vector<ScenarioOpgave> opgaven;
  std::vector<ScenarioContinuing> continuing;
  std::vector<ScenarioHousehold> households;

  /// All numbers that results depend on, in the order of the file; observed_days are not among
  /// them.
  [[nodiscard]] std::vector<Input> inputs() const;
  /// One draw of the work and the people. Persons are numbered in the order of the posts. O(size).
  [[nodiscard]] Baseline realise(const DrawnInputs& drawn) const;
  [[nodiscard]] int people() const;
  [[nodiscard]] Fte fte() const;
  /// Of the leads of units and of everybody in units marked as overhead.
  [[nodiscard]] Fte overhead_fte() const;
  [[nodiscard]] int leads() const;   ///< People who lead a unit.

  friend bool operator==(const Municipality&, const Municipality&) = default;
};

}  // namespace veer::org
