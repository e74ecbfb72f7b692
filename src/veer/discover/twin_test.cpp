// SPDX-License-Identifier: EUPL-1.2
// A known municipality is simulated, its records are written down, and the twin must find it again.
#include "veer/discover/twin.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "small_world.hpp"
#include "veer/discover/planted_log.hpp"
#include "veer/discover/recorded_organisation.hpp"
#include "veer/stats/summary.hpp"
#include "veer/stats/wasserstein.hpp"

namespace veer::discover {
namespace {

/// check (ann, bob), then with 70 % decide or else consult and decide (cas, dee), in office hours.
struct Planted {
  veer::test::SmallWorld world;
  work::ActivityId check, consult, decide;
  work::CaseTypeId type;

  Planted() {
    world.workforce.office_hours = calendar::office_week();
    world.workforce.rosters[org::RosterId(0)] = calendar::office_week();
    check = world.activity("check", Distribution::lognormal(0.5, 0.25));
    consult = world.activity("consult", Distribution::lognormal(1.5, 0.25));
    decide = world.activity("decide", Distribution::lognormal(0.75, 0.25));
    const auto front = world.unit("front");
    const auto back = world.unit("back");
    world.person(front, {check});
    world.person(front, {check});
    world.person(back, {consult, decide});
    world.person(back, {consult, decide});
    type = world.case_type({check, consult, decide}, Distribution::exponential(1));
    auto& arrivals = world.work.case_types[type].arrivals;
    arrivals.interval.reset();
    arrivals.per_year = 1500;
    for (std::size_t day = 0; day < 5; ++day) {
      for (std::size_t hour = 9; hour < 16; ++hour) arrivals.weekly_profile[day * 24 + hour] = 1;
    }
    world.step(type, 0).next = {{work::StepId(1), 0.3}, {work::StepId(2), 0.7}};
    world.step(type, 1).delay = world.distribution(Distribution::exponential(10));
    world.step(type, 2).delay = world.distribution(Distribution::exponential(20));
    world.step(type, 2).same_person = 0.4;
    world.work.case_types[type].delay_correlation = 0.5;
    world.run.window.measured = 730;
    world.run.record_events = true;
  }

  /// What a case system would have written down.
  [[nodiscard]] eventlog::EventLog records() const {
    const sim::Outcome outcome = world.simulate();
    std::map<std::uint32_t, std::vector<sim::SimulatedEvent>> cases;
    for (const auto& event : outcome.events) cases[event.number].push_back(event);
    test::PlantedLog planted;
    for (const auto& [number, events] : cases) {
      for (const auto& event : events) {
        planted.add(std::to_string(number), world.work.activities[event.activity].name,
                    world.workforce.persons[event.person].pseudonym, event.end, event.start,
                    event.person.index() < 2 ? "front" : "back");
      }
    }
    return std::move(planted.log);
  }
};

const work::Step& step_of(const work::Work& work, const std::string& name) {
  for (const auto& step : work.case_types[work::CaseTypeId(0)].process.steps) {
    if (step.kind == work::StepKind::activity && work.activities[step.activity].name == name) {
      return step;
    }
  }
  ADD_FAILURE() << "no step " << name;
  return work.case_types[work::CaseTypeId(0)].process.steps[work::StepId(0)];
}

double mean_effort(const work::Work& work, const std::string& name) {
  return work.distributions[work.activities[step_of(work, name).activity].effort].mean();
}

TEST(Twin, LearnsTheMonthsWhereTheyDifferByMoreThanChance) {
  Planted planted;
  planted.world.run.window.measured = 4 * 366 + 31;
  work::Arrivals& arrivals = planted.world.work.case_types[planted.type].arrivals;
  arrivals.yearly_profile = work::YearlyProfile{1, 2, 2, 1, 1, 1, 0.5, 0.25, 1, 1, 1, 1};
  const auto found = discover(planted.records(), {});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->seasonal_types(), 1U);
  const work::Arrivals& learned = found->central.work.case_types[work::CaseTypeId(0)].arrivals;
  ASSERT_TRUE(learned.yearly_profile.has_value());
  const work::YearlyProfile is = work::month_factors(*learned.yearly_profile);
  const work::YearlyProfile should = work::month_factors(*arrivals.yearly_profile);
  for (std::size_t month = 0; month < 12; ++month) {
    // Four standard deviations of what four years bring in the month.
    EXPECT_NEAR(is[month], should[month], 4 * std::sqrt(should[month] / (4 * 1500 / 12.0)))
        << month + 1;
  }
  EXPECT_NEAR(learned.per_year, 1500, 0.05 * 1500);
}

TEST(Twin, KeepsTheMonthsAlikeWhereNothingSaysOtherwise) {
  Planted planted;
  planted.world.run.window.measured = 3 * 366;
  const auto even = discover(planted.records(), {});
  EXPECT_EQ(even->seasonal_types(), 0U) << "by chance one in a hundred";
  planted.world.run.window.measured = 366;
  planted.world.work.case_types[planted.type].arrivals.yearly_profile =
      work::YearlyProfile{1, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  const auto one_year = discover(planted.records(), {});
  EXPECT_EQ(one_year->seasonal_types(), 0U) << "one year shows no repetition";
}

TEST(Twin, FindsThePlantedMunicipalityAgain) {
  const Planted planted;
  const eventlog::EventLog log = planted.records();
  const auto found = discover(log, {});
  ASSERT_TRUE(found.has_value());
  const Twin& twin = *found;
  const work::Work& work = twin.central.work;
  ASSERT_TRUE(work::check(work).empty());
  ASSERT_EQ(work.case_types.size(), 1U);
  const work::CaseType& type = work.case_types[work::CaseTypeId(0)];

  // About 3,000 cases: shares within 2.5 points, means within 5 %.
  EXPECT_NEAR(type.arrivals.per_year, 1500, 0.05 * 1500);
  EXPECT_EQ(type.arrivals.weekly_profile[8], 0) << "nothing before 09:00 on Monday";
  EXPECT_NEAR(mean_effort(work, "check"), 0.5, 0.025);
  EXPECT_NEAR(mean_effort(work, "consult"), 1.5, 0.075);
  EXPECT_NEAR(mean_effort(work, "decide"), 0.75, 0.0375);
  double straight = 0;
  for (const auto& transition : step_of(work, "check").next) {
    const auto& step = type.process.steps[transition.to];
    if (step.kind != work::StepKind::activity) continue;
    if (work.activities[step.activity].name == "decide") straight += transition.probability;
  }
  EXPECT_NEAR(straight, 0.7, 0.025);
  // Delays hold what the people's queues add on top of the planted 10 hours.
  const double before_consult =
      work.distributions[step_of(work, "consult").delay].mean();
  EXPECT_GT(before_consult, 9);
  EXPECT_LT(before_consult, 14);

  EXPECT_NEAR(type.delay_correlation, 0.5, 0.1);

  EXPECT_TRUE(twin.inputs().empty()) << "every start is recorded";
  EXPECT_NEAR(twin.starts.recorded, 1, 1e-9);
  EXPECT_EQ(twin.central.workforce.persons.size(), 4U);
  for (const auto& person : twin.central.workforce.persons) {
    const bool front = person.pseudonym == "P0" || person.pseudonym == "P1";
    EXPECT_EQ(person.unit_name, front ? "front" : "back");
    EXPECT_EQ(person.competences.size(), front ? 1U : 2U);
  }
  EXPECT_TRUE(org::check(recorded_organisation(twin.central.workforce), twin.central.workforce,
                         work).empty());
}

TEST(Twin, SimulatedElapsedTimeAgreesWithThePlantedOne) {
  Planted planted;
  planted.world.run.window.measured = 8 * 365;  // 12,000 cases.
  const auto found = discover(planted.records(), {});
  ASSERT_TRUE(found.has_value());
  sim::Run run = planted.world.run;
  run.replication = 7;
  const auto outcome =
      sim::simulate(found->central.work, found->central.workforce,
                    recorded_organisation(found->central.workforce), recorded_assumptions(), run);
  ASSERT_TRUE(outcome.has_value());
  std::vector<double> simulated;
  for (const auto& c : outcome->cases) simulated.push_back(hours(c.elapsed()));
  const auto& recorded = found->recorded[work::CaseTypeId(0)].elapsed_hours;
  // The planted queues are in the delays and run once more: the tolerance is theirs. Quantiles
  // that fall into a night, where the distribution has a gap, may differ by the length of it; the
  // area between the two distributions does not.
  EXPECT_NEAR(mean(simulated), mean(recorded), 0.06 * mean(recorded));
  const auto minutes = [](const std::vector<double>& hours_each) {
    std::vector<std::int64_t> whole;
    for (const double h : hours_each) whole.push_back(std::llround(h * 60));
    return whole;
  };
  EXPECT_LT(wasserstein_1(minutes(simulated), minutes(recorded)) / 60, 0.1 * mean(recorded));
}

TEST(Twin, WithoutStartsEffortIsAnInputWithARange) {
  test::PlantedLog planted;
  for (int day = 0; day < 5; ++day) {
    for (int k = 0; k < 6; ++k) {
      const std::string name = std::to_string(day * 10 + k);
      planted.add(name, "check", "ann", test::at(day, 9, 10 * k));
      planted.add(name, "archive", "ann", test::at(day + 1, 0));
    }
  }
  const auto found = discover(planted.log, {});
  ASSERT_TRUE(found.has_value());
  const auto inputs = found->inputs();
  ASSERT_EQ(inputs.size(), 2U);
  EXPECT_EQ(inputs[0].name, "twin/effort.factor");
  EXPECT_EQ(inputs[1].name, "twin/effort.minutes");
  EXPECT_EQ(found->realise({}), found->central) << "nothing drawn: the central values";
  org::DrawnInputs drawn;
  drawn.set("twin/effort.factor", 0.5);
  drawn.set("twin/effort.minutes", 60);
  const work::Work halved = found->realise(drawn).work;
  const work::Work& work = found->central.work;
  EXPECT_NEAR(mean_effort(work, "check"), 1.0 / 6, 1e-9);
  EXPECT_NEAR(mean_effort(halved, "check"), 1.0 / 12, 1e-9);
  EXPECT_NEAR(mean_effort(work, "archive"), 1.0 / 3, 1e-9);
  EXPECT_NEAR(mean_effort(halved, "archive"), 1, 1e-9);
  EXPECT_LT(found->coverage.low, found->coverage.share());
  EXPECT_GT(found->coverage.high, found->coverage.share());
}

TEST(Twin, PaidHoursAreARangeWhereNoContractIsKnown) {
  test::PlantedLog planted;
  for (int day = 0; day < 5; ++day) {
    planted.add(std::to_string(day), "check", "ann", test::at(day, 10), test::at(day, 9));
  }
  const auto guessed = discover(planted.log, {});
  ASSERT_TRUE(guessed.has_value());
  const Coverage& range = guessed->coverage;
  EXPECT_FALSE(range.contracts_known());
  EXPECT_NEAR(range.low, 0.8 * range.share(), 1e-12) << "a quarter more is paid";
  EXPECT_NEAR(range.high, 1.25 * range.share(), 1e-12) << "a fifth less is paid";
  const auto known =
      discover(planted.log, {{planted.log.persons[eventlog::PersonId(0)], "", "", Fte::of(1), ""}});
  ASSERT_TRUE(known.has_value());
  EXPECT_TRUE(known->coverage.contracts_known());
  EXPECT_EQ(known->coverage.low, known->coverage.share());
  EXPECT_EQ(known->coverage.high, known->coverage.share());
}

TEST(Twin, RecordsWithoutPeopleAreRefused) {
  test::PlantedLog planted;
  planted.add("1", "check", "", test::at(0, 9));
  const auto found = discover(planted.log, {});
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().front().code, ErrorCode::unsupported);
}

}  // namespace
}  // namespace veer::discover
