// SPDX-License-Identifier: EUPL-1.2
// Boards, proposals, opgaven and continuing work of a scenario, and what may be wrong with them.
#include <gtest/gtest.h>

#include "veer/codec/scenario_reader.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view town =
    R"(format: veer-scenario/1
id: town
name: {nl: Stad, en: Town}
summary: {nl: Klein, en: Small}
inhabitants: 20000
judgements:
  guess: {nl: schatting, en: estimate}
office_hours: {monday: [08:30-12:30, 13:00-17:00], tuesday: [09:00-12:00]}
full_time: {value: 9 hours per week, low: 8 hours per week, high: 10 hours per week,
            judgement: guess}
spread:
  effort: {value: 0, low: 0, high: 1, judgement: guess}
  wait: {value: 0, low: 0, high: 1, judgement: guess}
same_person: {value: 90 %, low: 0.5, high: 1, judgement: guess}
units:
  - {id: hall, name: {nl: Stadhuis, en: Town hall}}
posts:
  - {unit: hall, function: {nl: klerk, en: clerk}, fte: [1, 0.8], competences: [intake]}
  - id: adviser
    unit: hall
    function: {nl: adviseur, en: adviser}
    fte: [1, 1]
    competences: [policy]
profiles:
  office: {judgement: guess, days: [1, 1, 0, 0, 0, 0, 0],
           hours: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]}
case_types:
  - id: permit
    name: {nl: Vergunning, en: Permit}
    domain: space
    arrivals: {value: 100 per year, low: 90 per year, high: 110 per year, judgement: guess}
    profile: office
    steps:
      - id: intake
        name: {nl: Intake, en: Intake}
        competence: intake
        effort: {value: 1 hour, low: 1 hour, high: 2 hours, judgement: guess}
boards:
  - id: college
    name: {nl: College, en: College}
    meets: {weekday: tuesday}
    time: 09:30-12:00
    agenda_closes: 6 days
    recess: [{from: 12-24, to: 01-03}]
  - id: council
    name: {nl: Raad, en: Council}
    meets: {weekday: thursday, weeks: [2, 4]}
    time: 19:30-23:00
proposals:
  - id: plan
    name: {nl: Voorstel, en: Proposal}
    domain: policy
    arrivals: {value: 40 per year, low: 30 per year, high: 50 per year, judgement: guess}
    profile: office
    steps:
      - id: write
        name: {nl: Schrijven, en: Writing}
        competence: policy
        effort: {value: 4 hours, low: 2 hours, high: 6 hours, judgement: guess}
      - id: college
        name: {nl: College, en: College}
        board: college
        next:
          - {to: write, share: {value: 0.1, low: 0.05, high: 0.2, judgement: guess}}
          - council
      - {id: council, name: {nl: Raad, en: Council}, board: council}
opgaven:
  - id: homes
    name: {nl: Woningen, en: Homes}
    domain: space
    begins: 2026-08-31
    due: 2027-04-30
    internal_failure: {value: 0.1, low: 0, high: 0.2, judgement: guess}
    exchange: {value: 0.5, low: 0, high: 1, judgement: guess}
    exchange_effort: {value: 30 min, low: 10 min, high: 1 hour, judgement: guess}
    exchange_wait: {value: 2 days, low: 1 day, high: 3 days, judgement: guess}
    neglect_factor: {value: 2, low: 1, high: 3, judgement: guess}
    team:
      - {post: adviser, people: 2, share: {value: 40 %, low: 20 %, high: 50 %, judgement: guess}}
    tasks:
      - id: explore
        name: {nl: Verkennen, en: Exploring}
        competence: policy
        effort: {value: 80 hours, low: 40 hours, high: 120 hours, judgement: guess}
        parts: 4
        hands: 2
      - id: build
        name: {nl: Bouwen, en: Building}
        competence: intake
        effort: {value: 90 min, low: 60 min, high: 2 hours, judgement: guess}
        after: [explore]
        informs: [explore]
        affects: [explore]
        internal_failure: {value: 0.3, low: 0.2, high: 0.4, judgement: guess}
        goal: 200
continuing_work:
  - id: desk
    name: {nl: Balie, en: Desk}
    domain: service
    competence: intake
    hours: {value: 6 hours per week, low: 4 hours per week, high: 8 hours per week,
            judgement: guess}
    piece: {value: 20 min, low: 10 min, high: 30 min, judgement: guess}
)";

/// All problems, one to a line, after replacing a piece, which must be there.
std::string problems(std::string_view piece, std::string_view by) {
  std::string text(town);
  const auto at = text.find(piece);
  if (at == std::string::npos) return "no such piece";
  text.replace(at, piece.size(), by);
  const auto read = read_scenario({{"town.yaml", text}});
  if (read) return "none";
  std::string all;
  for (const Error& problem : read.error()) all += to_string(problem) + '\n';
  return all;
}

#define EXPECT_PROBLEM(piece, by, part) \
  EXPECT_NE(problems(piece, by).find(part), std::string::npos) << problems(piece, by)

TEST(Scenario, HoldsBoardsProposalsOpgavenAndContinuingWork) {
  const auto read = read_scenario({{"town.yaml", std::string(town)}});
  ASSERT_TRUE(read) << to_string(read.error().front());
  const org::Baseline baseline = read->realise({});
  const work::Work& work = baseline.work;
  EXPECT_TRUE(work::check(work).empty());

  const work::Board& college = work.boards[work::BoardId(0)];
  EXPECT_EQ(college.weekday, Weekday::tuesday);
  EXPECT_EQ(college.length, std::chrono::minutes(150));
  EXPECT_EQ(college.agenda_closes, std::chrono::hours(144));
  EXPECT_EQ(work.boards[work::BoardId(1)].weeks_of_month, (std::vector<int>{2, 4}));

  const work::CaseType& proposal = work.case_types[work::CaseTypeId(1)];
  EXPECT_TRUE(proposal.proposal);
  EXPECT_FALSE(work.case_types[work::CaseTypeId(0)].proposal);
  EXPECT_EQ(proposal.process.steps[work::StepId(2)].board, work::BoardId(0));
  EXPECT_EQ(proposal.process.steps[work::StepId(3)].board, work::BoardId(1));

  const work::Opgave& homes = work.opgaven[work::OpgaveId(0)];
  EXPECT_EQ(to_iso(homes.due), "2027-04-30");
  EXPECT_DOUBLE_EQ(homes.exchange_hours, 0.5);
  const work::Task& explore = homes.tasks[work::TaskId(0)];
  const work::Task& build = homes.tasks[work::TaskId(1)];
  EXPECT_EQ(explore.hands, 2U);
  EXPECT_DOUBLE_EQ(explore.internal_failure, 0.1);
  EXPECT_DOUBLE_EQ(build.internal_failure, 0.3);
  EXPECT_EQ(build.after, std::vector<work::TaskId>{work::TaskId(0)});
  EXPECT_DOUBLE_EQ(work.distributions[work.activities[build.activity].effort].mean(), 1.5);
  ASSERT_EQ(baseline.workforce.claims.size(), 2U);
  EXPECT_EQ(baseline.workforce.claims[1].person, org::PersonId(3));
  EXPECT_DOUBLE_EQ(baseline.workforce.claims[1].share, 0.4);
  EXPECT_DOUBLE_EQ(work.continuing[work::ContinuingId(0)].hours_per_week, 6);

  bool named = false;
  for (const org::Input& input : read->inputs()) {
    named = named || input.name == "town/homes.build.effort";
  }
  EXPECT_TRUE(named);
}

TEST(ScenarioBoards, ThatCannotMeetAreTold) {
  EXPECT_PROBLEM("weeks: [2, 4]", "weeks: []",
                 "boards[1].meets.weeks: found a board that never meets");
  EXPECT_PROBLEM("weeks: [2, 4]", "weeks: [6]", "boards[1].meets.weeks[0]");
  EXPECT_PROBLEM("{weekday: tuesday}", "{dates: []}", "boards[0].meets.dates");
  EXPECT_PROBLEM("{weekday: tuesday}", "{dates: [2026-03-03, 2026-02-03]}", "dates in order");
  EXPECT_PROBLEM("{weekday: tuesday}", "{dates: [2026-02-30]}", "a date that exists");
  EXPECT_PROBLEM("{from: 12-24, to: 01-03}", "{from: 01-01, to: 12-31}",
                 "a board that never meets");
  EXPECT_PROBLEM("{from: 12-24, to: 01-03}", "{from: 13-24, to: 01-03}", "a month and a day");
  EXPECT_PROBLEM("time: 09:30-12:00", "time: 12:30-12:00", "an interval like 09:30-12:30");
  EXPECT_PROBLEM("agenda_closes: 6 days", "agenda_closes: 6 years", "agenda_closes");
  EXPECT_PROBLEM("board: college", "board: colege", "Did you mean 'college'?");
}

TEST(ScenarioOpgaven, WhoseTasksWaitForEachOtherAreToldTaskByTask) {
  EXPECT_PROBLEM("        parts: 4\n", "        parts: 4\n        after: [build]\n",
                 "opgaven[0].tasks[0].after: found tasks that wait for each other: "
                 "explore -> build -> explore");
  EXPECT_PROBLEM("after: [explore]", "after: [build]", "'build' itself");
  EXPECT_PROBLEM("after: [explore]", "after: [explor]", "Did you mean 'explore'?");
}

TEST(ScenarioOpgaven, WithNumbersOutOfBoundsAreTold) {
  EXPECT_PROBLEM("due: 2027-04-30", "due: 2026-04-30",
                 "opgaven[0].due: found 2026-04-30, before the begin on 2026-08-31");
  EXPECT_PROBLEM("value: 80 hours, low: 40 hours", "value: 80 hours, low: -40 hours",
                 "not below zero");
  EXPECT_PROBLEM("high: 120 hours", "high: inf hours", "opgaven[0].tasks[0].effort.high");
  EXPECT_PROBLEM("high: 120 hours", "high: 1e300 hours", "to a million hours");
  EXPECT_PROBLEM("hands: 2", "hands: 5", "5 hands for 4 parts");
  EXPECT_PROBLEM("parts: 4", "parts: 0", "opgaven[0].tasks[0].parts");
  EXPECT_PROBLEM("goal: 200", "goal: -1", "opgaven[0].tasks[1].goal");
  EXPECT_PROBLEM("{value: 0.3, low: 0.2, high: 0.4", "{value: 0.3, low: 0.2, high: 1.4",
                 "opgaven[0].tasks[1].internal_failure.high");
  EXPECT_PROBLEM("{value: 2, low: 1, high: 3", "{value: 2, low: 0.5, high: 3", "neglect_factor");
}

TEST(ScenarioOpgaven, ThatNobodyCanDoAreTold) {
  EXPECT_PROBLEM("        competence: intake\n        effort: {value: 90",
                 "        competence: bricks\n        effort: {value: 90", "nobody can do this");
  EXPECT_PROBLEM("competence: intake\n    hours", "competence: desk\n    hours",
                 "nobody can do this");
}

TEST(ScenarioTeams, ThatClaimMoreThanAPostHasAreTold) {
  EXPECT_PROBLEM(
      "      - {post: adviser, people: 2, share: {value: 40 %, low: 20 %, high: 50 %, "
      "judgement: guess}}\n",
      "      - {post: adviser, people: 2, share: {value: 40 %, low: 20 %, high: 60 %, "
      "judgement: guess}}\n"
      "      - {post: adviser, share: {value: 40 %, low: 20 %, high: 50 %, judgement: guess}}\n",
      "claims of 110 % on one person of post 'adviser'");
  EXPECT_PROBLEM("post: adviser, people: 2", "post: adviser, people: 3",
                 "at most the 2 of the post");
  EXPECT_PROBLEM("post: adviser, people: 2", "post: advisor, people: 2",
                 "Did you mean 'adviser'?");
  EXPECT_PROBLEM("people: 2, share", "people: 2, leads: true, share",
                 "a second person who leads the team");
}

}  // namespace
}  // namespace veer::codec
