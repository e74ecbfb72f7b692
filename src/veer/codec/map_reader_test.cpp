// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/map_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace veer::codec {
namespace {

const MapGround ground = {"r1", {"ask", "hear", "decide", "send"},
                          std::vector<std::string>{"permits", "counter"}};

Result<org::Map> read(const std::string& body, const MapGround& records = ground) {
  return read_map("format: veer-map/1\n" + body, "map.yaml", records);
}

/// The problems, one sentence a line.
std::string wrong(const std::string& body) {
  const auto map = read(body);
  if (map) return "";
  std::string all;
  for (const Error& problem : map.error()) all += to_string(problem) + "\n";
  return all;
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(MapReader, reads_everything_a_map_can_say) {
  const auto map = read(R"(
workspace: town
records: r1
sub_processes:
  - id: permit
    name: permit granted
    domain: space
    activities: [ask, {name: hear, discipline: law, competence: hearing}]
  - {id: appeal, within: permit, area: north, activities: [decide]}
unplaced: [send]
units:
  - {name: permits, within: town hall, domain: space}
  - {name: town hall, domain: {space: 60 %, social: 40 %}}
)");
  ASSERT_TRUE(map.has_value()) << to_string(map.error().front());
  EXPECT_EQ(map->workspace, "town");
  ASSERT_EQ(map->sub_processes.size(), 2U);
  EXPECT_EQ(map->sub_processes[0].name, "permit granted");
  EXPECT_EQ(map->sub_processes[0].marks[org::Mark::domain], "space");
  EXPECT_EQ(map->sub_processes[1].within, "permit");
  EXPECT_EQ(map->sub_processes[1].marks[org::Mark::area], "north");
  ASSERT_EQ(map->activities.size(), 4U);
  EXPECT_EQ(map->activities[1].marks[org::Mark::competence], "hearing");
  EXPECT_EQ(map->activities[1].sub_process, "permit");
  EXPECT_EQ(map->activities[3].sub_process, "");
  ASSERT_EQ(map->units.size(), 2U);
  EXPECT_EQ(map->units[0].domains, (std::vector<org::DomainShare>{{"space", 1}}));
  EXPECT_EQ(map->units[1].domains,
            (std::vector<org::DomainShare>{{"space", 0.6}, {"social", 0.4}}));
}

TEST(MapReader, an_empty_value_says_nothing) {
  const auto map = read("sub_processes:\n  - id: permit\n    domain:\n    activities: [ask]\n");
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->sub_processes[0].marks, org::Marks());
}

TEST(MapReader, tells_everything_that_is_wrong_at_once_with_its_line) {
  const std::string problems = wrong(R"(sub_processes:
  - id: permit
    within: appeal
    activities: [ask, hear, decide, haer, ask]
  - {id: appeal, within: permit}
  - {id: appeal, colour: red}
  - {id: other, within: nowhere, domain: [a, b]}
units:
  - {name: permits, domain: {space: 70 %, social: 40 %}}
  - {name: basement}
)");
  EXPECT_EQ(lines(problems), 9U) << problems;
  EXPECT_NE(problems.find("map.yaml:5: sub_processes[0].activities[3]: found haer"),
            std::string::npos);
  EXPECT_NE(problems.find("Did you mean 'hear'?"), std::string::npos);
  EXPECT_NE(problems.find("activity ask a second time"), std::string::npos);
  EXPECT_NE(problems.find("line 5 too"), std::string::npos);
  EXPECT_NE(problems.find("a ring: permit within appeal within permit"), std::string::npos);
  EXPECT_NE(problems.find("sub-process appeal a second time"), std::string::npos);
  EXPECT_NE(problems.find("unknown key 'colour'"), std::string::npos);
  EXPECT_NE(problems.find("map.yaml:8: sub_processes[3].within: found nowhere"), std::string::npos);
  EXPECT_NE(problems.find("map.yaml:10: units[0].domain: found shares that add up to 110 %"),
            std::string::npos);
  EXPECT_NE(problems.find("found basement, in which nobody works"), std::string::npos);
}

TEST(MapReader, a_sub_process_or_unit_does_not_lie_within_itself) {
  EXPECT_NE(wrong("sub_processes: [{id: a, within: a}]\n").find("a ring: a within a"),
            std::string::npos);
  const std::string problems = wrong(
      "sub_processes: []\nunits:\n  - {name: a, within: b}\n  - {name: b, within: c}\n"
      "  - {name: c, within: b}\n  - {name: permits, within: a}\n");
  EXPECT_EQ(lines(problems), 1U) << problems;
  EXPECT_NE(problems.find("a ring: b within c within b"), std::string::npos) << problems;
}

TEST(MapReader, a_map_of_other_records_is_one_problem) {
  const std::string other =
      wrong("records: r2\nworkspace: elsewhere\nsub_processes: [{id: a, activities: [x, y]}]\n");
  EXPECT_EQ(lines(other), 1U) << other;
  EXPECT_NE(other.find("map.yaml:2: records: found a map of other records (elsewhere, r2)"),
            std::string::npos)
      << other;
  const std::string mostly_these = wrong(
      "records: r2\nsub_processes: [{id: a, activities: [ask, x]}, {id: b, within: c}]\n");
  EXPECT_EQ(lines(mostly_these), 3U) << mostly_these;
  const std::string unknown = wrong("sub_processes: [{id: a, activities: [ask, x, y]}]\n");
  EXPECT_EQ(lines(unknown), 1U) << unknown;
  EXPECT_NE(unknown.find("2 of 3 activities that are in none of these records"), std::string::npos);
}

TEST(MapReader, refuses_what_is_no_map) {
  EXPECT_FALSE(read_map("", "map.yaml", ground).has_value());
  EXPECT_FALSE(read_map("# nothing but words\n", "map.yaml", ground).has_value());
  EXPECT_FALSE(read_map("[1, 2]", "map.yaml", ground).has_value());
  EXPECT_FALSE(read_map("just text", "map.yaml", ground).has_value());
  EXPECT_FALSE(read_map("format: veer-shock/1\nsub_processes: []\n", "map.yaml", ground));
  EXPECT_FALSE(read("sub_processes: 5\n").has_value());
  EXPECT_FALSE(read("sub_processes: [permit]\n").has_value());
  EXPECT_FALSE(read("sub_processes: [{id: permit, activities: ask}]\n").has_value());
  EXPECT_FALSE(read("sub_processes: [{id: permit, activities: [[ask]]}]\n").has_value());
  EXPECT_FALSE(read("sub_processes: [{id: permit, activities: [null, ask]}]\n").has_value());
  EXPECT_FALSE(read("sub_processes: [{name: no id}]\n").has_value());
  EXPECT_FALSE(read("sub_processes: []\nunits: [{name: permits, domain: {a: much}}]\n"));
  EXPECT_FALSE(read("sub_processes: []\nunits: [{name: permits, domain: {a: -5 %}}]\n"));
}

TEST(MapReader, a_file_with_thousands_of_mistakes_gets_twenty_sentences_and_a_count) {
  std::string body = "sub_processes:\n  - id: a\n    activities:\n";
  for (int i = 0; i < 50'000; ++i) body += "      - ask\n";
  const auto map = read(body);
  ASSERT_FALSE(map.has_value());
  EXPECT_EQ(map.error().size(), 21U);
  EXPECT_NE(map.error().back().found.find("49979 more"), std::string::npos)
      << map.error().back().found;
  std::string huge = "sub_processes: []\n#";
  huge.append(5'000'000, 'x');
  EXPECT_FALSE(read(huge).has_value());
}

TEST(MapReader, what_the_map_leaves_out_is_no_problem) {
  const auto map = read("sub_processes: []\n");
  ASSERT_TRUE(map.has_value());
  EXPECT_TRUE(map->activities.empty());
}

}  // namespace
}  // namespace veer::codec
