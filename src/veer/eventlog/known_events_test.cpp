// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/known_events.hpp"

#include <gtest/gtest.h>

#include "veer/eventlog/log_builder.hpp"

namespace veer::eventlog {
namespace {

void event(LogBuilder& b, std::string_view name, std::string_view activity, int hour,
           std::string_view person = "P-1") {
  b.add_event({b.case_of(name), b.activity(activity), b.person(person), b.group(""),
               Transition::complete, std::nullopt, Instant(std::chrono::hours(hour))});
  b.set_event_value("pages", std::int64_t{hour});
}

TEST(KnownEvents, AreTakenOutWithTheirValuesWhateverTheOrderOfTheTexts) {
  LogBuilder first;
  event(first, "Z1", "intake", 5);
  event(first, "Z2", "intake", 6, "P-2");
  LogBuilder second;
  event(second, "Z2", "besluit", 9, "P-2");
  event(second, "Z2", "intake", 6, "P-2");
  event(second, "Z3", "intake", 5);
  EventLog log = second.build();
  EXPECT_EQ(take_out_known(log, first.build()), 1U);
  ASSERT_EQ(log.events.size(), 2U);
  EXPECT_EQ(log.event_attributes[0].values,
            (std::vector<Value>{std::int64_t{9}, std::int64_t{5}}));
  EXPECT_EQ(log.cases.size(), 2U);
}

TEST(KnownEvents, DifferInPersonMomentOrCase) {
  LogBuilder first;
  event(first, "Z1", "intake", 5);
  LogBuilder second;
  event(second, "Z1", "intake", 5, "P-2");
  event(second, "Z1", "intake", 5, "");
  event(second, "Z1", "intake", 6);
  event(second, "Z2", "intake", 5);
  EventLog log = second.build();
  EXPECT_EQ(take_out_known(log, first.build()), 0U);
  EXPECT_EQ(log.events.size(), 4U);
}

TEST(KnownEvents, AreTakenOutNoMoreOftenThanTheyAreKnown) {
  LogBuilder first;
  event(first, "Z1", "intake", 5, "");
  LogBuilder second;
  for (int i = 0; i < 3; ++i) event(second, "Z1", "intake", 5, "");
  EventLog log = second.build();
  EXPECT_EQ(take_out_known(log, first.build()), 1U);
}

}  // namespace
}  // namespace veer::eventlog
