// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/continuing_rows.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

/// A kind of work for each number, done by that many people of its own.
org::Baseline done_by(const std::vector<std::size_t>& people) {
  org::Baseline baseline;
  baseline.workforce.rosters.push_back(calendar::office_week());
  for (std::size_t kind = 0; kind < people.size(); ++kind) {
    const work::ActivityId activity(kind);
    baseline.work.continuing.push_back({"kind", activity, 10});
    for (std::size_t i = 0; i < people[kind]; ++i) {
      org::Person person;
      person.roster = org::RosterId(0);
      person.competences = {{activity, 1}};
      baseline.workforce.persons.push_back(std::move(person));
    }
  }
  return baseline;
}

std::vector<std::vector<std::size_t>> rows(const std::vector<std::size_t>& people) {
  std::vector<std::vector<std::size_t>> result;
  for (const auto& row : continuing_rows(done_by(people))) {
    result.emplace_back();
    for (const work::ContinuingId id : row) result.back().push_back(id.index());
  }
  return result;
}

using Rows = std::vector<std::vector<std::size_t>>;

TEST(ContinuingRows, NameTheKindsThatFiveOrMorePeopleDo) {
  EXPECT_EQ(rows({5, 8}), (Rows{{0}, {1}}));
}

TEST(ContinuingRows, PutKindsOfFewPeopleTogether) {
  EXPECT_EQ(rows({3, 8, 4}), (Rows{{1}, {0, 2}}));
}

TEST(ContinuingRows, LetNoSmallKindFollowBySubtraction) {
  EXPECT_EQ(rows({8, 3, 6}), (Rows{{0}, {1, 2}}));
  EXPECT_EQ(rows({3}), Rows{});
}

}  // namespace
}  // namespace veer::study
