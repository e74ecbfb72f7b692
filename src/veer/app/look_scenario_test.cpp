// SPDX-License-Identifier: EUPL-1.2
// A look at the example, simulated for a few weeks, and what is counted in the description by hand.
#include "veer/app/look_scenario.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <sstream>

#include "veer/app/look.hpp"
#include "veer/app/threads.hpp"
#include "veer/report/present_json.hpp"
#include "veer/report/table.hpp"

namespace veer::app {
namespace {

AskEffort small_effort() {
  AskEffort effort;
  effort.draws = 3;
  effort.replications = 1;
  effort.measured_weeks = 8;
  effort.warm_up_weeks = 4;
  effort.follow_up_weeks = 12;
  return effort;
}

const report::PresentAnswer& example(unsigned threads = 2) {
  const auto look = [](unsigned count) {
    ThreadExecutor executor(count);
    SilentProgress progress;
    auto answer =
        look_at_scenario("examples/020-voorbeelddorp", small_effort(), executor, progress);
    EXPECT_TRUE(answer.has_value()) << to_string(answer.error().front());
    return *std::move(answer);
  };
  static const report::PresentAnswer two = look(2);
  static const report::PresentAnswer one = look(1);
  return threads == 1 ? one : two;
}

TEST(LookAtAScenario, ShowsEveryCaseTypeAndOnlyUnitsOfFivePeople) {
  const report::PresentAnswer& answer = example();
  EXPECT_EQ(answer.present.types.size(), 33U);
  int people = 0;
  for (const study::PostRow& row : answer.posts) {
    EXPECT_GE(row.people, 5) << row.unit.nl << row.function.nl;
    people += row.people;
  }
  EXPECT_EQ(people, answer.municipality.people()) << "as many as ask tells of";
  for (const report::Language language : {report::Language::nl, report::Language::en}) {
    const std::string screen = report::look_screen(language, answer);
    EXPECT_EQ(screen.find("secretar"), std::string::npos);
    EXPECT_EQ(screen.find("Directie →"), std::string::npos);
  }
}

TEST(LookAtAScenario, PaidHoursAddUpAndAreThoseOfTheContracts) {
  const report::PresentAnswer& answer = example();
  const study::Present& present = answer.present;
  double sum = 0;
  double share = 0;
  for (const study::Estimate& kind : present.hours) sum += kind.mean;
  for (const study::Estimate& kind : present.of_paid) share += kind.mean;
  EXPECT_NEAR(sum, present.paid_hours.mean, 1e-6 * sum);
  EXPECT_NEAR(share, 1, 1e-9);
  // 36 hours a week for each FTE, less what falls on public holidays.
  const double contracts = answer.municipality.fte().share() * 36 * 365.25 / 7;
  EXPECT_LT(present.paid_hours.mean, contracts * 1.001);
  EXPECT_GT(present.paid_hours.mean, contracts * 0.9);
}

TEST(LookAtAScenario, SaysThatItIsSimulatedInBothLanguagesWithinTheScreen) {
  const report::PresentAnswer& answer = example();
  const std::string dutch = report::look_screen(report::Language::nl, answer);
  const std::string english = report::look_screen(report::Language::en, answer);
  EXPECT_NE(dutch.find("nagespeeld"), std::string::npos);
  EXPECT_NE(english.find("none was measured"), std::string::npos);
  EXPECT_NE(english.find("Citizens and taxes"), std::string::npos);
  EXPECT_EQ(english.find("Publiekszaken"), std::string::npos);
  std::istringstream lines(dutch + english);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(report::width(line), 100U) << line;
  EXPECT_NE(report::look_json(answer).find("\"simulated\": true"), std::string::npos);
}

TEST(LookAtAScenario, GivesTheSameBytesOnAnyNumberOfThreads) {
  EXPECT_EQ(report::look_json(example(1)), report::look_json(example(2)));
}

TEST(LookAtAScenario, TellsWhatIsWrongWithThePath) {
  SerialExecutor executor;
  SilentProgress progress;
  const auto missing = look_at("examples/999-nergens", {}, executor, progress);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().front().code, ErrorCode::not_found);
  const auto workspace = look_at("nergens.veer", {}, executor, progress);
  ASSERT_FALSE(workspace.has_value());
  EXPECT_EQ(workspace.error().front().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace veer::app
