// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/progress.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace veer::app {
namespace {

TEST(ProgressBar, ShowsTheShareDoneAndTheTimeThatRemains) {
  EXPECT_EQ(progress_bar("runs", 10, 20, std::chrono::seconds(72)),
            "runs [###############...............]  50 %  1:12");
  EXPECT_EQ(progress_bar("runs", 0, 0, std::chrono::seconds(-1)),
            "runs [..............................]   0 %");
  EXPECT_EQ(progress_bar("runs", 30, 20, std::chrono::seconds(-1)),
            "runs [##############################] 100 %");
}

TEST(StopOnInterrupt, TurnsCtrlCIntoARequestWhileItLives) {
  const StopOnInterrupt stop;
  const TerminalProgress progress("runs", true);
  EXPECT_FALSE(progress.stop_requested());
  std::raise(SIGINT);
  EXPECT_TRUE(progress.stop_requested());
}

TEST(StopOnInterrupt, BeginsWithoutARequest) {
  const StopOnInterrupt stop;
  EXPECT_FALSE(StopOnInterrupt::requested());
}

}  // namespace
}  // namespace veer::app
