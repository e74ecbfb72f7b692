// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/threads.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace veer::app {
namespace {

TEST(ThreadExecutor, RunsEveryTaskOnceOnAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 4U, 64U}) {
    std::vector<int> done(37, 0);
    ThreadExecutor(threads).run(done.size(), [&](std::size_t i) { ++done[i]; });
    EXPECT_EQ(done, std::vector<int>(37, 1)) << threads;
  }
  ThreadExecutor(2).run(0, [](std::size_t) { FAIL(); });
}

TEST(ThreadExecutor, UsesTheCoresOfTheMachineWhenNotTold) {
  EXPECT_GE(ThreadExecutor().threads(), 1U);
  EXPECT_EQ(ThreadExecutor(3).threads(), 3U);
}

}  // namespace
}  // namespace veer::app
