// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/duties.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "veer/design/test_town.hpp"

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;

double total(const HoursByPerson& hours) {
  return std::accumulate(hours.begin(), hours.end(), 0.0);
}

/// top < left (people 0-3), right (4-7); one person in each can do more than the others.
struct TwoUnits {
  TestTown town;
  IdVector<UnitId, org::Unit> units;
  IdVector<PersonId, UnitId> unit_of;
  IdVector<PersonId, bool> leads_now;

  TwoUnits() : leads_now(8, false) {
    const auto steps = town.process("permit", "", 2);
    town.people(1, "left", {steps[0]});
    town.people(1, "left", steps);
    town.people(2, "left", {steps[0]});
    town.people(2, "right", {steps[0]});
    town.people(2, "right", steps);
    units.push_back({"top", "top", UnitId::none(), {}});
    units.push_back({"left", "team", UnitId(0), {}});
    units.push_back({"right", "team", UnitId(0), {}});
    for (std::size_t i = 0; i < 8; ++i) unit_of.push_back(UnitId(1 + i / 4));
  }
  void choose() { choose_leads(units, unit_of, town.baseline.workforce, leads_now); }
};

TEST(ChooseLeads, takes_the_broadest_then_the_lowest_id_and_the_top_from_among_them) {
  TwoUnits world;
  world.choose();
  EXPECT_EQ(world.units[UnitId(1)].lead, PersonId(1));
  EXPECT_EQ(world.units[UnitId(2)].lead, PersonId(6));
  EXPECT_EQ(world.units[UnitId(0)].lead, PersonId(1));
}

TEST(ChooseLeads, whoever_leads_now_goes_before_the_broadest) {
  TwoUnits world;
  world.leads_now[PersonId(5)] = true;
  world.choose();
  EXPECT_EQ(world.units[UnitId(2)].lead, PersonId(5));
  EXPECT_EQ(world.units[UnitId(0)].lead, PersonId(5));
}

TEST(Leaders, everybody_but_the_top_has_one) {
  TwoUnits world;
  world.choose();
  const auto leader = leaders(world.units, world.unit_of);
  EXPECT_EQ(leader[PersonId(0)], PersonId(1));
  EXPECT_EQ(leader[PersonId(6)], PersonId(1));
  EXPECT_TRUE(leader[PersonId(1)].is_none());
}

TEST(LeadingHours, add_up_to_the_same_with_leads_without_and_with_deputies) {
  TwoUnits world;
  const auto& workforce = world.town.baseline.workforce;
  const HoursByPerson wide(8, 40.0);
  const auto shared = leading_hours(world.units, world.unit_of, workforce, 1.5, wide);
  EXPECT_NEAR(total(shared.hours), 12, 1e-9);
  EXPECT_NEAR(shared.hours[PersonId(3)], 1.5, 1e-9);
  world.choose();
  const auto led = leading_hours(world.units, world.unit_of, workforce, 1.5, wide);
  EXPECT_NEAR(total(led.hours), 12, 1e-9);
  EXPECT_NEAR(led.hours[PersonId(1)], 7.5, 1e-9) << "three in the unit, the other lead, and self";
  EXPECT_EQ(led.helped, 0U);
  const auto narrow = leading_hours(world.units, world.unit_of, workforce, 1.5,
                                    HoursByPerson(8, 2.0));
  EXPECT_NEAR(total(narrow.hours), 12, 1e-9);
  EXPECT_EQ(narrow.helped, 2U);
  EXPECT_NEAR(narrow.hours[PersonId(1)], 2, 1e-9);
}

TEST(OtherWork, fills_up_to_the_load_and_is_never_below_zero) {
  TestTown town;
  town.people(2, "a", town.process("permit", "", 1));
  org::Organisation as_is;
  for (int i = 0; i < 2; ++i) as_is.places.push_back({UnitId(0), {{org::DutyKind::leading, 4}}});
  HoursByPerson recorded(2, 9.0);
  recorded[PersonId(1)] = 36;
  const OtherWork other = other_work(town.baseline.workforce, as_is, recorded, 0.85, 0.9);
  EXPECT_NEAR(other.hours[PersonId(0)], 0.85 * 40 - 9 / 0.9 - 4, 1e-9);
  EXPECT_EQ(other.hours[PersonId(1)], 0);
  EXPECT_EQ(other.clipped, 1U);
  set_other_work(as_is, other.hours);
  EXPECT_EQ(as_is.places[PersonId(0)].duties.size(), 2U);
  EXPECT_EQ(as_is.places[PersonId(1)].duties.size(), 1U);
}

}  // namespace
}  // namespace veer::design
