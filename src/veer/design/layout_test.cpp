// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/layout.hpp"

#include <gtest/gtest.h>

#include "veer/design/test_town.hpp"

namespace veer::design {
namespace {

using org::PersonId;
using org::UnitId;

Result<Layout> laid_out(const TestTown& town, const org::Model& model, const Sizes& sizes) {
  const Expected expected = expect(town.baseline);
  const Ties ties(expected.handovers, town.baseline.workforce);
  return lay_out(model.structure, sizes, town.baseline, expected, ties);
}

std::string unit_of(const Layout& layout, std::size_t person) {
  return layout.units[layout.unit_of[PersonId(person)]].name;
}

/// Two domains, in each two processes with people of their own.
TestTown two_domains(const std::string& first, const std::string& second) {
  TestTown town;
  for (const std::string name : {"a", "b"}) {
    const std::string& domain = name == "a" ? first : second;
    for (int i = 1; i <= 2; ++i) {
      const std::string unit = name + std::to_string(i);
      town.people(6, unit, town.process(unit, domain, 3));
    }
  }
  return town;
}

bool has(const Layout& layout, NoteKind kind) {
  for (const Note& note : layout.notes) {
    if (note.kind == kind) return true;
  }
  return false;
}

TEST(Layout, units_as_found_stay_and_get_one_top) {
  const auto layout = laid_out(two_domains("", ""), as_is_model(), {});
  ASSERT_TRUE(layout.has_value());
  ASSERT_EQ(layout->units.size(), 5U);
  EXPECT_EQ(layout->units[UnitId(0)].name, "directie");
  EXPECT_EQ(unit_of(*layout, 0), "a1");
  EXPECT_EQ(unit_of(*layout, 23), "b2");
}

TEST(Layout, found_units_keep_their_line_and_their_leads) {
  TestTown town = two_domains("", "");
  auto& found = town.baseline.workforce.found_units;
  found.push_back({"hall", "", "", {}});
  found.push_back({"empty", "hall", "", {}});
  found.push_back({"a", "hall", "", {}});
  for (const std::string name : {"a1", "a2"}) found.push_back({name, "a", "", {}});
  for (const std::string name : {"b1", "b2"}) found.push_back({name, "hall", "", {}});
  found.back().lead = PersonId(20);
  const auto layout = laid_out(town, as_is_model(), {});
  ASSERT_TRUE(layout.has_value());
  ASSERT_EQ(layout->units.size(), 6U) << "the empty unit is left out, the hall is the top";
  EXPECT_EQ(layout->units[UnitId(2)].name, "a1");
  EXPECT_EQ(layout->units[UnitId(2)].parent, UnitId(1));
  EXPECT_EQ(layout->units[UnitId(5)].lead, PersonId(20));
}

TEST(Layout, somebody_without_a_unit_joins_those_they_hand_work_to) {
  TestTown town = two_domains("", "");
  town.baseline.workforce.persons[PersonId(8)].unit_name.clear();
  const auto layout = laid_out(town, as_is_model(), {});
  ASSERT_TRUE(layout.has_value());
  EXPECT_EQ(unit_of(*layout, 8), "a2");
  EXPECT_TRUE(has(*layout, NoteKind::people_without_unit));
}

TEST(Layout, domains_become_the_units_under_the_top) {
  const auto layout = laid_out(two_domains("social", "space"), sector_model(2, 4, 6, 8),
                               {4, 6, 8, 2});
  ASSERT_TRUE(layout.has_value());
  ASSERT_EQ(layout->units.size(), 7U);
  EXPECT_EQ(layout->units[UnitId(1)].name, "sector social");
  EXPECT_EQ(layout->units[UnitId(2)].name, "sector space");
  EXPECT_EQ(unit_of(*layout, 0), "a1");
  EXPECT_EQ(layout->units[layout->unit_of[PersonId(0)]].parent, UnitId(1));
  EXPECT_FALSE(has(*layout, NoteKind::domains_from_units));
}

TEST(Layout, without_domains_present_units_come_together_and_it_says_so) {
  const auto layout = laid_out(two_domains("", ""), sector_model(2, 4, 6, 8), {4, 6, 8, 2});
  ASSERT_TRUE(layout.has_value());
  EXPECT_TRUE(has(*layout, NoteKind::domains_from_units));
  EXPECT_EQ(layout->units[UnitId(1)].kind, "sector");
}

TEST(Layout, one_domain_divides_nobody_so_present_units_come_together) {
  const auto layout = laid_out(two_domains("permits", "permits"), sector_model(2, 4, 6, 8),
                               {4, 6, 8, 2});
  ASSERT_TRUE(layout.has_value());
  EXPECT_TRUE(has(*layout, NoteKind::domains_from_units));
}

TEST(Layout, people_whose_domain_is_not_known_are_counted_in_a_note) {
  TestTown town = two_domains("social", "space");
  town.people(2, "a1", {});
  const auto layout = laid_out(town, sector_model(2, 4, 6, 8), {4, 6, 8, 2});
  ASSERT_TRUE(layout.has_value());
  EXPECT_TRUE(has(*layout, NoteKind::people_without_domain));
  EXPECT_FALSE(has(*layout, NoteKind::domains_from_units));
}

TEST(Layout, the_domain_of_a_unit_counts_for_people_whose_work_has_none) {
  TestTown town = two_domains("", "");
  auto& found = town.baseline.workforce.found_units;
  for (const std::string name : {"a1", "a2"}) found.push_back({name, "", "social", {}});
  for (const std::string name : {"b1", "b2"}) found.push_back({name, "", "space", {}});
  const auto domains = domains_of(town.baseline, expect(town.baseline));
  EXPECT_EQ(domains.front(), "social");
  EXPECT_EQ(domains.back(), "space");
  EXPECT_TRUE(divide_people(domains));
  const auto layout = laid_out(town, sector_model(2, 4, 6, 8), {4, 6, 8, 2});
  ASSERT_TRUE(layout.has_value());
  EXPECT_EQ(layout->units[UnitId(1)].name, "sector social");
}

TEST(Layout, a_discipline_of_the_map_counts_before_the_competence) {
  TestTown town = two_domains("", "");
  auto& activities = town.baseline.work.activities;
  for (const auto id : ids(activities)) {
    activities[id].discipline = id.index() % 6 < 3 ? "law" : "building";
  }
  org::Model model = team_model(4, 6, 12);
  model.structure.group_by = org::GroupBy::discipline;
  const auto layout = laid_out(town, model, {4, 6, 12, 0});
  ASSERT_TRUE(layout.has_value());
  ASSERT_EQ(layout->units.size(), 2U);
  EXPECT_EQ(layout->unit_of[PersonId(0)], layout->unit_of[PersonId(12)]) << "a1 and b1: law";
  EXPECT_NE(layout->unit_of[PersonId(0)], layout->unit_of[PersonId(6)]);
}

TEST(Layout, too_few_people_for_the_model_give_fewer_units_and_it_says_so) {
  const auto layout = laid_out(two_domains("social", "space"), sector_model(4, 8, 12, 20),
                               {8, 12, 20, 4});
  ASSERT_TRUE(layout.has_value());
  EXPECT_TRUE(has(*layout, NoteKind::fewer_top_units));
  ASSERT_EQ(layout->units.size(), 3U) << "a sector of one department is that department";
  EXPECT_EQ(unit_of(*layout, 0), "sector social");
}

TEST(Layout, teams_are_the_people_who_hand_work_to_each_other) {
  TestTown town = two_domains("", "");
  // The records call everybody's unit the same.
  for (org::Person& person : town.baseline.workforce.persons) person.unit_name = "town hall";
  const auto layout = laid_out(town, team_model(4, 6, 8), {4, 6, 8, 0});
  ASSERT_TRUE(layout.has_value());
  ASSERT_EQ(layout->units.size(), 4U);
  for (std::size_t person = 0; person < 24; ++person) {
    EXPECT_EQ(layout->unit_of[PersonId(person)], layout->unit_of[PersonId(person / 6 * 6)]);
  }
  EXPECT_TRUE(layout->units[UnitId(0)].parent.is_none());
}

TEST(Layout, a_small_unit_does_not_name_the_team_that_takes_it_in) {
  TestTown town;
  const auto steps = town.process("permit", "", 2);
  town.people(2, "small", steps);
  town.people(2, "", steps);
  town.people(3, "other", steps);
  const auto layout = laid_out(town, team_model(4, 7, 9), {4, 7, 9, 0});
  ASSERT_TRUE(layout.has_value());
  EXPECT_EQ(unit_of(*layout, 0), "team 1");
}

TEST(Layout, a_grouping_without_ground_is_refused) {
  TestTown town;
  town.people(3, "", town.process("permit", "", 1));
  EXPECT_EQ(laid_out(town, as_is_model(), {}).error()[0].code, ErrorCode::unsupported);
  EXPECT_EQ(laid_out(town, sector_model(2, 2, 3, 4), {2, 3, 4, 2}).error()[0].code,
            ErrorCode::unsupported);
  EXPECT_EQ(laid_out(town, team_model(2, 3, 4), {2, 3, 4, 0}).error()[0].code,
            ErrorCode::unsupported);
}

}  // namespace
}  // namespace veer::design
