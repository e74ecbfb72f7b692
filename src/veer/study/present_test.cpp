// SPDX-License-Identifier: EUPL-1.2
// Counted on outcomes written by hand, which a false engine gives.
#include "veer/study/present.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace veer::study {
namespace {

using std::chrono::hours;

const Instant monday = start_of(*day_from_date(2026, 1, 5));

/// Five people of "Wmo", five of "Woo" and one of "Directie"; one case type.
org::Baseline town() {
  org::Baseline town;
  town.work.case_types.push_back({});
  for (int i = 0; i < 11; ++i) {
    org::Person person;
    person.unit_name = i < 5 ? "Wmo" : i < 10 ? "Woo" : "Directie";
    town.workforce.persons.push_back(person);
  }
  return town;
}

/// One case of a day and one of three days; the second passes from Wmo to Woo and to Directie.
sim::Outcome outcome() {
  const work::CaseTypeId type(0);
  sim::Outcome outcome;
  outcome.cases.resize(2);
  for (std::uint32_t i = 0; i < 2; ++i) {
    sim::CaseOutcome& one = outcome.cases[i];
    one.case_type = type;
    one.number = i;
    one.finished = true;
    one.within_legal_term = i == 0;
    one.arrived = monday;
    one.ended = monday + hours(i == 0 ? 24 : 72);
    one.ledger[sim::Row::work] = hours(1);
    one.ledger[sim::Row::capacity] = one.elapsed() - hours(1);
    one.effort = Effort::hours(i == 0 ? 1 : 2);
  }
  const auto event = [&](std::uint32_t number, std::size_t person) {
    outcome.events.push_back({type, number, work::ActivityId(0), org::PersonId(person), monday,
                              monday + hours(outcome.events.size())});
  };
  event(0, 0);
  event(1, 0);
  event(0, 1);   // within Wmo
  event(1, 5);   // Wmo to Woo
  event(1, 10);  // Woo to Directie, one person
  event(7, 0);   // a case of the warm-up
  event(7, 5);
  outcome.hours.cases = Effort::hours(10);
  outcome.hours.idle = Effort::hours(30);
  outcome.hours.paid = Effort::hours(40);
  return outcome;
}

Result<Present> present_of(const Simulate& simulate, Progress& progress) {
  Subject subject;
  subject.realise = [](const org::DrawnInputs&) { return Result<org::Baseline>(town()); };
  Question question;
  question.designs = {{"as-is", "as-is", {}}};
  question.organise = [](const org::Baseline&, const org::DrawnInputs&) {
    return Result<std::vector<org::Organisation>>(std::vector<org::Organisation>(1));
  };
  question.draws = 2;
  question.replications = 1;
  question.window.measured = 7;
  SerialExecutor executor;
  return present(subject, question, executor, progress, simulate);
}

Present found() {
  SilentProgress progress;
  const auto result = present_of(
      [](const work::Work&, const org::Workforce&, const org::Organisation&,
         const org::Assumptions&, const sim::Run& run) {
        sim::Outcome one = outcome();
        // The second draw has its first case alone.
        if (run.replication == 1) {
          one.cases.pop_back();
          one.cases[0].within_legal_term.reset();
        }
        return Result<sim::Outcome>(std::move(one));
      },
      progress);
  EXPECT_TRUE(result.has_value());
  return *result;
}

constexpr double weeks = 365.25 / 7;

TEST(Present, CountsCasesAndTheirTimesPerType) {
  const PresentType type = found().types[work::CaseTypeId(0)];
  EXPECT_NEAR(type.per_year.mean, 1.5 * weeks, 1e-9);
  EXPECT_NEAR(type.mean_days.mean, (2 + 1) / 2.0, 1e-9);
  EXPECT_NEAR(type.median_days.mean, (2 + 1) / 2.0, 1e-9);
  EXPECT_NEAR(type.effort_hours.mean, (1.5 + 1) / 2, 1e-9);
  ASSERT_TRUE(type.within_legal_term.has_value());
  EXPECT_EQ(type.within_legal_term->mean, 0.5) << "over the run that can tell";
  EXPECT_FALSE(type.within_service_norm.has_value());
}

TEST(Present, SplitsPaidHoursAndTheTimeOfCases) {
  const Present present = found();
  EXPECT_EQ(present.of_paid[static_cast<std::size_t>(HourKind::cases)].mean, 0.25);
  EXPECT_EQ(present.of_paid[static_cast<std::size_t>(HourKind::idle)].mean, 0.75);
  EXPECT_NEAR(present.paid_hours.mean, 40 * weeks, 1e-9);
  double sum = 0;
  for (const Estimate& row : present.ledger) sum += row.mean;
  EXPECT_NEAR(sum, present.mean_days.mean, 1e-12);
}

TEST(Present, CountsHandOversBetweenUnitsAndHidesThoseOfFewPeople) {
  const Present present = found();
  ASSERT_EQ(present.flows.size(), 1U);
  EXPECT_EQ(present.flows[0].from, "Wmo");
  EXPECT_EQ(present.flows[0].to, "Woo");
  // The case that hands over is measured in one of the two runs.
  EXPECT_NEAR(present.flows[0].per_year.mean, 0.5 * weeks, 1e-9);
  EXPECT_NEAR(present.hidden_handovers.mean, 0.5 * weeks, 1e-9);
  EXPECT_NEAR(present.handovers.mean, weeks, 1e-9);
  EXPECT_NEAR(present.continued.mean, (3 + 1) / 2.0 * weeks, 1e-9);
}

class Stopped final : public Progress {
 public:
  void advance(std::size_t, std::size_t) override {}
  [[nodiscard]] bool stop_requested() const override { return true; }
};

TEST(Present, TellsWhenItWasStoppedAndWhatTheEngineRefused) {
  Stopped stopped;
  const auto never = present_of(
      [](const auto&...) { return Result<sim::Outcome>(sim::Outcome{}); }, stopped);
  ASSERT_FALSE(never.has_value());
  EXPECT_EQ(never.error().front().code, ErrorCode::interrupted);
  SilentProgress progress;
  const auto refused = present_of(
      [](const auto&...) -> Result<sim::Outcome> {
        return fail({ErrorCode::invalid, "work", "nobody", "somebody", ""});
      },
      progress);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().front().where, "work");
}

}  // namespace
}  // namespace veer::study
