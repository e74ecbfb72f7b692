// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/models_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "veer/report/table.hpp"

namespace veer::report {
namespace {

org::Input input(const std::string& name, double value, double low, double high,
                 const std::string& unit) {
  org::Input result;
  result.name = name;
  result.value = value;
  result.low = low;
  result.high = high;
  result.unit = unit;
  result.definition = {"wat er geteld wordt", "what is counted"};
  return result;
}

org::Model circles() {
  org::Model model;
  model.id = "circles";
  model.name = {"Kringen", "Circles"};
  model.summary = {"Kringen van mensen.", "Circles of people."};
  model.era = "2030s";
  model.tested_against = {"Nog aan niets.", "Nothing yet."};
  model.sources["book"] = {"book", "A book", "2030", "https://example.org", "One town"};
  model.structure.group_by = org::GroupBy::handovers;
  model.structure.leadership = org::Leadership::none;
  model.structure.unit_kind = "kring";
  model.structure.team_size = input("circles/structure.team_size", 8, 5, 12, "people");
  model.structure.team_size.source = "book";
  org::DecisionRule& rule = model.exceptions[1];
  rule.decider = org::Decider::colleagues;
  rule.protocol = org::Protocol::advice;
  rule.participants = input("circles/participants", 2, 1, 3, "people");
  rule.wait_limit = input("circles/wait", 2.5, 1, 5, "working days");
  rule.wait_limit.reason = {"omdat niemand het weet", "as nobody knows"};
  model.judged = {{"Een keuze.", "A choice."}};
  return model;
}

/// Without the line breaks of wrapping.
std::string in_one_line(const std::string& page) {
  std::string line;
  for (const char letter : page) {
    const bool blank = letter == ' ' || letter == '\n';
    if (!blank) line += letter;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

TEST(ModelScreen, says_when_a_decision_waits_for_a_meeting_and_how_many_must_agree) {
  org::Model model = circles();
  model.exceptions[2].decider = org::Decider::colleagues;
  model.exceptions[2].protocol = org::Protocol::majority;
  model.exceptions[2].participants = input("circles/people", 5, 5, 5, "people");
  model.exceptions[2].quorum = input("circles/quorum", 3, 3, 4, "people");
  model.exceptions[2].meeting = "kringoverleg";
  const std::string page = in_one_line(model_screen(Language::nl, model));
  EXPECT_NE(page.find("3 tot 4 gelijke antwoorden volstaan. Het komt op de agenda van het volgende "
                      "overleg (kringoverleg)."),
            std::string::npos)
      << page;
}

TEST(ModelScreen, says_how_it_works_and_what_each_number_rests_on) {
  const std::string page = in_one_line(model_screen(Language::nl, circles()));
  for (const char* words :
       {"Kringen (circles), 2030s", "Mensen die elkaar werk overdragen bij elkaar.",
        "telt 5 tot 12 mensen", "Collega's beslissen mee: 1 tot 3 mensen.",
        "beslist de medewerker na 1 tot 5 werkdagen zelf", "Geen vast overleg.",
        "Getallen (1 uit een bron, 2 een oordeel)", "wait = 2,5 (werkdagen; van 1 tot 5).",
        "Oordeel: omdat niemand het weet", "Bron: book", "- Een keuze.", "Nog aan niets.",
        "book: A book (2030). One town. https://example.org"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words << "\n" << page;
  }
  const std::string english = in_one_line(model_screen(Language::en, circles()));
  EXPECT_NE(english.find("2.5 (working days; from 1 to 5)"), std::string::npos) << english;
  EXPECT_NE(english.find("Judgement: as nobody knows"), std::string::npos) << english;
}

TEST(ModelScreen, fits_a_hundred_columns) {
  org::Model model = circles();
  for (int i = 0; i < 6; ++i) model.summary.nl += " " + model.summary.nl;
  model.structure.team_size.reason = model.summary;
  model.structure.team_size.source.clear();
  std::istringstream lines(model_screen(Language::nl, model));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
}

TEST(ModelsScreen, lists_every_model_with_its_judgements) {
  org::Mechanisms mechanisms;
  const std::string page = models_screen(Language::en, {circles()}, mechanisms);
  EXPECT_NE(page.find("circles"), std::string::npos);
  EXPECT_NE(page.find("27 numbers that all models share"), std::string::npos) << page;
}

TEST(ModelJson, holds_what_the_page_holds) {
  const auto json = nlohmann::json::parse(model_json(circles()));
  EXPECT_EQ(json["inputs"]["sourced"], 1);
  EXPECT_EQ(json["inputs"]["judgements"], 2);
  EXPECT_EQ(json["exceptions"]["operational"]["protocol"], "advice");
  EXPECT_EQ(json["numbers"][0]["source"], "book");
  EXPECT_EQ(json["judged"][0]["nl"], "Een keuze.");
  EXPECT_EQ(nlohmann::json::parse(models_json({circles()}))["models"][0]["id"], "circles");
  EXPECT_EQ(nlohmann::json::parse(mechanisms_json({}))["numbers"].size(), 27U);
}

TEST(PricesScreen, shows_what_a_scale_costs_a_year) {
  org::Prices prices;
  prices.scales = {{"10", Money::of_euros(3000), Money::of_euros(4000)}};
  prices.place_in_scale = input("prices/numbers.place_in_scale", 0.5, 0.4, 0.6, "1");
  prices.wage_index = input("prices/numbers.wage_index", 1, 0.9, 1.1, "1");
  prices.employer_charges = input("prices/numbers.employer_charges", 0.5, 0.4, 0.6, "1");
  const std::string page = prices_screen(Language::en, prices);
  EXPECT_NE(page.find("63,000"), std::string::npos) << page;
  const auto json = nlohmann::json::parse(prices_json(prices));
  EXPECT_EQ(json["scales"]["amounts"][0]["highest_eur_per_month"], 4000);
  EXPECT_EQ(json["numbers"].size(), 6U);
}

}  // namespace
}  // namespace veer::report
