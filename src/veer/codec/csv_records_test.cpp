// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_records.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

using eventlog::EventLog;
using eventlog::Transition;
using eventlog::Value;

Result<RecordsRead> read(std::string_view text, RecordColumns columns = {}) {
  return read_csv_records(text,
                          {{"zaken.csv", {}, ""}, std::move(columns), TimeZone::netherlands, {}});
}

TEST(CsvRecords, FindDutchColumns) {
  const auto result = read(
      "Zaaknummer;Handeling;Medewerker;Afdeling;Begindatum;Einddatum;Zaaktype;Leges\n"
      "Z1;intake;Jan;KCC;01-02-2025 09:00;01-02-2025 09:30;Bouw;12,50\n"
      "Z1;toets;;EMPTY;;13-02-2025;Bouw;12,50\n"
      "Z2;intake;An;KCC;14-02-2025 10:00;;Kap;3\n");
  ASSERT_TRUE(result) << to_string(result.error().front());
  const EventLog& log = result->records.log;
  ASSERT_EQ(log.events.size(), 3U);
  EXPECT_EQ(to_iso(*log.events[0].start), "2025-02-01T09:00:00");
  EXPECT_EQ(to_iso(log.events[0].end), "2025-02-01T09:30:00");
  EXPECT_TRUE(log.events[1].person.is_none());
  EXPECT_TRUE(log.events[1].group.is_none());
  EXPECT_EQ(log.events[2].transition, Transition::start);
  EXPECT_EQ(log.cases.values()[0].case_type, "Bouw");
  EXPECT_EQ(log.attribute("Leges")->values.values()[0], Value(12.5));
  EXPECT_FALSE(result->csv->order_unclear);
}

TEST(CsvRecords, MakeAttributesOfCasesOrEventsWithTheirTypes) {
  const auto result = read(
      "case_id,activity,end_time,channel,pages,code,spoed,deadline\n"
      "1,a,2025-01-01T10:00,desk,3,007,ja,2025-02-01\n"
      "1,b,2025-01-02T10:00,desk,4,008,nee,2025-02-01\n");
  const EventLog& log = result->records.log;
  EXPECT_EQ(log.attribute("channel")->values.values()[0], Value(std::string("desk")));
  EXPECT_TRUE(std::holds_alternative<Instant>(log.attribute("deadline")->values.values()[0]));
  ASSERT_EQ(log.event_attributes.size(), 3U);
  EXPECT_EQ(log.event_attributes[0].values[1], Value(std::int64_t{4}));
  EXPECT_EQ(log.event_attributes[1].values[0], Value(std::string("007")));
  EXPECT_EQ(log.event_attributes[2].values[1], Value(false));
}

TEST(CsvRecords, TakeTheOrderOfDayAndMonthFromTheWholeFile) {
  const std::string head = "case_id,activity,timestamp\n";
  const auto month_first = read(head + "1,a,4/5/2025\n1,b,4/25/2025\n");
  EXPECT_EQ(to_iso(month_first->records.log.events[0].end), "2025-04-05T00:00:00");
  EXPECT_TRUE(month_first->csv->month_first);
  const auto unclear = read(head + "1,a,4/5/2025\n");
  EXPECT_EQ(to_iso(unclear->records.log.events[0].end), "2025-05-04T00:00:00");
  EXPECT_TRUE(unclear->csv->order_unclear);
}

TEST(CsvRecords, TellEveryDateThatIsNone) {
  const auto result =
      read("case_id;activity;end\n1;a;31-12-2025\n1;b;12-31-2025\n;c;1-1-2025\n2;d;x\n");
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 3U);
  EXPECT_EQ(result.error()[0].where, "zaken.csv:3");
  EXPECT_EQ(result.error()[0].found, "end = 12-31-2025");
  EXPECT_EQ(result.error()[1].found, "a row without a case");
  EXPECT_EQ(result.error()[2].where, "zaken.csv:5");
}

TEST(CsvRecords, TellRowsOfTheWrongLengthBesideDatesThatAreNone) {
  const auto result = read(
      "zaaknummer;handeling;einddatum\nZ1;intake;1-1-2025;extra\nZ1;besluit;31-2-2025\n");
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 2U);
  EXPECT_EQ(result.error()[0].found, "4 cells");
  EXPECT_EQ(result.error()[1].where, "zaken.csv:3");
  const auto columns = read("zaaknummer;handeling\nZ1;intake;1-1-2025\n");
  EXPECT_EQ(columns.error().size(), 2U) << "a column is missing and a row too long";
}

TEST(CsvRecords, TellWhichColumnsAreMissingAndHowToNameThem) {
  const auto result = read("foo;bar;datum\n1;2;1-1-2025\n");
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 2U);
  EXPECT_EQ(result.error()[0].found, "the columns foo, bar, datum");
  EXPECT_EQ(result.error()[0].hint, "Name it with --case-column COLUMN.");
  RecordColumns columns;
  columns.case_name = "foo";
  columns.activity = "BAR";
  EXPECT_TRUE(read("foo;bar;datum\n1;2;1-1-2025\n", columns));
  columns.activity = "baz";
  EXPECT_EQ(read("foo;bar;datum\n1;2;1-1-2025\n", columns).error().front().found, "no column baz");
}

TEST(CsvRecords, DoNotKeepAColumnTwice) {
  const auto result = read(
      ",concept:name,Activity,case:concept:name,time:timestamp,start_timestamp\n"
      "0,a,a,7,2025-01-01 10:00:00+00:00,2025-01-01 09:00:00+00:00\n");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->csv->ignored.size(), 2U);
  EXPECT_TRUE(result->records.log.event_attributes.empty());
  EXPECT_TRUE(result->records.log.attributes.empty());
  EXPECT_TRUE(result->records.log.events[0].start.has_value());
}

}  // namespace
}  // namespace veer::codec
