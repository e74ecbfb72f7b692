// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/demo.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "veer/app/ask_question.hpp"
#include "veer/discover/twin.hpp"

namespace veer::app {
namespace {

TEST(Demo, TheRecordsOfTheExampleHoldFinishedCasesWithPeopleAndUnits) {
  AskRequest request;
  request.target = "examples/020-voorbeelddorp";
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

TEST(Demo, ThePaidHoursReadOffStampsLieWithinTheirRangeOfTheTrueOnes) {
  AskRequest request;
  request.target = "examples/020-voorbeelddorp";
  request.models = {"zelfsturing"};
  const auto question = read_question(request);
  ASSERT_TRUE(question);
  constexpr int weeks = 52;
  const auto log = records_of(*question, weeks);
  ASSERT_TRUE(log);
  const auto twin = discover::discover(*log, {});
  const auto baseline = question->subject.subject.realise({});
  ASSERT_TRUE(twin && baseline);
  double paid = 0;
  for (const org::Person& person : baseline->workforce.persons) {
    if (log->persons.find(person.pseudonym).is_none()) continue;
    paid += weeks * hours(baseline->workforce.rosters[person.roster].week());
  }
  EXPECT_LT(twin->coverage.least_paid_hours, paid);
  EXPECT_GT(twin->coverage.most_paid_hours, paid);
  fmt::print("paid hours: true {:.0f}, read off stamps {:.0f} [{:.0f} - {:.0f}]\n", paid,
             twin->coverage.paid_hours, twin->coverage.least_paid_hours,
             twin->coverage.most_paid_hours);
}

}  // namespace
}  // namespace veer::app
