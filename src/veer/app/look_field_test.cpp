// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/look_field.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "veer/report/field_report.hpp"
#include "veer/report/table.hpp"

namespace veer::app {
namespace {

org::Field field() {
  const auto field = look_at_field();
  EXPECT_TRUE(field) << to_string(field.error().front());
  return *field;
}

TEST(LookAtTheField, EveryFigureHasASourceOrIsAJudgementWithARange) {
  const org::Field all = field();
  std::set<std::string> used;
  for (const org::Input& input : all.inputs()) {
    if (input.is_judgement()) {
      EXPECT_LT(input.low, input.high) << input.name;
      EXPECT_FALSE(input.reason.nl.empty()) << input.name;
    } else {
      ASSERT_EQ(all.sources.count(input.source), 1U) << input.name;
      EXPECT_FALSE(all.sources.at(input.source).year.empty()) << input.source;
      EXPECT_FALSE(all.sources.at(input.source).setting.empty()) << input.source;
      used.insert(input.source);
    }
  }
  EXPECT_EQ(used.size(), all.sources.size()) << "a source that nothing rests on";
}

TEST(LookAtTheField, MunicipalitiesAndPeopleBySizeAddUpToAll) {
  const auto sum_of = [](const org::FieldTable& table, const std::string& year) {
    double all = 0;
    double sum = 0;
    for (const org::FieldFigure& row : table.rows) {
      if (row.year != year) continue;
      (row.group == "all" ? all : sum) += row.figure.value;
    }
    return std::pair(all, sum);
  };
  for (const org::FieldTable& table : field().tables) {
    if (table.id == "gemeenten") {
      EXPECT_EQ(sum_of(table, "2026"), std::pair(342.0, 342.0));
    }
    if (table.id == "bezetting") {
      const auto [all, sum] = sum_of(table, "2021");
      EXPECT_NEAR(sum, all, 50) << "published in tens";
    }
  }
}

TEST(LookAtTheField, FitsTheScreenInBothLanguages) {
  const org::Field all = field();
  for (const report::Language language : {report::Language::nl, report::Language::en}) {
    std::istringstream lines(report::field_screen(language, all));
    for (std::string line; std::getline(lines, line);) {
      if (line.find("http") != std::string::npos) continue;
      EXPECT_LE(report::width(line), 100U) << line;
    }
  }
}

}  // namespace
}  // namespace veer::app
