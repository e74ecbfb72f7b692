// SPDX-License-Identifier: EUPL-1.2
// M/G/1: how the spread of the work lengthens the wait.
//
//   W_q = rho / (1 - rho) (1 + scv) / 2 hours, mean work 1 h
//
// Pollaczek 1930, Khinchine 1932; Kleinrock 1975, 5.6; table at rho 0.8: mechanisms.md 2.1.
#include "estimate.hpp"

namespace veer::test {
namespace {

TEST(PollaczekKhinchine, GivesTheWaitByTheSpreadOfTheWork) {
  const std::vector<std::pair<Distribution, double>> rows = {
      {Distribution::constant(1), 2.0},
      {Distribution::lognormal(1, 0.5), 3.0},
      {Distribution::lognormal(1, 1), 4.0},
      {Distribution::lognormal(1, 2), 6.0}};
  for (const auto& [work, wait] : rows) {
    expect_agrees(estimate(queue(0.8, 1, work, 3000), mean_wait), wait, 0.20);
  }
}

}  // namespace
}  // namespace veer::test
