// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/load_scenario.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "veer/work/expected.hpp"

namespace veer::app {
namespace {

namespace fs = std::filesystem;

org::Municipality voorbeeldstad() {
  auto town = load_scenario(fs::path(VEER_SOURCE_DIR) / "examples/010-voorbeeldstad");
  if (!town) {
    for (const Error& problem : town.error()) ADD_FAILURE() << to_string(problem);
    return {};
  }
  return *std::move(town);
}

/// Draws in which every number is at its low or its high end.
org::DrawnInputs at_ends(const org::Municipality& town, bool high) {
  org::DrawnInputs drawn;
  for (const org::Input& input : town.inputs()) {
    drawn.set(input.name, high ? input.high : input.low);
  }
  return drawn;
}

TEST(Voorbeeldstad, IsWorkThatCanRunAtBothEndsOfEveryRange) {
  const org::Municipality town = voorbeeldstad();
  EXPECT_EQ(town.inhabitants, 45'000);
  EXPECT_EQ(town.case_types.size(), 33U) << "31 case types, two kinds of proposals";
  for (const org::DrawnInputs& drawn :
       {org::DrawnInputs(), at_ends(town, false), at_ends(town, true)}) {
    for (const Error& problem : work::check(town.realise(drawn).work)) {
      ADD_FAILURE() << to_string(problem);
    }
  }
}

TEST(Voorbeeldstad, GivesEveryNumberASourceOrAReason) {
  const org::Municipality town = voorbeeldstad();
  int sourced = 0;
  int judged = 0;
  for (const org::Input& input : town.inputs()) {
    (input.is_judgement() ? judged : sourced) += 1;
    EXPECT_EQ(input.is_judgement(), !input.reason.nl.empty()) << input.name;
  }
  RecordProperty("sourced", sourced);
  RecordProperty("judged", judged);
  // Legal terms are no numbers of the scenario: most case types name a law, which has its sources.
  const auto clocks = std::count_if(
      town.case_types.begin(), town.case_types.end(),
      [](const org::ScenarioCaseType& type) { return type.legal_term && type.legal_term->clock; });
  EXPECT_EQ(clocks, 15);
  EXPECT_GE(sourced, 2);
  EXPECT_GE(judged, 200);
}

TEST(Voorbeeldstad, PaysForMoreHoursThanItsCasesNeed) {
  const org::Municipality town = voorbeeldstad();
  const org::Baseline baseline = town.realise({});
  double needed = 0;
  std::string by_type;
  const auto expected = work::expected_hours_a_year(baseline.work);
  for (const work::CaseTypeId id : ids(expected)) {
    needed += expected[id];
    by_type += fmt::format("{} {:.0f}; ", baseline.work.case_types[id].name, expected[id]);
  }
  double paid = 0;
  for (const org::Person& person : baseline.workforce.persons) {
    paid += hours(baseline.workforce.rosters[person.roster].week()) * 365.25 / 7;
  }
  RecordProperty("hours", by_type);
  RecordProperty("share", fmt::format("{:.3f} of {:.0f} hours, {} people, {:.2f} FTE",
                                      needed / paid, paid, town.people(), town.fte().share()));
  // Cases take a part of the paid hours; the rest is outdoor service, policy, support, leading,
  // meetings and absence.
  EXPECT_GT(needed / paid, 0.08);
  EXPECT_LT(needed / paid, 0.30);
}

TEST(LoadScenario, FindsTheExampleInsideTheProgram) {
  const auto demo = load_demo_scenario();
  ASSERT_TRUE(demo);
  EXPECT_EQ(*demo, voorbeeldstad());
  const fs::path here = fs::current_path();
  fs::current_path(testing::TempDir());
  const auto by_path = load_scenario("examples/010-voorbeeldstad/");
  const auto by_name = load_scenario("010-voorbeeldstad");
  fs::current_path(here);
  ASSERT_TRUE(by_path && by_name);
  EXPECT_EQ(*by_path, *demo);
  EXPECT_EQ(*by_name, *demo);
}

TEST(LoadShock, FindsItInTheCatalogueById) {
  const auto shock = load_shock("vraag-en-uitval");
  ASSERT_TRUE(shock);
  EXPECT_EQ(shock->people.value, 0.9);
  const auto unknown = load_shock("vraag-en-uitvel");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().front().code, ErrorCode::not_found);
}

TEST(LoadScenario, SaysWhatIsNotThere) {
  const auto absent = load_scenario("no/such/town");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().front().code, ErrorCode::not_found);

  const fs::path folder = fs::path(testing::TempDir()) / "veer-empty-scenario";
  fs::create_directories(folder);
  const auto empty = load_scenario(folder);
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().front().found, "no YAML files");
  fs::remove_all(folder);
}

TEST(LoadScenario, FollowsWhatAFileIncludesAndSaysWhatIsNotThere) {
  const fs::path folder = fs::path(testing::TempDir()) / "veer-including-scenario";
  fs::create_directories(folder);
  std::ofstream(folder / "town.yaml") << "format: veer-scenario/1\ninclude: [../work.yaml]\n";
  const auto absent = load_scenario(folder);
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().front().code, ErrorCode::not_found);
  EXPECT_NE(absent.error().front().where.find("work.yaml"), std::string::npos);
  const fs::path work = folder.parent_path() / "work.yaml";
  std::ofstream(work) << "format: veer-scenario/1\ninclude: [work.yaml]\nidd: town\n";
  const auto wrong = load_scenario(folder / "town.yaml");
  ASSERT_FALSE(wrong);
  bool found = false;
  for (const Error& problem : wrong.error()) found |= problem.where == work.string() + ":3: idd";
  EXPECT_TRUE(found) << to_string(wrong.error().front());
  fs::remove(work);
  fs::remove_all(folder);
}

TEST(LoadScenario, NamesTheFileAndLineOfWhatIsWrong) {
  const fs::path file = fs::path(testing::TempDir()) / "veer-wrong-scenario.yaml";
  std::ofstream(file) << "format: veer-scenario/1\nid: Town!\n";
  const auto wrong = load_scenario(file);
  ASSERT_FALSE(wrong);
  bool found = false;
  for (const Error& problem : wrong.error()) found |= problem.where == file.string() + ":2: id";
  EXPECT_TRUE(found);
  fs::remove(file);
}

}  // namespace
}  // namespace veer::app
