// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/labels.hpp"

#include <gtest/gtest.h>

#include <set>

namespace veer::report {
namespace {

TEST(Labels, EveryRowOfTheLedgerHasANameOfItsOwnInBothLanguages) {
  for (const Language language : {Language::nl, Language::en}) {
    std::set<std::string_view> names;
    for (std::size_t r = 0; r < sim::row_count; ++r) {
      names.insert(label(language, static_cast<sim::Row>(r)));
    }
    EXPECT_EQ(names.size(), sim::row_count);
  }
  EXPECT_EQ(label(Language::en, sim::Row::applicant), "waiting for the applicant");
}

TEST(Labels, ATextIsReadInTheLanguageOfTheScreen) {
  const org::Text text("gemeente", "municipality");
  EXPECT_EQ(in(Language::nl, text), "gemeente");
  EXPECT_EQ(in(Language::en, text), "municipality");
}

}  // namespace
}  // namespace veer::report
