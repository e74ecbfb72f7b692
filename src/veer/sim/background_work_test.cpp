// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/background_work.hpp"

#include <gtest/gtest.h>

#include <map>

namespace veer::sim {
namespace {

using std::chrono::hours;

/// Two pieces, of one hour and of three, of two kinds of hours.
struct TwoPieces : ::testing::Test {
  TwoPieces() {
    work.add({hours(1), 0});
    work.add({hours(3), 1});
  }
  auto count() {
    return [this](std::uint8_t kind, Duration time) { got[kind] += time; };
  }
  BackgroundWork work;
  std::map<int, Duration> got;
};
using BackgroundWorkInHand = TwoPieces;

TEST_F(BackgroundWorkInHand, SharesTheTimeEvenly) {
  EXPECT_EQ(work.until_first(), hours(2));
  work.work(hours(2));
  work.end_first(count());
  EXPECT_EQ(work.until_first(), hours(2));  // The other has had one of its three.
}

TEST_F(BackgroundWorkInHand, ComesToItsWholeEffortWhoeverComesInBetween) {
  work.work(hours(1));
  work.add({hours(1), 2});
  EXPECT_EQ(work.until_first(), 3 * std::chrono::minutes(30));
  for (int i = 0; i < 3; ++i) {
    work.work(work.until_first());
    work.end_first(count());
  }
  EXPECT_TRUE(work.empty());
  EXPECT_EQ(got, (std::map<int, Duration>{{0, hours(1)}, {1, hours(3)}, {2, hours(1)}}));
}

TEST_F(BackgroundWorkInHand, GivesBackWhatWasTakenUpLastAsFarAsItHasCome) {
  work.work(hours(1));
  const BackgroundPiece last = work.take_last(count());
  EXPECT_EQ(last.left, hours(3) - std::chrono::minutes(30));
  EXPECT_EQ(last.hours, 1);
  EXPECT_EQ(work.until_first(), std::chrono::minutes(30));
  EXPECT_EQ(got[1], std::chrono::minutes(30));
}

TEST_F(BackgroundWorkInHand, CountsTimeOnce) {
  work.work(hours(1));
  work.count(count());
  work.count(count());
  EXPECT_EQ(got[0] + got[1], hours(1));
}

TEST(BackgroundWork, EndsWhatWasTakenUpFirstWhereSeveralAreDone) {
  BackgroundWork work;
  work.add({hours(1), 0});
  work.add({hours(1), 1});
  work.work(work.until_first());
  std::vector<int> ended;
  while (!work.empty()) {
    work.end_first([&](std::uint8_t kind, Duration) { ended.push_back(kind); });
  }
  EXPECT_EQ(ended, (std::vector<int>{0, 1}));
}

}  // namespace
}  // namespace veer::sim
