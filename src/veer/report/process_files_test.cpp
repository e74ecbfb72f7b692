// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/process_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "veer/report/process_layout.hpp"
#include "veer/report/process_svg.hpp"
#include "veer/report/process_words.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

/// Four activities, one beside the main path, a way back and a loop; one has a hostile name.
discover::Picture picture() {
  discover::Picture result;
  result.cases = 100;
  result.activities = {{"=receive \"<&>\" \\ ü, and much more than a box can hold on one line", "",
                        100, 100},
                       {"01_B_20", "besluit nemen", 90, 95},
                       {"send", "", 90, 90},
                       {"mend", "", 20, 25}};
  result.flows = {{4, 0, 100, 100, 0, 0}, {0, 1, 90, 90, 10, 30},  {1, 2, 90, 90, 0, 0.001},
                  {2, 5, 90, 90, 0, 0},   {0, 3, 10, 10, 0, 2},    {3, 1, 5, 5, 0, 1},
                  {2, 0, 8, 8, 0, 100},   {3, 3, 15, 15, 0, 0.5}};
  result.main_path = {0, 1, 2};
  return result;
}

TEST(ProcessDrawing, FitsTheScreenAndNamesWhereCasesGo) {
  for (const Language language : {Language::nl, Language::en}) {
    const std::string drawn = process_drawing(language, picture());
    std::istringstream lines(drawn);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
  }
  const std::string drawn = process_drawing(Language::nl, picture());
  EXPECT_NE(drawn.find("│ 90 %, 30,0 uur"), std::string::npos) << drawn;
  EXPECT_NE(drawn.find("│ 95 %, meteen"), std::string::npos);
  EXPECT_NE(drawn.find("10 % → 4 mend"), std::string::npos) << drawn;
  EXPECT_NE(drawn.find("besluit nemen"), std::string::npos);
  EXPECT_EQ(process_drawing(Language::nl, discover::Picture{}), "");
}

TEST(ProcessLayout, KeepsTheMainPathStraightAndNoBoxOverAnother) {
  const ProcessLayout layout = lay_out(picture());
  ASSERT_EQ(layout.centres.size(), 6U);
  for (const std::size_t one : {0U, 1U, 2U, 5U}) {
    EXPECT_DOUBLE_EQ(layout.centres[one].x, layout.centres[4].x);
  }
  EXPECT_LT(layout.centres[0].y, layout.centres[1].y);
  EXPECT_LT(layout.centres[2].y, layout.centres[5].y);
  for (std::size_t a = 0; a < 6; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      EXPECT_TRUE(std::abs(layout.centres[a].x - layout.centres[b].x) >= box_width ||
                  std::abs(layout.centres[a].y - layout.centres[b].y) >= box_height)
          << a << " " << b;
    }
  }
  EXPECT_EQ(layout.routes.size(), 7U) << "all but the loop";
  const Route& back = *std::find_if(layout.routes.begin(), layout.routes.end(),
                                    [](const Route& route) { return route.flow == 6; });
  EXPECT_EQ(back.points.size(), 3U) << "past the box between";
  EXPECT_GE(std::abs(back.points[1].x - layout.centres[1].x), box_width / 2.0);
}

TEST(ProcessLayout, DrawsThickFlowsAndWhatLeadsToEveryActivity) {
  discover::Picture thin = picture();
  thin.cases = 100'000;
  EXPECT_EQ(drawn_flows(thin), (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}))
      << "not the way back to what was led to before, nor the loop";
  EXPECT_EQ(drawn_flows(picture()).size(), 8U);
}

TEST(PictureFile, EscapesNamesForEveryFormat) {
  const std::string dot = picture_file(PictureFormat::dot, Language::en, "A \"town\"", picture());
  EXPECT_NE(dot.find("receive \\\"<&>\\\" \\\\ ü"), std::string::npos) << dot;
  EXPECT_NE(dot.find("The process of A \\\"town\\\""), std::string::npos);
  EXPECT_EQ(std::count(dot.begin(), dot.end(), '{'), std::count(dot.begin(), dot.end(), '}'));
  const std::string svg = picture_file(PictureFormat::svg, Language::nl, "<A>", picture());
  EXPECT_EQ(svg, process_svg(Language::nl, "<A>", picture()));
  EXPECT_NE(svg.find("&lt;A&gt;"), std::string::npos);
  EXPECT_EQ(svg.find("\"<&>\""), std::string::npos);
  EXPECT_NE(svg.find("=receive &quot;&lt;&amp;&gt;&quot; \\ ü"), std::string::npos);
  const std::string csv = picture_file(PictureFormat::csv, Language::nl, "A", picture());
  EXPECT_NE(csv.find("begin,\"'=receive \"\"<&>\"\" \\ ü, and"), std::string::npos) << csv;
  EXPECT_NE(csv.find("01_B_20,send,90,90,90,0.0010\n"), std::string::npos);
}

TEST(PictureFile, HoldsControlCharactersInNoForm) {
  EXPECT_EQ(dot_text("a\nb\x01"), "a b ");
  EXPECT_EQ(xml_text("a\nb\x01"), "a b ");
  EXPECT_EQ(csv_text("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv_text("-1"), "'-1");
  EXPECT_EQ(csv_text("plain"), "plain");
}

TEST(PictureFile, JsonHoldsEveryFlow) {
  const auto json =
      nlohmann::json::parse(picture_file(PictureFormat::json, Language::nl, "A", picture()));
  EXPECT_EQ(json.at("flows").size(), 8U);
  EXPECT_EQ(json.at("flows").at(1).at("through_folded"), 10);
  EXPECT_EQ(json.at("flows").at(0).at("from"), "begin");
  EXPECT_EQ(json.at("activities").at(1).at("title"), "besluit nemen");
  EXPECT_EQ(json.at("main_path"), (nlohmann::json{1, 2, 3}));
}

}  // namespace
}  // namespace veer::report
