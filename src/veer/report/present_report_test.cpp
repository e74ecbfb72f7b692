// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/present_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "veer/report/present_households.hpp"
#include "veer/report/present_json.hpp"
#include "veer/report/present_opgaven.hpp"

namespace veer::report {
namespace {

PresentAnswer answer() {
  PresentAnswer result;
  org::Municipality& town = result.municipality;
  town.name = {"Voorbeeldstad", "Voorbeeldstad"};
  town.units = {{"wmo", {"Ondersteuning", "Support"}, "", ""},
                {"woo", {"Juridisch", "Legal"}, "", ""}};
  org::ScenarioCaseType type;
  type.id = "melding";
  type.name = {"Melding", "Report"};
  type.legal_term = {{"term", 56, 56, 56, "days", {}, "awb", {}}, "Awb art. 4:13"};
  type.observed_days = {"seen", 44, 41, 44, "days", {}, "schagen", {}};
  town.sources["schagen"] = {"schagen", "Jaarverslag Schagen", "2017", "", ""};
  town.case_types = {type};
  study::PresentType found;
  found.per_year = {1234, 1000, 1500};
  found.mean_days = {27, 20, 35};
  found.within_legal_term = {0.9, 0.8, 1};
  result.present.types.push_back(found);
  result.present.paid_hours = {1000, 900, 1100};
  result.present.hours[0] = {250, 200, 300};
  result.present.of_paid[0] = {0.25, 0.2, 0.3};
  result.present.mean_days = {4, 3, 5};
  result.present.ledger[0] = {1, 0.5, 2};
  result.present.flows = {{"Ondersteuning", "Juridisch", {17, 10, 20}}};
  result.present.inputs = {3, 40};
  result.present.runs = 20;
  result.posts = {{{"Ondersteuning", "Support"}, {"consulent", "consultant"}, 6, 5.5}};
  result.measured_weeks = 52;
  return result;
}

TEST(PresentReport, SaysThatNothingWasMeasuredAndWhatItRestsOn) {
  std::string screen = look_screen(Language::en, answer());
  std::replace(screen.begin(), screen.end(), '\n', ' ');
  EXPECT_NE(screen.find("none was measured"), std::string::npos);
  EXPECT_NE(screen.find("Of the 43 numbers that this rests on 3 have a source"),
            std::string::npos);
}

TEST(PresentReport, GivesEveryFigureItsRange) {
  const std::string screen = look_screen(Language::nl, answer());
  EXPECT_NE(screen.find("1.234 [1.000 - 1.500]"), std::string::npos);
  EXPECT_NE(screen.find("90 % [80 - 100]"), std::string::npos);
  EXPECT_NE(screen.find("25,0 % [20,0 - 30,0]"), std::string::npos);
  EXPECT_NE(screen.find("Awb art. 4:13"), std::string::npos);
}

TEST(PresentReport, NamesUnitsInTheLanguageOfTheScreen) {
  EXPECT_NE(look_screen(Language::en, answer()).find("Support → Legal"), std::string::npos);
}

/// The same with a proposal, two opgaven and continuing work.
PresentAnswer with_other_work() {
  PresentAnswer result = answer();
  org::Municipality& town = result.municipality;
  org::ScenarioCaseType proposal;
  proposal.id = "raadsvoorstel";
  proposal.name = {"Raadsvoorstel", "Proposal"};
  proposal.proposal = true;
  town.case_types.push_back(proposal);
  town.boards = {{"raad", {"Gemeenteraad", "Council"}, {}}};
  study::PresentType lead;
  lead.median_days = {81, 74, 94};
  result.present.types.push_back(lead);
  for (const char* id : {"woningbouw", "later"}) {
    org::ScenarioOpgave opgave;
    opgave.id = id;
    opgave.name = {std::string("Opgave ") + id, std::string("Opgave ") + id};
    opgave.due = *day_from_date(2027, 4, 30);
    town.opgaven.push_back(opgave);
  }
  result.present.opgaven.push_back(
      study::PresentOpgave{{0.93, 0.67, 1}, {-20, -149, 215}, {0.9, 0.8, 1}, {5, 1, 9},
                           {0.4, 0, 0.76}, {513, 293, 937}});
  result.present.opgaven.push_back(std::nullopt);
  town.continuing.resize(3);
  town.continuing[0].name = {"Buitendienst", "Outdoor service"};
  const work::ContinuingId first(0);
  result.present.continuing = {{{first}, {900, 800, 1000}},
                               {{work::ContinuingId(1), work::ContinuingId(2)}, {70, 60, 80}}};
  result.present.hours[static_cast<std::size_t>(study::HourKind::continuing)] = {970, 860, 1080};
  return result;
}

TEST(PresentReport, ShowsProposalsOpgavenAndContinuingWorkApartFromCases) {
  const std::string screen = look_screen(Language::nl, with_other_work());
  EXPECT_NE(screen.find("81 [74 - 94]"), std::string::npos);
  EXPECT_GT(screen.find("Raadsvoorstel"), screen.find("8. Hoe lang duurt het"));
  EXPECT_NE(screen.find("nog open is (Gemeenteraad)"), std::string::npos);
  EXPECT_NE(screen.find("2027-04-30  -20 [-149 - 215]"), std::string::npos);
  EXPECT_NE(screen.find("deel van de jaren: Opgave woningbouw 10 %"), std::string::npos);
  EXPECT_NE(screen.find("Begint niet in de nagespeelde tijd: Opgave later."), std::string::npos);
  EXPECT_NE(screen.find("  Buitendienst"), std::string::npos);
  EXPECT_NE(screen.find("soorten van weinig mensen samen"), std::string::npos);
  const auto json = nlohmann::json::parse(look_json(with_other_work()));
  EXPECT_EQ(json.at("opgaven").at(0).at("quality").at("mean"), 0.4);
  EXPECT_EQ(json.at("opgaven").at(1).at("begins_in_run"), false);
  EXPECT_EQ(json.at("continuing_work").at(1).at("ids").size(), 2U);
  EXPECT_EQ(json.at("case_types").at(1).at("proposal"), true);
}

TEST(PresentReport, ShowsWhatHouseholdsWithSeveralMattersMeet) {
  PresentAnswer given = answer();
  org::ScenarioHousehold kind;
  kind.id = "many";
  kind.name = {"Huishouden met meer vragen", "Household with several matters"};
  kind.parts = {{"melding", {"share", 0.25, 0.12, 0.4, "1", {}, "", {}}}};
  given.municipality.households = {kind};
  study::PresentHousehold found;
  found.per_year = {347, 200, 500};
  found.contact_persons = {6.4, 5.2, 7.9};
  found.unaware = {0.62, 0.5, 0.7};
  found.contradictions = {8.4, 2, 20};
  found.left_alone = {0.02, 0, 0.1};
  given.present.households = {found};
  const std::string screen = look_screen(Language::nl, given);
  for (const char* part :
       {"Huishouden met meer vragen", "347 [200 - 500]", "6,4 [5,2 - 7,9]", "62 % [50 - 70]",
        "8,4 [2,0 - 20,0]", "Melding 25 % [12 - 40]", "bleef 2 % [0 - 10] alleen"}) {
    EXPECT_NE(screen.find(part), std::string::npos) << part << '\n' << screen;
  }
  EXPECT_EQ(screen.find("zaken per huishouden"), std::string::npos) << "not known here";
  const auto json = nlohmann::json::parse(look_json(given)).at("households").at(0);
  EXPECT_EQ(json.at("id"), "many");
  EXPECT_EQ(json.at("contact_persons").at("mean"), 6.4);
  EXPECT_TRUE(json.at("matters").is_null());
}

TEST(PresentReport, SaysNothingOfProposalsOpgavenAndHouseholdsWhereThereAreNone) {
  EXPECT_EQ(proposals_and_opgaven(Language::nl, answer()), "");
  EXPECT_EQ(households_part(Language::nl, answer()), "");
}

TEST(PresentReport, SaysNothingOfKindsOfWorkThatAreNotThere) {
  const std::string screen = look_screen(Language::nl, answer());
  for (const char* word : {"voorstellen", "opgaven", "doorlopend", "8. Hoe", "9. Halen"}) {
    EXPECT_EQ(screen.find(word), std::string::npos) << word;
  }
}

TEST(PresentReport, JsonHoldsTheSameFigures) {
  const auto json = nlohmann::json::parse(look_json(answer()));
  EXPECT_EQ(json.at("simulated"), true);
  EXPECT_EQ(json.at("inputs").at("judgements"), 40);
  const auto& type = json.at("case_types").at(0);
  EXPECT_EQ(type.at("per_year").at("high"), 1500);
  EXPECT_EQ(type.at("observed_elsewhere_days").at("value"), 44);
  EXPECT_TRUE(type.at("within_service_norm").is_null());
  EXPECT_EQ(json.at("paid").at("kinds").at("cases").at("share").at("mean"), 0.25);
  EXPECT_EQ(json.at("handovers").at("units").at(0).at("to"), "Juridisch");
}

}  // namespace
}  // namespace veer::report
