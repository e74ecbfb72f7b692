// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/observations.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;
using test::PlantedLog;

std::vector<Observation> observe(const PlantedLog& planted) {
  const auto instances = eventlog::instances(planted.log);
  const LearnedRosters rosters = learn_rosters(planted.log, instances);
  return observe(planted.log, instances, rosters, {});
}

TEST(Observations, StartIsWhenThePersonRegisteredThePreviousPiece) {
  PlantedLog planted;
  planted.add("1", "check", "ann", at(0, 9));
  planted.add("2", "check", "ann", at(0, 9, 20));
  const auto rows = observe(planted);
  EXPECT_EQ(rows[0].basis, StartBasis::unknown) << "the first piece of the day";
  EXPECT_EQ(rows[1].basis, StartBasis::estimated);
  EXPECT_EQ(rows[1].start, at(0, 9));
  EXPECT_NEAR(rows[1].effort_hours.value(), 1.0 / 3, 1e-12);
  // The unknown one is placed by what is known of the same activity.
  EXPECT_EQ(rows[0].start, at(0, 8, 40));
  EXPECT_FALSE(rows[0].effort_hours.has_value());
}

TEST(Observations, StartIsNeverBeforeTheCasesPreviousActivityNorMoreThanAnHourBack) {
  PlantedLog planted;
  planted.add("1", "register", "bob", at(0, 9, 15));
  planted.add("1", "check", "ann", at(0, 9, 20));
  planted.add("2", "register", "bob", at(0, 9, 30));
  planted.add("2", "check", "ann", at(0, 15));
  planted.add("3", "check", "ann", at(0, 9, 1));
  const auto rows = observe(planted);
  EXPECT_EQ(rows[1].start, at(0, 9, 15)) << "ann's own previous stamp is 09:01";
  EXPECT_EQ(rows[3].start, at(0, 14)) << "an hour before 15:00";
}

TEST(Observations, ABurstOfRegistrationsIsOneStretchOfWorkBeforeTheFirst) {
  PlantedLog planted;
  planted.add("0", "check", "ann", at(0, 10));
  planted.add("1", "check", "ann", at(0, 10, 30));
  planted.add("1", "decide", "ann", at(0, 10, 30, 5));
  planted.add("1", "send", "ann", at(0, 10, 30, 10));
  const auto rows = observe(planted);
  EXPECT_EQ(rows[1].start, at(0, 10));
  EXPECT_NEAR(rows[1].effort_hours.value(), 0.5, 1e-9);
  EXPECT_NEAR(rows[2].effort_hours.value(), 5.0 / 3600, 1e-9);
  EXPECT_NEAR(rows[3].effort_hours.value(), 5.0 / 3600, 1e-9);
  EXPECT_EQ(rows[2].start, at(0, 10, 30));
  EXPECT_EQ(rows[3].start, at(0, 10, 30, 5));
}

TEST(Observations, ADayStampTellsNoEffort) {
  PlantedLog planted;
  planted.add("1", "register", "ann", at(0, 0));
  planted.add("1", "check", "ann", at(1, 0));
  for (const Observation& row : observe(planted)) {
    EXPECT_EQ(row.basis, StartBasis::unknown);
    EXPECT_FALSE(row.effort_hours.has_value());
    EXPECT_EQ(row.start, row.instance.end);
  }
}

TEST(Observations, RecordedWorkInHandAtTheSameTimeSharesThePerson) {
  PlantedLog planted;
  planted.add("1", "check", "ann", at(0, 11), at(0, 9));
  planted.add("2", "check", "ann", at(0, 12), at(0, 10));
  const auto rows = observe(planted);
  EXPECT_EQ(rows[0].basis, StartBasis::recorded);
  EXPECT_NEAR(rows[0].effort_hours.value(), 1.5, 1e-12);
  EXPECT_NEAR(rows[1].effort_hours.value(), 1.5, 1e-12);
}

TEST(Observations, WorkOverSeveralDaysTakesTheOfficeHoursInBetween) {
  PlantedLog planted;
  planted.add("1", "draw", "ann", at(1, 10), at(0, 16));
  const auto rows = observe(planted);
  EXPECT_NEAR(rows[0].effort_hours.value(), 1 + 1.5, 1e-12) << "16:00-17:00 and 08:30-10:00";
}

}  // namespace
}  // namespace veer::discover
