// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/yaml_reader.hpp"

#include <gtest/gtest.h>

#include <array>

namespace veer::codec {
namespace {

/// The only problem of a text that cannot be parsed.
std::string refused(std::string_view text) {
  const auto document = YamlDocument::parse(text, "a.yaml");
  return document ? "nothing" : to_string(document.error().front());
}

std::string all(const Problems& problems) {
  std::string text;
  for (const Error& problem : problems) text += to_string(problem) + '\n';
  return text;
}

TEST(Yaml, IsRefusedWithItsLineWhenItIsNotYaml) {
  EXPECT_EQ(refused("a: 1\nb: [1, 2\n").substr(0, 8), "a.yaml:3");
  EXPECT_NE(refused("").find("an empty file"), std::string::npos);
  EXPECT_NE(refused("a: 1\n---\nb: 2\n").find("a second document"), std::string::npos);
}

TEST(Yaml, WithAnAliasIsRefusedBeforeItCanGrow) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 8; ++i) {
      bomb += std::string(i == 0 ? "*" : ", *") + static_cast<char>(c - 1);
    }
    bomb += "]\n";
  }
  EXPECT_NE(refused(bomb).find("a.yaml:2: found an alias"), std::string::npos);
}

TEST(Yaml, ThatIsTooDeepTooLargeOrHasAKeyTwiceIsRefused) {
  EXPECT_NE(refused(std::string(100, '[') + std::string(100, ']')).find("nesting deeper"),
            std::string::npos);
  EXPECT_NE(refused(std::string(100'000, '[')), "nothing");
  EXPECT_NE(refused(std::string(5'000'000, 'x')).find("5000000 bytes"), std::string::npos);
  std::string many;
  for (int i = 0; i < 200'001; ++i) many += "- 1\n";
  EXPECT_NE(refused(many).find("more than 200000 values"), std::string::npos);
  EXPECT_NE(refused("a: 1\nb: 2\na: 3\n").find("a.yaml:3: found 'a' a second time"),
            std::string::npos);
  EXPECT_NE(refused("? [a, b]\n: 1\n").find("as key"), std::string::npos);
}

TEST(YamlNode, ReadsWhatIsThere) {
  auto document = *YamlDocument::parse(
      "name: Team\nsizes: [3, 4.5]\non: true\nlong: 2 hours\nempty:\nkind: chain\n", "a.yaml");
  const YamlNode root = document->root();
  EXPECT_EQ(root.at("name").text(), "Team");
  EXPECT_EQ(root.at("sizes").items()[1].number(0, 10), 4.5);
  EXPECT_EQ(root.at("sizes").items()[0].whole(0, 10), 3);
  EXPECT_TRUE(root.at("on").flag());
  const std::array<YamlUnit, 2> units = {YamlUnit{"min", 1}, YamlUnit{"hours", 60}};
  EXPECT_EQ(root.at("long").quantity(units), 120);
  const std::array<std::string_view, 2> words = {"advice", "chain"};
  EXPECT_EQ(root.at("kind").choice(words), 1U);
  EXPECT_FALSE(root.find("empty").is_present());
  EXPECT_FALSE(root.find("absent").is_present());
  EXPECT_EQ(all(document->problems()), "");
}

TEST(YamlNode, ReportsAllProblemsInTheOrderOfTheLines) {
  auto document = *YamlDocument::parse(
      "spam: 1\nsizes: [x, 99, 1.5]\nlong: 20\nlater: -3 min\nkind: chian\n", "a.yaml");
  const YamlNode root = document->root();
  const std::array<std::string_view, 2> words = {"advice", "chain"};
  const std::array<YamlUnit, 2> units = {YamlUnit{"min", 1}, YamlUnit{"hours", 60}};
  static_cast<void>(root.at("kind").choice(words));
  static_cast<void>(root.at("long").quantity(units));
  static_cast<void>(root.at("later").quantity(units));
  for (const YamlNode& item : root.at("sizes").items()) static_cast<void>(item.whole(0, 10));
  static_cast<void>(root.at("name").text());
  root.only({"name", "sizes", "long", "later", "kind", "span"});
  EXPECT_EQ(all(document->problems()),
            "a.yaml:1: name: found nothing, expected the key 'name'. It may not be left out.\n"
            "a.yaml:1: spam: found the unknown key 'spam', expected name, sizes, long, later, kind "
            "or span. Did you mean 'span'?\n"
            "a.yaml:2: sizes[0]: found x, expected a whole number from 0 to 10.\n"
            "a.yaml:2: sizes[1]: found 99, expected a whole number from 0 to 10.\n"
            "a.yaml:2: sizes[2]: found 1.5, expected a whole number from 0 to 10.\n"
            "a.yaml:3: long: found 20, expected a number with its unit: min or hours. Write the "
            "unit too: '20 min'.\n"
            "a.yaml:4: later: found -3 min, expected a number with its unit: min or hours, not "
            "below zero.\n"
            "a.yaml:5: kind: found chian, expected advice or chain. Did you mean 'chain'?\n");
}

TEST(YamlNode, OfAnotherKindIsReportedOnce) {
  auto document = *YamlDocument::parse("name: [a]\nsizes: 3\n", "a.yaml");
  EXPECT_EQ(document->root().at("name").text(), "");
  EXPECT_TRUE(document->root().at("sizes").items().empty());
  EXPECT_TRUE(document->root().at("sizes").members().empty());
  EXPECT_EQ(all(document->problems()),
            "a.yaml:1: name: found a list, expected text.\n"
            "a.yaml:2: sizes: found 3, expected a list.\n"
            "a.yaml:2: sizes: found 3, expected a map (key: value).\n");
}

}  // namespace
}  // namespace veer::codec
