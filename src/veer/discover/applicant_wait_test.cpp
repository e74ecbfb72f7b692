// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/applicant_wait.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;

TEST(ApplicantWait, IsTheTimeAfterAskingForAdditions) {
  test::PlantedLog planted;
  for (int k = 0; k < 5; ++k) {
    const std::string name = std::to_string(k);
    const std::string person = "p" + std::to_string(k);
    planted.add(name, "intake", "ann", at(k, 9));
    planted.add(name, "Verzoek om AANVULLING", person, at(k, 11));
    planted.add(name, "besluit", "bob", at(k + 2, 11));
  }
  planted.add("x", "opschorting termijn", "ann", at(9, 9));
  const auto found = find_applicant_wait(planted.log, eventlog::instances(planted.log), {});
  EXPECT_EQ(found.times, 5U) << "nothing follows on the last one";
  EXPECT_DOUBLE_EQ(found.waiting_hours, 5 * 48);
  EXPECT_DOUBLE_EQ(found.all_waiting_hours, 5 * 50);
  EXPECT_EQ(found.activities, std::vector<std::string>{"Verzoek om AANVULLING"});
  EXPECT_EQ(found.not_named, 1U) << "one person does it";
}

TEST(ApplicantWait, OfRecordsThatNeverAskIsNone) {
  test::PlantedLog planted;
  planted.add("1", "intake", "ann", at(0, 9));
  planted.add("1", "besluit", "ann", at(1, 9));
  const auto found = find_applicant_wait(planted.log, eventlog::instances(planted.log), {});
  EXPECT_EQ(found.times, 0U);
  EXPECT_EQ(found.share(), 0);
}

TEST(ApplicantWait, IsKnownByTheTitleOfAnActivityWhoseNameIsACode) {
  test::PlantedLog planted;
  for (int n = 0; n < 5; ++n) {
    const std::string name = std::to_string(n);
    planted.add(name, "07_OPS_010", "person " + name, at(n, 9));
    planted.add(name, "decide", "ann", at(n, 19));
  }
  const auto instances = eventlog::instances(planted.log);
  EXPECT_EQ(find_applicant_wait(planted.log, instances, {}).times, 0U);
  const auto found =
      find_applicant_wait(planted.log, instances, {{"07_OPS_010", "termijn opschorten"}});
  EXPECT_EQ(found.times, 5U);
  EXPECT_DOUBLE_EQ(found.share(), 1);
}

}  // namespace
}  // namespace veer::discover
