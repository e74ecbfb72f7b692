// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/fixed_days.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"
#include "veer/stats/draws.hpp"

namespace veer::discover {
namespace {

using test::at;

/// A working day and a time of the day by chance.
Instant some_time(const Draws& draws, std::uint32_t n, std::uint32_t k, int weeks) {
  const int week = static_cast<int>(draws.uniform(Purpose::split, n, 4 * k) * weeks);
  const int day = static_cast<int>(draws.uniform(Purpose::split, n, 4 * k + 1) * 5);
  const double hour = 8 + 9 * draws.uniform(Purpose::split, n, 4 * k + 2);
  return at(7 * week + day, 0) + from_hours(hour);
}

/// Three hundred cases over a year that are checked whenever it comes out; `more` adds to each.
template <class More>
test::PlantedLog planted(std::uint64_t seed, More more) {
  const Draws draws(seed, 0);
  test::PlantedLog log;
  for (std::uint32_t n = 0; n < 300; ++n) {
    const std::string name = std::to_string(n);
    log.add(name, "check", "p" + std::to_string(n % 7), some_time(draws, n, 0, 52));
    log.add(name, "sign", "p" + std::to_string(n % 6), some_time(draws, n, 1, 52));
    more(log, name, n);
  }
  return log;
}

FixedMoments found_in(const test::PlantedLog& log) {
  return find_fixed_moments(log.log, eventlog::instances(log.log));
}

TEST(FixedMoments, OfWorkDoneWheneverItComesOutAreNone) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto log = planted(seed, [](test::PlantedLog&, const std::string&, std::uint32_t) {});
    EXPECT_EQ(found_in(log), FixedMoments{}) << seed;
  }
}

TEST(FixedMoments, NameACollegeThatDecidesEveryOtherTuesdayAndAllItsCasesAtOnce) {
  const auto log = planted(1, [](test::PlantedLog& to, const std::string& name, std::uint32_t n) {
    const int session = static_cast<int>(n / 12);  // twelve cases a session, 25 sessions
    to.add(name, "decide", "p" + std::to_string(n % 6), at(14 * session + 1, 10, 30));
  });
  const FixedMoments found = found_in(log);
  ASSERT_EQ(found.days.size(), 1U);
  EXPECT_EQ(found.days[0].activity, "decide");
  EXPECT_EQ(found.days[0].weekday, Weekday::tuesday);
  EXPECT_EQ(found.days[0].days, 25U);
  EXPECT_EQ(found.days[0].share, 1);
  EXPECT_EQ(found.days[0].every_weeks, 2);
  EXPECT_LT(found.days[0].expected, 0.3);
  // A fixed time of the day explains that minutes coincide: it is the day that is told.
  EXPECT_TRUE(found.batches.empty());
}

TEST(FixedMoments, NameWhatIsDoneForManyCasesAtOnce) {
  const auto log = planted(2, [](test::PlantedLog& to, const std::string& name, std::uint32_t n) {
    const Draws draws(9, 0);
    to.add(name, "send", "p" + std::to_string(n % 6), some_time(draws, n / 10, 0, 52));
  });
  const FixedMoments found = found_in(log);
  ASSERT_EQ(found.batches.size(), 1U);
  EXPECT_EQ(found.batches[0].activity, "send");
  EXPECT_EQ(found.batches[0].share, 1);
  EXPECT_EQ(found.batches[0].mean_size, 10);
  EXPECT_TRUE(found.days.empty());
}

TEST(FixedMoments, DoNotNameWhatFewPeopleDoAndTakeMidnightForADay) {
  const auto log = planted(3, [](test::PlantedLog& to, const std::string& name, std::uint32_t n) {
    to.add(name, "advise", "ann", at(7 * static_cast<int>(n / 6) + 3, 0));
  });
  const FixedMoments found = found_in(log);
  EXPECT_TRUE(found.days.empty());
  EXPECT_EQ(found.days_not_named, 1U);
  EXPECT_EQ(found.batches_not_named, 0U) << "midnight is no moment";
}

}  // namespace
}  // namespace veer::discover
