// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/prices.hpp"

#include <gtest/gtest.h>

namespace veer::org {
namespace {

DrawnPrices prices() {
  DrawnPrices prices;
  prices.place_in_scale = 0.5;
  prices.wage_index = 1.2;
  prices.employer_charges = 0.4;
  prices.scales = {{"9", Money::of_euros(2000), Money::of_euros(3000)},
                   {"10", Money::of_euros(3000), Money::of_euros(4000)}};
  return prices;
}

TEST(Prices, AYearIsTwelveSalariesAtTheirPlaceInTheScaleWithTheIndexAndTheCharges) {
  EXPECT_EQ(prices().year_in("10"), Money::of_euros(12 * 3500 * 1.2 * 1.4));
  EXPECT_EQ(prices().year_in("9"), Money::of_euros(12 * 2500 * 1.2 * 1.4));
  EXPECT_EQ(prices().year_in("19"), std::nullopt);
}

TEST(Prices, APenaltyIsThatOfTheDayOfTheNotice) {
  DrawnPrices drawn = prices();
  LawPeriod old;
  old.from = *day_from_date(2009, 10, 1);
  old.to = *day_from_date(2018, 12, 31);
  LawPeriod now;
  now.from = *day_from_date(2019, 1, 1);
  drawn.penalties = {old, now};
  EXPECT_EQ(drawn.penalty_on(*day_from_date(2009, 9, 30)), nullptr);
  EXPECT_EQ(*drawn.penalty_on(*day_from_date(2018, 12, 31)), old);
  EXPECT_EQ(*drawn.penalty_on(*day_from_date(2026, 1, 1)), now);
}

}  // namespace
}  // namespace veer::org
