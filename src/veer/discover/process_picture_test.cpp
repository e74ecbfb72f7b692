// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/process_picture.hpp"

#include <gtest/gtest.h>

#include "veer/discover/planted_log.hpp"

namespace veer::discover {
namespace {

using test::at;

std::string person(int k, const char* kind = "p") { return kind + std::to_string(k % 6); }

/// Thirty cases: receive, check, decide; every third is mended after the check and checked again.
test::PlantedLog permits() {
  test::PlantedLog planted;
  for (int k = 0; k < 30; ++k) {
    const std::string name = std::to_string(k);
    const int day = 7 * k;
    const int who = k / 3;  // so that six people do what every third case meets
    planted.add(name, "receive", person(who), at(day, 9));
    planted.add(name, "check", person(who), at(day, 11));
    if (k % 3 == 0) {
      planted.add(name, "mend", person(who), at(day, 12));
      planted.add(name, "check", person(who), at(day, 14));
    }
    planted.add(name, "decide", person(who), at(day, 15));
  }
  return planted;
}

Picture drawn(const test::PlantedLog& planted, std::size_t most = 100) {
  return draw_process(planted.log, eventlog::instances(planted.log), most);
}

const PictureFlow* flow(const Picture& picture, const std::string& from, const std::string& to) {
  const auto number = [&picture](const std::string& name) {
    for (std::size_t i = 0; i < picture.activities.size(); ++i) {
      if (picture.activities[i].name == name) return i;
    }
    return name == "begin" ? picture.begin() : picture.end();
  };
  for (const PictureFlow& one : picture.flows) {
    if (one.from == number(from) && one.to == number(to)) return &one;
  }
  return nullptr;
}

TEST(ProcessPicture, CountsWhatFollowsOnWhatAndHowLongThatTakes) {
  const Picture found = drawn(permits());
  EXPECT_EQ(found.cases, 30U);
  ASSERT_EQ(found.activities.size(), 4U);
  EXPECT_EQ(found.activities[0], (PictureActivity{"check", "", 30, 40}));
  ASSERT_NE(flow(found, "check", "decide"), nullptr);
  EXPECT_EQ(flow(found, "check", "decide")->times, 30U);
  EXPECT_DOUBLE_EQ(flow(found, "check", "decide")->median_hours, 4) << "twenty of four hours";
  EXPECT_EQ(flow(found, "check", "mend")->cases, 10U);
  EXPECT_DOUBLE_EQ(flow(found, "mend", "check")->median_hours, 2);
  EXPECT_EQ(flow(found, "begin", "receive")->times, 30U);
  EXPECT_EQ(flow(found, "decide", "end")->times, 30U);
  EXPECT_EQ(found.folded_activities + found.folded_flows, 0U);
  std::vector<std::string> path;
  for (const std::size_t one : found.main_path) path.push_back(found.activities[one].name);
  EXPECT_EQ(path, (std::vector<std::string>{"receive", "check", "decide"}));
}

TEST(ProcessPicture, DoesNotTakeCasesOfOtherKindsForAMainPathThatEndsAtOnce) {
  // Two permits in five cases; of the others every activity is too rare for the picture.
  test::PlantedLog planted = permits();
  for (int k = 0; k < 45; ++k) {
    const std::string kind = "question " + std::to_string(k % 5);
    planted.add("other " + std::to_string(k), kind, person(k), at(k, 9));
  }
  const Picture found = drawn(planted, 4);
  ASSERT_NE(flow(found, "begin", "end"), nullptr);
  EXPECT_EQ(flow(found, "begin", "end")->through, 45U);
  std::vector<std::string> path;
  for (const std::size_t one : found.main_path) path.push_back(found.activities[one].name);
  EXPECT_EQ(path, (std::vector<std::string>{"receive", "check", "decide"}));
}

TEST(ProcessPicture, JoinsWhatStandsBeforeAndAfterAFoldedActivity) {
  const Picture found = drawn(permits(), 3);
  EXPECT_EQ(found.folded_activities, 1U) << "mend";
  EXPECT_EQ(found.folded_times, 10U);
  ASSERT_NE(flow(found, "check", "check"), nullptr);
  EXPECT_EQ(flow(found, "check", "check")->through, 10U);
  EXPECT_DOUBLE_EQ(flow(found, "check", "check")->median_hours, 3);
  EXPECT_EQ(flow(found, "check", "decide")->through, 0U);
}

TEST(ProcessPicture, HidesFlowsOfFewCasesAndOfFewPeople) {
  test::PlantedLog planted = permits();
  for (int k = 0; k < 12; ++k) {
    const std::string name = "odd" + std::to_string(k);
    const std::string who = k < 4 ? person(k) : "ann";
    planted.add(name, "receive", who, at(7 * k, 9));
    if (k < 4) planted.add(name, "mend", who, at(7 * k, 12));
    planted.add(name, "decide", who, at(7 * k, 15));
  }
  const Picture found = drawn(planted);
  EXPECT_EQ(flow(found, "receive", "mend"), nullptr) << "four cases";
  EXPECT_EQ(flow(found, "mend", "decide"), nullptr);
  EXPECT_EQ(flow(found, "receive", "decide"), nullptr) << "eight cases of one person";
  EXPECT_EQ(flow(found, "receive", "check")->times, 30U);
  EXPECT_EQ(found.folded_flows, 3U);
  EXPECT_EQ(found.folded_flow_times, 16U);
}

TEST(ProcessPicture, FoldsWhatOnePersonDoes) {
  test::PlantedLog planted;
  for (int k = 0; k < 30; ++k) {
    const std::string name = std::to_string(k);
    planted.add(name, "receive", person(k), at(k, 9));
    planted.add(name, "sign", "mayor", at(k, 10));
    planted.add(name, "register", "", at(k, 11));
    planted.add(name, "send", person(k), at(k, 12));
    planted.add(name, "close", person(k), at(k, 13));
  }
  const Picture found = drawn(planted);
  std::vector<std::string> names;
  for (const PictureActivity& one : found.activities) names.push_back(one.name);
  EXPECT_EQ(names, (std::vector<std::string>{"receive", "register", "send"}))
      << "close is folded with sign; nobody does register";
  EXPECT_EQ(found.folded_times, 60U);
}

}  // namespace
}  // namespace veer::discover
