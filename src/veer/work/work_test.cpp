// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/work.hpp"

#include <gtest/gtest.h>

namespace veer::work {
namespace {

/// A work with one activity of an hour and one of no time, and one case type whose process is
/// written as a list of steps.
struct Sketch {
  Sketch() {
    hour = work.distributions.push_back(Distribution::constant(1));
    nothing = work.distributions.push_back(Distribution::constant(0));
    work.activities.push_back({"Assess", "assessing", "", hour});
    work.activities.push_back({"Mark", "marking", "", nothing});
    CaseType type;
    type.name = "Permit";
    type.arrivals.per_year = 100;
    type.arrivals.weekly_profile[10] = 1;
    type.process.first = {{StepId(0), 1}};
    work.case_types.push_back(type);
  }

  Process& process() { return work.case_types[CaseTypeId(0)].process; }
  StepId add(StepKind kind, std::vector<Transition> next, std::size_t activity = 0) {
    Step step;
    step.kind = kind;
    if (kind == StepKind::activity) step.activity = ActivityId(activity);
    if (kind == StepKind::wait) step.delay = hour;
    step.next = std::move(next);
    return process().steps.push_back(step);
  }

  /// All problems as `path: found`.
  [[nodiscard]] std::string problems() const {
    std::string text;
    for (const Error& problem : check(work)) text += problem.where + ": " + problem.found + '\n';
    return text;
  }

  Work work;
  DistributionId hour;
  DistributionId nothing;
};

std::vector<Transition> to(std::size_t step) { return {{StepId(step), 1}}; }
std::vector<Transition> both(std::size_t a, std::size_t b) {
  return {{StepId(a), 0.5}, {StepId(b), 0.5}};
}

constexpr auto process_path = "case_types[0].process.";

TEST(WorkCheck, PassesParallelBranchesLoopsAndWaits) {
  Sketch sketch;
  sketch.add(StepKind::split, both(1, 2));
  sketch.add(StepKind::activity, both(1, 3));
  sketch.add(StepKind::wait, to(3));
  sketch.add(StepKind::join, to(4));
  sketch.add(StepKind::end, {});
  EXPECT_EQ(sketch.problems(), "");
}

TEST(WorkCheck, FindsIdsThatPointNowhere) {
  Sketch sketch;
  sketch.add(StepKind::activity, to(7), 9);
  sketch.work.activities[ActivityId(0)].effort = DistributionId(5);
  sketch.work.case_types[CaseTypeId(0)].legal_term = Term{DistributionId(6), "Awb 4:13"};
  EXPECT_EQ(sketch.problems(),
            "activities[0].effort: distribution 5\n"
            "case_types[0].legal_term.days: distribution 6\n"
            "case_types[0].process.steps[0].next[0].to: a step that is not there\n"
            "case_types[0].process.steps[0].activity: an activity that is not there\n");
}

TEST(WorkCheck, FindsProbabilitiesThatDoNotAddUp) {
  Sketch sketch;
  sketch.add(StepKind::activity, {{StepId(1), 0.5}, {StepId(1), 0.4}});
  sketch.add(StepKind::end, {});
  EXPECT_EQ(sketch.problems(),
            std::string(process_path) + "steps[0].next: probabilities that add up to 0.9\n");
  sketch.process().steps[StepId(0)].next = {{StepId(1), 1.5}, {StepId(1), -0.5}};
  EXPECT_EQ(sketch.problems(), std::string(process_path) + "steps[0].next[0].probability: 1.5\n" +
                                   process_path + "steps[0].next[1].probability: -0.5\n");
}

TEST(WorkCheck, FindsAStepThatNeverEnds) {
  Sketch sketch;
  sketch.add(StepKind::activity, both(1, 2));
  sketch.add(StepKind::activity, to(1));
  sketch.add(StepKind::end, {});
  EXPECT_EQ(sketch.problems(),
            std::string(process_path) + "steps[1]: a step that never reaches an end\n");
}

TEST(WorkCheck, FindsSplitsAndJoinsThatDoNotNest) {
  {
    Sketch sketch;  // one branch skips the join
    sketch.add(StepKind::split, both(1, 2));
    sketch.add(StepKind::activity, to(3));
    sketch.add(StepKind::activity, to(4));
    sketch.add(StepKind::join, to(4));
    sketch.add(StepKind::end, {});
    EXPECT_NE(sketch.problems().find("steps[4]: "), std::string::npos);
  }
  {
    Sketch sketch;
    sketch.add(StepKind::join, to(1));
    sketch.add(StepKind::end, {});
    EXPECT_EQ(sketch.problems(), std::string(process_path) + "steps[0]: a join without a split\n");
  }
  {
    Sketch sketch;  // two joins for one split
    sketch.add(StepKind::split, both(1, 2));
    sketch.add(StepKind::join, to(3));
    sketch.add(StepKind::join, to(3));
    sketch.add(StepKind::end, {});
    EXPECT_NE(sketch.problems().find("a second join of one split"), std::string::npos);
  }
  {
    Sketch sketch;  // out of a branch, back to before the split
    sketch.add(StepKind::activity, to(1));
    sketch.add(StepKind::split, both(2, 3));
    sketch.add(StepKind::activity, both(0, 3));
    sketch.add(StepKind::join, to(4));
    sketch.add(StepKind::end, {});
    EXPECT_NE(sketch.problems().find("from inside and from outside"), std::string::npos);
  }
}

TEST(WorkCheck, FindsALoopWithoutTime) {
  Sketch sketch;
  sketch.add(StepKind::activity, to(1), 1);
  sketch.add(StepKind::activity, both(1, 2), 1);
  sketch.add(StepKind::end, {});
  EXPECT_EQ(sketch.problems(), std::string(process_path) + "steps[1]: a loop that takes no time\n");
  sketch.process().steps[StepId(1)].delay = sketch.hour;
  EXPECT_EQ(sketch.problems(), "");
}

TEST(WorkCheck, FindsCasesThatNeverArrive) {
  Sketch sketch;
  sketch.add(StepKind::end, {});
  Arrivals& arrivals = sketch.work.case_types[CaseTypeId(0)].arrivals;
  arrivals.per_year = 0;
  arrivals.weekly_profile.fill(0);
  EXPECT_EQ(sketch.problems(),
            "case_types[0].arrivals.per_year: 0\n"
            "case_types[0].arrivals.weekly_profile: zero in every hour\n");
  arrivals.per_year = 1;
  arrivals.weekly_profile.fill(1);
  arrivals.yearly_profile.emplace().fill(0);
  EXPECT_EQ(sketch.problems(),
            "case_types[0].arrivals.yearly_profile: zero in every month\n");
  arrivals.yearly_profile->back() = -1;
  EXPECT_EQ(sketch.problems(), "case_types[0].arrivals.yearly_profile[11]: -1\n");
  arrivals.interval = sketch.nothing;
  EXPECT_EQ(sketch.problems(), "case_types[0].arrivals.interval: no time between arrivals\n");
  arrivals.interval = sketch.hour;
  EXPECT_EQ(sketch.problems(), "");
}

TEST(WorkCheck, FindsSharesThatAreNone) {
  Sketch sketch;
  sketch.add(StepKind::activity, to(1));
  sketch.add(StepKind::end, {});
  sketch.process().steps[StepId(0)].same_person = 1.2;
  sketch.work.case_types[CaseTypeId(0)].delay_correlation = 1;
  EXPECT_EQ(sketch.problems(), "case_types[0].delay_correlation: 1\n" +
                                   std::string(process_path) + "steps[0].same_person: 1.2\n");
}

}  // namespace
}  // namespace veer::work
