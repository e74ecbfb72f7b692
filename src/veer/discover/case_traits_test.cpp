// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/case_traits.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "veer/discover/planted_log.hpp"
#include "veer/stats/draws.hpp"

namespace veer::discover {
namespace {

using test::at;

/// Six hundred cases with a channel, a kind that says nothing and a fee; cases by the desk take
/// twice as long and are mostly looked at once more.
test::PlantedLog planted(std::uint64_t seed, bool channel_matters, const std::string& person = "") {
  const Draws draws(seed, 0);
  test::PlantedLog result;
  eventlog::Attribute channel{"channel", false, {}};
  eventlog::Attribute kind{"kind", false, {}};
  eventlog::Attribute fee{"fee", false, {}};
  eventlog::Attribute status{"status", false, {}};
  for (eventlog::Attribute* one : {&channel, &kind, &fee, &status}) one->values.resize(600);
  for (std::uint32_t n = 0; n < 600; ++n) {
    const auto u = [&](std::uint32_t k) { return draws.uniform(Purpose::split, n, k); };
    const bool desk = u(0) < 0.4;
    const bool slow = desk && channel_matters;
    const std::string name = std::to_string(n);
    const std::string who = person.empty() ? "p" + std::to_string(n % 7) : person;
    const Instant begin = at(static_cast<int>(n), 9);
    result.add(name, "receive", who, begin);
    const bool again = u(1) < (slow ? 0.8 : 0.3);
    if (again) result.add(name, "look again", who, begin + from_hours(1));
    result.add(name, "decide", who,
               begin + from_hours(2) + from_days(-(slow ? 8 : 4) * std::log(u(2))));
    const eventlog::CaseId id(n);
    channel.values[id].emplace<std::string>(desk ? "desk" : "internet");
    kind.values[id].emplace<std::string>(u(3) < 0.5 ? "a" : "b");
    fee.values[id].emplace<double>(u(4) * 1000);
    status.values[id].emplace<std::string>(again ? "reviewed" : "closed");
  }
  result.log.attributes = {channel, kind, fee, status};
  return result;
}

CaseTraits found_in(const test::PlantedLog& log) {
  return find_case_traits(log.log, eventlog::instances(log.log));
}

TEST(CaseTraits, NameTheChannelThatSteersTimeAndWay) {
  const CaseTraits found = found_in(planted(1, true));
  EXPECT_EQ(found.looked_at, (std::vector<std::string>{"channel", "kind", "fee"}))
      << "a status is filled in along the way";
  ASSERT_EQ(found.effects.size(), 3U) << "elapsed, activities and what follows on receive";
  const TraitEffect& elapsed = found.effects[0];
  EXPECT_EQ(elapsed.steers, TraitSteers::elapsed);
  EXPECT_EQ(elapsed.high.label, "desk");
  EXPECT_NEAR(elapsed.high.level, 8 * std::log(2), 1.5);
  EXPECT_NEAR(elapsed.low.level, 4 * std::log(2), 0.8);
  ASSERT_TRUE(elapsed.held_out.has_value());
  EXPECT_GT(*elapsed.held_out, 0) << "also in the cases it was not learned from";
  const TraitEffect& next = found.effects[2];
  EXPECT_EQ(next.steers, TraitSteers::next);
  EXPECT_EQ(next.at, "receive");
  EXPECT_NEAR(std::abs(next.high.level - next.low.level), 0.5, 0.1);
  EXPECT_NEAR(next.effect, 0.5, 0.1);
  EXPECT_GT(*next.held_out, 0.1) << "0.76 right instead of a half";
}

TEST(CaseTraits, ThatSteerNothingAreNotNamed) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const CaseTraits found = found_in(planted(seed, false));
    EXPECT_TRUE(found.effects.empty()) << seed;
    EXPECT_GT(found.tests, 5U);
  }
}

TEST(CaseTraits, DoNotNameActivitiesOrValuesOfFewPeople) {
  const CaseTraits found = found_in(planted(1, true, "ann"));
  for (const TraitEffect& one : found.effects) {
    EXPECT_NE(one.steers, TraitSteers::next);
    EXPECT_EQ(one.low.label + one.high.label, "");
  }
  EXPECT_EQ(find_case_traits({}, {}), CaseTraits{});
}

}  // namespace
}  // namespace veer::discover
