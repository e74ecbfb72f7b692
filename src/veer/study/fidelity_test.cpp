// SPDX-License-Identifier: EUPL-1.2
// The distances against an independent restatement of them and against what the test-suite of the
// reference implementation asserts, on that test-suite's logs.
#include "veer/study/fidelity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "veer/stats/summary.hpp"

namespace veer::study {
namespace {

struct Records {
  eventlog::EventLog log;
  std::vector<eventlog::Instance> instances;
  [[nodiscard]] LogView view() const { return {log, instances}; }
};

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::stringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) result.push_back(cell);
  return result;
}

/// The columns that hold the case, person, activity, start and end; these files quote nothing.
Records read(const std::filesystem::path& path, const std::vector<std::string>& columns) {
  Records records;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const auto header = cells(line);
  std::vector<std::size_t> at;
  for (const auto& column : columns) {
    at.push_back(static_cast<std::size_t>(
        std::find(header.begin(), header.end(), column) - header.begin()));
  }
  eventlog::Dictionary<eventlog::CaseId> cases;
  while (std::getline(file, line)) {
    const auto row = cells(line);
    eventlog::Instance instance;
    instance.case_id = cases.add(row.at(at[0]));
    instance.person = records.log.persons.add(row.at(at[1]));
    instance.activity = records.log.activities.add(row.at(at[2]));
    instance.start = *parse_iso_instant(row.at(at[3]), TimeZone::utc);
    instance.end = *parse_iso_instant(row.at(at[4]), TimeZone::utc);
    records.instances.push_back(instance);
  }
  return records;
}

const std::filesystem::path shared = VEER_SHARED_DATA;

Records metrics(const std::string& name) {
  return read(shared / "metrics" / (name + ".csv"),
              {"case_id", "Resource", "Activity", "start_time", "end_time"});
}

class Oracle : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(shared / "metrics")) GTEST_SKIP() << "no data in " << shared;
  }
};

TEST_F(Oracle, LoanApplicationWithAndWithoutDelays) {
  const Fidelity found =
      fidelity(metrics("LoanApp_delays").view(), metrics("LoanApp_no_delays").view());
  EXPECT_NEAR(found.ngd, 0.08500772797527048, 1e-9);
  EXPECT_NEAR(found.aed, 4.230004813284663, 1e-9);
  EXPECT_NEAR(found.ced, 0.13841977709002923, 1e-9);
  EXPECT_NEAR(found.red, 0.607717299747304, 1e-9);
  EXPECT_NEAR(found.ctd, 0.85, 1e-9);
  EXPECT_NEAR(found.cad, 0.0, 1e-9);
  EXPECT_NEAR(found.cwd, 0.10950367263432437, 1e-9);
}

TEST_F(Oracle, SmallLogsThreeAndFour) {
  const Fidelity found =
      fidelity(metrics("test_event_log_3").view(), metrics("test_event_log_4").view());
  // The published restatement gives six decimals.
  EXPECT_NEAR(found.ngd, 0.717647, 5e-7);
  EXPECT_NEAR(found.aed, 24.700231, 5e-7);
  EXPECT_NEAR(found.ced, 6.693122, 5e-7);
  EXPECT_NEAR(found.red, 25.798611, 5e-7);
  EXPECT_NEAR(found.ctd, 48.527778, 5e-7);
  EXPECT_NEAR(found.cad, 1.083333, 5e-7);
  EXPECT_NEAR(found.cwd, 6.752551, 5e-7);
}

TEST_F(Oracle, SmallLogsFourAndFive) {
  const Fidelity found =
      fidelity(metrics("test_event_log_4").view(), metrics("test_event_log_5").view());
  EXPECT_NEAR(found.ngd, 1, 1e-9);
  EXPECT_NEAR(found.aed, 768.796296, 5e-7);
  EXPECT_NEAR(found.ced, 6.571429, 5e-7);
  EXPECT_NEAR(found.red, 0.277778, 5e-7);
  EXPECT_NEAR(found.ctd, 0.444444, 5e-7);
  EXPECT_NEAR(found.cad, 769, 1e-9);
  EXPECT_NEAR(found.cwd, 6.571429, 5e-7);
}

TEST_F(Oracle, FactsThatTheReferenceTestSuiteAsserts) {
  const Records one = metrics("test_event_log_1");
  const Records two = metrics("test_event_log_2");
  const Records seven = metrics("test_event_log_7");
  for (const std::size_t n : {2U, 3U, 4U}) {
    EXPECT_NEAR(ngram_distance(one.view(), two.view(), n), 1.0, 1e-9);
    EXPECT_EQ(ngram_distance(one.view(), one.view(), n), 0.0);
  }
  EXPECT_NEAR(cycle_time_distance(one.view(), two.view()), 0, 1e-9);
  EXPECT_NEAR(relative_event_distance(one.view(), seven.view()), 0, 1e-9);
  EXPECT_NEAR(circadian_event_distance(one.view(), seven.view()), 23.0 * 6 / 7, 1e-9);
}

TEST_F(Oracle, NumberingOfActivitiesAndPersonsDoesNotMatter) {
  const Records one = metrics("test_event_log_1");
  Records shuffled = one;
  shuffled.log = {};
  for (std::size_t i = one.log.activities.size(); i-- > 0;) {
    shuffled.log.activities.add(one.log.activities[eventlog::ActivityId(i)]);
  }
  for (auto& instance : shuffled.instances) {
    instance.activity = shuffled.log.activities.find(one.log.activities[instance.activity]);
  }
  EXPECT_EQ(ngram_distance(one.view(), shuffled.view()), 0.0);
}

TEST_F(Oracle, PublishedSimulationsOfTheLoanApplication) {
  const std::vector<std::string> columns{"case_id", "resource", "activity_name",
                                         "start_timestamp", "end_timestamp"};
  const auto folder = shared / "logs" / "simulation";
  const Records test = read(folder / "LoanApp_test_preprocessed.csv", columns);
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(folder / "LoanApp_simulated_by_AgentSimulator")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  ASSERT_EQ(files.size(), 10U);
  std::vector<double> ngd;
  std::vector<double> aed;
  std::vector<double> ctd;
  std::vector<double> cwd;
  for (const auto& file : files) {
    const Fidelity found = fidelity(test.view(), read(file, columns).view());
    EXPECT_NEAR(found.cad, 0, 1e-9) << file;
    ngd.push_back(found.ngd);
    aed.push_back(found.aed);
    ctd.push_back(found.ctd);
    cwd.push_back(found.cwd);
    if (ngd.size() == 1) {
      EXPECT_NEAR(found.ngd, 0.053797, 5e-7);
      EXPECT_NEAR(found.aed, 2.868025, 5e-7);
      EXPECT_NEAR(found.ced, 0.196016, 5e-7);
      EXPECT_NEAR(found.red, 1.984225, 5e-7);
      EXPECT_NEAR(found.ctd, 2.275, 5e-7);
      EXPECT_NEAR(found.cwd, 0.136231, 5e-7);
    }
  }
  EXPECT_NEAR(mean(ngd), 0.080, 5e-4);
  EXPECT_NEAR(population_deviation(ngd), 0.018, 5e-4);
  EXPECT_NEAR(mean(aed), 2.971, 5e-4);
  EXPECT_NEAR(mean(ctd), 1.595, 5e-4);
  EXPECT_NEAR(mean(cwd), 0.147, 5e-4);
}

}  // namespace
}  // namespace veer::study
