// SPDX-License-Identifier: EUPL-1.2
// An organisation model: a choice for each primitive, read from one YAML file in models/.
//
// A model names no people and no units; design/ applies it to a workforce. No code may ask for a
// model's id other than to name it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "veer/org/input.hpp"

namespace veer::org {

/// What posts are grouped by.
enum class GroupBy : std::uint8_t {
  observed,      ///< The units of the records or the staff list, as they are.
  domain,        ///< Policy domain (map or scenario); refused or judged where not known.
  discipline,    ///< People with the same competences together.
  handovers,     ///< People who hand work to each other together (communities): whole processes.
};

/// Who leads a unit and decides in it.
enum class Leadership : std::uint8_t {
  line,  ///< Every unit has a lead; leads of units form the line.
  none,  ///< Teams without a lead; leading work is shared as roles.
};

/// How work finds a person within the unit that has it.
enum class FindPerson : std::uint8_t {
  pull,           ///< Any free competent member takes it from the unit's queue.
  lead_assigns,   ///< The lead hands it out (work for the lead); it waits in that person's inbox.
  owner,          ///< Whoever last worked on the case keeps it where competent; others pull.
};

/// A point in the work where the worker may not or cannot decide alone.
enum class ExceptionKind : std::uint8_t { routine, operational, cross_unit };
inline constexpr std::size_t exception_kind_count = 3;
/// The kind's name in files and in paths of problems.
[[nodiscard]] std::string_view name_of(ExceptionKind kind);

enum class Decider : std::uint8_t {
  self,         ///< The worker decides at once.
  lead,         ///< The lead of the worker's unit; a lead's own exceptions go one level up.
  line,         ///< Up the line from the worker's unit to the first lead above both units
                ///< concerned, and down to the other unit's lead: one link after the other.
  colleagues,   ///< Members of the worker's unit, and of the other unit for cross_unit.
};

/// How it is decided once the deciders are known.
enum class Protocol : std::uint8_t {
  chain,   ///< Each decider in turn.
  advice,  ///< Advisers answer independently; then the worker decides.
  consent, ///< All must have no valid objection; an objection starts another round.
  majority ///< k of n equal answers suffice.
};

struct DecisionRule {
  Decider decider = Decider::self;
  Protocol protocol = Protocol::chain;
  Input participants;        ///< colleagues: how many are asked (people).
  Input wait_limit;          ///< Working days until the worker decides by default; 0: for ever.
                             ///< Not used with decider self.
  Input disagreement;        ///< advice/consent: share of rounds in which one disagrees (1).
  /// advice: who settles a disagreement, in order: sizes of panels asked next (people), e.g. a
  /// mediator (1), then a panel (3).
  std::vector<Input> conflict_ladder;
  /// majority: how many equal answers settle it (people); not used: more than half of those asked.
  Input quorum;
  /// The kind of a MeetingRule: the deciders are asked at the end of their next meeting of that
  /// kind. Empty: at any time.
  std::string meeting;

  friend bool operator==(const DecisionRule&, const DecisionRule&) = default;
};

struct Structure {
  GroupBy group_by = GroupBy::observed;
  Leadership leadership = Leadership::line;
  Input team_size;           ///< People in a smallest unit; low..high bound the grouping. Not used
                             ///< when units stay as observed.
  Input top_units;           ///< Units directly under the top (sectors); value 0: no such layer.
  std::string unit_kind;     ///< "team", "afdeling": what a smallest unit is called.
  std::string top_unit_kind; ///< "sector"; empty without that layer.

  friend bool operator==(const Structure&, const Structure&) = default;
};

struct MeetingRule {
  std::string kind;          ///< "team", "management", "governance".
  bool of_leads = false;     ///< The leads of the units under one unit; otherwise all unit members.
  Input every_weeks;         ///< Whole weeks.
  Input minutes;             ///< Length.

  friend bool operator==(const MeetingRule&, const MeetingRule&) = default;
};

struct Model {
  std::string id;
  Text name;
  Text summary;
  std::string era;                     ///< "1990s".
  Text tested_against;                 ///< What this model's predictions were held against, or that
                                       ///< nothing was.
  std::map<std::string, Source> sources;
  Structure structure;
  FindPerson find_person = FindPerson::pull;
  DecisionRule exceptions[exception_kind_count];
  std::vector<MeetingRule> meetings;
  std::vector<Text> judged;            ///< Choices that no source fixes, in words.

  /// All inputs that the model uses, in the order of its file, for drawing and for counting.
  [[nodiscard]] std::vector<Input> inputs() const;
  friend bool operator==(const Model&, const Model&) = default;
};

}  // namespace veer::org
