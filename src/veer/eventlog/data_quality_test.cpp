// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/data_quality.hpp"

#include <gtest/gtest.h>

#include "veer/eventlog/log_builder.hpp"

namespace veer::eventlog {
namespace {

Instant at(int hour) { return Instant(std::chrono::hours(hour)); }

void add(LogBuilder& b, std::string_view name, std::string_view activity, std::string_view person,
         int end, std::optional<int> start = std::nullopt,
         Transition transition = Transition::complete) {
  const CaseId id = b.case_of(name);
  std::optional<Instant> from;
  if (start) from = at(*start);
  b.add_event({id, b.activity(activity), b.person(person), b.group(""), transition, from, at(end)});
}

TEST(DataQuality, CountsWhatIsMissing) {
  LogBuilder b;
  add(b, "1", "receive", "an", 24);
  add(b, "1", "check", "", 30, 28);
  add(b, "2", "receive", "bo", 31);
  b.set_case_value(b.case_of("1"), "End_Date", at(30));
  const DataQuality q = data_quality(b.build());
  EXPECT_EQ(q.cases, 2U);
  EXPECT_EQ(q.events, 3U);
  EXPECT_EQ(q.persons, 2U);
  EXPECT_EQ(q.activities, 2U);
  EXPECT_EQ(q.midnight, 1U);
  EXPECT_EQ(q.without_person, 1U);
  EXPECT_EQ(q.without_group, 3U);
  EXPECT_EQ(q.instances_without_start, 2U);
  EXPECT_EQ(q.cases_with_one_event, 1U);
  EXPECT_EQ(q.end_attribute, "End_Date");
  EXPECT_EQ(q.cases_without_end, 1U);
  EXPECT_EQ(q.first, at(24));
  EXPECT_EQ(q.last, at(31));
}

TEST(DataQuality, CountsWhatIsOdd) {
  LogBuilder b;
  add(b, "1", "receive", "an", 10);
  add(b, "1", "receive", "an", 10);
  add(b, "1", "check", "an", 5);
  add(b, "1", "decide", "an", 12, 20);
  add(b, "1", "check", "an", 13, std::nullopt, Transition::start);
  const DataQuality q = data_quality(b.build());
  EXPECT_EQ(q.duplicates, 1U);
  EXPECT_EQ(q.out_of_order, 1U);
  EXPECT_EQ(q.ends_before_start, 1U);
  EXPECT_EQ(q.starts_without_end, 1U);
}

TEST(DataQuality, DoesNotCallACompletedStartUnfinished) {
  LogBuilder b;
  add(b, "1", "check", "an", 1, std::nullopt, Transition::start);
  add(b, "1", "check", "an", 3);
  const DataQuality q = data_quality(b.build());
  EXPECT_EQ(q.starts_without_end, 0U);
  EXPECT_EQ(q.instances_without_start, 0U);
}

TEST(DataQuality, OfAnEmptyLogIsEmpty) { EXPECT_EQ(data_quality(EventLog()), DataQuality()); }

}  // namespace
}  // namespace veer::eventlog
