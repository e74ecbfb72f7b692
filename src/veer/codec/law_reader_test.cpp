// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/law_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace veer::codec {
namespace {

std::string file(const std::filesystem::path& path) {
  std::ifstream stream(path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string all(const Result<org::Law>& law) {
  std::string text;
  if (law) return text;
  for (const Error& error : law.error()) text += to_string(error) + "\n";
  return text;
}

const std::filesystem::path folder = std::filesystem::path(VEER_SOURCE_DIR) / "laws";

/// One test per law: a failure names the file and the example.
class LawFile : public testing::TestWithParam<std::string> {};

TEST_P(LawFile, reads_and_its_worked_examples_hold) {
  const auto days = read_law(file(folder / "algemene-termijnenwet.yaml"), "atw");
  ASSERT_TRUE(days) << all(days);
  const std::string name = "laws/" + GetParam() + ".yaml";
  const auto law = read_law(file(folder / (GetParam() + ".yaml")), name);
  ASSERT_TRUE(law) << all(law);
  EXPECT_EQ(law->id, GetParam());
  for (const Error& error : org::check_examples(*law, days->decreed_days)) {
    ADD_FAILURE() << to_string(error);
  }
}

std::vector<std::string> names() {
  std::vector<std::string> result;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    result.push_back(entry.path().stem().string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

INSTANTIATE_TEST_SUITE_P(laws, LawFile, testing::ValuesIn(names()), [](const auto& of) {
  std::string name = of.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

constexpr const char* term = R"(format: veer-law/1
id: wet
kind: term
name: {nl: Wet, en: Act}
summary: {nl: Wet, en: Act}
sources: {s: {title: t, year: "2020", setting: law}}
periods:
  - from: 2010-01-01
    to: 2019-12-31
    starts: {nl: aanvraag, en: application}
    parts: [{length: 8 weeks, stops_for: [applicant]}]
    extension: 10 working days
    termijnenwet: true
    lapse: penalty
    rules: [{article: art. 1, says: {nl: x, en: x}, source: s}]
  - from: 2020-01-01
    starts: {nl: aanvraag, en: application}
    parts: [{length: 6 weeks}]
    termijnenwet: false
    lapse: granted
    rules: [{article: art. 1, says: {nl: x, en: x}, judgement: {nl: y, en: y}}]
examples:
  - {name: {nl: v, en: e}, event: 2020-01-01, due: 2020-02-12}
)";

std::string changed(const std::string& from, const std::string& to) {
  std::string text = term;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(LawReader, reads_versions_in_time) {
  const auto law = read_law(term, "wet.yaml");
  ASSERT_TRUE(law) << all(law);
  ASSERT_EQ(law->periods.size(), 2U);
  EXPECT_TRUE(law->periods[0].term.parts[0].stops_for_applicant);
  EXPECT_FALSE(law->periods[0].term.parts[0].stops_for_others);
  EXPECT_EQ(law->periods[0].term.extension->unit, calendar::TermUnit::working_days);
  EXPECT_EQ(law->periods[1].lapse, org::Lapse::granted);
  EXPECT_FALSE(law->periods[1].term.end_moves);
  EXPECT_TRUE(law->periods[1].provisions[0].is_judgement());
}

struct Slip {
  const char* from;
  const char* to;
  const char* told;
};

class LawSlip : public testing::TestWithParam<Slip> {};

TEST_P(LawSlip, is_told_with_its_line) {
  const auto law = read_law(changed(GetParam().from, GetParam().to), "wet.yaml");
  ASSERT_FALSE(law);
  EXPECT_NE(all(law).find(GetParam().told), std::string::npos) << all(law);
  EXPECT_EQ(law.error().size(), 1U) << all(law);
}

INSTANTIATE_TEST_SUITE_P(
    slips, LawSlip,
    testing::Values(
        Slip{"from: 2020-01-01", "from: 2019-06-01", "wet.yaml:16: periods[1]: found 2019-06-01"},
        Slip{"to: 2019-12-31", "to: 2019-11-30", "There is a gap"},
        Slip{"    to: 2019-12-31\n", "", "after a period without an end"},
        Slip{"from: 2010-01-01", "from: 2020-01-05", "A period ends after it began"},
        Slip{"from: 2010-01-01", "from: 2010-02-30",
             "found 2010-02-30, expected a date that exists"},
        Slip{"8 weeks", "8 fortnights", "found 8 fortnights"},
        Slip{"8 weeks", "0 weeks", "found 0 weeks"},
        Slip{"8 weeks", "1.5 weeks", "found 1.5 weeks"},
        Slip{"event: 2020-01-01", "event: 2020-13-01", "found 2020-13-01"},
        Slip{"event: 2020-01-01", "event: 2001-01-01", "a day on which the law holds"},
        Slip{"due: 2020-02-12", "due: 2020-02-12, extended: true", "This term knows no extension"},
        Slip{"due: 2020-02-12",
             "due: 2020-02-12, waits: [{asked: 2020-01-09, answered: 2020-01-08, by: applicant}]",
             "found 2020-01-08, expected a day from 2020-01-09 on"},
        Slip{", source: s}", ", source: t}", "a key of `sources`"},
        Slip{", source: s}", "}", "neither a source nor a judgement"},
        Slip{"stops_for: [applicant]", "stops_for: [applicant], others_through_answer: true",
             "The clock does not stand still for others."},
        Slip{"lapse: granted", "lapse: grant", "grant"},
        Slip{"[applicant]", "[aplicant]", "Did you mean 'applicant'?"}));

TEST(LawReader, tells_all_problems_at_once) {
  const auto law = read_law(
      "format: veer-law/1\nid: a\nkind: penalty\nname: {nl: A, en: A}\nsummary: {nl: A, en: A}\n"
      "periods: [{from: 2020-02-30, notice: 2, rates: [{days: 0, a_day: 20}], rules: []}]\n"
      "examples: []\n",
      "a.yaml");
  ASSERT_FALSE(law);
  EXPECT_EQ(law.error().size(), 6U) << all(law);
}

TEST(LawReader, tells_a_clock_resumed_before_it_was_suspended_beside_a_wrong_rule) {
  std::string text = term;
  const auto put = [&](const std::string& old, const std::string& now) {
    text.replace(text.find(old), old.size(), now);
  };
  put("6 weeks", "1.5 weeks");
  put("due: 2020-02-12",
      "due: 2020-02-12, waits: [{asked: 2020-01-09, answered: 2020-01-08, by: applicant}]");
  const auto law = read_law(text, "a.yaml");
  ASSERT_FALSE(law);
  EXPECT_EQ(law.error().size(), 2U) << all(law);
}

TEST(LawReader, hostile_and_empty_input_is_told) {
  EXPECT_FALSE(read_law("", "a.yaml"));
  EXPECT_FALSE(read_law("[]", "a.yaml"));
  EXPECT_FALSE(
      read_law("format: veer-law/2\nperiods: 3\nexamples: {a: b}\nkind: [term]\n", "a.yaml"));
}

}  // namespace
}  // namespace veer::codec
