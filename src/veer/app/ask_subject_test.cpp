// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/ask_subject.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "veer/app/read_records.hpp"

namespace veer::app {
namespace {

const std::string example = std::string(VEER_SOURCE_DIR) + "/examples/020-voorbeelddorp";

TEST(AskSubject, OfAScenarioHasNoRecordsAndKeepsItsOwnTerms) {
  auto subject = load_subject(example);
  ASSERT_TRUE(subject) << to_string(subject.error().front());
  EXPECT_FALSE(subject->subject.records.has_value());
  EXPECT_EQ(weekday_of(subject->first_day), Weekday::monday);
  const auto before = subject->subject.realise({});
  set_terms(*subject, std::nullopt);
  const auto after = subject->subject.realise({});
  for (const work::CaseTypeId type : ids(before->work.case_types)) {
    const auto& own = before->work.case_types[type].legal_term;
    const auto& now = after->work.case_types[type].legal_term;
    ASSERT_TRUE(now.has_value());
    if (own) {
      EXPECT_EQ(*own, *now);
    } else {
      EXPECT_EQ(after->work.distributions[now->days].mean(), 56);
    }
  }
}

TEST(AskSubject, ATermOfTheQuestionHoldsForEveryCaseType) {
  auto subject = load_subject(example);
  set_terms(*subject, 21);
  const auto baseline = subject->subject.realise({});
  for (const work::CaseType& type : baseline->work.case_types) {
    EXPECT_EQ(baseline->work.distributions[type.legal_term->days].mean(), 21);
  }
}

TEST(AskSubject, IsClosedOnTheHolidaysOfEveryYearOfTheWindow) {
  auto subject = load_subject(example);
  sim::Window window;
  window.first_day = *day_from_date(2026, 1, 5);
  window.measured = window.follow_up = 364;
  close_on_holidays(*subject, window);
  const auto closed = subject->subject.realise({})->workforce.closed_days;
  for (const int year : {2026, 2027}) {
    EXPECT_TRUE(std::binary_search(closed.begin(), closed.end(), *day_from_date(year, 12, 25)));
  }
}

TEST(AskSubject, OfRecordsMeasuresCasesFromTheFirstToTheLastEvent) {
  const std::string path = std::string(VEER_SHARED_DATA) + "/logs/receipt/Receipt.xes.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no test data at " << path;
  SilentProgress silent;
  ReadingProgress reading{silent};
  const auto file = read_records(path, {}, reading);
  ASSERT_TRUE(file);
  const auto subject = subject_of_records("receipt", file->read.records.log, {});
  ASSERT_TRUE(subject);
  ASSERT_EQ(subject->subject.records->case_types.size(), 1U);
  const auto& elapsed = subject->subject.records->case_types[0].elapsed_days;
  EXPECT_EQ(elapsed.size(), 1434U);
  // The log's own attribute meta_time:duration_max: 23,832,541.524 seconds.
  EXPECT_NEAR(*std::max_element(elapsed.begin(), elapsed.end()), 23832541.524 / 86400, 0.05);
  EXPECT_FALSE(subject->observed->handovers.empty());
}

TEST(AskSubject, SaysWhatIsNotThere) {
  EXPECT_EQ(load_subject("niet-daar.veer").error().front().code, ErrorCode::not_found);
  EXPECT_FALSE(load_subject("niet-daar"));
}

}  // namespace
}  // namespace veer::app
