// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/field_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace veer::report {
namespace {

org::Input number(double value, double low, double high, const std::string& source) {
  return {"n", value, low, high, "", {}, source, source.empty() ? org::Text("a reason") : ""};
}

org::Field field() {
  org::Field field;
  field.sources["bmc"] = {"bmc", "A study", "2012", "", "430 municipalities"};
  field.models = {{"old", {"Oud", "Old"}, "o", number(1980, 1980, 1980, "bmc"),
                   number(1989, 1989, 1989, "bmc"), {{"1985", "", number(70, 70, 70, "bmc")}}, {}},
                  {"new", {"Nieuw", "New"}, "n", number(1992, 1990, 1994, ""), {}, {}, {}}};
  field.groups = {{"small", {"klein", "small"}}};
  field.tables = {{"sick", {"Verzuim", "Sick leave"}, {"%", "%"}, {"dagen", "days"},
                   {{"1999", "small", number(4.2, 3.5, 5.6, "bmc")}}}};
  return field;
}

TEST(FieldReport, DrawsAModelFromItsFirstToItsLastYear) {
  const std::string screen = field_screen(Language::en, field());
  EXPECT_NE(screen.find("     1980      1990\n"), std::string::npos) << screen;
  EXPECT_NE(screen.find("Old  ██████████\n"), std::string::npos) << screen;
  // Judged to begin between 1990 and 1994, and not ended.
  EXPECT_NE(screen.find("New            ░░░░██████→\n"), std::string::npos) << screen;
}

TEST(FieldReport, SaysWhatWasCountedAndWhatWasNot) {
  const std::string screen = field_screen(Language::nl, field());
  EXPECT_NE(screen.find("70 % van alle"), std::string::npos);
  EXPECT_NE(screen.find("Geen telling gevonden voor: Nieuw."), std::string::npos);
  EXPECT_NE(screen.find("4,2 [3,5 - 5,6]"), std::string::npos);
  EXPECT_NE(screen.find("A study (2012). 430 municipalities."), std::string::npos);
}

TEST(FieldReport, JsonHoldsTheSameFigures) {
  const auto json = nlohmann::json::parse(field_json(field()));
  EXPECT_EQ(json.at("models").at(0).at("share_of_municipalities_percent").at(0).at("value"), 70);
  EXPECT_TRUE(json.at("models").at(1).at("to").is_null());
  EXPECT_EQ(json.at("tables").at(0).at("rows").at(0).at("high"), 5.6);
  EXPECT_EQ(json.at("sources").at("bmc").at("year"), "2012");
}

}  // namespace
}  // namespace veer::report
