// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/budget.hpp"

#include <gtest/gtest.h>

namespace veer::org {
namespace {

TEST(Budget, IsTotalledForItsNewestYearAndHeldAgainstTheKnownUnits) {
  const Budget budget = {{"Team Wmo", "salarissen", 2025, Money::cents(50'000)},
                         {"Team Wmo", "inhuur", 2026, Money::cents(10'000)},
                         {"Team Wmo", "salarissen", 2026, Money::cents(40'000)},
                         {"Griffie", "salarissen", 2026, Money::cents(20'000)}};
  const BudgetCover found = cover(budget, {"team-wmo", "Bouw", ""});
  EXPECT_EQ(found.lines, 4U);
  EXPECT_EQ(found.year, 2026);
  EXPECT_EQ(found.other_years, std::vector<int>{2025});
  EXPECT_EQ(found.total, Money::cents(70'000));
  EXPECT_EQ(found.kinds, (std::vector<BudgetTotal>{{"salarissen", Money::cents(60'000)},
                                                   {"inhuur", Money::cents(10'000)}}));
  EXPECT_EQ(found.units, 2U);
  EXPECT_EQ(found.units_unknown, std::vector<std::string>{"Griffie"});
  EXPECT_EQ(found.known_without, 1U) << "Bouw";
  EXPECT_EQ(cover({}, {"Bouw"}), BudgetCover{});
}

}  // namespace
}  // namespace veer::org
