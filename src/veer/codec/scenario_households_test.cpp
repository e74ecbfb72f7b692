// SPDX-License-Identifier: EUPL-1.2
// Households of a scenario, and what may be wrong with them.
#include <gtest/gtest.h>

#include "veer/codec/scenario_reader.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view town =
    R"(format: veer-scenario/1
id: town
name: {nl: Stad, en: Town}
summary: {nl: Klein, en: Small}
inhabitants: 20000
judgements:
  guess: {nl: schatting, en: estimate}
office_hours: {monday: [08:30-12:30, 13:00-17:00]}
full_time: {value: 8 hours per week, low: 8 hours per week, high: 8 hours per week,
            judgement: guess}
spread:
  effort: {value: 0, low: 0, high: 1, judgement: guess}
  wait: {value: 0, low: 0, high: 1, judgement: guess}
same_person: {value: 90 %, low: 0.5, high: 1, judgement: guess}
units:
  - {id: hall, name: {nl: Stadhuis, en: Town hall}}
posts:
  - {unit: hall, function: {nl: klerk, en: clerk}, fte: [1], competences: [care]}
profiles:
  office: {judgement: guess, days: [1, 1, 0, 0, 0, 0, 0],
           hours: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]}
boards:
  - {id: college, name: {nl: College, en: College}, meets: {weekday: monday}, time: 09:30-12:00}
case_types:
  - id: support
    name: {nl: Steun, en: Support}
    domain: social
    arrivals: {value: 100 per year, low: 90 per year, high: 110 per year, judgement: guess}
    profile: office
    steps:
      - id: talk
        name: {nl: Gesprek, en: Talk}
        competence: care
        effort: {value: 1 hour, low: 1 hour, high: 2 hours, judgement: guess}
OTHERS
households:
  - id: many
    name: {nl: Huishouden met meer vragen, en: Household with several matters}
    case_types:
      - {case_type: support, share: {value: 30 %, low: 15 %, high: 45 %, judgement: guess}}
      - {case_type: youth, share: {value: 20 %, low: 10 %, high: 30 %, judgement: guess}}
      - {case_type: income, share: {value: 10 %, low: 5 %, high: 60 %, judgement: guess}}
    matters: {value: 2.5, low: 2, high: 3, judgement: guess}
    within: {value: 13 weeks, low: 4 weeks, high: 26 weeks, judgement: guess}
    conflict: {value: 10 %, low: 2 %, high: 25 %, judgement: guess}
)";

/// The town with two more case types and a proposal, like the first but in name.
std::string whole() {
  std::string text(town);
  const std::size_t from = text.find("  - id: support");
  const std::size_t to = text.find("OTHERS");
  const std::string type = text.substr(from, to - from);
  const auto named = [&type](const std::string& id) {
    std::string other = type;
    other.replace(other.find("id: support"), 11, "id: " + id);
    other.replace(other.find("Steun"), 5, id);
    return other;
  };
  text.replace(to, 7, named("youth") + named("income") + "proposals:\n" + named("plan"));
  return text;
}

std::string with(std::string_view from, std::string_view to) {
  std::string text = whole();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

/// All problems of the text, or that there are none.
std::string problems_of(const std::string& text) {
  const auto read = read_scenario({{"town.yaml", text}});
  if (read) return "no problem";
  std::string all;
  for (const Error& problem : read.error()) all += to_string(problem) + "\n";
  return all;
}

void expect_problem(std::string_view from, std::string_view to, std::string_view expected) {
  const std::string found = problems_of(with(from, to));
  EXPECT_NE(found.find(expected), std::string::npos) << from << " -> " << to << "\n" << found;
}

TEST(ScenarioHouseholds, AreReadWithAllTheirNumbers) {
  const auto read = read_scenario({{"town.yaml", whole()}});
  ASSERT_TRUE(read) << to_string(read.error().front());
  const auto work = read->realise({}).work;
  ASSERT_EQ(work.households.size(), 1U);
  const work::Household& many = work.households[work::HouseholdId(0)];
  EXPECT_EQ(many.name, "Huishouden met meer vragen");
  const std::vector<work::HouseholdPart> parts = {
      {work::CaseTypeId(0), 0.3}, {work::CaseTypeId(1), 0.2}, {work::CaseTypeId(2), 0.1}};
  EXPECT_EQ(many.parts, parts);
  EXPECT_DOUBLE_EQ(many.matters, 2.5);
  EXPECT_DOUBLE_EQ(many.within_weeks, 13);
  EXPECT_DOUBLE_EQ(many.conflict, 0.1);
  std::vector<std::string> names;
  for (const org::Input& input : read->inputs()) {
    if (input.name.rfind("town/many.", 0) == 0) names.push_back(input.name);
  }
  const std::vector<std::string> expected = {
      "town/many.support.share", "town/many.youth.share", "town/many.income.share",
      "town/many.matters",       "town/many.within",      "town/many.conflict"};
  EXPECT_EQ(names, expected);
}

TEST(ScenarioHouseholds, OfCaseTypesThatAreNoneAreTold) {
  expect_problem("{case_type: youth,", "{case_type: yuoth,", "Did you mean 'youth'?");
  expect_problem("{case_type: youth,", "{case_type: support,",
                 "households[0].case_types[1].case_type: found support a second time");
  expect_problem("{case_type: youth,", "{case_type: plan,", "found plan, a proposal");
  expect_problem("{case_type: youth,", "{", "households[0].case_types[1].case_type");
}

TEST(ScenarioHouseholds, WithNumbersOutOfBoundsAreTold) {
  expect_problem("share: {value: 30 %, low: 15 %, high: 45 %",
                 "share: {value: 30 %, low: 15 %, high: 145 %",
                 "households[0].case_types[0].share.high: found 145 %");
  expect_problem("{value: 2.5, low: 2, high: 3", "{value: 2.5, low: 1, high: 3",
                 "households[0].matters.low: found 1");
  expect_problem("{value: 2.5, low: 2, high: 3", "{value: 2.5, low: 2, high: 3.5",
                 "found up to 3.5 matters, expected at most the 3 of `case_types`");
  expect_problem("low: 4 weeks", "low: 0 weeks", "households[0].within: found no time at all");
  expect_problem("high: 25 %", "high: 125 %", "households[0].conflict.high");
}

TEST(ScenarioHouseholds, OfFewerThanTwoCaseTypesAreTold) {
  std::string text = whole();
  const std::size_t from = text.find("      - {case_type: youth");
  text.erase(from, text.find("    matters") - from);
  EXPECT_NE(problems_of(text).find("households[0].case_types: found one case type"),
            std::string::npos) << problems_of(text);
}

TEST(ScenarioHouseholds, OfSeveralKindsShareTheCasesOfATypeAtTheHighEnds) {
  std::string text = whole();
  std::string second = text.substr(text.find("  - id: many"));
  EXPECT_NE(problems_of(text + second).find("an id of its own for each kind of household"),
            std::string::npos);
  second.replace(second.find("many"), 4, "more");
  EXPECT_NE(problems_of(text + second).find("up to 120 % of the cases of 'income'"),
            std::string::npos) << problems_of(text + second);
}

TEST(ScenarioHouseholds, ThatAreWrongInSeveralWaysAreToldInOneGo) {
  std::string text = with("{case_type: youth,", "{case_type: yuoth,");
  text.replace(text.find("low: 4 weeks"), 12, "low: 0 weeks");
  text.replace(text.find("high: 25 %"), 10, "high: 125 %");
  const std::string found = problems_of(text);
  for (const char* part : {"yuoth", "no time at all", "125 %"}) {
    EXPECT_NE(found.find(part), std::string::npos) << found;
  }
}

}  // namespace
}  // namespace veer::codec
