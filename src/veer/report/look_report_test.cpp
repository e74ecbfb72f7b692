// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/look_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "veer/report/look_json.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

LookAnswer answer() {
  LookAnswer result;
  result.name = "Voorbeeldstad";
  result.twin.case_count = 1234;
  result.twin.instance_count = 9876;
  result.twin.person_count = 12;
  result.twin.period.first = start_of(*day_from_date(2024, 1, 2));
  result.twin.period.last = start_of(*day_from_date(2024, 12, 30));
  result.twin.coverage = {100, 1000, 800, 1250, 0.05, 0.2};
  result.twin.starts.estimated = 1;
  result.overview.elapsed = {1234, 24, 240, 96};
  result.overview.rows = {{std::string(80, 'x'), 10, 5, 0.5, 0.25}, {"", 5, 1, 1, 0.75}};
  result.overview.flows = {{"burgerzaken", "", 17}};
  study::Imitation imitation;
  imitation.mean.ngd = 0.25;
  imitation.mean.ctd = 12;
  result.imitation = imitation;
  return result;
}

TEST(LookReport, SaysFiguresInBothLanguagesWithinTheScreen) {
  const std::string dutch = look_screen(Language::nl, answer());
  const std::string english = look_screen(Language::en, answer());
  EXPECT_NE(dutch.find("1.234 zaken"), std::string::npos);
  EXPECT_NE(english.find("1,234 cases"), std::string::npos);
  EXPECT_NE(dutch.find("10,0 % van de betaalde uren"), std::string::npos);
  EXPECT_NE(dutch.find("(groepen onder vijf mensen samen)"), std::string::npos);
  std::istringstream lines(dutch + english);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
}

TEST(LookReport, ShowsARangeOfThePaidHoursOnlyWhereThereIsOne) {
  const std::string ranged = look_screen(Language::nl, answer());
  EXPECT_NE(ranged.find("(tussen 5,0 % en 20,0 %)"), std::string::npos);
  EXPECT_NE(ranged.find("--staff"), std::string::npos);
  LookAnswer exact = answer();
  exact.twin.coverage = {100, 1000, 1000, 1000, 0.1, 0.1};
  const std::string point = look_screen(Language::nl, exact);
  EXPECT_NE(point.find("verklaren 10,0 % van de betaalde uren."), std::string::npos);
  EXPECT_EQ(point.find("tussen 10,0"), std::string::npos);
  EXPECT_EQ(point.find("--staff"), std::string::npos);
}

TEST(LookReport, TellsLatenessOpenCasesAndChanges) {
  LookAnswer told = answer();
  told.twin.on_time = discover::OnTime{100, 80, 2, 7};
  told.lateness.late = {20, 3, 30};
  told.lateness.extended = discover::CaseCount{9, 42, 42};
  told.lateness.reasons = {{"advies welstand", 6}, {"", 2}};
  told.lateness.extended_without_reason = 1;
  told.lateness.open = discover::CaseCount{7, 40, 90};
  told.trends = {52, 20.5, 1.4, discover::LevelChange{*day_from_date(2024, 5, 6), 18, 25, 0.001},
                 std::nullopt,
                 {*day_from_date(2024, 1, 8), *day_from_date(2024, 12, 31), 3, 0}};
  told.twin.period.after = 1;
  told.twin.period.latest = start_of(*day_from_date(2025, 6, 1));
  told.applicant = {12, 30, 100, {"aanvulling vragen"}, 1};
  const std::string dutch = look_screen(Language::nl, told);
  std::string flat = dutch;
  for (char& c : flat) c = c == '\n' ? ' ' : c;
  for (const char* part :
       {"1 handeling ligt meer dan zestig dagen na al het andere (de laatste op 1 juni 2025)",
        "pas vanaf 8 januari 2024 in gebruik. Hier niet meegeteld: 3 zaken van daarvoor",
        "20 zaken eindigden te laat", "advies welstand (6), andere redenen (2); zonder reden: 1",
        "7 zaken hebben geen einddatum", "vanaf de week van 6 mei 2024 gemiddeld 25,0",
        "De doorlooptijd verschilt tussen begin en eind niet meer", "Vermoedelijk is 30 %"}) {
    EXPECT_NE(flat.find(part), std::string::npos) << part << "\n" << dutch;
  }
  const auto json = nlohmann::json::parse(look_json(told));
  EXPECT_EQ(json.at("lateness").at("reasons").at(0).at("cases"), 6);
  EXPECT_EQ(json.at("changes").at("arrivals_change").at("week_of"), "2024-05-06");
  EXPECT_TRUE(json.at("changes").at("median_elapsed_days_change").is_null());
}

TEST(LookReport, TellsSeasonsAndSaysWhenTheRecordsAreTooShort) {
  LookAnswer told = answer();
  told.trends = {52, 20.5, 1.4, std::nullopt, std::nullopt, {}};
  told.seasons.whole_months = 15;
  EXPECT_NE(look_screen(Language::nl, told).find("beslaan 15"), std::string::npos);
  discover::Rhythm months{4, std::vector<discover::Factor>(12), 0.001};
  months.factors[5] = {1.85, 1.6, 2.1};
  months.factors[6] = {0.5, 0.3, 0.7};
  told.seasons.months = months;
  std::string flat = look_screen(Language::nl, told);
  for (char& c : flat) c = c == '\n' ? ' ' : c;
  EXPECT_NE(flat.find("gemiddeld: juni 1,85 keer (1,60 - 2,10). Rustiger: juli 0,50"),
            std::string::npos)
      << flat;
  const auto json = nlohmann::json::parse(look_json(told));
  EXPECT_EQ(json.at("seasons").at("months").at("factors").at(5).at("value"), 1.85);
  EXPECT_TRUE(json.at("seasons").at("weekdays").is_null());
  EXPECT_NE(flat.find("komen in alle maanden even vaak binnen"), std::string::npos);
  told.twin.central.work.case_types.push_back({});
  told.twin.central.work.case_types[work::CaseTypeId(0)].arrivals.yearly_profile.emplace();
  EXPECT_NE(look_screen(Language::en, told).find("Simulated cases follow the months of the year"),
            std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(look_json(told)).at("seasons").at(
                "case_types_simulated_with_months"), 1);
}

TEST(LookReport, EndsWithWhatTheTestIsEvidenceFor) {
  const std::string english = look_screen(Language::en, answer());
  EXPECT_NE(english.rfind("no evidence"), std::string::npos);
  EXPECT_GT(english.rfind("no evidence"), english.size() - 120);
}

TEST(LookReport, HoursOfAGroupUnderFiveAreNotShown) {
  LookAnswer few = answer();
  few.twin.person_count = 4;
  EXPECT_EQ(look_screen(Language::en, few).find("paid hours"), std::string::npos);
  EXPECT_FALSE(nlohmann::json::parse(look_json(few)).contains("paid_hours_share"));
}

TEST(LookReport, JsonHoldsTheSameFigures) {
  const auto json = nlohmann::json::parse(look_json(answer()));
  EXPECT_EQ(json.at("cases"), 1234);
  EXPECT_EQ(json.at("elapsed_hours").at("p90"), 240);
  EXPECT_EQ(json.at("imitation").at("mean").at("ngd"), 0.25);
  EXPECT_EQ(json.at("handovers").at("groups").at(0).at("count"), 17);
}

}  // namespace
}  // namespace veer::report
