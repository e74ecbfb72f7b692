// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/laws_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "veer/report/table.hpp"

namespace veer::report {
namespace {

Day day(std::string_view iso) { return day_of(*parse_iso_instant(iso, TimeZone::as_written)); }

org::Law permit() {
  org::Law law;
  law.id = "vergunning";
  law.name = {"Vergunning", "Permit"};
  law.summary = {"Acht weken.", "Eight weeks."};
  law.sources["act"] = {"act", "The Act", "2024", "https://example.org", "Dutch law"};
  org::LawPeriod period;
  period.from = day("2024-01-01");
  period.starts = {"ontvangst", "receipt"};
  period.term.parts = {{{8, calendar::TermUnit::weeks}, true, false}};
  period.term.extension = calendar::TermLength{6, calendar::TermUnit::weeks};
  period.lapse = org::Lapse::penalty;
  period.provisions = {
      {"art. 1", {"Acht weken.", "Eight weeks."}, "act", {}},
      {"art. 2", {"Ruim gelezen.", "Read widely."}, "", {"zo gangbaar", "as usual"}}};
  law.periods = {period};
  org::LawExample example;
  example.name = {"Een maandag", "A Monday"};
  example.course.received = day("2024-03-04");
  example.course.waits = {{day("2024-03-11"), day("2024-03-25")}};
  example.due = day("2024-05-13");
  law.examples = {example};
  return law;
}

org::Law late() {
  org::Law law;
  law.id = "dwangsom";
  law.kind = org::LawKind::penalty;
  law.name = {"Dwangsom", "Penalty"};
  org::LawPeriod period;
  period.from = day("2019-01-01");
  period.penalty.rates = {{14, Money::cents(23'00)}, {28, Money::cents(40'00)}};
  law.periods = {period};
  return law;
}

std::string in_one_line(const std::string& page) {
  std::istringstream words(page);
  std::string line;
  for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

TEST(LawsReport, says_a_law_in_words_with_article_source_and_judgement) {
  const std::string nl = in_one_line(law_screen(Language::nl, permit()));
  for (const char* part :
       {"Vergunning (vergunning)", "Vanaf 1 januari 2024", "Begint op de dag na: ontvangst.",
        "Duurt: 8 weken.", "Staat stil: terwijl de aanvrager moet aanvullen.",
        "Te verlengen of te verdagen met: 6 weken.", "Te laat: dwangsom na ingebrekestelling",
        "art. 1: Acht weken. Bron: act", "art. 2: Ruim gelezen. Oordeel: zo gangbaar",
        "Vanaf maandag 4 maart 2024, gevraagd op 11 maart 2024 en beantwoord op 25 maart 2024: "
        "de laatste dag is maandag 13 mei 2024.",
        "act: The Act (2024). Dutch law. https://example.org"}) {
    EXPECT_NE(nl.find(part), std::string::npos) << part << "\n" << nl;
  }
  const std::string en = in_one_line(law_screen(Language::en, permit()));
  EXPECT_NE(en.find("the last day is Monday 13 May 2024."), std::string::npos) << en;
}

TEST(LawsReport, adds_the_penalty_up) {
  const std::string nl = in_one_line(law_screen(Language::nl, late()));
  EXPECT_NE(nl.find("14 dagen van €\u00a023 per dag"), std::string::npos) << nl;
  EXPECT_NE(nl.find("Samen ten hoogste 42 dagen en €\u00a01.442."), std::string::npos) << nl;
}

TEST(LawsReport, lists_what_holds_now_and_counts_the_judgements) {
  const std::string page = laws_screen(Language::nl, {permit(), late()});
  EXPECT_NE(in_one_line(page).find("vergunning 2024-01-01 8 weken 6 weken dwangsom"),
            std::string::npos)
      << page;
  EXPECT_NE(page.find("tot €\u00a01.442"), std::string::npos) << page;
  EXPECT_NE(in_one_line(page).find("Regels: 2, waarvan 1 met een bron en 1 een oordeel"),
            std::string::npos)
      << page;
}

TEST(LawsReport, fits_a_hundred_columns) {
  for (const Language language : {Language::nl, Language::en}) {
    for (const std::string& page :
         {laws_screen(language, {permit(), late()}), law_screen(language, permit())}) {
      std::istringstream lines(page);
      for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
    }
  }
}

TEST(LawsReport, json_holds_the_law_as_in_its_file) {
  const auto json = nlohmann::json::parse(law_json(permit()));
  EXPECT_EQ(json["kind"], "term");
  EXPECT_EQ(json["rules"]["judgements"], 1);
  EXPECT_EQ(json["periods"][0]["parts"][0]["length"]["count"], 8);
  EXPECT_EQ(json["periods"][0]["parts"][0]["stops_for"][0], "applicant");
  EXPECT_EQ(json["examples"][0]["due"], "2024-05-13");
  const auto all = nlohmann::json::parse(laws_json({permit(), late()}));
  EXPECT_EQ(all["laws"].size(), 2U);
}

}  // namespace
}  // namespace veer::report
