// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/sources.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace veer::report {
namespace {

org::Source source() {
  org::Source made;
  made.id = "wet";
  made.title = {"Wet, art. 1 en 2", "Wet, art. 1 and 2"};
  made.year = "2025";
  made.setting = {"Nederlandse wet", "Dutch law"};
  return made;
}

TEST(Sources, AreSaidInTheLanguageOfTheScreen) {
  EXPECT_EQ(source_words(Language::nl, source()), "wet: Wet, art. 1 en 2 (2025). Nederlandse wet.");
  EXPECT_EQ(source_words(Language::en, source()), "wet: Wet, art. 1 and 2 (2025). Dutch law.");
}

TEST(Sources, HoldBothLanguagesInJson) {
  const auto json = sources_json({{"wet", source()}});
  EXPECT_EQ(json.at("wet").at("setting").at("nl"), "Nederlandse wet");
  EXPECT_EQ(json.at("wet").at("title").at("en"), "Wet, art. 1 and 2");
  EXPECT_EQ(sources_json({}).dump(), "{}");
}

}  // namespace
}  // namespace veer::report
