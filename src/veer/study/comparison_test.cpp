// SPDX-License-Identifier: EUPL-1.2
// The comparison on a made-up world: what simulate() returns is computed here by hand.
#include "veer/study/comparison.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <thread>

#include "veer/stats/draws.hpp"

namespace veer::study {
namespace {

const org::Input slowness = {"world/slowness", 2, 1, 4, "days", "", "", "nobody knows"};

/// Threads take tasks as they come.
class Threads final : public Executor {
 public:
  explicit Threads(int count) : count_(count) {}
  void run(std::size_t count, const std::function<void(std::size_t)>& task) override {
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < count_; ++t) {
      threads.emplace_back([&] {
        for (std::size_t i = next++; i < count; i = next++) task(i);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  int count_;
};

/// The made-up world's only number: days that every case takes. It travels in the work value as
/// the mean delay of the only step.
Result<org::Baseline> realise(const org::DrawnInputs& drawn) {
  org::Baseline baseline;
  work::Work& work = baseline.work;
  work::Step step;
  step.kind = work::StepKind::activity;
  step.activity = work.activities.push_back({"toets", "toets", "", work::DistributionId(0)});
  step.delay = work.distributions.push_back(Distribution::constant(24 * drawn(slowness)));
  work::CaseType type;
  type.name = "vergunning";
  type.process.steps.push_back(step);
  work.case_types.push_back(type);
  return baseline;
}

/// Cases take an exponential time with the world's mean, and a day less for each decision that
/// needs fewer days than the wait limit says: the organisations' only difference.
Result<sim::Outcome> simulate(const work::Work& work, const org::Workforce&,
                              const org::Organisation& organisation, const org::Assumptions&,
                              const sim::Run& run) {
  const work::Step& step = work.case_types[work::CaseTypeId(0)].process.steps[work::StepId(0)];
  const double mean = work.distributions[step.delay].mean();
  const double decision = organisation.exceptions[0].wait_limit_days;
  const Draws draws(run.seed, run.replication);
  sim::Outcome outcome;
  for (std::uint32_t i = 0; i < 200; ++i) {
    sim::CaseOutcome one;
    one.case_type = work::CaseTypeId(0);
    one.number = i;
    one.finished = true;
    one.arrived = start_of(run.window.first_day + static_cast<std::int32_t>(i % 70));
    const double shock = run.shock && i % 70 >= 14 && i % 70 < 28 ? 2 : 1;
    one.drawn_delay_hours = -mean * std::log(draws.uniform(Purpose::delay, i));
    const auto& remainder = work.case_types[work::CaseTypeId(0)].remainder;
    one.ledger[sim::Row::unexplained] =
        from_hours(shock * work::used_delay_hours(remainder, one.drawn_delay_hours));
    one.ledger[sim::Row::decision] = from_days(decision);
    one.ended = one.arrived + one.ledger.total();
    outcome.cases.push_back(one);
    if (run.record_events) {
      outcome.events.push_back({one.case_type, i, {}, {}, one.arrived, one.arrived});
      outcome.events.push_back({one.case_type, i, {}, {}, one.ended, one.ended});
    }
  }
  return outcome;
}

/// A design's name and how long its decisions take.
struct Named {
  std::string id;
  double decision_days;
};

Subject subject() { return {"wereld", {slowness}, realise, std::nullopt}; }

Question question(const std::vector<Named>& designs) {
  Question asked;
  for (const Named& named : designs) asked.designs.push_back({named.id, named.id, {}});
  asked.organise = [designs](const org::Baseline&, const org::DrawnInputs&) {
    std::vector<org::Organisation> organisations;
    for (const Named& named : designs) {
      organisations.emplace_back();
      organisations.back().id = named.id;
      organisations.back().exceptions[0].wait_limit_days = named.decision_days;
    }
    return Result<std::vector<org::Organisation>>(std::move(organisations));
  };
  asked.seed = 9;
  asked.draws = 6;
  asked.replications = 2;
  asked.window.measured = 70;
  return asked;
}

org::Shock a_shock() {
  org::Shock shock;
  shock.id = "schok";
  shock.starts_week = {"schok/starts_week", 2, 2, 2, "weeks", "", chosen_in_question, ""};
  shock.demand = {"schok/demand", 1.3, 1.2, 1.5, "1", "", "", "guess"};
  return shock;
}

Comparison run(const Subject& of, const Question& asked, int threads = 1) {
  Threads executor(threads);
  SilentProgress progress;
  Result<Comparison> result = compare(of, asked, executor, progress, simulate);
  EXPECT_TRUE(result.has_value());
  return *std::move(result);
}

TEST(Comparison, OfOneOrganisationUnderTwoNamesIsExactlyZeroInEveryMeasure) {
  Question asked = question({Named{"as-is", 3}, Named{"copy", 3}});
  asked.shock = a_shock();
  const Comparison result = run(subject(), asked);
  ASSERT_EQ(result.differences.size(), 2U);
  for (const Difference& difference : result.differences) {
    for (std::size_t m = 0; m < measure_count; ++m) {
      if (std::isnan(difference.measures[m].mean)) continue;
      EXPECT_EQ(difference.measures[m], Estimate{});
    }
    EXPECT_EQ(difference.ledger_days, Rows{});
  }
}

TEST(Comparison, FindsADifferenceOfTheDesignsAloneAndTheRowInWhichItSits) {
  const Comparison result =
      run(subject(), question({Named{"as-is", 3}, Named{"quick", 1}, Named{"slow", 4}}));
  const Difference& quick = result.differences[0];
  const auto mean = static_cast<std::size_t>(Measure::elapsed_mean_days);
  // Paired: the same cases with the same delays, so the difference is 2 days in every run.
  EXPECT_NEAR(quick.measures[mean].low, -2, 1e-9);
  EXPECT_NEAR(quick.measures[mean].high, -2, 1e-9);
  EXPECT_EQ(quick.share_of_draws_better[mean], 1.0);
  EXPECT_EQ(result.differences[1].share_of_draws_better[mean], 0.0);
  EXPECT_FALSE(quick.share_of_draws_better[static_cast<std::size_t>(Measure::load)].has_value());
  EXPECT_EQ(quick.largest_rows().front(), sim::Row::decision);
  double rows = 0;
  for (const double row : quick.ledger_days) rows += row;
  EXPECT_NEAR(rows, quick.measures[mean].mean, 1e-9);
}

TEST(Comparison, GivesTheSameNumbersOnOneTwoAndFourThreads) {
  Question asked = question({Named{"as-is", 3}, Named{"quick", 1}});
  asked.shock = a_shock();
  const Comparison one = run(subject(), asked, 1);
  for (const int threads : {2, 4}) {
    const Comparison more = run(subject(), asked, threads);
    for (std::size_t c = 0; c < one.cells.size(); ++c) {
      EXPECT_EQ(one.cells[c].ledger_days, more.cells[c].ledger_days);
      EXPECT_EQ(one.cells[c][Measure::elapsed_p90_days], more.cells[c][Measure::elapsed_p90_days]);
    }
    EXPECT_EQ(one.resilience, more.resilience);
  }
}

TEST(Comparison, CountsWhatItRestsOnAndNotWhatTheQuestionSays) {
  Question asked = question({Named{"as-is", 3}});
  asked.shock = a_shock();
  // The world's slowness and the shock's demand; the shock's week was chosen by whoever asks.
  EXPECT_EQ(run(subject(), asked).inputs, (InputCount{0, 2}));
}

TEST(Comparison, ShowsTheDipOfTheShockAndTheRecovery) {
  Question asked = question({Named{"as-is", 0}});
  asked.shock = a_shock();
  const ResilienceSummary dip = run(subject(), asked).resilience[0];
  EXPECT_NEAR(dip.quality[0].mean, 100, 1e-9);
  EXPECT_NEAR(dip.quality[2].mean, 50, 1e-6);
  EXPECT_NEAR(dip.depth.mean, 50, 1e-6);
  EXPECT_DOUBLE_EQ(dip.recovery_weeks.mean, 2);
}

TEST(Comparison, CalibratesEveryDrawToTheRecordsAndThenAgreesWithThem) {
  Subject recorded = subject();
  RecordedReference records;
  std::vector<double> elapsed;
  for (int i = 0; i < 400; ++i) elapsed.push_back(3 - 2.5 * std::log((i + 0.5) / 400));
  records.case_types = {{"vergunning", elapsed}};
  recorded.records = records;
  const Comparison result = run(recorded, question({Named{"as-is", 3}, Named{"quick", 1}}));
  ASSERT_TRUE(result.agreement.has_value());
  EXPECT_TRUE(result.agreement->holds());
  EXPECT_EQ(result.draws_set_aside, 0U);
  EXPECT_GT(result.remainder_share, 0.3);
}

TEST(Comparison, SetsAsideDrawsThatContradictTheRecordsAndRefusesWhenNoneIsLeft) {
  Subject recorded = subject();
  recorded.records = RecordedReference{{{"vergunning", std::vector<double>(50, 0.5)}}, false};
  SerialExecutor executor;
  SilentProgress progress;
  const auto result =
      compare(recorded, question({Named{"as-is", 3}}), executor, progress, simulate);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().front().code, ErrorCode::unsupported);
}

TEST(Comparison, StopsWhenAskedAndKeepsNothing) {
  class Stop final : public Progress {
   public:
    void advance(std::size_t done, std::size_t) override { stop_ = done > 3; }
    [[nodiscard]] bool stop_requested() const override { return stop_; }

   private:
    std::atomic<bool> stop_{false};
  };
  SerialExecutor executor;
  Stop progress;
  const auto result =
      compare(subject(), question({Named{"as-is", 3}}), executor, progress, simulate);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().front().code, ErrorCode::interrupted);
}

}  // namespace
}  // namespace veer::study
