// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_table.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

Result<CsvTable> read(std::string_view text, CsvFormat format = {"zaken.csv", {}, ""}) {
  return CsvTable::read(text, format);
}

TEST(CsvTable, FindsItsDelimiter) {
  for (const char delimiter : {';', ',', '\t', '|'}) {
    std::string text = "zaak?handeling?\"a,b;c\"\n1?check?2,5\n";
    std::replace(text.begin(), text.end(), '?', delimiter);
    const auto table = read(delimiter == ',' ? "zaak,handeling,c\n1,check,2\n" : text);
    ASSERT_TRUE(table) << delimiter;
    EXPECT_EQ(table->delimiter(), delimiter);
    EXPECT_EQ(table->header().size(), 3U);
    EXPECT_EQ(table->cell(0, 1), "check");
  }
}

TEST(CsvTable, UnderstandsQuotesLinesInCellsAndBlankLines) {
  const auto table = read("a;b\r\n\r\n\"x \"\"y\"\"\r\nz; w\";2\r\n3;4");
  ASSERT_TRUE(table) << to_string(table.error().front());
  ASSERT_EQ(table->rows(), 2U);
  EXPECT_EQ(table->cell(0, 0), "x \"y\"\r\nz; w");
  EXPECT_EQ(table->place(0), "zaken.csv:3");
  EXPECT_EQ(table->cell(1, 1), "4");
  EXPECT_EQ(table->place(1), "zaken.csv:5");
}

TEST(CsvTable, UnderstandsTheSeparatorLineOfSpreadsheets) {
  const auto table = read("sep=|\na|b;c\n1|2\n");
  EXPECT_EQ(table->header(), (std::vector<std::string>{"a", "b;c"}));
  EXPECT_EQ(table->place(0), "zaken.csv:3");
}

TEST(CsvTable, ReadsEncodingsOfDutchOffices) {
  const std::string utf8 = "naam\nRen\xC3\xA9\n";
  EXPECT_EQ(read("\xEF\xBB\xBF" + utf8)->cell(0, 0), "Ren\xC3\xA9");
  EXPECT_EQ(read(utf8)->encoding(), "UTF-8");
  const auto windows = read("naam\nRen\xE9 \x80 5\n");
  EXPECT_EQ(windows->encoding(), "WINDOWS-1252");
  EXPECT_EQ(windows->cell(0, 0), "Ren\xC3\xA9 \xE2\x82\xAC 5");
  const std::string utf16("\xFF\xFEn\0\n\0R\0\n\0", 10);
  EXPECT_EQ(read(utf16)->cell(0, 0), "R");
  EXPECT_EQ(read("naam\nRen\xE9\n", {"zaken.csv", {}, "ISO-8859-1"})->cell(0, 0), "Ren\xC3\xA9");
}

TEST(CsvTable, LeavesBrokenRowsOutAndTellsThemAllWithTheirLines) {
  const auto table = read("a;b\n1;2;3\n4;5;\n6\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows(), 1U);
  EXPECT_EQ(table->cell(0, 1), "5");
  ProblemList ragged = table->ragged_rows();
  const Problems told = ragged.take("zaken.csv");
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].where, "zaken.csv:2");
  EXPECT_EQ(told[1].where, "zaken.csv:4");
}

TEST(CsvTable, RefusesWhatIsNoTable) {
  EXPECT_EQ(read("").error().front().found, "an empty file");
  EXPECT_EQ(read("a;b\n\"1;2\n3;4\n").error().front().where, "zaken.csv:2");
  EXPECT_EQ(read("PK\x03\x04 rest").error().front().found, "a zip archive or spreadsheet (.xlsx)");
  EXPECT_EQ(read(std::string_view("a;b\n1;\0\n", 8)).error().front().found,
            "bytes that are no text");
  EXPECT_EQ(read("a;b\n1;\xFF\n", {"zaken.csv", {}, "UTF-8"}).error().front().where, "zaken.csv:2");
  EXPECT_EQ(read("a;b\n", {"zaken.csv", {}, "KLINGON"}).error().front().code, ErrorCode::usage);
}

TEST(CsvTable, NumbersColumnsOfOneName) {
  EXPECT_EQ(read("a;a;;\n")->header(), (std::vector<std::string>{"a", "a (2)", "", ""}));
}

}  // namespace
}  // namespace veer::codec
