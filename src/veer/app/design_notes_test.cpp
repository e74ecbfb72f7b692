// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/design_notes.hpp"

#include <gtest/gtest.h>

namespace veer::app {
namespace {

TEST(DesignNotes, say_in_both_languages_what_stood_in_for_what) {
  const auto words = words_of({{design::NoteKind::domains_from_units, 0},
                               {design::NoteKind::people_without_domain, 1200}});
  ASSERT_EQ(words.size(), 2U);
  EXPECT_NE(words[0].nl.find("Oordeel"), std::string::npos);
  EXPECT_NE(words[0].en.find("Judgement"), std::string::npos);
  EXPECT_NE(words[1].nl.find("1.200 mensen"), std::string::npos) << words[1].nl;
  EXPECT_NE(words[1].en.find("1,200 people"), std::string::npos) << words[1].en;
}

TEST(DesignNotes, never_count_fewer_than_five_people) {
  const auto words = words_of({{design::NoteKind::deputies, 2},
                               {design::NoteKind::fewer_top_units, 2}});
  EXPECT_NE(words[0].nl.find("minder dan vijf"), std::string::npos) << words[0].nl;
  EXPECT_EQ(words[0].en.find('2'), std::string::npos);
  EXPECT_NE(words[1].nl.find('2'), std::string::npos) << "units are no people";
}

}  // namespace
}  // namespace veer::app
