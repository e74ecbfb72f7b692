// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/traits_report.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "veer/report/table.hpp"

namespace veer::report {
namespace {

std::string flat(std::string text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text;
}

TEST(TraitsReport, TellsWhatGoesWithTimeAndWayAndWhetherItHolds) {
  discover::CaseTraits found;
  found.looked_at = {"channel", "kind"};
  found.tests = 12;
  found.effects = {{"channel", discover::TraitSteers::elapsed, "", "", 0.21, 0.001,
                    {"internet", 300, 2.5}, {"balie", 200, 8}, 0.14},
                   {"channel", discover::TraitSteers::next, "ontvangst", "", 0.4, 0.001,
                    {"balie", 200, 0.1}, {"", 40, 0.6}, -0.02},
                   {"kind", discover::TraitSteers::activities, "", "", 0.05, 0.001, {}, {}, {}}};
  const std::string dutch = flat(traits_text(Language::nl, found));
  for (const char* part :
       {"Bekeken: channel, kind.", "van 2,5 dagen bij ‘internet’ tot 8,0 dagen bij ‘balie’",
        "verklaart 21 % van de   verschillen", "voorspelt het   14 % beter",
        "na ontvangst gaat 10 % bij ‘balie’ tot 60 % bij andere waarden verder met einde",
        "voorspelt het niet beter", "kind: gaat samen", "over alle 12 toetsen"}) {
    std::string plain;
    for (const char* c = part; *c != 0; ++c) {
      if (*c != ' ' || plain.empty() || plain.back() != ' ') plain += *c;
    }
    std::string told;
    for (const char c : dutch) {
      if (c != ' ' || told.empty() || told.back() != ' ') told += c;
    }
    EXPECT_NE(told.find(plain), std::string::npos) << part << "\n" << told;
  }
  EXPECT_NE(flat(traits_text(Language::en, {})).find("no characteristic"), std::string::npos);
}

TEST(BudgetReport, TellsTotalsAndWhatItDoesNotCoverButNoAmountOfAUnit) {
  org::BudgetCover cover;
  cover.lines = 4;
  cover.year = 2026;
  cover.other_years = {2025};
  cover.total = Money::cents(123'456'700);
  cover.kinds = {{"salarissen", Money::cents(120'000'000)}, {"inhuur", Money::cents(3'456'700)}};
  cover.units = 3;
  cover.units_unknown = {"Griffie"};
  cover.known_without = 2;
  const std::string dutch = flat(budget_text(Language::nl, cover));
  EXPECT_NE(dutch.find("voor 2026 op tot 1.234.567 euro, voor 3 eenheden"), std::string::npos);
  EXPECT_NE(dutch.find("salarissen 1.200.000; inhuur 34.567"), std::string::npos) << dutch;
  EXPECT_NE(dutch.find("op de personeelslijst of in de gegevens: 2"), std::string::npos);
  EXPECT_NE(dutch.find("Niet herkend: Griffie"), std::string::npos);
  const std::string english = flat(budget_text(Language::en, cover));
  EXPECT_NE(english.find("for 2026 adds up to 1,234,567 euros"), std::string::npos) << english;
}

}  // namespace
}  // namespace veer::report
