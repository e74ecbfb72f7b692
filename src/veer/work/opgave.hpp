// SPDX-License-Identifier: EUPL-1.2
// Opgaven, programmes and projects: networks of tasks with a goal, a quality and a date.
//
// The task model is that of the Virtual Design Team (Jin & Levitt 1996; structure as described
// there, numbers always the scenario's own): a task's work is cut into equal parts. A part that is
// done may turn out wrong within the task (an internal failure), or wrong for the tasks that build
// on it (an external failure). Either is an exception that somebody decides on: the part is redone,
// corrected with half of its effort, or the failure is ignored, which makes later failures
// likelier. Tasks that depend on each other's answers exchange messages; one that is not taken up
// in time is missed, and makes failures likelier too.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/base/id.hpp"
#include "veer/base/time.hpp"
#include "veer/work/process.hpp"

namespace veer::work {

using TaskId = Id<struct TaskTag>;
using OpgaveId = Id<struct OpgaveTag>;

struct Task {
  std::string name;
  ActivityId activity;            ///< Who can do it; its effort: person-hours of the whole task.
  std::uint32_t parts = 1;        ///< Equal parts that its work is cut into.
  std::uint32_t hands = 1;        ///< Parts that are worked on at the same time at most.
  std::vector<TaskId> after;      ///< Tasks that must be done first.
  std::vector<TaskId> informs;    ///< Tasks whose people are asked something after a part.
  std::vector<TaskId> affects;    ///< Tasks whose work must be redone after an external failure.
  double internal_failure = 0;    ///< Share of parts, 0 to 1, before anything was ignored.
  double external_failure = 0;    ///< Share of parts, 0 to 1.
  double exchange = 0;            ///< Share of parts after which each task in `informs` is asked.
  double goal = 0;                ///< Its part of the goal, in any unit; see goal_of().

  friend bool operator==(const Task&, const Task&) = default;
};

struct Opgave {
  std::string name;
  Day begins;                     ///< No task is taken up before this day.
  Day due;                        ///< The last day on which it is done in time.
  IdVector<TaskId, Task> tasks;
  double exchange_hours = 0;      ///< Effort of answering one message.
  double exchange_wait_days = 0;  ///< Office days after which an unanswered message is missed.
  /// How many times likelier a task's failures are when all its exceptions were ignored, or all its
  /// messages missed; in proportion in between. 1: no likelier.
  double neglect_factor = 1;

  friend bool operator==(const Opgave&, const Opgave&) = default;
};

/// The share of the goal that each task brings: in proportion to Task::goal, and where no task of
/// the opgave has one, to the effort (person-hours by task) given.
[[nodiscard]] IdVector<TaskId, double> goal_of(const Opgave& opgave,
                                               const IdVector<TaskId, double>& effort_hours);

/// The tasks of a cycle of `after`, each followed by one that waits for it, the first not repeated;
/// empty when there is none. O(tasks + links).
[[nodiscard]] std::vector<TaskId> cycle_of(const IdVector<TaskId, Task>& tasks);

/// What is wrong with the opgave itself, each with its path below `path`: tasks that are not there
/// or wait for each other, shares and efforts out of bounds, no task, an end before the begin.
/// activities: how many there are.
[[nodiscard]] Problems check(const Opgave& opgave, std::size_t activities, const std::string& path);

}  // namespace veer::work
