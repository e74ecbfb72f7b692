// SPDX-License-Identifier: EUPL-1.2
// The parts of a described municipality that are no cases: boards, opgaven, continuing work.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "veer/org/input.hpp"
#include "veer/org/workforce.hpp"

namespace veer::org {

/// A board that decides on proposals; the rhythm is that of the law or of its own rules.
struct ScenarioBoard {
  std::string id;
  Text name;
  work::Board calendar;

  friend bool operator==(const ScenarioBoard&, const ScenarioBoard&) = default;
};

struct ScenarioTask {
  std::string id;
  Text name;
  std::string competence;
  std::string domain;               ///< Empty: that of the opgave.
  Input effort;                     ///< Mean of the whole task, "hours".
  Input spread;                     ///< As ScenarioStep::spread.
  int parts = 1;
  int hands = 1;
  double goal = 0;
  std::vector<std::string> after;   ///< Ids of tasks of the same opgave, as are the next two.
  std::vector<std::string> informs;
  std::vector<std::string> affects;
  /// Shares of parts, "1"; not used: those of the opgave.
  Input internal_failure;
  Input external_failure;
  Input exchange;

  friend bool operator==(const ScenarioTask&, const ScenarioTask&) = default;
};

/// Members of an opgave's team from one post.
struct ScenarioClaim {
  std::string post;                 ///< Id of a ScenarioPost.
  int people = 1;
  Input share;                      ///< Of each one's roster, "1".
  bool leads = false;               ///< Leads the team; then it is one person.

  friend bool operator==(const ScenarioClaim&, const ScenarioClaim&) = default;
};

struct ScenarioOpgave {
  std::string id;
  Text name;
  std::string domain;
  Day begins;
  Day due;
  Input internal_failure;           ///< Share of parts, "1"; not used: none. So are the next two.
  Input external_failure;
  Input exchange;
  Input exchange_effort;            ///< "minutes"
  Input exchange_wait;              ///< Office days, "days"
  Input neglect_factor;             ///< "1"; not used: 1
  std::vector<ScenarioClaim> team;  ///< Empty: people are found as for cases.
  std::vector<ScenarioTask> tasks;

  friend bool operator==(const ScenarioOpgave&, const ScenarioOpgave&) = default;
};

struct ScenarioContinuing {
  std::string id;
  Text name;
  std::string domain;
  std::string competence;
  Input hours;                      ///< Of all who can do it together, "hours/week".
  Input piece;                      ///< Mean size of one piece, "minutes".

  friend bool operator==(const ScenarioContinuing&, const ScenarioContinuing&) = default;
};

/// Appends the numbers that are used, in the order of the file.
void append_inputs(const std::vector<ScenarioOpgave>& opgaven,
                   const std::vector<ScenarioContinuing>& continuing, std::vector<Input>& inputs);

/// One draw of the opgaven, each task with an activity of its own.
void add_opgaven(const std::vector<ScenarioOpgave>& opgaven, const Input& spread,
                 const DrawnInputs& drawn, work::Work& work);

/// One draw of the continuing work, each kind with an activity of its own.
void add_continuing(const std::vector<ScenarioContinuing>& continuing, const Input& spread,
                    const DrawnInputs& drawn, work::Work& work);

/// One draw of the teams: of each post those who are claimed least, in their order. Members that a
/// post does not have are left out.
[[nodiscard]] std::vector<Claim> claims_of(
    const std::vector<ScenarioOpgave>& opgaven,
    const std::map<std::string, std::vector<PersonId>>& on_post, const DrawnInputs& drawn);

}  // namespace veer::org
