// SPDX-License-Identifier: EUPL-1.2
// The whole way from a workspace or scenario to an answer, with the real engine.
#include "veer/app/ask.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>

#include "veer/app/ask_question.hpp"
#include "veer/app/catalogue.hpp"
#include "veer/app/read_records.hpp"
#include "veer/app/threads.hpp"
#include "veer/design/reorganise.hpp"
#include "veer/report/ask_json.hpp"
#include "veer/sim/replication.hpp"

namespace veer::app {
namespace {

using study::Measure;

AskRequest small_request() {
  AskRequest request;
  request.target = std::string(VEER_SOURCE_DIR) + "/examples/020-voorbeelddorp";
  request.models = {"sectorenmodel", "zelfsturing"};
  request.effort.draws = 2;
  request.effort.replications = 1;
  request.effort.measured_weeks = 8;
  request.effort.warm_up_weeks = 2;
  request.effort.follow_up_weeks = 12;
  return request;
}

AskQuestion question_of(const AskRequest& request) {
  auto question = read_question(request);
  EXPECT_TRUE(question) << to_string(question.error().front());
  return *std::move(question);
}

report::AskAnswer answer_of(const AskQuestion& question, unsigned threads = 2) {
  ThreadExecutor executor(threads);
  SilentProgress progress;
  auto found = answer(question, executor, progress);
  EXPECT_TRUE(found) << to_string(found.error().front());
  return *std::move(found);
}

TEST(Ask, GivesTheSameBytesOnOneTwoAndFourThreadsAndTwice) {
  AskRequest request = small_request();
  request.demand_change = 0.3;
  request.people_change = -0.2;
  request.shock_weeks = 2;
  const AskQuestion question = question_of(request);
  const std::string once = report::ask_json(answer_of(question, 1));
  for (const unsigned threads : {1U, 2U, 4U}) {
    EXPECT_EQ(report::ask_json(answer_of(question, threads)), once) << threads;
  }
}

TEST(Ask, OneOrganisationUnderTwoNamesDiffersByExactlyZero) {
  AskQuestion question = question_of(small_request());
  org::Model copy = question.as_is;
  copy.id = "same-again";
  question.models = {copy};
  const auto result = answer_of(question).comparison;
  ASSERT_EQ(result.differences.size(), 1U);
  for (std::size_t m = 0; m < study::measure_count; ++m) {
    if (std::isnan(result.differences[0].measures[m].mean)) continue;
    EXPECT_EQ(result.differences[0].measures[m], study::Estimate{}) << m;
  }
}

TEST(Ask, ReorganisingMovesNoDrawOfTheWork) {
  const AskQuestion question = question_of(small_request());
  const auto baseline = question.subject.subject.realise({});
  const auto ground =
      design::ground_of(question.as_is, *baseline, question.mechanisms, {}, nullptr);
  ASSERT_TRUE(ground);
  sim::Run run;
  run.window = {question.subject.first_day, 0, 28, 140};
  run.record_events = true;
  // What each finished case did, and when it came.
  using Path = std::vector<work::ActivityId>;
  using Key = std::pair<work::CaseTypeId, std::uint32_t>;
  const auto history = [&](const org::Organisation& organisation) {
    const auto outcome = sim::simulate(baseline->work, baseline->workforce, organisation,
                                       org::draw(question.mechanisms, {}), run);
    EXPECT_TRUE(outcome);
    std::map<Key, std::pair<Instant, Path>> cases;
    for (const sim::CaseOutcome& one : outcome->cases) {
      EXPECT_EQ(one.ledger.total(), one.elapsed());
      if (one.finished) cases[{one.case_type, one.number}].first = one.arrived;
    }
    for (const sim::SimulatedEvent& event : outcome->events) {
      const auto found = cases.find({event.case_type, event.number});
      if (found != cases.end()) found->second.second.push_back(event.activity);
    }
    for (auto& [key, one] : cases) std::sort(one.second.begin(), one.second.end());
    return cases;
  };
  const auto as_is = history(ground->as_is.organisation);
  for (const org::Model& model : question.models) {
    const auto design =
        design::reorganise(model, *baseline, question.mechanisms, {}, *ground);
    ASSERT_TRUE(design);
    std::size_t compared = 0;
    for (const auto& [key, one] : history(design->organisation)) {
      const auto found = as_is.find(key);
      if (found == as_is.end()) continue;
      EXPECT_EQ(found->second, one);
      ++compared;
    }
    EXPECT_GT(compared, 100U);
  }
}

TEST(Ask, TellsEverythingThatIsWrongWithAQuestionAtOnce) {
  AskRequest request = small_request();
  request.target = "niet-daar.veer";
  request.models = {"zelfsturing", "zelfstruing", "zelfsturing"};
  request.shock = "geen-schok";
  const auto question = read_question(request);
  ASSERT_FALSE(question);
  EXPECT_EQ(question.error().size(), 4U);
}

struct RealRecords {
  const char* file;
  std::uint32_t draws;
  std::uint32_t replications;  ///< Together about a thousand cases: fewer are too few to tell.
};

std::ostream& operator<<(std::ostream& out, const RealRecords& records) {
  return out << records.file;
}

class AskRealRecords : public testing::TestWithParam<RealRecords> {};

TEST_P(AskRealRecords, ComparesTheSectorModelAndSelfManagementWithTheAsIs) {
  const std::string path = std::string(VEER_SHARED_DATA) + GetParam().file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no test data at " << path;
  SilentProgress silent;
  ReadingProgress reading{silent};
  const auto file = read_records(path, {}, reading);
  ASSERT_TRUE(file);
  auto subject = subject_of_records("records", file->read.records.log, {});
  ASSERT_TRUE(subject);
  AskQuestion question;
  question.subject = *std::move(subject);
  question.as_is = *load_model("as-is");
  question.models = {*load_model("sectorenmodel"), *load_model("zelfsturing")};
  question.mechanisms = *load_mechanisms();
  question.effort = {1, GetParam().draws, GetParam().replications, 52, 13, 52};
  const report::AskAnswer found = answer_of(question);
  EXPECT_EQ(found.comparison.designs.size(), 3U);
  ASSERT_TRUE(found.comparison.agreement.has_value());
  EXPECT_TRUE(found.comparison.agreement->holds())
      << found.comparison.agreement->distance_days << " days, at most "
      << found.comparison.agreement->distance_limit_days;
  EXPECT_GT(found.comparison.remainder_share, 0);
  for (const study::Difference& one : found.comparison.differences) {
    double rows = 0;
    for (const double row : one.ledger_days) rows += row;
    EXPECT_NEAR(rows, one[Measure::elapsed_mean_days].mean, 1e-9);
  }
}

INSTANTIATE_TEST_SUITE_P(Logs, AskRealRecords,
                         testing::Values(RealRecords{"/logs/receipt/Receipt.xes.gz", 5, 1},
                                         RealRecords{"/logs/bpic15/BPIC15_1.xes.gz", 3, 4}));

}  // namespace
}  // namespace veer::app
