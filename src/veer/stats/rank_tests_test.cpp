// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/rank_tests.hpp"

#include <gtest/gtest.h>

#include "veer/stats/draws.hpp"

namespace veer {
namespace {

TEST(RankTests, SharedRanksAreTheMeanOfTheirs) {
  EXPECT_EQ(ranks_of(std::vector<double>{3, 1, 3, 2}), (std::vector<double>{3.5, 1, 3.5, 2}));
}

TEST(RankTests, KruskalWallisByHand) {
  // Ranks 1 3 5, 2 4 6: means 3 and 4 around 3.5, H = 12/(6*7) * 3 * (0.25 + 0.25).
  const RankTest found = kruskal_wallis({{1, 3, 5}, {2, 4, 6}});
  EXPECT_NEAR(found.statistic, 12.0 / 42 * 1.5, 1e-12);
  EXPECT_NEAR(found.p, 0.5127, 1e-4) << "chi-square of one degree at 0.4286";
  EXPECT_EQ(found.effect, 0);
  EXPECT_EQ(kruskal_wallis({{1, 1}, {1, 1}}).p, 1) << "all alike";
  EXPECT_EQ(kruskal_wallis({{1, 2}, {}}).p, 1) << "one group";
}

TEST(RankTests, AlarmsAsOftenAsItSaysWhenThereIsNothing) {
  const Draws draws(7, 0);
  int kruskal = 0;
  for (std::uint32_t run = 0; run < 400; ++run) {
    std::vector<std::vector<double>> values(3, std::vector<double>(12));
    for (std::uint32_t g = 0; g < 3; ++g) {
      for (std::uint32_t i = 0; i < 12; ++i) {
        values[g][i] = draws.uniform(Purpose::split, run, g * 100 + i);
      }
    }
    kruskal += kruskal_wallis(values).p < 0.05;
  }
  // Exact: 20 expected of 400; four deviations of sqrt(400 * 0.05 * 0.95) are 17.
  EXPECT_NEAR(kruskal, 20, 17);
}

}  // namespace
}  // namespace veer
