// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/import_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "veer/report/table.hpp"

namespace veer::report {
namespace {

ImportSummary summary() {
  ImportSummary s;
  s.workspace = "gemeente.veer";
  s.key_file = "gemeente.key";
  ImportedFile file;
  file.name = "zaken.csv";
  file.cases = 1434;
  file.events = 8577;
  file.csv = codec::CsvReading{"UTF-8", ';', {{"case", "zaaknummer"}}, false, true, {}};
  file.privacy.staff_columns = {"behandelaar"};
  file.privacy.dropped = {{"bsn_klant", eventlog::DropReason::bsn},
                          {"aantekening", eventlog::DropReason::free_text}};
  s.files.push_back(file);
  s.quality.cases = 1434;
  s.quality.events = 8577;
  s.quality.instances = 8577;
  s.quality.instances_without_start = 8577;
  s.quality.duplicates = 3;
  s.quality.end_attribute = "einddatum";
  s.quality.cases_without_end = 105;
  s.quality.first = start_of(*day_from_date(2010, 10, 2));
  return s;
}

TEST(ImportScreen, TellsInWordsWhatWasFoundAndLeftOut) {
  const std::string screen = import_screen(Language::nl, summary());
  for (const char* expected :
       {"zaken.csv: 1.434 zaken en 8.577 gebeurtenissen ingelezen.", "2 oktober 2010",
        "Van geen enkele handeling is vastgelegd wanneer zij begon",
        "105 zaken (7 %) zonder einddatum", "Dubbel: 3 gebeurtenissen (< 0,1 %)",
        "Weggelaten omdat het vrije tekst is: aantekening.", "--month-first"}) {
    EXPECT_NE(screen.find(expected), std::string::npos) << expected << "\nin\n" << screen;
  }
}

TEST(ImportScreen, TellsOnceWhatPrivacyAskedOfSeveralFiles) {
  ImportSummary two = summary();
  two.files[0].privacy.spellings_joined = 1;
  two.files[0].privacy.texts_with_names = 2;
  two.files.push_back(two.files[0]);
  two.files[1].privacy.texts_with_email = 3;
  std::string flat = import_screen(Language::nl, two);
  for (char& c : flat) c = c == '\n' ? ' ' : c;
  for (const char* expected :
       {"2 schrijfwijzen van namen verschillen alleen in hoofdletters of spaties",
        "4 teksten noemden een medewerker bij naam", "3 teksten bevatten een e-mailadres",
        "Weggelaten omdat het vrije tekst is: aantekening."}) {
    const std::size_t at = flat.find(expected);
    EXPECT_NE(at, std::string::npos) << expected << "\nin\n" << flat;
    EXPECT_EQ(flat.find(expected, at + 1), std::string::npos) << expected << " a second time";
  }
}

TEST(ImportScreen, FitsAHundredColumnsInBothLanguages) {
  for (const Language language : {Language::nl, Language::en}) {
    std::istringstream lines(import_screen(language, summary()));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
  }
}

TEST(ImportJson, HoldsTheSameCounts) {
  const auto json = nlohmann::json::parse(import_json(summary()));
  EXPECT_EQ(json["cases"], 1434);
  EXPECT_EQ(json["quality"]["duplicates"], 3);
  EXPECT_EQ(json["files"][0]["privacy"]["dropped_bsn"][0], "bsn_klant");
  EXPECT_EQ(json["first"], "2010-10-02T00:00:00");
  EXPECT_FALSE(json.contains("staff"));
}

}  // namespace
}  // namespace veer::report
