// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/household.hpp"

#include <gtest/gtest.h>

#include "veer/work/work.hpp"

namespace veer::work {
namespace {

/// Four case types of 522 cases a year, ten a week; the last one is a proposal.
struct Town {
  Town() {
    for (const char* name : {"Support", "Youth", "Income", "Plan"}) {
      CaseType type;
      type.name = name;
      type.arrivals.per_year = 3652.5 / 7;
      work.case_types.push_back(type);
    }
    work.case_types[CaseTypeId(3)].proposal = true;
    work.households.push_back({"many", {part(0, 0.3), part(1, 0.2), part(2, 0.1)}, 2.5, 10, 0.1});
  }

  static HouseholdPart part(std::size_t type, double share) { return {CaseTypeId(type), share}; }
  Household& kind() { return work.households[HouseholdId(0)]; }
  [[nodiscard]] std::string problems() const {
    std::string text;
    for (const Error& problem : check_households(work)) {
      text += problem.where + ": " + problem.found + " | " + problem.expected + '\n';
    }
    return text;
  }

  Work work;
};

TEST(Household, FormsBesideAsManyOthersAsItsTimeTakes) {
  Town town;
  EXPECT_NEAR(joining_a_week(town.work, town.kind(), 40), 6, 1e-9);
  // With n that form each gets a matter every n / 6 weeks: 1.5 after the first take n / 4 weeks.
  EXPECT_EQ(forming_at_once(town.work, town.kind(), 40), 40U);
  town.kind().within_weeks = 0.01;
  EXPECT_EQ(forming_at_once(town.work, town.kind(), 40), 1U);
}

TEST(Household, CountsIntervalsBetweenArrivalsInOfficeHours) {
  Town town;
  const DistributionId four_hours = town.work.distributions.push_back(Distribution::constant(4));
  town.work.case_types[CaseTypeId(0)].arrivals.interval = four_hours;
  EXPECT_NEAR(joining_a_week(town.work, town.kind(), 20), 0.3 * 5 + 2 + 1, 1e-9);
}

TEST(Household, ThatIsSoundHasNoProblems) { EXPECT_EQ(Town().problems(), ""); }

TEST(Household, TellsAllThatIsWrongAtOnce) {
  Town town;
  town.kind() = {"odd", {Town::part(9, 0.1), Town::part(3, 1.5)}, 3, 0, -0.1};
  const std::string text = town.problems();
  EXPECT_NE(text.find("households[0] (odd).parts[0].case_type: a case type that is not there"),
            std::string::npos) << text;
  EXPECT_NE(text.find("parts[1].case_type: Plan, a proposal"), std::string::npos) << text;
  EXPECT_NE(text.find("parts[1].share: 1.5"), std::string::npos) << text;
  EXPECT_NE(text.find("matters: 3 | from 2 to as many"), std::string::npos) << text;
  EXPECT_NE(text.find("within_weeks: 0"), std::string::npos) << text;
  EXPECT_NE(text.find("conflict: -0.1"), std::string::npos) << text;
}

TEST(Household, OfOneCaseTypeOrOfOneTwiceIsNone) {
  Town town;
  town.kind().parts = {Town::part(0, 0.1)};
  EXPECT_NE(town.problems().find("parts: 1 case types"), std::string::npos) << town.problems();
  town.kind().parts = {Town::part(0, 0.1), Town::part(0, 0.1), Town::part(1, 0.1)};
  EXPECT_NE(town.problems().find("Support a second time"), std::string::npos) << town.problems();
}

TEST(Household, TakesNoMoreThanAllCasesOfATypeWithTheOtherKinds) {
  Town town;
  town.work.households.push_back({"more", {Town::part(0, 0.7), Town::part(1, 0.7)}, 2, 10, 0});
  EXPECT_EQ(town.problems(), "");
  town.work.households[HouseholdId(1)].parts[0].share = 0.71;
  EXPECT_NE(town.problems().find("1.01 of the cases of case_types[0] (Support)"),
            std::string::npos) << town.problems();
}

}  // namespace
}  // namespace veer::work
