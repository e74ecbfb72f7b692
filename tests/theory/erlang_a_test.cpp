// SPDX-License-Identifier: EUPL-1.2
// Erlang-A, M/M/n+M: applicants whose patience is exponential withdraw while nobody has begun.
//
//   Birth and death with p_j for j cases: births lambda, deaths min(j, n) mu + max(j - n, 0) theta.
//   Mean queue Q = sum_{j>n} (j - n) p_j; P(withdrawn) = theta Q / lambda; W = Q / lambda.
//
// Palm 1957; Garnett, Mandelbaum & Reiman 2002, MSOM 4:208-227, whose example this is: 50 people,
// 48 cases a minute, work 1 min, patience 2 min: 3.09 % withdrawn, wait 3.709 s. Without patience
// (Erlang-C) the wait is 20.834 s and one in ten waits more than 58.14 s (mechanisms.md 2.1).
// A minute of theirs is an hour here.
#include "estimate.hpp"

namespace veer::test {
namespace {

constexpr double cases_an_hour = 48;
constexpr int people = 50;
constexpr double patience_hours = 2;
constexpr double seconds_per_hour = 60;  // of theirs

struct Palm {
  double withdrawn;
  double wait;         ///< Hours.
  double utilisation;
};

Palm palm() {
  double weight = 1;
  double all = 0;
  double queue = 0;
  double busy = 0;
  for (int j = 0; j < 1000; ++j) {
    all += weight;
    queue += weight * std::max(j - people, 0);
    busy += weight * std::min(j, people);
    weight *= cases_an_hour / (std::min(j + 1, people) +
                               std::max(j + 1 - people, 0) / patience_hours);
  }
  queue /= all;
  return {queue / patience_hours / cases_an_hour, queue / cases_an_hour, busy / all / people};
}

double withdrawn_share(const sim::Outcome& outcome) {
  double count = 0;
  for (const auto& c : outcome.cases) count += c.withdrawn == true;
  return count / static_cast<double>(outcome.cases.size());
}

TEST(ErlangA, LosesAsManyApplicantsAndKeepsTheOthersWaitingAsLongAsPalmSays) {
  const Palm theory = palm();
  ASSERT_NEAR(theory.withdrawn, 0.0309, 5e-5);
  ASSERT_NEAR(theory.wait * seconds_per_hour, 3.709, 5e-4);
  ASSERT_NEAR(theory.utilisation, 0.930, 5e-4);
  SmallWorld world = queue(cases_an_hour, people, Distribution::exponential(1), 60);
  world.run.window.warm_up = 2;
  world.run.window.follow_up = 2;
  world.work.case_types[work::CaseTypeId(0)].patience =
      world.distribution(Distribution::exponential(patience_hours));
  const auto outcomes = replications(world);
  expect_agrees(mean_of(outcomes, withdrawn_share), theory.withdrawn, 0.05, "withdrawn");
  expect_agrees(mean_of(outcomes, mean_wait), theory.wait, 0.05, "wait");
  const Estimate busy = mean_of(outcomes, [](const sim::Outcome& outcome) {
    return outcome.hours.cases.hours() / outcome.hours.paid.hours();
  });
  expect_agrees(busy, theory.utilisation, 0.01, "utilisation");
  for (const sim::Outcome& outcome : outcomes) {
    for (const auto& c : outcome.cases) {
      ASSERT_EQ(c.ledger.total(), c.elapsed());
      ASSERT_NE(c.finished, c.withdrawn == true);
      ASSERT_TRUE(c.finished || c.effort == Effort());
    }
  }
}

TEST(ErlangA, WithoutPatienceKeepsOneInTenWaitingForAMinute) {
  SmallWorld world = queue(cases_an_hour, people, Distribution::exponential(1), 300);
  world.run.window.warm_up = 20;
  const auto outcomes = replications(world);
  expect_agrees(mean_of(outcomes, mean_wait), 20.834 / seconds_per_hour, 0.15, "wait");
  const Estimate long_waits = mean_of(outcomes, [](const sim::Outcome& outcome) {
    double count = 0;
    for (const auto& c : outcome.cases) {
      count += hours(c.ledger[sim::Row::capacity]) > 58.14 / seconds_per_hour;
    }
    return count / static_cast<double>(outcome.cases.size());
  });
  expect_agrees(long_waits, 0.10, 0.20, "waits of more than 58.14 s");
}

}  // namespace
}  // namespace veer::test
