// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/opgave.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace veer::work {
namespace {

// Exact: 12 bits of a draw's address name the task.
constexpr std::size_t most_tasks = 1U << 12U;
// Judgement: beyond any plan; keeps the parts of all tasks within the addresses of draws.
constexpr std::uint32_t most_parts = 10'000;

/// Collects the problems of one opgave.
class Checker {
 public:
  Checker(const Opgave& opgave, std::size_t activities, const std::string& path)
      : opgave_(opgave), activities_(activities), path_(path) {}

  Problems run() {
    if (opgave_.tasks.empty()) report(".tasks", "no tasks", "at least one task");
    if (opgave_.tasks.size() > most_tasks) {
      report(".tasks", fmt::format("{} tasks", opgave_.tasks.size()),
             fmt::format("at most {} tasks", most_tasks), "Take small tasks together.");
    }
    if (opgave_.due < opgave_.begins) {
      report(".due", fmt::format("{}, before it begins on {}", to_iso(opgave_.due),
                                 to_iso(opgave_.begins)),
             "a day on or after the begin");
    }
    require_from(opgave_.exchange_hours, 0, ".exchange_hours");
    require_from(opgave_.exchange_wait_days, 0, ".exchange_wait_days");
    require_from(opgave_.neglect_factor, 1, ".neglect_factor");
    for (const TaskId id : ids(opgave_.tasks)) check_task(id);
    if (problems_.empty()) check_order();
    return std::move(problems_);
  }

 private:
  void report(const std::string& below, std::string found, std::string expected,
              std::string hint = "") {
    problems_.push_back({ErrorCode::invalid, path_ + below, std::move(found), std::move(expected),
                         std::move(hint)});
  }

  void require_from(double value, double least, const std::string& below) {
    if (value >= least && std::isfinite(value)) return;
    report(below, fmt::format("{}", value), fmt::format("a number from {}", least));
  }

  void require_share(double value, const std::string& below) {
    if (value >= 0 && value <= 1) return;
    report(below, fmt::format("{}", value), "a share from 0 to 1");
  }

  void require_tasks(const std::vector<TaskId>& tasks, TaskId self, const std::string& below) {
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      if (opgave_.tasks.contains(tasks[i]) && tasks[i] != self) continue;
      report(fmt::format("{}[{}]", below, i),
             tasks[i] == self ? "the task itself" : "a task that is not there",
             "another task of the opgave");
    }
  }

  void check_task(TaskId id) {
    const Task& task = opgave_.tasks[id];
    const std::string below = fmt::format(".tasks[{}]", id.index());
    if (task.activity.is_none() || task.activity.index() >= activities_) {
      report(below + ".activity", "an activity that is not there",
             fmt::format("one of the {} activities", activities_));
    }
    if (task.parts < 1 || task.parts > most_parts || task.hands < 1 || task.hands > task.parts) {
      report(below + ".parts", fmt::format("{} parts for {} hands", task.parts, task.hands),
             fmt::format("1 to {} parts, and from 1 hand to as many as parts", most_parts));
    }
    require_tasks(task.after, id, below + ".after");
    require_tasks(task.informs, id, below + ".informs");
    require_tasks(task.affects, id, below + ".affects");
    require_share(task.internal_failure, below + ".internal_failure");
    require_share(task.external_failure, below + ".external_failure");
    require_share(task.exchange, below + ".exchange");
    require_from(task.goal, 0, below + ".goal");
  }

  void check_order() {
    const std::vector<TaskId> cycle = cycle_of(opgave_.tasks);
    if (cycle.empty()) return;
    std::string names;
    for (const TaskId id : cycle) names += opgave_.tasks[id].name + " -> ";
    names += opgave_.tasks[cycle.front()].name;
    report(fmt::format(".tasks[{}].after", cycle.front().index()),
           "tasks that wait for each other: " + names, "an order in which all can be done",
           "Take one of these out of the `after` of the next.");
  }

  const Opgave& opgave_;
  std::size_t activities_;
  const std::string& path_;
  Problems problems_;
};

}  // namespace

IdVector<TaskId, double> goal_of(const Opgave& opgave,
                                 const IdVector<TaskId, double>& effort_hours) {
  IdVector<TaskId, double> goal;
  double sum = 0;
  for (const Task& task : opgave.tasks) sum += task.goal;
  const bool by_effort = sum <= 0;
  for (const TaskId id : ids(opgave.tasks)) {
    goal.push_back(by_effort ? effort_hours[id] : opgave.tasks[id].goal);
  }
  if (by_effort) {
    for (const double hours : effort_hours) sum += hours;
  }
  for (double& share : goal) {
    share = sum > 0 ? share / sum : 1.0 / static_cast<double>(opgave.tasks.size());
  }
  return goal;
}

std::vector<TaskId> cycle_of(const IdVector<TaskId, Task>& tasks) {
  // Takes away tasks that wait for none that is left; what cannot go is on a cycle or behind one.
  IdVector<TaskId, std::size_t> waits_for;
  IdVector<TaskId, std::vector<TaskId>> followers(tasks.size());
  std::vector<TaskId> free;
  for (const TaskId id : ids(tasks)) {
    waits_for.push_back(tasks[id].after.size());
    for (const TaskId before : tasks[id].after) followers[before].push_back(id);
    if (tasks[id].after.empty()) free.push_back(id);
  }
  std::size_t gone = 0;
  for (; !free.empty(); ++gone) {
    const TaskId id = free.back();
    free.pop_back();
    for (const TaskId follower : followers[id]) {
      if (--waits_for[follower] == 0) free.push_back(follower);
    }
  }
  if (gone == tasks.size()) return {};
  // From any task that is left back along what it waits for, until one comes round again.
  TaskId at;
  for (const TaskId id : ids(tasks)) {
    if (waits_for[id] > 0) at = id;
  }
  std::vector<TaskId> walked;
  while (std::find(walked.begin(), walked.end(), at) == walked.end()) {
    walked.push_back(at);
    at = *std::find_if(tasks[at].after.begin(), tasks[at].after.end(),
                       [&](TaskId before) { return waits_for[before] > 0; });
  }
  walked.erase(walked.begin(), std::find(walked.begin(), walked.end(), at));
  std::reverse(walked.begin(), walked.end());
  return walked;
}

Problems check(const Opgave& opgave, std::size_t activities, const std::string& path) {
  return Checker(opgave, activities, path).run();
}

}  // namespace veer::work
