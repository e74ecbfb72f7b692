// SPDX-License-Identifier: EUPL-1.2
// A steady state asks the system for no memory: neither a case nor a decision on it does. The
// program's operator new counts.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <new>

#include "decision_world.hpp"

namespace {
std::uint64_t allocations = 0;
}  // namespace

// Out of line: inlined, g++ 12 takes new and free for a pair that does not belong together.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace veer::test {
namespace {

struct Counted {
  std::uint64_t decisions;
  std::uint64_t allocations;
};

Counted count(const org::DecisionProtocol& rule, int measured_days) {
  DecisionWorld world(5, rule, 10);
  world.run.window.measured = measured_days;
  const std::uint64_t before = allocations;
  const sim::Outcome outcome = world.simulate();
  const auto kind = static_cast<std::size_t>(org::ExceptionKind::operational);
  return {outcome.decisions[kind].taken, allocations - before};
}

TEST(SteadyState, AllocatesForNoCaseAndNoDecision) {
  const org::DecisionProtocol lead{org::Decider::lead, org::Protocol::chain, 0, 0, 0, {}};
  const org::DecisionProtocol advice{org::Decider::colleagues, org::Protocol::advice, 2, 0, 0, {}};
  for (const org::DecisionProtocol& rule : {lead, advice}) {
    const Counted few = count(rule, 500);
    const Counted many = count(rule, 5000);
    ASSERT_GT(many.decisions, few.decisions + 5000);
    // Rows that grow with the run are made longer a few times; decisions are thousands.
    EXPECT_LT(many.allocations, few.allocations + 100);
  }
}

}  // namespace
}  // namespace veer::test
