// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/scenario_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "veer/work/work.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view people =
    R"(format: veer-scenario/1
id: town
name: {nl: Stad, en: Town}
summary: {nl: Klein, en: Small}
inhabitants: 20000
sources:
  cao: {title: Agreement, year: 2020, setting: municipalities}
office_hours: {monday: [08:30-12:30, 13:00-17:00], tuesday: [09:00-12:00]}
full_time: {value: 9 hours per week, source: cao}
units:
  - {id: desk, name: {nl: Balie, en: Desk}, parent: hall, domain: service}
  - {id: hall, name: {nl: Stadhuis, en: Town hall}}
posts:
  - {unit: hall, function: {nl: directeur, en: director}, fte: [1], leads: true}
  - {unit: desk, function: {nl: klerk, en: clerk}, fte: [1, 0.8], competences: [intake, assess]}
)";

constexpr std::string_view work =
    R"(format: veer-scenario/1
judgements:
  guess: {nl: schatting, en: estimate}
spread:
  effort: {value: 0.6, low: 0.2, high: 1, judgement: guess}
  wait: {value: 0.5, low: 0.2, high: 1, judgement: guess}
same_person: {value: 90 %, low: 0.5, high: 1, judgement: guess}
profiles:
  office:
    judgement: guess
    days: [1, 1, 0, 0, 0, 0, 0]
    hours: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
case_types:
  - id: permit
    name: {nl: Vergunning, en: Permit}
    domain: space
    arrivals: {value: 10 per month, low: 100 per year, high: 3 per week, judgement: guess}
    profile: office
    legal_term: {law: "Awb 4:13", days: {value: 8 weeks, source: cao}}
    steps:
      - id: intake
        name: {nl: Intake, en: Intake}
        competence: intake
        effort: {value: 0.5 hours, low: 20 min, high: 40 min, judgement: guess}
        next:
          - {to: ask, share: {value: 0.3, low: 0.2, high: 0.4, judgement: guess}}
          - assess
      - id: ask
        name: {nl: Vragen, en: Ask}
        wait: applicant
        time: {value: 2 weeks, low: 7 days, high: 4 weeks, judgement: guess}
        next: intake
      - id: assess
        name: {nl: Beoordelen, en: Assess}
        competence: assess
        effort: {value: 2 hours, low: 1 hour, high: 3 hours, judgement: guess}
        formal_decision: true
)";

/// The files with one piece of one of them replaced; the piece must be there.
std::vector<NamedText> with(std::string_view piece, std::string_view by) {
  std::vector<NamedText> files = {{"people.yaml", std::string(people)},
                                  {"work.yaml", std::string(work)}};
  for (NamedText& file : files) {
    const auto at = file.text.find(piece);
    if (at == std::string::npos) continue;
    file.text.replace(at, piece.size(), by);
    return files;
  }
  ADD_FAILURE() << "no " << piece;
  return files;
}

/// All problems, one to a line, after replacing a piece.
std::string problems(std::string_view piece, std::string_view by) {
  const auto town = read_scenario(with(piece, by));
  std::string text;
  if (town) return "none";
  for (const Error& problem : town.error()) text += to_string(problem) + '\n';
  return text;
}

#define EXPECT_PROBLEM(piece, by, part) \
  EXPECT_NE(problems(piece, by).find(part), std::string::npos) << problems(piece, by)

TEST(Scenario, IsReadFromSeveralFiles) {
  const auto town = read_scenario(with("", ""));
  ASSERT_TRUE(town) << to_string(town.error().front());
  EXPECT_EQ(town->units.front().id, "hall");  // parents first
  EXPECT_EQ(town->people(), 3);
  EXPECT_EQ(town->fte(), Fte::of(2.8));
  EXPECT_EQ(town->case_types[0].arrivals.value, 120);
  EXPECT_EQ(town->case_types[0].legal_term->days.value, 56);
  EXPECT_EQ(town->case_types[0].steps[0].effort.value, 30);
  EXPECT_EQ(town->case_types[0].steps[0].effort.name, "town/permit.intake.effort");
  EXPECT_EQ(town->same_person.value, 0.9);
  EXPECT_EQ(town->full_time_hours.low, 9);
  EXPECT_FALSE(town->full_time_hours.is_judgement());
  EXPECT_TRUE(work::check(town->realise({}).work).empty());
}

TEST(Scenario, SaysInWhichMonthsCasesCome) {
  const std::string days = "    days: [1, 1, 0, 0, 0, 0, 0]\n";
  const auto months = [&](const std::string& weights) {
    return days + "    months: [" + weights + "]\n";
  };
  const auto town = read_scenario(with(days, months("1, 4, 4, 2, 1, 1, 1, 1, 1, 1, 1, 0.5")));
  ASSERT_TRUE(town) << to_string(town.error().front());
  const work::Arrivals arrivals =
      town->realise({}).work.case_types[work::CaseTypeId(0)].arrivals;
  EXPECT_EQ(arrivals.yearly_profile,
            (work::YearlyProfile{1, 4, 4, 2, 1, 1, 1, 1, 1, 1, 1, 0.5}));
  EXPECT_EQ(read_scenario(with("", ""))->profiles[0].months, std::nullopt);
  EXPECT_PROBLEM(days, months("1, 2, 3"), "months: found 3 weights, expected 12");
  EXPECT_PROBLEM(days, months("1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1"), "months[11]");
  EXPECT_PROBLEM(days, months("0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0"), "no arrivals in any month");
  EXPECT_PROBLEM(days, days + "    months: spring\n", "months");
}

TEST(Scenario, SaysWhichCasesAreUrgentAndWhenApplicantsWithdraw) {
  const auto town = read_scenario(
      with("    profile: office\n",
           "    profile: office\n    urgency: at_once\n"
           "    patience: {value: 3 weeks, low: 7 days, high: 6 weeks, judgement: guess}\n"));
  ASSERT_TRUE(town) << to_string(town.error().front());
  const work::Work drawn = town->realise({}).work;
  const work::CaseType& type = drawn.case_types[work::CaseTypeId(0)];
  EXPECT_EQ(type.urgency, work::Urgency::at_once);
  ASSERT_TRUE(type.patience.has_value());
  EXPECT_DOUBLE_EQ(drawn.distributions[*type.patience].mean(), 21 * 24);
  EXPECT_PROBLEM("    profile: office\n", "    profile: office\n    urgency: soon\n", "urgency");
  EXPECT_PROBLEM("    profile: office\n",
                 "    profile: office\n    patience: {value: 1 days, low: 0 days, high: 2 days, "
                 "judgement: guess}\n",
                 "more than 0 days");
}

TEST(Scenario, MayNameALawWhoseClockSetsTheTerm) {
  org::Law law;
  law.id = "awb-term";
  law.periods = {{*day_from_date(2010, 1, 1), {}, "aanvraag", {}, org::Lapse::penalty, {}, {}}};
  law.periods[0].term.parts = {{{8, calendar::TermUnit::weeks}, true, false}};
  const char* old = "{law: \"Awb 4:13\", days: {value: 8 weeks, source: cao}}";
  const char* extended =
      "{law: awb-term, extended: {value: 0.3, low: 0.1, high: 0.5, judgement: guess}}";

  const auto refused = read_scenario(with(old, extended), {law});
  ASSERT_FALSE(refused);
  EXPECT_NE(to_string(refused.error()[0]).find("This law knows no extension."), std::string::npos);

  law.periods[0].term.extension = calendar::TermLength{6, calendar::TermUnit::weeks};
  const auto town = read_scenario(with(old, extended), {law});
  ASSERT_TRUE(town) << to_string(town.error().front());
  const org::ScenarioTerm& term = *town->case_types[0].legal_term;
  EXPECT_EQ(term.extended.name, "town/permit.legal_term.extended");
  EXPECT_TRUE(town->case_types[0].steps[1].stops_clock);
  const work::Work made = town->realise({}).work;
  const work::CaseType& type = made.case_types[work::CaseTypeId(0)];
  EXPECT_EQ(type.legal_term->law->extended_share, 0.3);
  EXPECT_TRUE(work::check(made).empty());

  const auto unknown = read_scenario(with(old, "{law: awb-trem}"), {law});
  ASSERT_FALSE(unknown);
  EXPECT_NE(to_string(unknown.error()[0]).find("Did you mean 'awb-term'?"), std::string::npos);
}

TEST(Scenario, AStepSaysWhetherTheClockStandsStill) {
  const auto town =
      read_scenario(with("wait: applicant", "wait: applicant\n        stops_clock: false"));
  ASSERT_TRUE(town) << to_string(town.error().front());
  EXPECT_FALSE(town->case_types[0].steps[1].stops_clock);
  const auto partner = read_scenario(with("wait: applicant", "wait: partner"));
  EXPECT_FALSE(partner->case_types[0].steps[1].stops_clock);
  EXPECT_PROBLEM("formal_decision: true", "stops_clock: true",
                 "It has no meaning for this kind of step.");
}

TEST(Scenario, IsReadFromOneFile) {
  const std::string second(work.substr(work.find('\n') + 1));
  EXPECT_TRUE(read_scenario({{"town.yaml", std::string(people) + second}}));
}

TEST(Scenario, NamesUnitsThatCannotBe) {
  EXPECT_PROBLEM("unit: desk", "unit: dask",
                 "people.yaml:15: posts[1].unit: found dask, expected a unit of `units`. "
                 "Did you mean 'desk'?");
  EXPECT_PROBLEM("parent: hall", "parent: halls", "found halls, expected a unit of this file");
  EXPECT_PROBLEM("en: Town hall}}", "en: Town hall}, parent: desk}",
                 "a cycle of units: desk -> hall -> desk");
  EXPECT_PROBLEM("id: desk, name: {nl: Balie", "id: hall, name: {nl: Balie", "a second unit hall");
  EXPECT_PROBLEM("fte: [1], leads", "fte: [1, 1], leads", "2 people who lead one unit");
}

TEST(Scenario, RefusesAnFteThatCannotBe) {
  EXPECT_PROBLEM("fte: [1, 0.8]", "fte: [-1, 0.8]",
                 "people.yaml:15: posts[1].fte[0]: found -1, expected an FTE from 0.05 to 1.");
  EXPECT_PROBLEM("fte: [1, 0.8]", "fte: [1, 1.2, nan]", "found 1.2, expected an FTE");
  EXPECT_PROBLEM("fte: [1, 0.8]", "fte: [1, 1.2, nan]", "found nan, expected an FTE");
  EXPECT_PROBLEM("fte: [1, 0.8]", "fte: []", "nobody");
}

TEST(Scenario, NamesCompetencesThatMeetNothing) {
  EXPECT_PROBLEM("[intake, assess]", "[intake, assess, asess]",
                 "found asess, expected a competence that a step asks for. Did you mean 'assess'?");
  EXPECT_PROBLEM("[intake, assess]", "[intake]",
                 "case_types[0].steps[2].competence: found assess, expected a competence of at "
                 "least one post: nobody can do this");
}

TEST(Scenario, RefusesSharesThatCannotBe) {
  EXPECT_PROBLEM("share: {value: 0.3, low: 0.2, high: 0.4", "share: {value: 1.3, low: 0.2, high: 2",
                 "found 1.3, expected a number from 0 to 1");
  EXPECT_PROBLEM("          - assess\n",
                 "          - to: assess\n            share: {value: 0.6, low: 0.5, high: 0.9, "
                 "judgement: guess}\n",
                 "shares that can add up to 1.3");
  EXPECT_PROBLEM("          - assess\n",
                 "          - to: assess\n            share: {value: 0.6, low: 0.5, high: 0.9, "
                 "judgement: guess}\n",
                 "0 steps without a share");
}

TEST(Scenario, RefusesStepsThatLeadNowhere) {
  EXPECT_PROBLEM("next: intake", "next: intakes",
                 "found intakes, expected a step of the same list");
  EXPECT_PROBLEM("          - assess\n", "          - done\n",
                 "a step 'assess' that nothing leads to");
  EXPECT_PROBLEM("        formal_decision: true", "        next: assess",
                 "a step that never reaches an end");
  EXPECT_PROBLEM("        wait: applicant", "        wait: applicant\n        competence: intake",
                 "several of them");
  EXPECT_PROBLEM("        formal_decision: true", "        formal_decision: true\n        time: 3",
                 "It has no meaning for this kind of step");
  EXPECT_PROBLEM("        formal_decision: true\n",
                 "      - id: both\n        name: {nl: a, en: a}\n        parallel:\n"
                 "          - steps: [{id: x, name: {nl: x, en: x}, wait: partner, "
                 "time: {value: 1 day, source: cao}}]\n",
                 "found 1 branches, expected two or more");
}

TEST(Scenario, WantsUnitsWithQuantities) {
  EXPECT_PROBLEM("value: 2 hours", "value: 2",
                 "found 2, expected a number with its unit: min, minutes, hour or hours. Write the "
                 "unit too: '2 min'.");
  EXPECT_PROBLEM("value: 8 weeks", "value: 56", "found 56, expected a number with its unit");
  EXPECT_PROBLEM("value: 10 per month", "value: 10", "found 10, expected a number with its unit");
  EXPECT_PROBLEM("value: 2 weeks", "value: 2 hours", "found 2 hours, expected");
}

TEST(Scenario, WantsASourceOrAJudgementWithARange) {
  EXPECT_PROBLEM("effort: {value: 2 hours, low: 1 hour, high: 3 hours, judgement: guess}",
                 "effort: {value: 2 hours}", "neither a source nor a judgement");
  EXPECT_PROBLEM("effort: {value: 2 hours, low: 1 hour, high: 3 hours, judgement: guess}",
                 "effort: {value: 2 hours, judgement: guess}", "a judgement without a range");
  EXPECT_PROBLEM("low: 1 hour, high: 3 hours", "low: 3 hours, high: 1 hour",
                 "low <= value <= high");
  EXPECT_PROBLEM("source: cao", "source: coa", "Did you mean 'cao'?");
}

TEST(Scenario, NamesMissingAndDoubleSections) {
  EXPECT_PROBLEM("inhabitants: 20000\n", "", "expected the key 'inhabitants'");
  EXPECT_PROBLEM("spread:\n", "spreads:\n", "Did you mean 'spread'?");
  EXPECT_PROBLEM("same_person:", "id: town\nsame_person:", "`id` a second time");
  EXPECT_PROBLEM("veer-scenario/1", "veer-scenario/2", "expected veer-scenario/1");
}

TEST(Scenario, ReportsEverythingAtOnce) {
  auto files = with("fte: [1, 0.8]", "fte: [-1, 0.8]");
  files[1].text.replace(files[1].text.find("profile: office"), 15, "profile: offise");
  files[0].text += "spam: 1\n";
  const auto town = read_scenario(files);
  ASSERT_FALSE(town);
  EXPECT_EQ(town.error().size(), 3U);
}

TEST(Scenario, OfOfficeHoursOutOfOrderIsRefused) {
  EXPECT_PROBLEM("[09:00-12:00]", "[12:00-09:00]", "an interval like 08:30-12:30");
  EXPECT_PROBLEM("[09:00-12:00]", "[09:00-12:00, 11:00-13:00]", "found 11:00-13:00");
  EXPECT_PROBLEM("[09:00-12:00]", "[9-12]", "found 9-12");
  EXPECT_PROBLEM("[09:00-12:00]", "[00:00-24:01]", "found 00:00-24:01");
}

constexpr std::string_view clerks = "fte: [1, 0.8], competences: [intake, assess]";

std::string problems_with_clerks(const std::string& by) {
  return problems(clerks, by + ", competences: [intake, assess]");
}

TEST(Scenario, ManyPeopleOfAMeanAreThatManyWithExactlyThatSum) {
  for (const auto& [count, mean] : {std::pair{24, 0.87}, {7, 0.9}, {1, 0.6}, {3, 0.3}, {5, 1.0}}) {
    const auto town = read_scenario(with(
        clerks, fmt::format("people: {}, fte: {}, competences: [intake, assess]", count, mean)));
    ASSERT_TRUE(town) << to_string(town.error().front());
    const std::vector<Fte>& fte = town->posts[1].fte;
    ASSERT_EQ(fte.size(), static_cast<std::size_t>(count));
    Fte sum;
    for (const Fte one : fte) {
      EXPECT_GT(one, Fte());
      EXPECT_LE(one, Fte::of(1));
      sum += one;
    }
    EXPECT_EQ(sum.thousandths(), count * Fte::of(mean).thousandths());
  }
  const auto town =
      read_scenario(with(clerks, "people: 24, fte: 0.87, competences: [intake, assess]"));
  EXPECT_EQ(std::count(town->posts[1].fte.begin(), town->posts[1].fte.end(), Fte::of(1)), 14)
      << "59 % have a full job";
}

TEST(Scenario, RefusesPeopleWithAListAndAMeanWithoutPeople) {
  EXPECT_NE(problems_with_clerks("people: 2, fte: [1, 0.8]").find("the mean FTE"),
            std::string::npos);
  EXPECT_NE(problems_with_clerks("people: 0, fte: 0.8").find("people"), std::string::npos);
  EXPECT_NE(problems_with_clerks("people: 2, fte: 1.8"), "none");
  EXPECT_NE(problems_with_clerks("fte: 0.8"), "none");
  EXPECT_NE(problems_with_clerks("people: 2"), "none");
}

TEST(Scenario, APostHasAScaleOrAPricePerHour) {
  const std::string hire = "hire: {value: 95 euro per hour, low: 80 euro per hour, "
                           "high: 120 euro per hour, judgement: guess}";
  const auto hired = read_scenario(
      with(clerks, "fte: [1, 0.8], " + hire + ", competences: [intake, assess]"));
  ASSERT_TRUE(hired) << to_string(hired.error().front());
  EXPECT_EQ(hired->posts[1].hire.value, 95);
  EXPECT_EQ(hired->inputs().back().name, "town/posts.desk.1.hire");
  EXPECT_EQ(hired->realise({}).workforce.persons[org::PersonId(1)].hire_an_hour,
            Money::of_euros(95));
  const auto employed =
      read_scenario(with(clerks, "scale: 8, fte: [1, 0.8], competences: [intake, assess]"));
  ASSERT_TRUE(employed);
  EXPECT_EQ(employed->realise({}).workforce.persons[org::PersonId(1)].scale, "8");
  EXPECT_NE(problems_with_clerks("scale: 8, fte: [1], " + hire).find("one of the two"),
            std::string::npos);
}

TEST(Scenario, RefusesAScaleThatTheTableDoesNotHave) {
  const auto town = read_scenario(
      with(clerks, "scale: 19, fte: [1], competences: [intake, assess]"), {}, {"8", "10A"});
  ASSERT_FALSE(town);
  EXPECT_NE(town.error().front().expected.find("a scale of the table"), std::string::npos);
  EXPECT_NE(town.error().front().where.find("posts[1].scale"), std::string::npos);
}

TEST(Scenario, APartnerHasAPriceAndAnApplicantHasNone) {
  const std::string price = "price: {value: 250 euro, low: 100 euro, high: 400 euro, "
                            "judgement: guess}\n        time: {value: 2 weeks";
  EXPECT_PROBLEM("time: {value: 2 weeks", price, "'price'");
  std::string text(work);
  text.replace(text.find("wait: applicant"), 15, "wait: partner");
  text.replace(text.find("time: {value: 2 weeks"), 21, price);
  const auto town = read_scenario({{"people.yaml", std::string(people)}, {"work.yaml", text}});
  ASSERT_TRUE(town) << to_string(town.error().front());
  const org::Baseline baseline = town->realise({});
  const auto& steps = baseline.work.case_types[work::CaseTypeId(0)].process.steps;
  EXPECT_EQ(std::count_if(steps.begin(), steps.end(),
                          [](const work::Step& step) {
                            return step.price == Money::of_euros(250);
                          }),
            1);
}

TEST(Scenario, VolumesMayBeGivenForAThousandInhabitants) {
  const auto town = read_scenario(with("value: 10 per month, low: 100 per year, high: 3 per week",
                                       "value: 6 per 1000 inhabitants, low: 100 per year, "
                                       "high: 9 per 1000 inhabitants"));
  ASSERT_TRUE(town) << to_string(town.error().front());
  EXPECT_EQ(town->case_types[0].arrivals.value, 120);
  EXPECT_EQ(town->case_types[0].arrivals.high, 180);
}

TEST(Scenario, OverheadIsWhoLeadsAndWhoWorksInASupportingUnit) {
  EXPECT_EQ(read_scenario(with("", ""))->overhead_fte(), Fte::of(1));
  const auto town = read_scenario(with("domain: service}", "domain: service, overhead: true}"));
  ASSERT_TRUE(town);
  EXPECT_EQ(town->overhead_fte(), Fte::of(2.8));
  EXPECT_EQ(town->leads(), 1);
}

TEST(Scenario, NamesTheFilesThatItIncludes) {
  const NamedText file{"town.yaml", "include: [../work.yaml, more.yaml]\nformat: x\n"};
  const auto paths = included_files(file);
  ASSERT_TRUE(paths);
  EXPECT_EQ(*paths, (std::vector<std::string>{"../work.yaml", "more.yaml"}));
  EXPECT_TRUE(included_files({"town.yaml", "format: x\n"})->empty());
  EXPECT_FALSE(included_files({"town.yaml", "include: [/etc/passwd]\n"}));
  EXPECT_FALSE(included_files({"town.yaml", "include: work.yaml\n"}));
  EXPECT_FALSE(included_files({"town.yaml", "include: [\n"}));
}

}  // namespace
}  // namespace veer::codec
