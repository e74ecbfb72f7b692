// SPDX-License-Identifier: EUPL-1.2
// Pooling: ten people in one unit against ten units of one.
//
//   W_q of M/M/1 / W_q of M/M/10 at rho 0.8 = 4 / 0.204590 = 19.551
//
// Smith & Whitt 1981, Bell System Technical Journal 60; table: mechanisms.md 2.1.
#include "estimate.hpp"

namespace veer::test {
namespace {

TEST(Pooling, OfTenQueuesShortensTheWaitNineteenfold) {
  SmallWorld apart;
  SmallWorld pooled;
  const auto one_team = pooled.unit("team");
  std::vector<work::ActivityId> all;
  // Ten case types keep the ten streams of cases apart, in both worlds.
  for (int i = 0; i < 10; ++i) {
    const std::string name = "task " + std::to_string(i);
    const auto task = apart.activity(name, Distribution::exponential(1));
    apart.person(apart.unit(name), {task});
    apart.case_type({task}, Distribution::exponential(1.25));
    all.push_back(pooled.activity(name, Distribution::exponential(1)));
    pooled.case_type({all.back()}, Distribution::exponential(1.25));
  }
  for (int i = 0; i < 10; ++i) pooled.person(one_team, all);
  for (SmallWorld* world : {&apart, &pooled}) {
    world->run.window = {*day_from_date(2024, 1, 1), 100, 500, 30};
  }
  expect_agrees(estimate(apart, mean_wait), 4.0, 0.10);
  expect_agrees(estimate(pooled, mean_wait), 4.0 / 19.551, 0.10);
}

}  // namespace
}  // namespace veer::test
