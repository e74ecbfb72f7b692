// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/person_names.hpp"

#include <gtest/gtest.h>

namespace veer::eventlog {
namespace {

std::string replaced(const std::vector<std::string>& names, std::string text) {
  NamesInText(names).replace(text,
                             [](std::string_view name) { return "<" + std::string(name) + ">"; });
  return text;
}

TEST(FoldedName, IsTheSameForOneNameWrittenOtherwise) {
  EXPECT_EQ(folded_name(" Jan  de\tVRIES "), "jan de vries");
  EXPECT_EQ(folded_name("ANDRÉ"), folded_name("andr\xc3\xa9"));
  EXPECT_EQ(folded_name("andre\xcc\x81"), folded_name("andr\xc3\xa9")) << "an accent of its own";
  EXPECT_EQ(folded_name(""), "");
  EXPECT_EQ(folded_name("JAN\xff"), "jan\xff") << "no UTF-8";
}

TEST(NamesInText, AreReplacedAsWholeWordsWhateverTheirCapitals) {
  const std::vector<std::string> names = {"Jan de Vries", "An Bos"};
  EXPECT_EQ(replaced(names, "Gesprek met Jan de Vries (Wmo)"), "Gesprek met <jan de vries> (Wmo)");
  EXPECT_EQ(replaced(names, "an BOS, jan  de vries"), "<an bos>, <jan de vries>");
  EXPECT_EQ(replaced(names, "Jan de Vriesman"), "Jan de Vriesman");
  EXPECT_EQ(replaced(names, "Jan"), "Jan");
}

TEST(NamesInText, AreFoundWithTheSurnameFirstAndTheOtherWayRound) {
  const std::vector<std::string> names = {"Vries, Jan de"};
  EXPECT_EQ(replaced(names, "bellen met Jan de Vries"), "bellen met <vries, jan de>");
  EXPECT_EQ(replaced(names, "bellen met Vries, Jan de"), "bellen met <vries, jan de>");
}

TEST(NamesInText, TakeTheLongestNameAndLeaveSingleWordsAlone) {
  EXPECT_EQ(replaced({"Jan de", "Jan de Vries"}, "Jan de Vries"), "<jan de vries>");
  EXPECT_EQ(replaced({"Toetsen"}, "Toetsen aanvraag"), "Toetsen aanvraag");
}

TEST(EmailAddress, IsKnownWholeAndReplacedInsideText) {
  EXPECT_TRUE(is_email_address("jan.de-vries@gemeente.nl"));
  EXPECT_FALSE(is_email_address("mail jan@gemeente.nl"));
  EXPECT_FALSE(is_email_address("jan@gemeente"));
  EXPECT_FALSE(is_email_address("@"));
  std::string text = "stuur naar jan@gemeente.nl, of @ an@b.nl.";
  EXPECT_TRUE(replace_email_addresses(text, [](std::string_view) { return "E"; }));
  EXPECT_EQ(text, "stuur naar E, of @ E.");
  std::string none = "5 @ 3 euro, a@b, @c.nl, d@.";
  EXPECT_FALSE(replace_email_addresses(none, [](std::string_view) { return "E"; }));
}

}  // namespace
}  // namespace veer::eventlog
