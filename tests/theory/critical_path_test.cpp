// SPDX-License-Identifier: EUPL-1.2
// Critical path: with every uncertainty off and nobody shared, a network of tasks ends with its
// longest path, to the microsecond.
//
// Kelley & Walker 1959; the limit in which a project model must agree with CPM: mechanisms.md 2.3.
// No tolerance: 50 networks drawn from seed 1 by the engine's own random numbers.
#include "estimate.hpp"
#include "veer/stats/draws.hpp"

namespace veer::test {
namespace {

using work::StepId;
using work::StepKind;

/// Draws processes whose splits nest, with their longest paths.
class Networks {
 public:
  explicit Networks(std::uint32_t number) : number_(number) {}

  struct Block {
    StepId entry;
    Duration longest;
  };

  /// One to four tasks, waits or splits in a row before `next`; made from the end.
  Block row(SmallWorld& world, work::Process& process, StepId next, int depth) {
    Block block{next, Duration::zero()};
    const int items = 1 + pick(4);
    for (int i = 0; i < items; ++i) {
      const int kind = pick(depth < 3 ? 3 : 2);
      const Block item = kind == 2 ? branches(world, process, block.entry, depth)
                                   : task(world, process, block.entry, kind == 1);
      block = {item.entry, block.longest + item.longest};
    }
    return block;
  }

 private:
  Block task(SmallWorld& world, work::Process& process, StepId next, bool waits) {
    const double time = 1 + pick(1000) / 7.0;
    work::Step step;
    step.next = {{next, 1}};
    if (waits) {
      step.kind = StepKind::wait;
      step.waits_for = work::WaitsFor::partner;
      step.delay = world.distribution(Distribution::constant(time));
    } else {
      step.kind = StepKind::activity;
      step.activity = world.activity("task", Distribution::constant(time));
      world.person(world.unit("unit"), {step.activity});
    }
    return {process.steps.push_back(step), from_hours(time)};
  }

  Block branches(SmallWorld& world, work::Process& process, StepId next, int depth) {
    work::Step join;
    join.kind = StepKind::join;
    join.next = {{next, 1}};
    const StepId joined = process.steps.push_back(join);
    work::Step split;
    split.kind = StepKind::split;
    Duration longest{};
    const int count = 2 + pick(3);
    for (int i = 0; i < count; ++i) {
      const Block branch = row(world, process, joined, depth + 1);
      split.next.push_back({branch.entry, 1});
      longest = std::max(longest, branch.longest);
    }
    return {process.steps.push_back(split), longest};
  }

  int pick(int choices) {
    return static_cast<int>(draws_.uniform(Purpose::bootstrap, number_, drawn_++) * choices);
  }

  Draws draws_{theory_seed, 0};
  std::uint32_t number_;
  std::uint32_t drawn_ = 0;
};

TEST(CriticalPath, OfEveryNetworkIsWhenItsCaseEnds) {
  std::size_t steps = 0;
  for (std::uint32_t number = 0; number < 50; ++number) {
    SmallWorld world;
    work::CaseType type;
    type.name = "project";
    // The next project comes when this one is long done.
    type.arrivals.interval = world.distribution(Distribution::constant(20'000));
    const StepId end = type.process.steps.push_back({});
    const auto network = Networks(number).row(world, type.process, end, 0);
    type.process.first = {{network.entry, 1}};
    steps += type.process.steps.size();
    world.work.case_types.push_back(type);
    world.person(world.unit("others"), {});
    world.run.window = {*day_from_date(2024, 1, 1), 0, 1700, 800};
    const auto outcome = world.simulate();
    ASSERT_EQ(outcome.cases.size(), 2U);
    for (const auto& c : outcome.cases) {
      EXPECT_EQ(c.elapsed(), network.longest) << "network " << number;
      EXPECT_EQ(c.ledger[sim::Row::work] + c.ledger[sim::Row::partner], network.longest);
    }
  }
  EXPECT_GT(steps, 500U) << "networks too small to test anything";
}

}  // namespace
}  // namespace veer::test
