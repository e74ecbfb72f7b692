// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/costs.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

using org::PersonId;
using work::CaseTypeId;
using work::StepId;

Day day(unsigned month, unsigned d) { return *day_from_date(2026, month, d); }

/// Two people employed, one hired; one case type with a law that charges for lateness and a partner
/// who is asked in every other case.
struct Town {
  work::Work work;
  org::Workforce workforce;
  org::DrawnPrices prices;
  sim::Outcome outcome;

  Town() {
    prices.place_in_scale = 1;
    prices.wage_index = 1;
    prices.employer_charges = 0.4;
    prices.notice_share = 1;
    prices.notice_days = 1e-6;  // the first day after the term
    prices.scales = {{"8", Money::of_euros(2000), Money::of_euros(3000)}};
    org::LawPeriod penalty;
    penalty.from = *day_from_date(2019, 1, 1);
    penalty.penalty.rates = {{14, Money::of_euros(23)},
                             {14, Money::of_euros(35)},
                             {14, Money::of_euros(45)}};
    prices.penalties = {penalty};

    org::Person employed;
    employed.scale = "8";
    employed.fte = Fte::of(0.5);
    org::Person hired;
    hired.hire_an_hour = Money::of_euros(90);
    workforce.persons.push_back(employed);
    workforce.persons.push_back(employed);
    workforce.persons.push_back(hired);
    outcome.by_person.resize(3);
    outcome.by_person[2].paid = Effort::hours(110);
    outcome.by_person[2].absent = Effort::hours(10);

    work::CaseType type;
    work::Step wait;
    wait.kind = work::StepKind::wait;
    wait.price = Money::of_euros(200);
    wait.next = {{StepId(1), 1}};
    type.process.steps.push_back(wait);
    type.process.steps.push_back({});
    type.process.first = {{StepId(0), 0.5}, {StepId(1), 0.5}};
    work::LegalTerm law;
    law.versions.push_back({*day_from_date(2020, 1, 1), {}, {}, true});
    type.legal_term = work::Term{{}, "awb", law};
    work.case_types.push_back(type);
  }

  /// A case that was due on 1 June and decided so many days later.
  void add_case(int days_late) {
    sim::CaseOutcome one;
    one.case_type = CaseTypeId(0);
    one.number = static_cast<std::uint32_t>(outcome.cases.size());
    one.finished = true;
    one.legal_due = day(6, 1);
    one.arrived = start_of(day(4, 1));
    one.ended = start_of(day(6, 1) + days_late);
    outcome.cases.push_back(one);
  }

  [[nodiscard]] CostBasis basis(double weeks = 365.25 / 7) const {
    return {&work, &workforce, &prices, 1, 0, weeks};
  }
  [[nodiscard]] Costs costs(double weeks = 365.25 / 7) const {
    return costs_a_year(outcome, basis(weeks));
  }
};

TEST(Costs, FollowTheirDefinitions) {
  Town town;
  for (int i = 0; i < 4; ++i) town.add_case(0);
  const Costs costs = town.costs();
  EXPECT_EQ(costs[CostKind::salaries], Money::of_euros(12 * 3000 * 1.4));
  EXPECT_EQ(costs[CostKind::hire], Money::of_euros(9000));
  EXPECT_EQ(costs[CostKind::partners], Money::of_euros(4 * 0.5 * 200));
  EXPECT_EQ(costs[CostKind::penalties], Money());
  EXPECT_TRUE(costs.whole_staff);
}

TEST(Costs, OfHalfAYearOfRunsCountTwiceWhatDependsOnTheRun) {
  Town town;
  town.add_case(60);
  const Costs year = town.costs();
  const Costs half = town.costs(365.25 / 14);
  EXPECT_EQ(half[CostKind::salaries], year[CostKind::salaries]);
  EXPECT_EQ(half[CostKind::hire].cents(), 2 * year[CostKind::hire].cents());
  EXPECT_EQ(half[CostKind::partners].cents(), 2 * year[CostKind::partners].cents());
  EXPECT_EQ(half[CostKind::penalties].cents(), 2 * year[CostKind::penalties].cents());
}

TEST(Costs, AddUpToTheTotalToTheCent) {
  Town town;
  town.prices.place_in_scale = 1.0 / 3;
  town.prices.wage_index = 1.2345;
  for (PersonId id : ids(town.workforce.persons)) town.workforce.persons[id].fte = Fte::of(0.777);
  for (int late = 0; late < 90; ++late) town.add_case(late);
  const Costs costs = town.costs(51.3);
  std::int64_t cents = 0;
  for (const Money one : costs.of_kind) cents += one.cents();
  EXPECT_EQ(costs.total().cents(), cents);
  EXPECT_GT(costs[CostKind::penalties], Money());
  // The people's own salaries, each rounded once, make the salaries.
  Money salaries;
  for (const org::Person& person : town.workforce.persons) {
    salaries += salary_a_year(person, town.prices).value_or(Money());
  }
  EXPECT_EQ(costs[CostKind::salaries], salaries);
}

TEST(Costs, APenaltyRunsFromTwoWeeksAfterTheNoticeToTheDecisionAndEndsAtItsMost) {
  Town town;
  // Notice on 2 June; its two weeks end on 16 June, a Tuesday.
  for (const int late : {0, 15, 16, 17, 29, 30, 400}) town.add_case(late);
  std::vector<std::int32_t> days;
  std::vector<double> euros;
  for (const sim::CaseOutcome& one : town.outcome.cases) {
    const calendar::Penalty penalty = penalty_of(one, town.basis());
    days.push_back(penalty.days);
    euros.push_back(penalty.owed.euros());
  }
  EXPECT_EQ(days, (std::vector<std::int32_t>{0, 0, 0, 1, 13, 14, 42}));
  EXPECT_EQ(euros, (std::vector<double>{0, 0, 0, 23, 13 * 23, 14 * 23, 1442}));
}

TEST(Costs, OweNothingWithoutANoticeOrWhereTheLawKnowsNoPenalty) {
  Town town;
  town.add_case(100);
  town.prices.notice_share = 0;
  EXPECT_EQ(town.costs()[CostKind::penalties], Money());
  town.prices.notice_share = 1;
  town.work.case_types[CaseTypeId(0)].legal_term->law->versions[0].owes_penalty = false;
  EXPECT_EQ(town.costs()[CostKind::penalties], Money());
  EXPECT_FALSE(town.costs().may_owe_penalties);
}

TEST(Costs, OneCaseGetsTheSameNoticeWheneverItIsDecided) {
  Town town;
  town.prices.notice_share = 0.5;
  town.prices.notice_days = 20;
  for (int i = 0; i < 200; ++i) town.add_case(1000);
  int notices = 0;
  for (sim::CaseOutcome& one : town.outcome.cases) {
    const bool late = penalty_of(one, town.basis()).days > 0;
    notices += late ? 1 : 0;
    one.ended = start_of(day(6, 1) + 900);
    EXPECT_EQ(penalty_of(one, town.basis()).days > 0, late);
  }
  EXPECT_GT(notices, 70);
  EXPECT_LT(notices, 130);
}

TEST(Costs, SayWhenSomebodysPayIsNotKnown) {
  Town town;
  town.workforce.persons[PersonId(0)].scale = "";
  EXPECT_FALSE(town.costs().whole_staff);
  town.workforce.persons[PersonId(0)].scale = "99";
  EXPECT_FALSE(town.costs().whole_staff);
}

TEST(Costs, OverheadIsWhoLeadsAndWhoWorksInAUnitThatSupports) {
  Town town;
  const Money half = Money::of_euros(12 * 3000 * 1.4 / 2);
  town.workforce.persons[PersonId(0)].unit_name = "Wmo";
  town.workforce.persons[PersonId(1)].unit_name = "HR";
  town.workforce.found_units = {{"Wmo", "", "", PersonId::none(), false},
                                {"HR", "", "", PersonId::none(), true}};
  EXPECT_EQ(overhead_a_year(town.workforce, town.prices), half);
  town.workforce.found_units[0].lead = PersonId(0);
  town.workforce.found_units[1].lead = PersonId(1);
  EXPECT_EQ(overhead_a_year(town.workforce, town.prices), half + half);
}

}  // namespace
}  // namespace veer::study
