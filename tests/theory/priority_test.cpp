// SPDX-License-Identifier: EUPL-1.2
// Urgent cases (0.3 an hour) before ordinary ones (0.5 an hour), one person, work 1 h exponential.
//
//   Finishing what is in hand first (Cobham 1954, Operations Research 2):
//     W_1 = R / (1 - rho_1), W_2 = R / ((1 - rho_1)(1 - rho)), R = rho: 1.142857 and 5.714286 h
//   Putting it aside (preemptive resume; Kleinrock 1976, Queueing Systems II, 3.6):
//     T_1 = 1 / (1 - rho_1), T_2 = 1 / ((1 - rho_1)(1 - rho)): 1.428571 and 7.142857 h
//   The mean wait over both is 4 h whatever the order (conservation; Kleinrock 1965).
//
// Table: mechanisms.md 2.1.
#include "estimate.hpp"

namespace veer::test {
namespace {

const work::CaseTypeId urgent(0);
const work::CaseTypeId ordinary(1);

SmallWorld two_classes(work::Urgency urgency) {
  SmallWorld world;
  const auto task = world.activity("task", Distribution::exponential(1));
  world.person(world.unit("team"), {task});
  world.case_type({task}, Distribution::exponential(1 / 0.3));
  world.case_type({task}, Distribution::exponential(1 / 0.5));
  world.work.case_types[urgent].urgency = urgency;
  world.assumptions.attention_priority = 1;
  world.assumptions.attention_fifo = 0;
  world.run.window = {*day_from_date(2024, 1, 1), 200, 4000, 60};
  return world;
}

TEST(Priority, ThatFinishesWhatIsInHandIsCobhams) {
  const auto outcomes = replications(two_classes(work::Urgency::first));
  const auto wait_of = [&outcomes](work::CaseTypeId type) {
    return mean_of(outcomes,
                   [type](const auto& outcome) { return mean_wait(only(outcome, type)); });
  };
  expect_agrees(wait_of(urgent), 1.142857, 0.04, "urgent");
  expect_agrees(wait_of(ordinary), 5.714286, 0.12, "ordinary");
  expect_agrees(mean_of(outcomes, mean_wait), 4.0, 0.12, "together");
}

TEST(Priority, ThatPutsWorkAsideLetsUrgentCasesMeetOnlyEachOther) {
  const auto outcomes = replications(two_classes(work::Urgency::at_once));
  const auto elapsed_of = [&outcomes](work::CaseTypeId type) {
    return mean_of(outcomes,
                   [type](const auto& outcome) { return mean_elapsed(only(outcome, type)); });
  };
  expect_agrees(elapsed_of(urgent), 1.428571, 0.04, "urgent");
  expect_agrees(elapsed_of(ordinary), 7.142857, 0.12, "ordinary");
  expect_agrees(mean_of(outcomes, mean_wait), 4.0, 0.12, "together");
}

}  // namespace
}  // namespace veer::test
