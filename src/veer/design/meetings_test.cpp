// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/meetings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;

/// A top with teams of three, each led by its first member; the first of all leads the top too.
org::Organisation teams(std::size_t number) {
  org::Organisation organisation;
  organisation.units.push_back({"top", "top", UnitId::none(), PersonId(0)});
  for (std::size_t team = 0; team < number; ++team) {
    organisation.units.push_back({"t", "team", UnitId(0), PersonId(3 * team)});
    for (int i = 0; i < 3; ++i) organisation.places.push_back({UnitId(team + 1), {}});
  }
  return organisation;
}

TEST(Schedule, teams_and_leads_meet_and_nobody_sits_in_two_meetings_at_once) {
  const auto meetings = schedule({{"team", false, 2, 90}, {"management", true, 1, 120}}, teams(6),
                                 calendar::office_week());
  ASSERT_EQ(meetings.size(), 7U);
  EXPECT_EQ(meetings[6].participants.size(), 6U);
  for (std::size_t a = 0; a < meetings.size(); ++a) {
    for (std::size_t b = a + 1; b < meetings.size(); ++b) {
      if (meetings[a].weekday != meetings[b].weekday) continue;
      const bool apart = meetings[a].starts_at + meetings[a].length <= meetings[b].starts_at ||
                         meetings[b].starts_at + meetings[b].length <= meetings[a].starts_at;
      const bool shared = std::any_of(
          meetings[a].participants.begin(), meetings[a].participants.end(), [&](PersonId person) {
            return std::count(meetings[b].participants.begin(), meetings[b].participants.end(),
                              person) > 0;
          });
      EXPECT_TRUE(apart || !shared) << a << " and " << b;
    }
  }
}

TEST(Schedule, nobody_meets_alone_and_no_meeting_is_longer_than_an_office_stretch) {
  org::Organisation organisation = teams(1);
  organisation.places.push_back({UnitId(0), {}});
  const auto meetings =
      schedule({{"team", false, 1, 900}}, organisation, calendar::office_week());
  ASSERT_EQ(meetings.size(), 1U) << "one person in the top is no meeting";
  EXPECT_EQ(hours(meetings[0].length), 4);
}

}  // namespace
}  // namespace veer::design
