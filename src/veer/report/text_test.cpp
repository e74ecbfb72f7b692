// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace veer::report {
namespace {

std::vector<std::string> placeholders(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    const auto inside = text.substr(open + 1, text.find('}', open) - open - 1);
    const auto colon = inside.find(':');
    EXPECT_EQ(std::count(inside.begin(), inside.end(), '|'), colon < inside.size() ? 1 : 0) << text;
    // Words differ between the languages; that there are some does not.
    found.emplace_back(colon < inside.size() ? inside.substr(0, colon + 1) : inside);
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST(Catalogue, HoldsEveryTextInBothLanguagesWithTheSamePlaceholders) {
  for (int i = 0; i < static_cast<int>(TextKey::count_); ++i) {
    const auto key = static_cast<TextKey>(i);
    EXPECT_FALSE(text(Language::nl, key).empty()) << i;
    EXPECT_FALSE(text(Language::en, key).empty()) << i;
    EXPECT_EQ(placeholders(text(Language::nl, key)), placeholders(text(Language::en, key)))
        << text(Language::en, key);
  }
}

TEST(Number, IsWrittenInTheLocaleOfTheLanguage) {
  EXPECT_EQ(number(Language::nl, 1234567.891, 2), "1.234.567,89");
  EXPECT_EQ(number(Language::en, -1234.5, 1), "-1,234.5");
  EXPECT_EQ(number(Language::en, -0.04, 1), "0.0");
  EXPECT_EQ(percent(Language::nl, 0.833), "83 %");
}

TEST(CountText, AgreesWithItsWords) {
  const auto cases = [](Language language, int n) {
    return say(language, TextKey::look_cases, Count(language, n));
  };
  EXPECT_EQ(cases(Language::nl, 1), "1 zaak");
  EXPECT_EQ(cases(Language::nl, 0), "0 zaken");
  EXPECT_EQ(cases(Language::en, 1434), "1,434 cases");
  EXPECT_EQ(duration(Language::nl, std::chrono::minutes(1)), "1 minuut");
  EXPECT_EQ(std::string(Count(Language::nl, 1434)), "1.434");
}

TEST(DurationText, PicksAUnitAPersonThinksIn) {
  EXPECT_EQ(duration(Language::nl, from_days(3.25)), "3,2 dagen");
  EXPECT_EQ(duration(Language::en, std::chrono::minutes(45)), "45 minutes");
}

TEST(DateText, NamesTheMonth) {
  EXPECT_EQ(date(Language::nl, *day_from_date(2011, 10, 11)), "11 oktober 2011");
}

}  // namespace
}  // namespace veer::report
