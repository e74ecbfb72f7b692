// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/people.hpp"

#include <gtest/gtest.h>

#include <string>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;
using test::PlantedLog;

LearnedPeople learn(const PlantedLog& planted, const eventlog::StaffList& staff) {
  const auto instances = eventlog::instances(planted.log);
  const auto rosters = learn_rosters(planted.log, instances);
  const auto rows = observe(planted.log, instances, rosters, {});
  IdVector<eventlog::ActivityId, work::ActivityId> same;
  for (std::size_t i = 0; i < planted.log.activities.size(); ++i) {
    same.push_back(work::ActivityId(i));
  }
  return learn_people(planted.log, rows, same, rosters, count_handovers(planted.log, instances),
                      staff, find_period(instances));
}

TEST(People, WhoLeftIsLeftOutUnlessNobodyElseKnowsTheWork) {
  PlantedLog planted;
  planted.add("1", "check", "ann", at(0, 9));
  planted.add("2", "check", "bob", at(0, 9));
  planted.add("2", "sign", "bob", at(0, 10));
  planted.add("3", "check", "cas", at(400, 9));
  const auto people = learn(planted, {});
  EXPECT_EQ(people.seen, 3U);
  EXPECT_EQ(people.left, 1U) << "ann; bob alone can sign";
  EXPECT_EQ(people.workforce.persons.size(), 2U);
}

TEST(People, PaidHoursAreOfTheWeeksInWhichSomebodyWorked) {
  PlantedLog steady;
  for (int day = 0; day <= 210; ++day) steady.add("1", "check", "ann", at(day, 10));
  const eventlog::StaffList full_time = {
      {steady.log.persons[eventlog::PersonId(0)], "", "", Fte::of(1), ""}};
  EXPECT_NEAR(learn(steady, full_time).paid_hours, 30 * 40, 1e-6);
  // One late stamp in an old case adds no half year.
  steady.add("1", "check", "ann", at(400, 10));
  EXPECT_NEAR(learn(steady, full_time).paid_hours, 30 * 40, 10);
}

TEST(People, TheStaffListGivesUnitFunctionAndHours) {
  PlantedLog planted;
  planted.add("1", "check", "ann", at(0, 9));
  planted.add("1", "check", "ann", at(0, 10));
  planted.add("1", "print", "", at(0, 11));
  const eventlog::StaffList staff{{"ann", "permits", "clerk", Fte::of(0.5), ""},
                                  {"ann", "counter", "host", Fte::of(0.1), ""},
                                  {"dee", "permits", "clerk", Fte::of(1), ""}};
  const auto people = learn(planted, staff);
  ASSERT_EQ(people.workforce.persons.size(), 1U);
  const org::Person& ann = people.workforce.persons[org::PersonId(0)];
  EXPECT_EQ(ann.unit_name, "permits");
  EXPECT_EQ(ann.function, "clerk");
  EXPECT_EQ(ann.fte, Fte::of(0.6));
  EXPECT_NEAR(hours(people.workforce.rosters[ann.roster].week()), 24, 1e-9);
  EXPECT_EQ(people.staff_without_records, 1U);
  // What nobody was recorded with, everybody can do.
  ASSERT_EQ(ann.competences.size(), 2U);
  EXPECT_EQ(ann.competences[0].weight, 2);
}

}  // namespace
}  // namespace veer::discover
