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
  const auto log = log_with({attribute("Uiterste datum", {}), attribute("START_DATE", {}),
                             attribute("einddatum", {})});
  const CaseDates dates = find_case_dates(log);
  EXPECT_EQ(dates.deadline, &log.attributes[0]);
  EXPECT_EQ(dates.start, &log.attributes[1]);
  EXPECT_EQ(dates.end, &log.attributes[2]);
  EXPECT_EQ(find_case_dates(log_with({})).deadline, nullptr);
}

TEST(CaseDates, OnTimeCountsOpenCasesApart) {
  const eventlog::Value none;
  const auto log = log_with({attribute("deadline", {at(9, 0), at(9, 0), at(9, 0), at(90, 0)}),
                             attribute("startdate", {at(1, 0), at(1, 0), at(1, 0), at(91, 0)}),
                             attribute("enddate", {at(9, 0), at(9, 1), none, none})});
  const CaseDates dates = find_case_dates(log);
  const OnTime expected{2, 1, 1, 2};
  EXPECT_EQ(count_on_time(log, dates, at(20, 0)), expected);
  // The fourth deadline lies before its start: no term.
  EXPECT_EQ(term_days(dates, {eventlog::CaseId(0), eventlog::CaseId(3)}),
            (std::vector<double>{8}));
}

}  // namespace
}  // namespace veer::discover
