// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/model_reader.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/mechanisms_reader.hpp"

namespace veer::codec {
namespace {

std::string file(const std::string& path) {
  std::ifstream stream(std::string(VEER_SOURCE_DIR) + "/" + path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string with(std::string text, const std::string& old, const std::string& replacement) {
  const auto at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return at == std::string::npos ? text : text.replace(at, old.size(), replacement);
}

/// All problems of a model file, one per line.
std::string problems_of(const std::string& yaml) {
  const auto model = read_model(yaml, "model.yaml");
  std::string text;
  if (!model) {
    for (const Error& problem : model.error()) text += to_string(problem) + "\n";
  }
  return text;
}

TEST(ModelReader, reads_the_models_of_the_catalogue) {
  const auto sectors = read_model(file("models/sectorenmodel.yaml"), "sectorenmodel.yaml");
  ASSERT_TRUE(sectors.has_value()) << problems_of(file("models/sectorenmodel.yaml"));
  EXPECT_EQ(sectors->id, "sectorenmodel");
  EXPECT_EQ(sectors->structure.group_by, org::GroupBy::domain);
  EXPECT_EQ(sectors->structure.top_units.value, 4);
  EXPECT_EQ(sectors->structure.top_units.name, "sectorenmodel/structure.top_units");
  EXPECT_EQ(sectors->structure.top_units.source, "aardema-korsten-2009");
  EXPECT_TRUE(sectors->structure.team_size.is_judgement());
  EXPECT_EQ(sectors->exceptions[2].decider, org::Decider::line);
  EXPECT_EQ(sectors->meetings.size(), 2U);

  const auto teams = read_model(file("models/zelfsturing.yaml"), "zelfsturing.yaml");
  ASSERT_TRUE(teams.has_value()) << problems_of(file("models/zelfsturing.yaml"));
  EXPECT_EQ(teams->structure.leadership, org::Leadership::none);
  EXPECT_EQ(teams->exceptions[0].decider, org::Decider::self);
  ASSERT_EQ(teams->exceptions[1].conflict_ladder.size(), 2U);
  EXPECT_EQ(teams->exceptions[1].conflict_ladder[1].name,
            "zelfsturing/exceptions.operational.conflict_ladder[1]");

  const auto as_is = read_model(file("models/as-is.yaml"), "as-is.yaml");
  ASSERT_TRUE(as_is.has_value()) << problems_of(file("models/as-is.yaml"));
  EXPECT_FALSE(as_is->structure.team_size.is_used());
  EXPECT_EQ(as_is->find_person, org::FindPerson::owner);
}

TEST(ModelReader, a_span_of_zero_is_refused_with_its_line) {
  const std::string text = problems_of(with(file("models/sectorenmodel.yaml"),
                                            "  team_size:\n    value: 15\n    low: 8",
                                            "  team_size:\n    value: 0\n    low: 0"));
  EXPECT_NE(text.find("structure.team_size.value: found 0, expected a whole number from 2"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.rfind("model.yaml:", 0), 0U) << text;
}

TEST(ModelReader, an_unknown_key_is_told_with_the_nearest_known_one) {
  const std::string text =
      problems_of(with(file("models/sectorenmodel.yaml"), "group_by:", "groupby:"));
  EXPECT_NE(text.find("Did you mean 'group_by'?"), std::string::npos) << text;
  EXPECT_NE(text.find("the key 'group_by'"), std::string::npos) << text;
}

TEST(ModelReader, a_lead_who_decides_needs_leads) {
  const std::string assigned =
      with(file("models/sectorenmodel.yaml"), "find_person: owner", "find_person: lead_assigns");
  const std::string text = problems_of(with(assigned, "leadership: line", "leadership: none"));
  EXPECT_NE(text.find("exceptions.routine.decider: found lead"), std::string::npos) << text;
  EXPECT_NE(text.find("exceptions.cross_unit.decider: found line"), std::string::npos) << text;
  EXPECT_NE(text.find("routing.find_person"), std::string::npos) << text;
  EXPECT_NE(text.find("meetings[1].of_leads"), std::string::npos) << text;
}

TEST(ModelReader, a_number_must_lie_in_its_range_and_name_a_source_of_the_file) {
  std::string yaml = file("models/sectorenmodel.yaml");
  yaml = with(yaml, "value: 4\n    low: 3", "value: 2\n    low: 3");
  yaml = with(yaml, "source: aardema-korsten-2009", "source: aardema-korsten-2010");
  const std::string text = problems_of(yaml);
  EXPECT_NE(text.find("found low 3, value 2, high 6"), std::string::npos) << text;
  EXPECT_NE(text.find("Did you mean 'aardema-korsten-2009'?"), std::string::npos) << text;
}

TEST(ModelReader, a_number_that_the_choice_does_not_use_is_refused) {
  const std::string text = problems_of(
      with(file("models/zelfsturing.yaml"), "decider: colleagues\n    protocol: advice",
           "decider: self\n    protocol: advice"));
  EXPECT_NE(text.find("It has no effect when the worker decides at once"), std::string::npos)
      << text;
}

/// The self-management model in which three of five colleagues settle what concerns two teams.
std::string by_majority(const std::string& more) {
  const std::string yaml = file("models/zelfsturing.yaml");
  const std::size_t rule = yaml.find("  cross_unit:");
  const std::size_t end = yaml.find("meetings:");
  const std::string number = "{value: 5, low: 5, high: 5, unit: people, definition: "
                             "{nl: a, en: a}, judgement: {nl: a, en: a}}";
  const std::string days = "{value: 0, low: 0, high: 0, unit: working days, definition: "
                           "{nl: a, en: a}, judgement: {nl: a, en: a}}";
  return yaml.substr(0, rule) + "  cross_unit:\n    decider: colleagues\n    protocol: majority\n" +
         "    participants: " + number + "\n    wait_limit: " + days + "\n" + more + "\n" +
         yaml.substr(end);
}

TEST(ModelReader, a_majority_may_name_its_quorum_and_a_decision_the_meeting_it_waits_for) {
  const std::string quorum =
      "    quorum: {value: 3, low: 3, high: 3, unit: people, definition: {nl: a, en: a}, "
      "judgement: {nl: a, en: a}}\n";
  const auto model = read_model(by_majority(quorum + "    meeting: team\n"), "model.yaml");
  ASSERT_TRUE(model.has_value()) << to_string(model.error().front());
  EXPECT_EQ(model->exceptions[2].quorum.value, 3);
  EXPECT_EQ(model->exceptions[2].meeting, "team");
}

TEST(ModelReader, a_quorum_that_cannot_be_reached_and_a_meeting_that_is_not_held_are_refused) {
  const std::string text = problems_of(by_majority(
      "    quorum: {value: 6, low: 6, high: 6, unit: people, definition: {nl: a, en: a}, "
      "judgement: {nl: a, en: a}}\n    meeting: teem\n"));
  EXPECT_NE(text.find("up to 6 equal answers of 5 people"), std::string::npos) << text;
  EXPECT_NE(text.find("exceptions.cross_unit.meeting: found teem"), std::string::npos) << text;
}

TEST(ModelReader, hostile_files_are_refused_and_nothing_breaks) {
  EXPECT_FALSE(read_model("", "m").has_value());
  EXPECT_FALSE(read_model(std::string(100'000, '['), "m").has_value());
  EXPECT_FALSE(read_model(std::string("\x00\xff\xfe\x01", 4), "m").has_value());
  EXPECT_FALSE(read_model("a: &x [1,1]\nb: [*x,*x]\n", "m").has_value());
  EXPECT_FALSE(read_model("[1, 2]", "m").has_value());
  EXPECT_FALSE(read_model("id: {a: [}", "m").has_value());
  EXPECT_FALSE(read_model("structure: 3\nexceptions: []\nmeetings: x\nsources: [1]", "m")
                   .has_value());
  const std::string whole = file("models/zelfsturing.yaml");
  const std::size_t last_part = whole.find("judged:");
  for (std::size_t cut = 0; cut < last_part; cut += 97) {
    EXPECT_FALSE(read_model(whole.substr(0, cut), "m").has_value()) << cut;
  }
}

TEST(MechanismsReader, reads_every_number_of_the_catalogue) {
  const auto mechanisms = read_mechanisms(file("models/mechanisms.yaml"), "mechanisms.yaml");
  ASSERT_TRUE(mechanisms.has_value()) << to_string(mechanisms.error().front());
  EXPECT_EQ(mechanisms->sick_leave_share.value, 0.063);
  EXPECT_EQ(mechanisms->sick_leave_share.source, "personeelsmonitor");
  EXPECT_TRUE(mechanisms->decision_minutes.is_judgement());
  for (const org::Input& input : mechanisms->inputs()) {
    EXPECT_FALSE(input.definition.nl.empty() || input.definition.en.empty()) << input.name;
    EXPECT_TRUE(input.source.empty() ? input.low < input.high : true) << input.name;
  }
}

TEST(MechanismsReader, names_what_is_missing_unknown_or_more_than_the_whole) {
  std::string yaml = file("models/mechanisms.yaml");
  yaml = with(yaml, "  tasks_at_once:", "  tasks_at_onc:");
  yaml = with(yaml, "low: 0.05\n    high: 0.40", "low: 0.05\n    high: 0.90");
  yaml = with(yaml, "unit: hours/person/week", "unit: minutes");
  const auto mechanisms = read_mechanisms(yaml, "mechanisms.yaml");
  ASSERT_FALSE(mechanisms.has_value());
  std::string text;
  for (const Error& problem : mechanisms.error()) text += to_string(problem) + "\n";
  EXPECT_NE(text.find("Did you mean 'tasks_at_once'?"), std::string::npos) << text;
  EXPECT_NE(text.find("the key 'tasks_at_once'"), std::string::npos) << text;
  EXPECT_NE(text.find("outcome_rework and outcome_correct"), std::string::npos) << text;
  EXPECT_NE(text.find("expected hours/person/week"), std::string::npos) << text;
}

}  // namespace
}  // namespace veer::codec
