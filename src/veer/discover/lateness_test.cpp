// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/lateness.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;

/// Cases of one event each on day 0, with a planned end on day 10.
struct Records {
  test::PlantedLog planted;
  eventlog::Attribute planned{"enddate_planned", false, {}};
  eventlog::Attribute deadline{"deadline", false, {}};
  eventlog::Attribute end{"enddate", false, {}};
  eventlog::Attribute reason{"redenverlenging", false, {}};

  void add(int deadline_day, std::optional<int> end_day, const std::string& why = "") {
    planted.add(std::to_string(planned.values.size()), "check", "ann", at(0, 9));
    put(planned, at(10, 0));
    put(deadline, at(deadline_day, 0));
    end_day ? put(end, at(*end_day, 0)) : put(end, {});
    why.empty() ? put(reason, {}) : put(reason, why);
  }
  static void put(eventlog::Attribute& attribute, const eventlog::Value& value) {
    attribute.values.push_back(value);
  }
  Lateness found() {
    planted.log.attributes = {planned, deadline, end, reason};
    return find_lateness(planted.log, eventlog::instances(planted.log), at(40, 9));
  }
};

TEST(Lateness, CountsHowLateAndHowLongOpen) {
  Records records;
  records.add(10, 9);
  records.add(10, 12);
  records.add(10, 16);
  records.add(10, std::nullopt);
  const Lateness found = records.found();
  EXPECT_EQ(found.late.cases, 2U);
  EXPECT_DOUBLE_EQ(found.late.median_days, 4);
  ASSERT_TRUE(found.open.has_value());
  EXPECT_EQ(found.open->cases, 1U);
  EXPECT_DOUBLE_EQ(found.open->median_days, 40);
  ASSERT_TRUE(found.extended.has_value());
  EXPECT_EQ(found.extended->cases, 0U);
}

TEST(Lateness, NamesReasonsOfExtensionsThatFiveCasesShare) {
  Records records;
  for (int i = 0; i < 5; ++i) records.add(52, 20, "advies welstand");
  for (int i = 0; i < 2; ++i) records.add(24, 20, "ziekte behandelaar");
  records.add(24, 20, "UNKNOWN");
  records.add(24, 20);
  const Lateness found = records.found();
  ASSERT_TRUE(found.extended.has_value());
  EXPECT_EQ(found.extended->cases, 9U);
  EXPECT_DOUBLE_EQ(found.extended->median_days, 42);
  const std::vector<ExtensionReason> expected = {{"advies welstand", 5}, {"", 2}};
  EXPECT_EQ(found.reasons, expected);
  EXPECT_EQ(found.extended_without_reason, 2U);
}

TEST(Lateness, FindsTheUsualTermAndThoseOfSixWeeksMore) {
  test::PlantedLog planted;
  eventlog::Attribute start{"startdate", false, {}};
  eventlog::Attribute deadline{"deadline", false, {}};
  for (const int term : {56, 56, 56, 55, 98, 97, 80}) {
    planted.add(std::to_string(start.values.size()), "check", "ann", at(0, 9));
    Records::put(start, at(0, 9));
    Records::put(deadline, at(term, 0));
  }
  planted.log.attributes = {start, deadline};
  const auto found =
      find_lateness(planted.log, eventlog::instances(planted.log), at(1, 9)).terms;
  ASSERT_TRUE(found.has_value());
  const Terms expected{7, 56, 4, 2};
  EXPECT_EQ(*found, expected);
}

TEST(Lateness, SaysNothingOfDatesThatAreNotRecorded) {
  test::PlantedLog planted;
  planted.add("1", "check", "ann", at(0, 9));
  EXPECT_EQ(find_lateness(planted.log, eventlog::instances(planted.log), at(1, 9)), Lateness{});
}

}  // namespace
}  // namespace veer::discover
