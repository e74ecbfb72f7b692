// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/laws.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace veer::app {
namespace {

TEST(Laws, every_law_of_the_catalogue_reads_and_its_examples_hold) {
  const auto laws = list_laws();
  ASSERT_TRUE(laws.has_value()) << to_string(laws.error().front());
  EXPECT_GE(laws->size(), 10U);
  for (const org::Law& law : *laws) {
    EXPECT_FALSE(law.examples.empty()) << law.id;
    EXPECT_FALSE(law.periods.front().provisions.empty()) << law.id;
  }
}

TEST(Laws, an_unknown_id_is_told_with_the_nearest) {
  const auto law = show_law("awb-dwangsm");
  ASSERT_FALSE(law.has_value());
  EXPECT_NE(to_string(law.error()[0]).find("Did you mean 'awb-dwangsom'?"), std::string::npos);
}

TEST(Laws, a_file_of_ones_own_whose_example_does_not_hold_is_refused) {
  std::ifstream original(std::string(VEER_SOURCE_DIR) + "/laws/awb-bezwaartermijn.yaml");
  std::ostringstream text;
  text << original.rdbuf();
  std::string wrong = text.str();
  const std::string answer = "due: 2024-12-30";
  ASSERT_NE(wrong.find(answer), std::string::npos);
  wrong.replace(wrong.find(answer), answer.size(), "due: 2024-12-31");
  const auto path = std::filesystem::temp_directory_path() / "veer-laws-test.yaml";
  std::ofstream(path) << wrong;
  const auto law = show_law(path.string());
  std::filesystem::remove(path);
  ASSERT_FALSE(law.has_value());
  EXPECT_NE(to_string(law.error()[0]).find("found 2024-12-31, expected 2024-12-30"),
            std::string::npos);
}

}  // namespace
}  // namespace veer::app
