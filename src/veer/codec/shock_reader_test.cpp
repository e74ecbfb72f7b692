// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/shock_reader.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace veer::codec {
namespace {

std::string file(const std::string& path) {
  std::ifstream stream(std::string(VEER_SOURCE_DIR) + "/" + path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

TEST(ShockReader, ReadsTheShockOfTheCatalogue) {
  const auto shock = read_shock(file("shocks/vraag-en-uitval.yaml"), "shock.yaml");
  ASSERT_TRUE(shock) << to_string(shock.error().front());
  EXPECT_EQ(shock->id, "vraag-en-uitval");
  EXPECT_EQ(shock->weeks.value, 12);
  EXPECT_EQ(shock->demand.value, 1.3);
  EXPECT_EQ(shock->people.name, "vraag-en-uitval/people");
  EXPECT_TRUE(shock->people.is_judgement());
  EXPECT_FALSE(shock->people.reason.nl.empty());
}

TEST(ShockReader, ReportsEverythingThatIsWrong) {
  const auto shock = read_shock(
      "format: veer-shock/1\n"
      "id: a\n"
      "name: {nl: A, en: A}\n"
      "starts: {value: 13, low: 1 week, high: 20 weeks, judgement: {nl: x, en: x}}\n"
      "lasts: {value: 10 days, source: nobody}\n"
      "demand: {value: -2, low: 1, high: 2, judgement: {nl: x, en: x}}\n"
      "people: {value: 120 %, low: 0.5, high: 1, judgement: {nl: x, en: x}}\n",
      "s.yaml");
  ASSERT_FALSE(shock);
  std::string places;
  for (const Error& problem : shock.error()) places += problem.where + " " + problem.found + "\n";
  EXPECT_EQ(places,
            "s.yaml:4: starts.value 13\n"
            "s.yaml:4: starts low 1 week, value 13, high 20 weeks\n"
            "s.yaml:5: lasts.source nobody\n"
            "s.yaml:6: demand.value -2\n"
            "s.yaml:6: demand low 1, value -2, high 2\n"
            "s.yaml:7: people.value 120 %\n"
            "s.yaml:7: people low 0.5, value 120 %, high 1\n");
}

}  // namespace
}  // namespace veer::codec
