// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/map_proposal.hpp"

#include <gtest/gtest.h>

#include "veer/discover/map_coverage.hpp"
#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using org::GroupBy;
using org::Mark;
using test::at;
using test::PlantedLog;

/// Records of ten people, each with five cases of the activities given, done in the group given.
void add_team(PlantedLog& planted, const std::string& team, const std::string& group,
              const std::vector<std::string>& activities) {
  for (int person = 0; person < 5; ++person) {
    const std::string name = team + std::to_string(person);
    for (int c = 0; c < 5; ++c) {
      int hour = 8;
      for (const std::string& activity : activities) {
        const std::string who = team + std::to_string((person + ++hour) % 5);
        planted.add(name + "/" + std::to_string(c), activity, who, at(c, hour), {}, group);
      }
    }
  }
}

void add_case_column(eventlog::EventLog& log, const std::string& name,
                     const std::string& first_half, const std::string& second_half) {
  eventlog::Attribute column;
  column.name = name;
  for (const auto id : ids(log.cases)) {
    column.values.push_back(id.index() < log.cases.size() / 2 ? first_half : second_half);
  }
  log.attributes.push_back(column);
}

struct Found {
  MapProposal proposal;
  MapCoverage coverage;
};

Found find(const eventlog::EventLog& log, const eventlog::StaffList& staff = {}) {
  const auto instances = eventlog::instances(log);
  MapProposal proposal = propose_map(log, instances, staff);
  MapCoverage coverage = cover(proposal.map, log, instances, staff);
  return {std::move(proposal), std::move(coverage)};
}

PlantedLog two_teams() {
  PlantedLog planted;
  add_team(planted, "a", "hall", {"01_HOOFD_010", "01_HOOFD_020", "06_VD_010"});
  add_team(planted, "b", "yard", {"road", "01_HOOFD_030"});
  return planted;
}

TEST(MapProposal, codes_name_the_sub_processes) {
  const auto found = find(two_teams().log);
  EXPECT_EQ(found.proposal.rule, SubProcessRule::code);
  ASSERT_EQ(found.proposal.map.sub_processes.size(), 2U);
  EXPECT_EQ(found.proposal.map.sub_processes[0].id, "01_HOOFD");
  EXPECT_EQ(found.proposal.map.sub_processes[0].name, "hoofdproces");
  EXPECT_EQ(found.proposal.words[0], WordsFrom::published);
  EXPECT_EQ(found.proposal.map.sub_processes[1].name, "") << "no activity has a word of it";
  ASSERT_EQ(found.proposal.map.activities.size(), 5U);
  EXPECT_EQ(found.proposal.map.activities.back().name, "road") << "in none: last";
  EXPECT_EQ(found.proposal.map.activities.back().sub_process, "");
  EXPECT_EQ(found.proposal.reasons[0].events, 25U);
}

TEST(MapProposal, counts_what_it_covers) {
  const auto found = find(two_teams().log);
  EXPECT_EQ(found.coverage.events, 125U);
  EXPECT_EQ(found.coverage.events_placed, 100U);
  EXPECT_DOUBLE_EQ(found.coverage.share(), 0.8);
  EXPECT_EQ(found.coverage.activities, 5U);
  EXPECT_EQ(found.coverage.activities_placed, 4U);
  EXPECT_EQ(found.coverage.unplaced, std::vector<std::string>{"road"});
  EXPECT_EQ(found.coverage.people, 10U);
  EXPECT_EQ(found.coverage.cases, 50U);
  EXPECT_NEAR(found.coverage.median_days, 1.5 / 24, 1e-12);
  EXPECT_EQ(found.coverage.sub_processes[0], (SubProcessUse{"01_HOOFD", 3, 75, 50, 10}));
  EXPECT_EQ(found.coverage.sub_processes[1], (SubProcessUse{"06_VD", 1, 25, 25, 5}));
}

TEST(MapProposal, without_codes_groups_name_the_sub_processes_but_none_of_fewer_than_five_people) {
  PlantedLog planted;
  add_team(planted, "a", "hall", {"ask", "hear"});
  add_team(planted, "b", "yard", {"dig"});
  planted.add("x", "count", "carl", at(0, 9), {}, "vault");
  const auto found = find(planted.log);
  EXPECT_EQ(found.proposal.rule, SubProcessRule::group);
  ASSERT_EQ(found.proposal.map.sub_processes.size(), 2U);
  EXPECT_EQ(found.proposal.map.sub_processes[0].id, "hall");
  EXPECT_EQ(found.coverage.unplaced, std::vector<std::string>{"count"});
}

TEST(MapProposal, without_codes_and_groups_communities_name_them) {
  PlantedLog planted;
  add_team(planted, "a", "", {"ask", "hear"});
  add_team(planted, "b", "", {"dig", "fill"});
  const auto found = find(planted.log);
  EXPECT_EQ(found.proposal.rule, SubProcessRule::community);
  EXPECT_EQ(found.proposal.map.sub_processes.size(), 2U);
  EXPECT_EQ(found.coverage.units_from, UnitsFrom::communities);
  EXPECT_EQ(found.coverage[GroupBy::observed].support, Support::judgement);
}

TEST(MapProposal, one_team_without_codes_shows_no_sub_processes) {
  PlantedLog planted;
  add_team(planted, "a", "hall", {"ask", "hear"});
  const auto found = find(planted.log);
  EXPECT_EQ(found.proposal.rule, SubProcessRule::none);
  EXPECT_TRUE(found.proposal.map.sub_processes.empty());
  EXPECT_EQ(found.coverage.share(), 0);
}

TEST(MapProposal, a_column_that_tells_activities_apart_gives_their_domain) {
  PlantedLog planted = two_teams();
  add_case_column(planted.log, "Afdeling", "burgers", "wegen");
  const auto found = find(planted.log);
  const auto& finding = found.proposal.marks[static_cast<std::size_t>(Mark::domain)];
  EXPECT_EQ(finding.seen, Seen::found);
  EXPECT_EQ(finding.column, "Afdeling");
  EXPECT_EQ(found.proposal.map.activities[0].marks[Mark::domain], "burgers");
  EXPECT_EQ(found.proposal.map.activities.back().marks[Mark::domain], "wegen");
  EXPECT_EQ(found.coverage.marks[static_cast<std::size_t>(Mark::domain)], (MarkUse{125, 2}));
}

TEST(MapProposal, says_what_cannot_be_seen) {
  PlantedLog planted = two_teams();
  add_case_column(planted.log, "domein", "ruimte", "ruimte");
  const auto found = find(planted.log);
  const auto seen = [&](Mark mark) {
    return found.proposal.marks[static_cast<std::size_t>(mark)].seen;
  };
  EXPECT_EQ(seen(Mark::domain), Seen::one_value);
  EXPECT_EQ(seen(Mark::area), Seen::no_column);
  EXPECT_EQ(found.proposal.map.activities[0].marks[Mark::domain], "") << "it divides nothing";

  PlantedLog mixed;
  add_team(mixed, "a", "hall", {"01_HOOFD_010", "06_VD_010"});
  for (const auto id : ids(mixed.log.cases)) {
    mixed.log.cases[id].case_type = id.index() % 2 == 0 ? "bouw" : "kap";
  }
  const auto spread = find(mixed.log);
  EXPECT_EQ(spread.proposal.marks[static_cast<std::size_t>(Mark::product)].seen, Seen::spread);
}

TEST(MapProposal, the_staff_list_gives_disciplines_and_units) {
  const PlantedLog planted = two_teams();
  eventlog::StaffList staff;
  for (int i = 0; i < 5; ++i) {
    staff.push_back({"a" + std::to_string(i), "Burgers", "jurist", {}, ""});
    staff.push_back({"b" + std::to_string(i), "Wegen", "stratenmaker", {}, ""});
  }
  const auto found = find(planted.log, staff);
  EXPECT_EQ(found.proposal.map.activities[0].marks[Mark::discipline], "jurist");
  ASSERT_EQ(found.proposal.map.units.size(), 2U);
  EXPECT_EQ(found.proposal.map.units[1].name, "Wegen");
  EXPECT_EQ(found.coverage.units_from, UnitsFrom::staff_list);
  EXPECT_EQ(found.coverage[GroupBy::discipline].support, Support::yes);
}

}  // namespace
}  // namespace veer::discover
