// SPDX-License-Identifier: EUPL-1.2
// Garicano's helper: workers solve problems up to difficulty z0 and ask their lead about the
// others, which takes the lead a share h of the work on a problem. With exponential difficulty each
// worker needs h exp(-z0) leads, so a lead has a load of 1 at a span of exp(z0) / h, and is busy
// for a share s of the time at s of that span.
//
// Garicano 2000, Journal of Political Economy 108; mechanisms.md 2.8.
#include "estimate.hpp"

namespace veer::test {
namespace {

constexpr double h = 0.1;
const double z0 = std::log(2.0);
const int full_span = 20;  // exp(z0) / h

/// The share of time that the lead of `span` workers, who always have problems, is deciding.
Estimate busy_lead(int span) {
  SmallWorld world;
  const auto task = world.activity("task", Distribution::constant(1));
  const auto team = world.unit("team");
  for (int i = 0; i < span; ++i) world.person(team, {task});
  const auto lead = world.person(team, {});
  world.organisation.units[team].lead = lead;
  // A hundredth more than they can do: there is always a next problem.
  world.case_type({task}, Distribution::constant(1 / (1.01 * span)));
  world.assumptions.operational_share = std::exp(-z0);
  world.assumptions.decision_minutes = 60 * h;
  world.organisation.exceptions[static_cast<std::size_t>(org::ExceptionKind::operational)] = {
      org::Decider::lead, org::Protocol::chain, 0, 0, 0, {}};
  world.run.window = {*day_from_date(2024, 1, 1), 20, 120, 1};
  return estimate(world, [lead](const sim::Outcome& outcome) {
    const sim::HoursByKind& hours = outcome.by_person[lead.index()];
    return hours.decisions.hours() / hours.paid.hours();
  });
}

TEST(Garicano, AHelperIsFullAtTheSpanOfTheoryAndBusyInProportionBelowIt) {
  ASSERT_NEAR(full_span, std::exp(z0) / h, 1e-12);
  expect_agrees(busy_lead(full_span * 8 / 10), 0.8, 0.01, "0.8 of the full span");
  expect_agrees(busy_lead(full_span / 2), 0.5, 0.02, "half of it");
  // At a load of 1 the queue has no mean and hours without questions get ever rarer.
  EXPECT_GT(busy_lead(full_span).mean, 0.95);
  EXPECT_GT(busy_lead(full_span * 11 / 10).mean, 0.9999) << "there is always a question left";
}

}  // namespace
}  // namespace veer::test
