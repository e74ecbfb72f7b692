// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/case_dates.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;

eventlog::EventLog log_with(const std::vector<eventlog::Attribute>& attributes) {
  eventlog::EventLog log;
  for (const char* name : {"1", "2", "3", "4"}) log.cases.push_back({name, ""});
  log.attributes = attributes;
  return log;
}

eventlog::Attribute attribute(const std::string& name, std::vector<eventlog::Value> values) {
  eventlog::Attribute result;
  result.name = name;
  for (auto& value : values) result.values.push_back(value);
  return result;
}

TEST(CaseDates, AreFoundInDutchAndEnglishWhateverTheSpelling) {
  const auto log = log_with({attribute("Uiterste datum", {}), attribute("END_DATE", {})});
  const CaseDates dates = find_case_dates(log);
  EXPECT_EQ(dates.deadline, &log.attributes[0]);
  EXPECT_EQ(dates.end, &log.attributes[1]);
  EXPECT_EQ(find_case_dates(log_with({})).deadline, nullptr);
}

TEST(CaseDates, OnTimeCountsOpenCasesApart) {
  const eventlog::Value none;
  const auto log = log_with({attribute("deadline", {at(9, 0), at(9, 0), at(9, 0), at(90, 0)}),
                             attribute("enddate", {at(9, 0), at(9, 1), none, none})});
  const CaseDates dates = find_case_dates(log);
  const OnTime expected{2, 1, 1, 2};
  EXPECT_EQ(count_on_time(log, dates, at(20, 0)), expected);
}

TEST(TermDays, RunFromTheFirstEventToTheDeadline) {
  const eventlog::Value none;
  const auto log = log_with({attribute("deadline", {at(9, 0), none, at(90, 0)})});
  const std::vector<eventlog::CaseId> cases{eventlog::CaseId(0), eventlog::CaseId(1),
                                            eventlog::CaseId(2)};
  // The third deadline has passed when the case begins: nothing is left of its term.
  EXPECT_EQ(term_days(find_case_dates(log), cases, {at(1, 0), at(2, 0), at(91, 0)}),
            (std::vector<double>{8, 0}));
}

}  // namespace
}  // namespace veer::discover
