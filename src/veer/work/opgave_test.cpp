// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/opgave.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace veer::work {
namespace {

Opgave three_tasks() {
  Opgave opgave;
  opgave.name = "housing";
  opgave.begins = *day_from_date(2026, 2, 2);
  opgave.due = *day_from_date(2026, 6, 30);
  for (const char* name : {"explore", "plan", "build"}) {
    Task task;
    task.name = name;
    task.activity = ActivityId(0);
    if (!opgave.tasks.empty()) task.after = {TaskId(opgave.tasks.size() - 1)};
    opgave.tasks.push_back(std::move(task));
  }
  return opgave;
}

std::string first_problem(const Opgave& opgave) {
  const Problems problems = check(opgave, 1, "opgaven[0]");
  return problems.empty() ? "" : problems[0].where + ": " + problems[0].found;
}

TEST(Opgave, OfTasksInOrderIsRight) { EXPECT_EQ(first_problem(three_tasks()), ""); }

TEST(Opgave, WhoseTasksWaitForEachOtherIsToldTaskByTask) {
  Opgave opgave = three_tasks();
  opgave.tasks[TaskId(0)].after = {TaskId(2)};
  EXPECT_EQ(first_problem(opgave),
            "opgaven[0].tasks[0].after: tasks that wait for each other: "
            "explore -> plan -> build -> explore");
}

TEST(Opgave, NamesOnlyTheTasksOfTheCycleAndNotThoseBehindIt) {
  Opgave opgave = three_tasks();
  opgave.tasks[TaskId(0)].after = {TaskId(1)};
  EXPECT_EQ(cycle_of(opgave.tasks), (std::vector<TaskId>{TaskId(0), TaskId(1)}));
}

TEST(Opgave, IsDueOnOrAfterItsBegin) {
  Opgave opgave = three_tasks();
  opgave.due = opgave.begins - 1;
  EXPECT_EQ(first_problem(opgave), "opgaven[0].due: 2026-02-01, before it begins on 2026-02-02");
}

TEST(Opgave, NeedsSharesPartsAndTasksThatExist) {
  Opgave opgave = three_tasks();
  opgave.tasks[TaskId(0)].internal_failure = 1.5;
  opgave.tasks[TaskId(0)].hands = 2;
  opgave.tasks[TaskId(1)].affects = {TaskId(7)};
  opgave.tasks[TaskId(1)].activity = ActivityId(1);
  opgave.tasks[TaskId(2)].informs = {TaskId(2)};
  opgave.neglect_factor = std::numeric_limits<double>::infinity();
  EXPECT_EQ(check(opgave, 1, "o").size(), 6U);
  opgave.tasks = {};
  EXPECT_EQ(check(opgave, 1, "o").size(), 2U);
}

TEST(Goal, IsInProportionToWhatTasksBringAndOtherwiseToTheirEffort) {
  Opgave opgave = three_tasks();
  IdVector<TaskId, double> effort;
  for (const double hours : {10.0, 30.0, 60.0}) effort.push_back(hours);
  EXPECT_DOUBLE_EQ(goal_of(opgave, effort)[TaskId(1)], 0.3);
  opgave.tasks[TaskId(2)].goal = 200;
  EXPECT_DOUBLE_EQ(goal_of(opgave, effort)[TaskId(1)], 0);
  EXPECT_DOUBLE_EQ(goal_of(opgave, effort)[TaskId(2)], 1);
}

}  // namespace
}  // namespace veer::work
