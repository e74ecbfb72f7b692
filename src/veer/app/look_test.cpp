// SPDX-License-Identifier: EUPL-1.2
// Looking at real municipalities' records; what is counted is counted here once more, by hand.
#include "veer/app/look.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "veer/app/read_records.hpp"
#include "veer/report/look_json.hpp"
#include "veer/report/table.hpp"
#include "veer/stats/summary.hpp"

namespace veer::app {
namespace {

const std::filesystem::path logs = std::filesystem::path(VEER_SHARED_DATA) / "logs";

eventlog::EventLog read(const std::filesystem::path& path) {
  SilentProgress progress;
  ReadingProgress reading{progress};
  auto file = read_records(path, {}, reading);
  EXPECT_TRUE(file.has_value());
  const auto plain = [](std::string_view name) { return std::string(name); };
  return eventlog::protect(std::move(file->read.records), plain).log;
}

report::LookAnswer look_at(const eventlog::EventLog& log) {
  SerialExecutor executor;
  SilentProgress progress;
  LookOptions options;
  options.logs = 3;
  auto answer = look("test", log, {}, options, executor, progress);
  EXPECT_TRUE(answer.has_value());
  return *std::move(answer);
}

/// Elapsed hours of every case, straight from the events.
std::vector<double> elapsed_hours(const eventlog::EventLog& log) {
  std::vector<double> result;
  for (const auto id : ids(log.cases)) {
    Instant first = Instant::max();
    Instant last = Instant::min();
    for (const auto& event : log.events) {
      if (event.case_id != id) continue;
      first = std::min(first, event.end);
      last = std::max(last, event.end);
    }
    result.push_back(hours(last - first));
  }
  return result;
}

/// How often the one directly follows on the other, straight from the events in order of time.
std::size_t count_pairs(const eventlog::EventLog& log, const std::string& first,
                        const std::string& second) {
  std::size_t pairs = 0;
  for (const auto id : ids(log.cases)) {
    std::vector<eventlog::Event> events;
    for (const auto& event : log.events) {
      if (event.case_id == id) events.push_back(event);
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.end < b.end; });
    for (std::size_t i = 1; i < events.size(); ++i) {
      pairs += log.activities[events[i - 1].activity] == first &&
               log.activities[events[i].activity] == second;
    }
  }
  return pairs;
}

std::size_t directly(const discover::Picture& picture, const std::string& from,
                     const std::string& to) {
  for (const discover::PictureFlow& flow : picture.flows) {
    if (flow.from >= picture.begin() || flow.to >= picture.begin()) continue;
    if (picture.activities[flow.from].name == from && picture.activities[flow.to].name == to) {
      return flow.times - flow.through;
    }
  }
  return 0;
}

void expect_readable(const std::string& screen) {
  std::istringstream lines(screen);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(report::width(line), 100U) << line;
  }
}

TEST(Look, ReceiptPhaseOfAMunicipality) {
  if (!std::filesystem::exists(logs)) GTEST_SKIP() << "no data in " << logs;
  const auto log = read(logs / "receipt" / "Receipt.xes.gz");
  const auto answer = look_at(log);
  const discover::Twin& twin = answer.twin;
  EXPECT_EQ(twin.case_count, 1434U);
  EXPECT_EQ(twin.instance_count, 8577U);
  EXPECT_EQ(twin.person_count, 47U) << "resources test and TEST are one person";
  EXPECT_EQ(twin.starts.recorded, 0);
  const auto elapsed = elapsed_hours(log);
  EXPECT_NEAR(answer.overview.elapsed.mean, mean(elapsed), 1e-6);
  EXPECT_NEAR(answer.overview.elapsed.median, quantile(elapsed, 0.5), 1e-6);
  EXPECT_NEAR(answer.overview.elapsed.p90, quantile(elapsed, 0.9), 1e-6);
  ASSERT_TRUE(twin.on_time.has_value());
  // Counted from the file by hand: 1,329 cases have an end date, 952 of them by the deadline.
  EXPECT_EQ(twin.on_time->with_both, 1329U);
  EXPECT_EQ(twin.on_time->on_time, 952U);
  EXPECT_EQ(twin.on_time->open, 105U);
  // Worked out from the file apart, in another language: how late, how long open.
  const discover::Lateness& lateness = answer.lateness;
  EXPECT_EQ(lateness.late.cases, 377U);
  EXPECT_NEAR(lateness.late.median_days, 13.5865, 1e-3);
  EXPECT_EQ(lateness.late_on_the_day, 68U);
  // Of the cases that began before and from the week of 23 May 2011, worked out the same way.
  ASSERT_TRUE(answer.trends.elapsed.has_value());
  EXPECT_NEAR(answer.trends.elapsed->before, 1.94314, 1e-4);
  EXPECT_NEAR(answer.trends.elapsed->after, 0.00280, 1e-4);
  EXPECT_NEAR(lateness.late.p90_days, 89.4953, 1e-3);
  ASSERT_TRUE(lateness.extended && lateness.open && lateness.terms);
  EXPECT_EQ(lateness.extended->cases, 30U);
  EXPECT_EQ(lateness.extended_without_reason, 30U) << "the file names no reason at all";
  EXPECT_EQ(lateness.open->cases, 105U);
  EXPECT_NEAR(lateness.open->median_days, 39.0417, 1e-3);
  const auto& term = twin.central.work.case_types[work::CaseTypeId(0)].legal_term;
  ASSERT_TRUE(term.has_value());
  // The median of deadline - first event over all cases of the file, worked out apart: 41.42 days.
  EXPECT_NEAR(twin.central.work.distributions[term->days].quantile(0.5), 41.42, 0.5);
  ASSERT_TRUE(answer.imitation.has_value());
  // 301 held-out cases: those whose every event lies in the last fifth.
  EXPECT_EQ(answer.imitation->held_out_cases, 301U);
  EXPECT_EQ(answer.imitation->dropped_cases, 9U);
  EXPECT_LT(answer.imitation->mean.ngd, 0.3);
  EXPECT_TRUE(work::check(twin.central.work).empty());
  // Counted from the file apart, by pairs of consecutive events with all 27 activities: how often
  // T05 follows on T04. No activity in between is folded in the picture.
  const discover::Picture& picture = answer.picture;
  EXPECT_EQ(count_pairs(log, "T04 Determine confirmation of receipt",
                        "T05 Print and send confirmation of receipt"),
            directly(picture, "T04 Determine confirmation of receipt",
                     "T05 Print and send confirmation of receipt"));
  EXPECT_EQ(picture.main_path.size(), 6U);
  EXPECT_EQ(picture.folded_activities + picture.activities.size(), 27U);
  for (const auto language : {report::Language::nl, report::Language::en}) {
    const std::string screen = report::look_screen(language, answer);
    expect_readable(screen);
    EXPECT_EQ(screen.find("Resource"), std::string::npos) << "nobody is named";
  }
  EXPECT_EQ(report::look_json(answer).find("Resource"), std::string::npos);
}

TEST(Look, BuildingPermitsOfAMunicipality) {
  if (!std::filesystem::exists(logs)) GTEST_SKIP() << "no data in " << logs;
  const auto log = read(logs / "bpic15" / "BPIC15_1.xes.gz");
  const auto answer = look_at(log);
  EXPECT_EQ(answer.twin.case_count, 1199U);
  EXPECT_EQ(answer.twin.instance_count, 52217U);
  EXPECT_EQ(answer.twin.person_count, 23U);
  EXPECT_EQ(answer.twin.central.work.activities.size(), 398U);
  std::size_t midnight = 0;
  for (const auto& event : log.events) {
    if (time_of_day(event.end) == Duration(0)) ++midnight;
  }
  EXPECT_NEAR(answer.twin.day_only_share, static_cast<double>(midnight) / 52217, 1e-12);
  EXPECT_FALSE(answer.twin.on_time.has_value());
  EXPECT_TRUE(work::check(answer.twin.central.work).empty());
  expect_readable(report::look_screen(report::Language::nl, answer));
}

}  // namespace
}  // namespace veer::app
