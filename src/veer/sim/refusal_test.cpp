// SPDX-License-Identifier: EUPL-1.2
// What cannot run is named before it starts, by every door that leads to simulate().
#include <gtest/gtest.h>

#include <chrono>
#include <limits>

#include "small_world.hpp"

namespace veer::test {
namespace {

struct OneTask : SmallWorld {
  work::ActivityId task = activity("task", Distribution::constant(1));
  work::CaseTypeId type;
  OneTask() {
    person(unit("team"), {task});
    type = case_type({task}, Distribution::constant(1));
    run.window = {*day_from_date(2024, 1, 1), 0, 7, 7};
  }
  /// All that is said when the world is refused; empty when it runs.
  [[nodiscard]] std::string refusal() const {
    const auto outcome = sim::simulate(work, workforce, organisation, assumptions, run);
    std::string text;
    if (outcome) return text;
    for (const Error& problem : outcome.error()) text += to_string(problem) + "\n";
    return text;
  }
};

TEST(Refusal, IsOnlyForWorldsThatCannotRun) { EXPECT_EQ(OneTask().refusal(), ""); }

TEST(Refusal, NamesALoopThatTakesNoTimeInsteadOfHanging) {
  OneTask world;
  world.work.distributions[world.work.activities[world.task].effort] = Distribution::constant(0);
  world.step(world.type, 0).next = {{work::StepId(0), 0.5}, {work::StepId(1), 0.5}};
  EXPECT_NE(world.refusal().find("case_types[0].process.steps[0]: found a loop that takes no time"),
            std::string::npos)
      << world.refusal();
}

TEST(Refusal, NamesProbabilitiesThatDoNotAddUp) {
  OneTask world;
  world.step(world.type, 0).next = {{work::StepId(0), 0.5}, {work::StepId(1), 0.4}};
  EXPECT_NE(world.refusal().find("probabilities that add up to 0.9"), std::string::npos)
      << world.refusal();
}

TEST(Refusal, NamesTimesWithoutEnd) {
  for (const double hours : {std::numeric_limits<double>::infinity(), 1e12}) {
    OneTask world;
    world.step(world.type, 0).delay = world.distribution(Distribution::constant(hours));
    EXPECT_NE(world.refusal().find("distributions[2]: found times up to"), std::string::npos)
        << world.refusal();
  }
  OneTask spread;
  spread.step(spread.type, 0).delay = spread.distribution(Distribution::lognormal(1e4, 1e6));
  EXPECT_NE(spread.refusal().find("distributions[2]"), std::string::npos) << spread.refusal();
}

TEST(Refusal, NamesAnActivityWhosePeopleHaveNoWorkingHour) {
  OneTask world;
  world.workforce.rosters[org::RosterId(0)] = {};
  EXPECT_NE(world.refusal().find("activities[0] (task): found nobody who can do it"),
            std::string::npos)
      << world.refusal();
  world.workforce.office_hours = {};
  EXPECT_NE(world.refusal().find("office_hours: found no working hour"), std::string::npos)
      << world.refusal();
}

TEST(Refusal, SaysWhatMemoryABillionCasesWouldTake) {
  OneTask world;
  work::Arrivals& arrivals = world.work.case_types[world.type].arrivals;
  arrivals.interval.reset();
  arrivals.weekly_profile.fill(1);
  arrivals.per_year = 1e9 * 365.25 / 14;
  const std::string said = world.refusal();
  EXPECT_NE(said.find("found 1e+09 cases in one run, which would take"), std::string::npos) << said;
  EXPECT_NE(said.find("GB"), std::string::npos) << said;
}

TEST(Refusal, CountsTheCasesOfTheMonthsOfTheRun) {
  OneTask world;
  work::Arrivals& arrivals = world.work.case_types[world.type].arrivals;
  arrivals.interval.reset();
  arrivals.weekly_profile.fill(1);
  arrivals.per_year = 6e6;
  arrivals.yearly_profile = work::YearlyProfile{1};
  world.run.window = {*day_from_date(2024, 1, 1), 0, 31, 0};
  EXPECT_NE(world.refusal().find("found 6e+06 cases in one run"), std::string::npos)
      << "all that a year brings comes in January";
  arrivals.yearly_profile->fill(0);
  EXPECT_NE(world.refusal().find("zero in every month"), std::string::npos) << world.refusal();
}

TEST(Refusal, OfArrivalsWithoutTimeBetweenThemComesAtOnce) {
  OneTask world;
  world.work.case_types[world.type].arrivals.interval =
      world.distribution(Distribution::constant(1e-13));
  const auto start = std::chrono::steady_clock::now();
  EXPECT_NE(world.refusal().find("cases in one run"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(Refusal, TellsEverythingAtOnce) {
  OneTask world;
  world.step(world.type, 0).next = {{work::StepId(1), 0.4}};
  world.workforce.persons[org::PersonId(0)].competences.clear();
  world.run.window.measured = 0;
  const std::string said = world.refusal();
  for (const char* words : {"add up to 0.4", "nobody who can do it", "negative or empty period"}) {
    EXPECT_NE(said.find(words), std::string::npos) << said;
  }
}

}  // namespace
}  // namespace veer::test
