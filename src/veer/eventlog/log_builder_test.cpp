// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/log_builder.hpp"

#include <gtest/gtest.h>

namespace veer::eventlog {
namespace {

void add(LogBuilder& builder, std::string_view name, std::string_view activity, Value note) {
  const CaseId id = builder.case_of(name);
  builder.add_event({id, builder.activity(activity), PersonId::none(), GroupId::none(),
                     Transition::complete, std::nullopt, Instant()});
  builder.set_event_value("note", std::move(note));
}

TEST(LogBuilder, GroupsInterleavedRowsByCaseAndKeepsTheirOrderAndValues) {
  LogBuilder builder;
  add(builder, "b", "x", std::int64_t{1});
  add(builder, "a", "y", std::int64_t{2});
  add(builder, "b", "z", std::int64_t{3});
  const EventLog log = builder.build();
  ASSERT_EQ(log.events.size(), 3U);
  EXPECT_EQ(log.cases[CaseId(0)].name, "b");
  EXPECT_EQ(log.activities[log.events[0].activity], "x");
  EXPECT_EQ(log.activities[log.events[1].activity], "z");
  EXPECT_EQ(log.activities[log.events[2].activity], "y");
  const std::vector<Value> notes = {std::int64_t{1}, std::int64_t{3}, std::int64_t{2}};
  EXPECT_EQ(log.event_attributes.front().values, notes);
}

TEST(LogBuilder, GivesEveryCaseAndEventAPlaceInEveryColumn) {
  LogBuilder builder;
  builder.set_case_value(builder.case_of("1"), "channel", std::string("desk"));
  builder.case_of("2");
  const EventLog log = builder.build();
  ASSERT_EQ(log.attributes.front().values.size(), 2U);
  EXPECT_EQ(log.attributes.front().values[CaseId(1)], Value());
}

TEST(LogBuilder, TakesAnEmptyPersonForNobody) {
  LogBuilder builder;
  EXPECT_TRUE(builder.person("").is_none());
  EXPECT_TRUE(builder.group("").is_none());
}

}  // namespace
}  // namespace veer::eventlog
