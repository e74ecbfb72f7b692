// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/ask_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "veer/report/ask_json.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using study::Measure;

study::Cell cell(std::size_t design, bool shocked, double elapsed) {
  study::Cell one;
  one.design = design;
  one.shocked = shocked;
  for (auto& estimate : one.measures) estimate = {0.5, 0.4, 0.6};
  one.measures[static_cast<std::size_t>(Measure::elapsed_mean_days)] = {elapsed, elapsed - 1,
                                                                        elapsed + 1};
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  one.measures[static_cast<std::size_t>(Measure::within_service_norm)] = {nothing, nothing,
                                                                          nothing};
  one.ledger_days[0] = elapsed;
  return one;
}

study::Difference difference(std::size_t design, bool shocked) {
  study::Difference one;
  one.design = design;
  one.shocked = shocked;
  one.measures[static_cast<std::size_t>(Measure::elapsed_mean_days)] = {-1.25, -2, 0.5};
  one.share_of_draws_better[static_cast<std::size_t>(Measure::elapsed_mean_days)] = 0.83;
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  one.measures[static_cast<std::size_t>(Measure::within_service_norm)] = {nothing, nothing,
                                                                          nothing};
  one.ledger_days[static_cast<std::size_t>(sim::Row::decision)] = -1.5;
  one.ledger_days[static_cast<std::size_t>(sim::Row::handover)] = 0.25;
  return one;
}

AskAnswer answer(std::size_t designs = 2) {
  AskAnswer one;
  one.subject = "Voorbeeldstad";
  one.measured_weeks = 52;
  study::Comparison& result = one.comparison;
  result.shock = org::Shock{};
  result.shock->id = "drukte";
  result.shock->name = {"drukte", "rush"};
  result.draws = 20;
  result.inputs = {12, 34};
  result.agreement = study::Agreement{{20, 19, 21, 20.5}, {10, 9, 11, 10}, {50, 45, 55, 60},
                                      0.7, 0.9, 1434, 20000};
  for (std::size_t d = 0; d < designs; ++d) {
    result.designs.push_back({"ontwerp-" + std::to_string(d), "model"});
    one.names.push_back("ontwerp " + std::to_string(d));
    one.plans.push_back({});
    for (const bool shocked : {false, true}) {
      result.cells.push_back(cell(d, shocked, 10));
      if (d > 0) result.differences.push_back(difference(d, shocked));
    }
    study::ResilienceSummary resilience;
    resilience.quality = {{100, 100, 100}, {62, 50, 70}};
    resilience.runs = 4;
    resilience.not_recovered = 4;
    result.resilience.push_back(resilience);
  }
  one.plans[1].moves = {{"vergunningverlener", 7, 6.2}, {"", 6, 5}};
  return one;
}

TEST(AskText, FitsTheScreenHoweverManyDesignsThereAre) {
  for (const Language language : {Language::nl, Language::en}) {
    const std::string text = ask_text(answer(7), language);
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         start = end + 1, end = text.find('\n', start)) {
      EXPECT_LE(width(text.substr(start, end - start)), 100U) << text.substr(start, end - start);
    }
    EXPECT_NE(text.find("ontwerp 6"), std::string::npos);
  }
}

TEST(AskText, WarnsWhenTheAsIsDepartsFromItsRecordsAndSaysWhatItIsWorth) {
  AskAnswer found = answer();
  // The 90th percentile lies outside, the distribution as a whole within.
  EXPECT_NE(ask_text(found, Language::en).find("not every figure does"), std::string::npos);
  found.comparison.agreement->distance_days = 2 * found.comparison.agreement->distance_limit_days;
  const std::string text = ask_text(found, Language::en);
  EXPECT_NE(text.find("WARNING"), std::string::npos);
  EXPECT_NE(text.find("no evidence that it predicts"), std::string::npos);
  EXPECT_NE(text.find("34 judgements"), std::string::npos);
  EXPECT_NE(text.find("better in draws"), std::string::npos);
  EXPECT_NE(text.find("83%"), std::string::npos);
}

TEST(AskText, SaysWhatMovingCostsOnceAndShowsCostsWithoutTheirUnchangingParts) {
  AskAnswer found = answer();
  found.plans[1].people_moved = 20;
  OneOff once;
  once.hours.value = 40;
  once.euros = {51'234, 20'000, 150'000};
  found.plans[1].one_off = once;
  const std::string text = ask_text(found, Language::en);
  EXPECT_NE(text.find("worth € 51,000"), std::string::npos) << text;
  EXPECT_NE(text.find("costs (€ 1,000/year)"), std::string::npos);
  EXPECT_NE(text.find("penalties (€ 1,000/year)"), std::string::npos);
  EXPECT_EQ(text.find("salaries (€"), std::string::npos) << "in the JSON and in veer look";
  const auto json = nlohmann::json::parse(ask_json(found));
  EXPECT_EQ(json["designs"][1]["moving_plan"]["one_off"]["range"]["mean"], 51'234);
  EXPECT_TRUE(json["results"][0]["measures"].contains("salaries"));
}

TEST(AskText, DoesNotCountFewerThanFiveWhoMove) {
  AskAnswer found = answer();
  found.plans[1].people = 30;
  found.plans[1].people_moved = 3;
  found.plans[1].one_off = OneOff{{}, {9'000, 9'000, 9'000}};
  const std::string text = ask_text(found, Language::nl);
  EXPECT_NE(text.find("minder dan vijf van de 30 mensen"), std::string::npos) << text;
  EXPECT_EQ(text.find("3 van de 30"), std::string::npos);
  EXPECT_EQ(text.find("9.000"), std::string::npos) << "the costs would tell how many";
  const auto plan = nlohmann::json::parse(ask_json(found))["designs"][1]["moving_plan"];
  EXPECT_TRUE(plan["people_moved"].is_null());
  EXPECT_TRUE(plan["fte_moved"].is_null());
  EXPECT_TRUE(plan["one_off"].is_null());
}

TEST(AskText, NamesTheRowsOfTheDifferenceThatAddUpToIt) {
  std::string text = ask_text(answer(), Language::en);
  std::replace(text.begin(), text.end(), '\n', ' ');
  EXPECT_NE(text.find("1.25 days shorter"), std::string::npos);
  EXPECT_NE(text.find("waiting for a decision -1.50, waiting for a hand-over +0.25"),
            std::string::npos);
}

TEST(AskText, ShowsTheDipAndThatItLasts) {
  const std::string text = ask_text(answer(), Language::nl);
  EXPECT_NE(text.find("█▁"), std::string::npos);
  EXPECT_NE(text.find("in 4 van 4 runs niet hersteld"), std::string::npos);
}

TEST(AskJson, HoldsWhatTheDesignPromisesAndLeavesOutWhatCannotBeMeasured) {
  const auto json = nlohmann::json::parse(ask_json(answer()));
  EXPECT_EQ(json["designs"][1]["id"], "ontwerp-1");
  EXPECT_EQ(json["designs"][1]["moving_plan"]["moves"][0]["people"], 7);
  EXPECT_EQ(json["results"].size(), 4U);
  EXPECT_TRUE(json["results"][0]["shock"].is_null());
  EXPECT_EQ(json["results"][1]["shock"], "drukte");
  const auto& measures = json["results"][0]["measures"];
  EXPECT_EQ(measures["elapsed_mean_days"]["unit"], "days");
  EXPECT_FALSE(measures.contains("within_service_norm"));
  for (const auto& one : json["differences"]) {
    if (one["measure"] != "elapsed_mean_days") continue;
    EXPECT_EQ(one["against"], "ontwerp-0");
    EXPECT_EQ(one["share_of_draws_better"], 0.83);
    double rows = 0;
    for (const auto& row : one["ledger"]) rows += row.get<double>();
    EXPECT_DOUBLE_EQ(rows, one["mean"].get<double>());
  }
  EXPECT_EQ(json["inputs"]["sourced"], 12);
}

}  // namespace
}  // namespace veer::report
