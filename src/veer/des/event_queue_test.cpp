// SPDX-License-Identifier: EUPL-1.2
#include "veer/des/event_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "veer/stats/draws.hpp"

namespace veer::des {
namespace {

Instant at(std::int64_t us) { return Instant(Duration(us)); }

TEST(EventQueue, GivesTheEarliestFirstAndTiesInTheOrderOfScheduling) {
  EventQueue queue;
  queue.push(at(20), 1);
  queue.push(at(10), 2);
  queue.push(at(10), 3);
  queue.push(at(10), 4);
  EXPECT_EQ(queue.pop().payload, 2U);
  EXPECT_EQ(queue.pop().payload, 3U);
  EXPECT_EQ(queue.pop().payload, 4U);
  EXPECT_EQ(queue.pop().payload, 1U);
  EXPECT_TRUE(queue.empty());
}

TEST(EventQueue, KeepsTimePayloadAndTicketOfEveryEvent) {
  EventQueue queue;
  const Instant late = at(4'102'444'800'000'000);  // the year 2100
  const Ticket first = queue.push(late, (1U << 28U) - 1);
  const auto event = queue.pop();
  EXPECT_EQ(event.time, late);
  EXPECT_EQ(event.payload, (1U << 28U) - 1);
  EXPECT_EQ(event.ticket, first);
}

TEST(EventQueue, SortsAnyMixOfPushesAndPopsLikeAStableSort) {
  const Draws draws(11, 0);
  EventQueue queue;
  std::vector<std::tuple<std::int64_t, Ticket>> expected;
  std::vector<std::tuple<std::int64_t, Ticket>> popped;
  std::int64_t now = 0;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const auto later = static_cast<std::int64_t>(draws.bits(Purpose::arrival, 0, i) % 50);
    expected.emplace_back(now + later, queue.push(at(now + later), i));
    if (draws.uniform(Purpose::branch, 0, i) < 0.4) {
      const auto event = queue.pop();
      now = event.time.time_since_epoch().count();
      popped.emplace_back(now, event.ticket);
    }
  }
  while (!queue.empty()) {
    const auto event = queue.pop();
    popped.emplace_back(event.time.time_since_epoch().count(), event.ticket);
  }
  // Pushes are never before the last popped time, so the pops in order are one sorted sequence.
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(popped, expected);
}

/// Waves of pushes and pops; what was popped against what a stable sort gives.
void expect_order_of_waves(std::uint64_t most_pushed, std::uint64_t most_left) {
  const Draws draws(12, 0);
  EventQueue queue;
  std::vector<std::tuple<std::int64_t, Ticket>> expected;
  std::vector<std::tuple<std::int64_t, Ticket>> popped;
  std::int64_t now = 0;
  const auto take = [&] {
    const auto event = queue.pop();
    now = event.time.time_since_epoch().count();
    popped.emplace_back(now, event.ticket);
  };
  for (std::uint32_t wave = 0; wave < 200; ++wave) {
    // Microseconds to years away, a third of them at one of two moments.
    const std::uint64_t more = draws.bits(Purpose::arrival, wave) % most_pushed;
    for (std::uint32_t i = 0; i < more; ++i) {
      const std::uint64_t bits = draws.bits(Purpose::delay, wave, i);
      const auto far = static_cast<std::int64_t>((bits >> 20U) >> (bits % 44));
      const std::int64_t time = now + (bits % 3 == 0 ? static_cast<std::int64_t>(bits % 2) : far);
      expected.emplace_back(time, queue.push(at(time), i));
    }
    const std::uint64_t left = wave % 7 == 0 ? 0 : draws.bits(Purpose::branch, wave) % most_left;
    while (queue.size() > left) take();
  }
  while (!queue.empty()) take();
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(popped, expected);
}

TEST(EventQueue, KeepsTheOrderWhileFewAndManyEventsOfAnyDistanceComeAndGo) {
  expect_order_of_waves(40, 30);
  expect_order_of_waves(120, 200);
  expect_order_of_waves(1000, 800);
}

TEST(EventQueue, TellsWhatWillBeTakenAfterSoManyOthers) {
  const Draws draws(13, 0);
  EventQueue queue;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    queue.push(at(static_cast<std::int64_t>(draws.bits(Purpose::arrival, i) % 100'000)), i);
  }
  std::vector<std::vector<Payload>> told(1000 + EventQueue::look_ahead);
  std::size_t tellings = 0;
  for (std::size_t taken = 0; !queue.empty(); ++taken) {
    const Payload payload = queue.pop().payload;
    for (const Payload one : told[taken]) EXPECT_EQ(one, payload);
    for (std::size_t count = 0; count < EventQueue::look_ahead; ++count) {
      queue.ahead(count, [&](Payload one) {
        told[taken + 1 + count].push_back(one);
        ++tellings;
      });
    }
  }
  EXPECT_GT(tellings, 6 * 1000U);
}

}  // namespace
}  // namespace veer::des
