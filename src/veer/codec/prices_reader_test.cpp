// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/prices_reader.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace veer::codec {
namespace {

std::string file_text() {
  std::ifstream file(std::string(VEER_SOURCE_DIR) + "/models/prices.yaml");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string with(const std::string& found, const std::string& put) {
  std::string text = file_text();
  const auto at = text.find(found);
  EXPECT_NE(at, std::string::npos) << found;
  return text.replace(at, found.size(), put);
}

std::string problems_of(const std::string& text) {
  const auto read = read_prices(text, "prices.yaml");
  if (read) return "";
  std::string all;
  for (const Error& error : read.error()) all += to_string(error) + "\n";
  return all;
}

TEST(PricesReader, ReadsTheTableOfScalesAndEveryNumberWithItsRange) {
  const auto prices = read_prices(file_text(), "prices.yaml");
  ASSERT_TRUE(prices) << problems_of(file_text());
  EXPECT_EQ(prices->scales.size(), 20U);
  EXPECT_EQ(prices->scales[9], (org::SalaryScale{"10", Money::of_euros(2943),
                                                 Money::of_euros(4450)}));
  EXPECT_EQ(prices->scales_source, "car-uwo-2020");
  for (const org::Input& input : prices->inputs()) {
    EXPECT_TRUE(input.is_judgement()) << input.name;
    EXPECT_LT(input.low, input.high) << input.name;
  }
}

TEST(PricesReader, SaysWhatIsWrongWithAScaleAndWhere) {
  EXPECT_NE(problems_of(with("id: \"11\"", "id: \"10\"")).find("each scale once"),
            std::string::npos);
  const std::string lower = problems_of(with("highest: 4450 euro", "highest: 445 euro"));
  EXPECT_NE(lower.find("at least the lowest amount"), std::string::npos) << lower;
  EXPECT_NE(lower.find("scales.amounts[9]"), std::string::npos) << lower;
  EXPECT_NE(problems_of(with("source: car-uwo-2020", "source: niets")).find("a key of `sources`"),
            std::string::npos);
  EXPECT_NE(problems_of(with("3526 euro", "3526 gulden")), "");
}

TEST(PricesReader, RefusesANumberThatIsMissingOrMuchTooLarge) {
  EXPECT_NE(problems_of(with("notice_share:", "notice_shares:")), "");
  EXPECT_NE(problems_of(with("high: 0.2\n", "high: 20\n")), "");
  EXPECT_NE(problems_of(""), "");
}

}  // namespace
}  // namespace veer::codec
