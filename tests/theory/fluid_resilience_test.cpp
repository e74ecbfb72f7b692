// SPDX-License-Identifier: EUPL-1.2
// A shock as a fluid: 8 cases a day arrive, 10 can be done; for 10 days only 5.
//
//   backlog 3 a day more, 30 at the end; then 2 a day less, gone 15 days later; 375 case-days lost
//
// mechanisms.md 2.12. A shock takes people away one by one, so a replication loses not exactly half
// of its capacity; it is held against the fluid with the capacity it kept. Backlog and loss are
// differences from the paired run without the shock.
#include "estimate.hpp"
#include "veer/study/resilience.hpp"

namespace veer::test {
namespace {

constexpr double arrivals = 8;
constexpr double capacity = 10;
constexpr double shock_days = 10;

struct Fluid {
  double peak;      ///< Cases.
  double recovery;  ///< Days from the end of the shock.
  double loss;      ///< Case-days.
};

Fluid fluid(double kept) {
  const double peak = (arrivals - kept) * shock_days;
  const double recovery = peak / (capacity - arrivals);
  return {peak, recovery, peak * (shock_days + recovery) / 2};
}

/// `scale` times the fluid's arrivals and capacity, by people who do four cases a day.
SmallWorld town(double scale) {
  constexpr double a_day = 4;
  SmallWorld world = queue(arrivals * scale / 24, static_cast<int>(capacity * scale / a_day),
                           Distribution::exponential(24 / a_day), 70);
  world.run.window.warm_up = 7;
  world.run.window.follow_up = 20;
  return world;
}

std::int64_t open_at(const sim::Outcome& outcome, Instant t) {
  std::int64_t open = 0;
  for (const auto& c : outcome.cases) open += c.arrived <= t && c.ended > t;
  return open;
}

struct Found {
  Estimate peak_off;      ///< Peak less that of the fluid, cases of the fluid's scale.
  Estimate loss_off;      ///< The same for the loss, case-days.
  Estimate mean_peak;
  std::vector<double> halfway;
};

/// Runs the town with and without the shock, which begins on day 14 of the measured window.
Found shocked(double scale) {
  const SmallWorld calm = town(scale);
  SmallWorld hit = calm;
  hit.run.shock = org::DrawnShock{2, shock_days / 7, 1, 0.5};
  const auto without = replications(calm);
  const auto with = replications(hit);
  const Instant over = start_of(calm.run.window.first_day + 7 + 14 + 10);
  std::vector<double> peak_off;
  std::vector<double> loss_off;
  std::vector<double> peaks;
  Found found;
  for (std::size_t i = 0; i < with.size(); ++i) {
    double away = 0;
    for (const auto& hours : with[i].by_person) away += hours.absent > Effort();
    const auto people = static_cast<double>(with[i].by_person.size());
    const Fluid theory = fluid(capacity * (1 - away / people));
    const auto extra = [&](Instant t) {
      return static_cast<double>(open_at(with[i], t) - open_at(without[i], t)) / scale;
    };
    double loss = 0;
    for (const auto& c : with[i].cases) loss += days(c.elapsed());
    for (const auto& c : without[i].cases) loss -= days(c.elapsed());
    peaks.push_back(extra(over));
    peak_off.push_back(extra(over) - theory.peak);
    loss_off.push_back(loss / scale - theory.loss);
    found.halfway.push_back(extra(over + from_days(theory.recovery / 2)) / theory.peak);
  }
  found.peak_off = interval(peak_off);
  found.loss_off = interval(loss_off);
  found.mean_peak = interval(peaks);
  return found;
}

TEST(FluidResilience, IsWhatTheEngineTendsToAsTheTownGrows) {
  ASSERT_EQ(fluid(5).peak, 30);
  ASSERT_EQ(fluid(5).recovery, 15);
  ASSERT_EQ(fluid(5).loss, 375);
  const Found small = shocked(4);
  const Found large = shocked(64);
  for (const Found& found : {small, large}) {
    EXPECT_NEAR(found.mean_peak.mean, 30, found.mean_peak.half_width);
  }
  EXPECT_NEAR(large.peak_off.mean, 0, large.peak_off.half_width);
  EXPECT_LT(large.peak_off.half_width, 30 * 0.05);
  EXPECT_NEAR(large.loss_off.mean, 0, large.loss_off.half_width);
  EXPECT_LT(large.loss_off.half_width, 375 * 0.10);
  EXPECT_LT(large.peak_off.half_width, small.peak_off.half_width / 2) << "1 / sqrt(16) of it";
  const Estimate halfway = interval(large.halfway);
  EXPECT_NEAR(halfway.mean, 0.5, halfway.half_width) << "it shrinks in a straight line";
}

}  // namespace
}  // namespace veer::test
