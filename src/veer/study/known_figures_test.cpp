// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/known_figures.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

using Kind = org::FieldGroup::Kind;

org::FieldFigure row(const std::string& year, const std::string& group, double low, double high) {
  org::FieldFigure one;
  one.year = year;
  one.group = group;
  one.figure.value = (low + high) / 2;
  one.figure.low = low;
  one.figure.high = high;
  one.figure.source = "source-" + year + group;
  return one;
}

org::Field field_with(std::vector<org::FieldFigure> rows) {
  org::Field field;
  field.groups = {{"all", "all", Kind::all, 0, 0},
                  {"small", "small", Kind::size, 0, 20'000},
                  {"smallest", "smallest", Kind::size, 0, 10'000},
                  {"a", "A", Kind::single, 0, 0},
                  {"b", "B", Kind::single, 0, 0},
                  {"vague", "vague", Kind::other, 0, 0}};
  field.tables = {{"fte-per-1000", "staff", "FTE", "", std::move(rows)}};
  return field;
}

/// Ten full-time people, of whom one leads.
org::Municipality town_of(int inhabitants) {
  org::Municipality town;
  town.inhabitants = inhabitants;
  org::ScenarioPost lead;
  lead.fte = {Fte::of(1)};
  lead.leads = true;
  org::ScenarioPost others;
  others.fte.assign(9, Fte::of(1));
  town.posts = {lead, others};
  return town;
}

std::vector<KnownFigure> held(const std::vector<org::FieldFigure>& rows, int inhabitants) {
  return held_against(field_with(rows), town_of(inhabitants), {}, {});
}

TEST(KnownFigures, TakeTheNewestOfTheNarrowestSizeClass) {
  const std::vector<org::FieldFigure> rows = {
      row("2020", "all", 9, 9), row("2019", "small", 5, 6), row("2021", "small", 6, 7),
      row("2020", "small", 5, 5), row("2018", "smallest", 4, 4), row("2025", "vague", 1, 1)};
  const auto found = held(rows, 15'000);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].year, "2021");
  EXPECT_EQ(found[0].low, 6);
  EXPECT_NEAR(found[0].own, 10 / 15.0, 1e-12);
  EXPECT_EQ(held(rows, 5'000)[0].low, 4);
  EXPECT_EQ(held(rows, 45'000)[0].who, org::Text("all"));
}

TEST(KnownFigures, LeaveAnOldFigureOfASizeClassForANewOneOfAll) {
  const auto found = held({row("2013", "small", 4, 5), row("2024 I", "all", 6.3, 6.3)}, 15'000);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].year, "2024 I");
}

TEST(KnownFigures, TakeSingleMunicipalitiesTogetherWhenThereIsNothingElse) {
  const auto found = held({row("2018", "a", 6.77, 6.77), row("2022", "b", 10, 10)}, 45'000);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].low, 6.77);
  EXPECT_EQ(found[0].high, 10);
  EXPECT_EQ(found[0].year, "2018 - 2022");
  EXPECT_EQ(found[0].who, org::Text("A, B"));
  EXPECT_EQ(found[0].sources, (std::vector<std::string>{"source-2018a", "source-2022b"}));
}

TEST(KnownFigures, DifferByMoreThanATenthOutsideTheRange) {
  KnownFigure figure;
  figure.low = 6;
  figure.high = 10;
  figure.own = 10.9;
  EXPECT_EQ(figure.verdict(), Verdict::agrees);
  figure.own = 11.1;
  EXPECT_EQ(figure.verdict(), Verdict::higher);
  figure.own = 5.3;
  EXPECT_EQ(figure.verdict(), Verdict::lower);
}

TEST(KnownFigures, HoldElapsedTimesAgainstWhatWasObservedAndLeaveOutWhatCannotBeTold) {
  org::Municipality town = town_of(45'000);
  town.sources["woo"] = {"woo", "Woo", "2020", "", "municipalities"};
  org::ScenarioCaseType type;
  type.name = {"Woo-verzoek", "Open government request"};
  type.observed_days = {"seen", 82, 82, 82, "days", {}, "woo", {}};
  town.case_types = {type};
  Present present;
  present.types.push_back({});
  present.types[work::CaseTypeId(0)].mean_days = {40, 30, 50};
  org::Field field = field_with({row("2020", "all", 17, 17)});
  field.tables[0].id = "externe-inhuur";
  const auto found = held_against(field, town, present, {});
  ASSERT_EQ(found.size(), 1U) << "hire needs prices";
  EXPECT_EQ(found[0].name.nl, "Woo-verzoek");
  EXPECT_EQ(found[0].verdict(), Verdict::lower);
  EXPECT_EQ(found[0].sources.front(), "woo");
}

}  // namespace
}  // namespace veer::study
