// SPDX-License-Identifier: EUPL-1.2
// When cases come: by the hour of the week and the month of the year.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "small_world.hpp"
#include "veer/stats/draws.hpp"

namespace veer::test {
namespace {

// Much in February (tax assessments), nothing in August.
constexpr work::YearlyProfile uneven = {1, 4, 2, 1, 1, 1, 0.5, 0, 1, 1, 1, 0.5};

/// 2,000 cases a year, most of them on Mondays, none in the night, over four years.
struct Arriving : SmallWorld {
  Arriving() {
    const auto task = activity("task", Distribution::constant(0));
    person(unit("team"), {task});
    type_ = case_type({task}, Distribution::constant(1));
    work::Arrivals& made = arrivals();
    made.interval.reset();
    made.per_year = 2000;
    for (std::size_t hour = 8; hour < 18; ++hour) {
      made.weekly_profile[hour] = 3;
      for (std::size_t day = 1; day < 6; ++day) made.weekly_profile[day * 24 + hour] = 1;
    }
    run.window = {*day_from_date(2024, 1, 3), 0, 1461, 0};
  }

  [[nodiscard]] work::Arrivals& arrivals() { return work.case_types[type_].arrivals; }

  [[nodiscard]] std::vector<Instant> moments(bool extra = false) const {
    std::vector<Instant> result;
    for (const sim::CaseOutcome& one : simulate().cases) {
      if (one.extra == extra) result.push_back(one.arrived);
    }
    return result;
  }

 private:
  work::CaseTypeId type_;
};

/// Arrivals expected between two moments, hour by hour.
double expected(const work::Arrivals& arrivals, Instant from, Instant to) {
  double week = 0;
  for (const double rate : arrivals.weekly_profile) week += rate;
  const work::YearlyProfile months = work::month_factors(*arrivals.yearly_profile);
  double sum = 0;
  while (from < to) {
    const Day day = day_of(from);
    const auto hour = static_cast<std::size_t>(hours(time_of_day(from)));
    const Instant end = std::min(to, start_of(day) + std::chrono::hours(hour + 1));
    const double rate =
        arrivals.weekly_profile[static_cast<std::size_t>(weekday_of(day)) * 24 + hour] / week;
    sum += rate * hours(end - from) * months[date_of(day).month - 1];
    from = end;
  }
  return sum * arrivals.per_year / (365.25 / 7);
}

TEST(Arrivals, LieSoFarApartThatEachIntervalHoldsItsDraw) {
  // The inversion is exact: of a rate that differs by hour and month the number expected between
  // two arrivals is the standard exponential number that was drawn for it.
  Arriving world;
  world.arrivals().yearly_profile = uneven;
  world.arrivals().per_year = 150;
  const auto moments = world.moments();
  ASSERT_GT(moments.size(), 500U);
  const Draws draws(world.run.seed, world.run.replication);
  Instant before = start_of(world.run.window.first_day);
  for (std::uint32_t i = 0; i < moments.size(); ++i) {
    ASSERT_NEAR(expected(world.arrivals(), before, moments[i]),
                draws.exponential(Purpose::arrival, i), 1e-6)
        << to_iso(moments[i]);
    before = moments[i];
  }
}

TEST(Arrivals, AreAsManyInEachMonthAsTheProfileSays) {
  Arriving world;
  world.arrivals().yearly_profile = uneven;
  std::array<double, 12> counts{};
  for (const Instant at : world.moments()) counts[date_of(day_of(at)).month - 1] += 1;
  std::array<double, 12> wanted{};
  for (Day day = world.run.window.first_day; day < world.run.window.first_day + 1461;
       day = day + 1) {
    wanted[date_of(day).month - 1] +=
        expected(world.arrivals(), start_of(day), start_of(day + 1));
  }
  double sum = 0;
  for (std::size_t month = 0; month < 12; ++month) {
    // Poisson: four standard deviations.
    EXPECT_NEAR(counts[month], wanted[month], 4 * std::sqrt(wanted[month])) << month + 1;
    sum += counts[month];
  }
  EXPECT_EQ(counts[7], 0) << "nothing in August";
  EXPECT_NEAR(sum, 8000, 4 * std::sqrt(8000.0)) << "2,000 a year remain the mean";
}

TEST(Arrivals, OfMonthsThatAreAllAlikeAreThoseWithoutAProfile) {
  Arriving world;
  const auto without = world.moments();
  world.arrivals().yearly_profile.emplace().fill(0.3);
  EXPECT_EQ(world.moments(), without);
}

TEST(Arrivals, ThatAShockAddsFollowTheSameProfile) {
  Arriving world;
  world.arrivals().yearly_profile = uneven;
  world.run.shock = org::DrawnShock{0, 208, 2, 1};
  std::array<double, 12> counts{};
  for (const Instant at : world.moments(true)) counts[date_of(day_of(at)).month - 1] += 1;
  EXPECT_EQ(counts[7], 0);
  EXPECT_NEAR(counts[1] / counts[0], 4.0 * 28.25 / 31, 0.6);
}

}  // namespace
}  // namespace veer::test
