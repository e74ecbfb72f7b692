// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/lifecycle.hpp"

#include <gtest/gtest.h>

namespace veer::eventlog {
namespace {

TEST(Transition, IsKnownByItsNameHoweverWritten) {
  EXPECT_EQ(transition_from("COMPLETE"), Transition::complete);
  EXPECT_EQ(transition_from("ate-abort"), Transition::ate_abort);
  EXPECT_EQ(transition_from(""), Transition::complete);
  EXPECT_EQ(transition_from("besproken"), Transition::other);
}

TEST(Transition, KeepsItsNameThereAndBack) {
  for (int i = 0; i <= static_cast<int>(Transition::other); ++i) {
    const auto transition = static_cast<Transition>(i);
    EXPECT_EQ(transition_from(name_of(transition)), transition);
  }
}

}  // namespace
}  // namespace veer::eventlog
