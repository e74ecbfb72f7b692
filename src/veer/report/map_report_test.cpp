// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/map_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "veer/codec/map_reader.hpp"
#include "veer/eventlog/log_builder.hpp"
#include "veer/report/map_yaml.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

/// Two groups of `people`, with codes, an awkward name and an activity without a code.
eventlog::EventLog records(int people) {
  eventlog::LogBuilder builder;
  Instant time = start_of(*day_from_date(2024, 3, 4));
  for (int person = 0; person < people; ++person) {
    for (const std::string group : {"hal", "werf"}) {
      for (const std::string& code :
           std::vector<std::string>{group + "_010", group + "_020",
                                    "2x \"tien\": # [ja]\t\\ é"}) {
        const auto id = builder.case_of("Z" + std::to_string(person));
        builder.add_event({id, builder.activity(code),
                           builder.person("P-" + group + std::to_string(person)),
                           builder.group(group), eventlog::Transition::complete, {},
                           time += std::chrono::hours(30)});
      }
    }
  }
  return builder.build();
}

MapAnswer answer(int people = 6) {
  const eventlog::EventLog log = records(people);
  const auto instances = eventlog::instances(log);
  MapAnswer result;
  result.name = "dorp";
  result.workspace = "dorp.veer";
  result.proposal = discover::propose_map(log, instances, {});
  result.map = result.proposal->map;
  result.map.workspace = "dorp";
  result.map.records = "r1";
  result.coverage = discover::cover(result.map, log, instances, {});
  result.coverage.groupings[static_cast<std::size_t>(org::GroupBy::domain)] = {
      discover::Support::judgement, 2};
  return result;
}

codec::MapGround ground() {
  const eventlog::EventLog log = records(6);
  return {"r1", log.activities.texts(), log.groups.texts()};
}

TEST(MapReport, saysWhatIsCoveredInBothLanguagesWithinTheScreen) {
  for (const Language language : {Language::nl, Language::en}) {
    const std::string screen = map_screen(language, answer());
    std::istringstream lines(screen);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
    EXPECT_NE(screen.find(language == Language::nl ? "4 van de 5 soorten" : "4 of the 5 kinds"),
              std::string::npos)
        << screen;
    EXPECT_NE(screen.find(language == Language::nl ? "66,7 %" : "66.7%"), std::string::npos);
    EXPECT_EQ(screen.find("P-"), std::string::npos) << "nobody is named";
  }
  MapAnswer stored = answer();
  stored.proposal.reset();
  const std::string screen = map_screen(Language::nl, stored);
  EXPECT_NE(screen.find("zoals u ze hebt ingedeeld"), std::string::npos);
  EXPECT_NE(screen.find("--propose"), std::string::npos);
}

TEST(MapReport, neverCountsFewerThanFivePeople) {
  EXPECT_NE(map_screen(Language::nl, answer(3)).find("< 5"), std::string::npos);
  const auto few = nlohmann::json::parse(map_json(answer(3)));
  EXPECT_FALSE(few["sub_processes"][0].contains("people"));
  const auto enough = nlohmann::json::parse(map_json(answer()));
  EXPECT_EQ(enough["sub_processes"][0]["people"], 6);
}

TEST(MapReport, jsonHoldsTheFiguresAndTheMap) {
  const auto json = nlohmann::json::parse(map_json(answer()));
  EXPECT_EQ(json["map"], "proposed");
  EXPECT_EQ(json["rule"], "code");
  EXPECT_EQ(json["events"], 36);
  EXPECT_EQ(json["coverage"]["events"], 24);
  EXPECT_EQ(json["groupings"]["domain"]["support"], "judgement");
  EXPECT_EQ(json["marks"]["area"]["seen"], "no_column");
  EXPECT_EQ(json["map_activities"].size(), 5U);
}

TEST(MapReport, whatIsWrittenReadsBackAsTheSameMap) {
  MapAnswer written = answer();
  for (org::MapActivity& one : written.map.activities) one.marks[org::Mark::discipline] = "a: b";
  written.map.activities[0].marks[org::Mark::area] = "noord";
  for (const Language language : {Language::nl, Language::en}) {
    const std::string yaml = map_yaml(language, written);
    const auto read = codec::read_map(yaml, "map.yaml", ground());
    ASSERT_TRUE(read.has_value()) << to_string(read.error().front()) << yaml;
    EXPECT_EQ(org::marks_of(*read), org::marks_of(written.map)) << yaml;
    EXPECT_EQ(read->units, written.map.units);
    EXPECT_EQ(read->workspace, "dorp");
    EXPECT_EQ(read->records, "r1");
    ASSERT_EQ(read->activities.size(), written.map.activities.size());
    for (std::size_t i = 0; i < read->activities.size(); ++i) {
      EXPECT_EQ(read->activities[i].name, written.map.activities[i].name);
      EXPECT_EQ(read->activities[i].sub_process, written.map.activities[i].sub_process);
    }
    ASSERT_EQ(read->sub_processes.size(), written.map.sub_processes.size());
    EXPECT_EQ(read->sub_processes[0].id, written.map.sub_processes[0].id);
  }
}

TEST(MapReport, aMarkThatFewEventsSayTellsHowMany) {
  MapAnswer few = answer();
  few.map.activities[0].marks[org::Mark::discipline] = "jurist";
  few.proposal->reasons[0].said[static_cast<std::size_t>(org::Mark::discipline)] = 0.21;
  const std::string yaml = map_yaml(Language::nl, few);
  EXPECT_NE(yaml.find("# 6 keer; jurist bij 21 % van de keren"), std::string::npos) << yaml;
}

TEST(MapReport, everyLineOfTheFileSaysWhyItIsThere) {
  const std::string yaml = map_yaml(Language::nl, answer());
  EXPECT_NE(yaml.find("- \"hal_010\"  # 6 keer"), std::string::npos) << yaml;
  EXPECT_NE(yaml.find("  # soorten handelingen: 2; gebeurtenissen: 12 (33,3 %); zaken: 6"),
            std::string::npos)
      << yaml;
  EXPECT_NE(yaml.find("domain:  # vul in"), std::string::npos);
}

}  // namespace
}  // namespace veer::report
