// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/learned_process.hpp"

#include <gtest/gtest.h>

#include <string>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;
using test::PlantedLog;

/// Forty cases: register, then two activities at the same time, then a decision the next day.
struct Learned {
  PlantedLog planted;
  std::vector<Observation> rows;
  Flows flows;
  IdVector<work::DistributionId, Distribution> distributions;
  LearnedProcess learned;

  Learned() {
    for (int k = 0; k < 40; ++k) {
      const std::string name = std::to_string(k);
      const int day = 7 * k;
      planted.add(name, "register", "ann", at(day, 9, 30), at(day, 9));
      planted.add(name, "advice", "bob", at(day, 11), at(day, 9, 30));
      planted.add(name, "inspect", "cas", at(day, 10), at(day, 9, 30));
      planted.add(name, "decide", k < 10 ? "bob" : "ann", at(day + 1, 12), at(day + 1, 11));
    }
    const auto instances = eventlog::instances(planted.log);
    rows = observe(planted.log, instances, learn_rosters(planted.log, instances), {});
    flows = find_flows(rows);
    IdVector<eventlog::ActivityId, work::ActivityId> same;
    for (std::size_t i = 0; i < planted.log.activities.size(); ++i) {
      same.push_back(work::ActivityId(i));
    }
    const calendar::WorkingTime office(calendar::office_week(), day_of(at(0, 0)),
                                       day_of(at(300, 0)));
    std::vector<std::size_t> cases;
    for (std::size_t c = 0; c < flows.cases.size(); ++c) cases.push_back(c);
    learned = ProcessLearner(rows, flows, same, office).learn(cases, distributions);
  }

  [[nodiscard]] const work::Step& step(const std::string& activity) const {
    const work::ActivityId id(planted.log.activities.find(activity).index());
    for (const auto& step : learned.process.steps) {
      if (step.kind == work::StepKind::activity && step.activity == id) return step;
    }
    ADD_FAILURE() << "no step " << activity;
    return learned.process.steps[work::StepId(0)];
  }
};

TEST(LearnedProcess, ActivitiesAtTheSameTimeBecomeASplitAndAJoin) {
  const Learned learned;
  ASSERT_EQ(learned.flows.cases.front().size(), 3U);
  std::size_t splits = 0;
  std::size_t joins = 0;
  for (const auto& step : learned.learned.process.steps) {
    if (step.kind == work::StepKind::join) ++joins;
    if (step.kind != work::StepKind::split) continue;
    ++splits;
    EXPECT_EQ(step.next.size(), 2U);
  }
  EXPECT_EQ(splits, 1U);
  EXPECT_EQ(joins, 1U);
}

TEST(LearnedProcess, DelaysAreOfficeHoursAndTheSharesOfHandsAreThoseOfTheRecords) {
  const Learned learned;
  const work::Step& decide = learned.step("decide");
  // 11:00-17:00 less half an hour of lunch, and 08:30-11:00 the next day.
  EXPECT_NEAR(learned.distributions[decide.delay].mean(), 5.5 + 2.5, 1e-9);
  EXPECT_TRUE(learned.step("advice").delay.is_none()) << "begins at once";
  EXPECT_NEAR(decide.same_person, 0.25, 1e-9) << "bob, who finished last before it";
  EXPECT_NEAR(learned.step("inspect").same_person, 0, 1e-9);
}

}  // namespace
}  // namespace veer::discover
