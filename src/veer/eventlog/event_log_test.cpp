// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/event_log.hpp"

#include <gtest/gtest.h>

#include "veer/eventlog/log_builder.hpp"

namespace veer::eventlog {
namespace {

Instant at(int hour) { return Instant(std::chrono::hours(hour)); }

/// A log written as rows of case, activity, person, transition and hour.
class Rows {
 public:
  Rows& row(std::string_view name, std::string_view activity, std::string_view person,
            Transition transition, int hour) {
    const CaseId id = builder_.case_of(name);
    builder_.add_event({id, builder_.activity(activity), builder_.person(person), GroupId::none(),
                        transition, std::nullopt, at(hour)});
    return *this;
  }
  EventLog log() { return builder_.build(); }

 private:
  LogBuilder builder_;
};

TEST(Instances, PairAStartWithTheFirstCompleteOfTheSameActivityAndPerson) {
  const EventLog log = Rows()
                           .row("1", "check", "an", Transition::start, 1)
                           .row("1", "check", "bo", Transition::start, 2)
                           .row("1", "check", "bo", Transition::complete, 3)
                           .row("1", "check", "an", Transition::complete, 5)
                           .log();
  const auto found = instances(log);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].start, at(1));
  EXPECT_EQ(found[0].end, at(5));
  EXPECT_EQ(log.persons[found[0].person], "an");
  EXPECT_EQ(found[1].start, at(2));
  EXPECT_EQ(found[1].end, at(3));
}

TEST(Instances, StartOfNobodyInParticularIsTakenByWhoeverCompletes) {
  const auto found = instances(Rows()
                                   .row("1", "check", "", Transition::start, 1)
                                   .row("1", "check", "bo", Transition::complete, 4)
                                   .log());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].start_recorded);
  EXPECT_EQ(found[0].start, at(1));
}

TEST(Instances, NeverPairAcrossCases) {
  const auto found = instances(Rows()
                                   .row("1", "check", "an", Transition::start, 1)
                                   .row("2", "check", "an", Transition::complete, 4)
                                   .log());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].start_recorded);
  EXPECT_EQ(found[0].start, found[0].end);
}

TEST(Instances, LeaveOutEverythingThatIsNotAnExecution) {
  EXPECT_TRUE(instances(Rows()
                            .row("1", "check", "an", Transition::schedule, 1)
                            .row("1", "check", "an", Transition::start, 2)
                            .row("1", "check", "an", Transition::withdraw, 3)
                            .log())
                  .empty());
}

TEST(Instances, ComeInOrderOfTimeWithinACaseThoughTheSourceIsNot) {
  const auto found = instances(Rows()
                                   .row("1", "late", "an", Transition::complete, 9)
                                   .row("1", "early", "an", Transition::complete, 3)
                                   .row("2", "other", "an", Transition::complete, 1)
                                   .log());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].end, at(3));
  EXPECT_EQ(found[1].end, at(9));
  EXPECT_EQ(found[2].case_id, CaseId(1));
}

TEST(Attribute, IsFoundByItsName) {
  LogBuilder builder;
  builder.set_case_value(builder.case_of("1"), "deadline", Value(at(5)));
  const EventLog log = builder.build();
  ASSERT_NE(log.attribute("deadline"), nullptr);
  EXPECT_EQ(log.attribute("deadline")->values[CaseId(0)], Value(at(5)));
  EXPECT_EQ(log.attribute("Deadline"), nullptr);
}

}  // namespace
}  // namespace veer::eventlog
