// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_budget.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

std::optional<std::int64_t> cents(std::string_view text) {
  const auto amount = parse_amount(text);
  return amount ? std::optional<std::int64_t>(amount->cents()) : std::nullopt;
}

TEST(Amount, IsReadInDutchAndEnglishNotation) {
  EXPECT_EQ(cents("1.234.567,89"), 123'456'789);
  EXPECT_EQ(cents("1,234,567.89"), 123'456'789);
  EXPECT_EQ(cents("1234567.89"), 123'456'789);
  EXPECT_EQ(cents("1234567"), 123'456'700);
  EXPECT_EQ(cents("1.234"), 123'400) << "thousands: an amount has at most two decimals";
  EXPECT_EQ(cents("1,234"), 123'400);
  EXPECT_EQ(cents("12,5"), 1'250);
  EXPECT_EQ(cents("0.05"), 5);
  EXPECT_EQ(cents("\xe2\x82\xac 1 234,50"), 123'450);
  EXPECT_EQ(cents("1.250,-"), 125'000);
  EXPECT_EQ(cents("EUR 7"), 700);
  EXPECT_EQ(cents("-12"), -1'200);
  EXPECT_EQ(cents("12-"), -1'200);
  EXPECT_EQ(cents("(1.200)"), -120'000);
}

TEST(Amount, IsNothingElse) {
  for (const char* text :
       {"", " ", "-", "veel", "1.2.3", "1.23.456", "1.234.56", "12.34,567", "1,234,56", "1..234",
        ".", ",5", "1e5", "0x10", "nan", "1.234 567", "--5", "()", "100000000000000",
        "1,2345", "\xe2\x82\xac", "1\n2"}) {
    EXPECT_EQ(cents(text), std::nullopt) << text;
  }
}

Result<BudgetRead> read(std::string_view text) {
  return read_csv_budget(text, {"budget.csv", {}, ""});
}

TEST(BudgetCsv, IsReadWithDutchOrEnglishNamesOfColumns) {
  const auto dutch = read("Kostenplaats;Soort;Jaar;Bedrag;Toelichting\n"
                          "Wmo;salarissen;2026;1.200.000,00;vast\n"
                          "\"Bouw; milieu\";inhuur;2026;50.000;\n");
  ASSERT_TRUE(dutch) << to_string(dutch.error().front());
  EXPECT_EQ(dutch->budget,
            (org::Budget{{"Wmo", "salarissen", 2026, Money::cents(120'000'000)},
                         {"Bouw; milieu", "inhuur", 2026, Money::cents(5'000'000)}}));
  EXPECT_EQ(dutch->ignored, std::vector<std::string>{"Toelichting"});
  const auto english = read("department,category,year,amount\nWmo,wages,2026,\"1,200,000.00\"\n");
  ASSERT_TRUE(english) << to_string(english.error().front());
  EXPECT_EQ(english->budget.front().amount, Money::cents(120'000'000));
}

TEST(BudgetCsv, MayHaveAByteOrderMarkOrAnOldEncoding) {
  const auto marked = read(
      "\xef\xbb\xbf" "eenheid;soort;jaar;bedrag\nFinanci\xc3\xabn;inhuur;2026;1\n");
  ASSERT_TRUE(marked) << to_string(marked.error().front());
  EXPECT_EQ(marked->budget.front().unit, "Financi\xc3\xabn");
  const auto old = read_csv_budget("eenheid;soort;jaar;bedrag\nFinanci\xebn;inhuur;2026;1\n",
                                   {"budget.csv", {}, "WINDOWS-1252"});
  ASSERT_TRUE(old) << to_string(old.error().front());
  EXPECT_EQ(old->budget.front().unit, "Financi\xc3\xabn");
}

TEST(BudgetCsv, TellsEverythingThatIsWrongWithItsLine) {
  const auto wrong = read("eenheid;soort;jaar;bedrag\n"
                          "Wmo;salarissen;2026;veel\n"
                          ";inhuur;2026;10\n"
                          "Wmo;;26;10\n"
                          "Wmo;inhuur;2026;-10\n"
                          "Bouw;inhuur;2026;10\n"
                          "Bouw;inhuur;2026;20\n"
                          "Bouw;inhuur;2025;\n");
  ASSERT_FALSE(wrong);
  std::string all;
  for (const Error& one : wrong.error()) all += to_string(one) + "\n";
  EXPECT_EQ(wrong.error().size(), 7U) << all;
  for (const char* part : {"budget.csv:2", "bedrag = veel", "budget.csv:3", "eenheid = (empty)",
                           "jaar = 26", "bedrag = -10", "the first is at budget.csv:6",
                           "bedrag = (empty)"}) {
    EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
  }
}

TEST(BudgetCsv, NamesAllColumnsThatAreMissing) {
  const auto wrong = read("naam;jaar\nx;2026\n");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().size(), 3U);
  EXPECT_FALSE(read(""));
}

}  // namespace
}  // namespace veer::codec
