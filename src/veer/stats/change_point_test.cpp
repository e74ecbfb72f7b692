// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/change_point.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "veer/stats/draws.hpp"

namespace veer {
namespace {

TEST(ChangePoint, OfASmallSeriesIsThatOfTheFormula) {
  // By hand: ranks 1 2 3 4 5 6; U_3 = 2 * 6 - 3 * 7 = -9, the largest.
  const std::vector<double> values = {1, 2, 3, 10, 11, 12};
  const ChangePoint found = find_change(values);
  EXPECT_EQ(found.at, 3U);
  EXPECT_NEAR(found.p, std::min(1.0, 2 * std::exp(-6.0 * 81 / (216 + 36))), 1e-12);
}

TEST(ChangePoint, FindsAPlantedChangeAndRaisesFewFalseAlarms) {
  std::size_t alarms = 0;
  std::size_t placed = 0;
  for (std::uint32_t series = 0; series < 200; ++series) {
    const Draws draws(7, series);
    std::vector<double> same;
    std::vector<double> changed;
    for (std::uint32_t i = 0; i < 100; ++i) {
      const double u = draws.uniform(Purpose::split, i, 0);
      same.push_back(u);
      changed.push_back(i < 60 ? u : u + 0.5);
    }
    if (find_change(same).p < 0.01) ++alarms;
    const ChangePoint found = find_change(changed);
    EXPECT_LT(found.p, 0.01);
    if (found.at >= 50 && found.at <= 70) ++placed;
  }
  EXPECT_GE(placed, 190U) << "within ten of the planted change";
  EXPECT_LE(alarms, 5U) << "one in a hundred of 200 series is two";
}

TEST(ChangePoint, OfEqualValuesIsNone) {
  EXPECT_EQ(find_change(std::vector<double>(20, 3.0)).p, 1);
}

}  // namespace
}  // namespace veer
