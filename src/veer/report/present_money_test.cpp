// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/present_money.hpp"

#include <gtest/gtest.h>

namespace veer::report {
namespace {

PresentAnswer answer() {
  PresentAnswer result;
  result.municipality.inhabitants = 1000;
  org::ScenarioPost lead;
  lead.unit = "wmo";
  lead.fte = {Fte::of(1)};
  lead.leads = true;
  org::ScenarioPost others;
  others.unit = "wmo";
  others.fte.assign(9, Fte::of(1));
  result.municipality.posts = {lead, others};
  study::PresentCosts costs;
  costs.kinds[0] = {800'000, 700'000, 900'000};
  costs.kinds[3] = {1'260, 0, 4'000};
  costs.total = {801'260, 701'000, 902'000};
  costs.overhead = {100'000, 90'000, 110'000};
  result.present.costs = costs;
  return result;
}

TEST(MoneyPart, ShowsEveryKindWithItsRangeInThousandsAndForEachInhabitant) {
  const std::string dutch = money_part(Language::nl, answer());
  EXPECT_NE(dutch.find("800 [700 - 900]"), std::string::npos) << dutch;
  EXPECT_NE(dutch.find("1,3 [0,0 - 4,0]"), std::string::npos) << dutch;
  EXPECT_NE(dutch.find("801,26"), std::string::npos) << dutch;
  EXPECT_NE(dutch.find("€ 80.126 per fte (10,0 fte)"), std::string::npos) << dutch;
}

TEST(MoneyPart, ShowsOverheadByBothDefinitionsWhereTheyCanBeTold) {
  PresentAnswer town = answer();
  const std::string without = money_part(Language::en, town);
  EXPECT_NE(without.find("1.0 FTE, 10% of all FTE"), std::string::npos) << without;
  EXPECT_NE(without.find("that is no share"), std::string::npos) << without;
  town.municipality.spending = {"spending", 2000, 2000, 2000, "EUR/inhabitant", {}, "cbs", {}};
  const std::string with = money_part(Language::en, town);
  EXPECT_NE(with.find("5.0% of all"), std::string::npos) << with;
  EXPECT_NE(with.find("cannot be compared"), std::string::npos) << with;
}

TEST(MoneyPart, SaysWhyNothingIsKnown) {
  PresentAnswer town = answer();
  town.present.costs.reset();
  EXPECT_NE(money_part(Language::en, town).find("salary scale"), std::string::npos);
}

TEST(KnownPart, SaysWhereTheMunicipalityDiffersAndFromWhom) {
  PresentAnswer town = answer();
  EXPECT_EQ(known_part(Language::nl, town), "");
  study::KnownFigure figure;
  figure.name = {"Leidinggevenden", "Leaders"};
  figure.unit = {"per 100 mensen", "per 100 people"};
  figure.own = 9.2;
  figure.low = 6.1;
  figure.high = 6.1;
  figure.year = "2012";
  figure.who = {"alle gemeenten", "all municipalities"};
  figure.sources = {"employment"};
  town.known = {figure};
  town.field_sources["employment"] = {"employment", "Werkgelegenheid 2012", "2012", "", ""};
  const std::string dutch = known_part(Language::nl, town);
  EXPECT_NE(dutch.find("9,20"), std::string::npos) << dutch;
  EXPECT_NE(dutch.find("HOGER"), std::string::npos) << dutch;
  EXPECT_NE(dutch.find("alle gemeenten, 2012"), std::string::npos) << dutch;
  EXPECT_NE(dutch.find("Werkgelegenheid 2012"), std::string::npos) << dutch;
}

}  // namespace
}  // namespace veer::report
