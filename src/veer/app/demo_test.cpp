// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/demo.hpp"

#include <gtest/gtest.h>

#include <set>

#include "veer/app/ask_question.hpp"

namespace veer::app {
namespace {

TEST(Demo, TheRecordsOfTheExampleHoldFinishedCasesWithPeopleAndUnits) {
  AskRequest request;
  request.target = "examples/010-voorbeeldstad";
  request.models = {"zelfsturing"};
  request.effort.warm_up_weeks = 4;
  const auto question = read_question(request);
  ASSERT_TRUE(question) << to_string(question.error().front());
  const auto log = records_of(*question, 6);
  ASSERT_TRUE(log) << to_string(log.error().front());
  EXPECT_GT(log->cases.size(), 100U);
  EXPECT_GT(log->groups.size(), 3U);
  std::set<eventlog::CaseId> with_events;
  for (const eventlog::Event& event : log->events) {
    ASSERT_TRUE(event.start.has_value());
    EXPECT_LE(*event.start, event.end);
    EXPECT_FALSE(event.person.is_none());
    with_events.insert(event.case_id);
  }
  EXPECT_EQ(with_events.size(), log->cases.size());
}

}  // namespace
}  // namespace veer::app
