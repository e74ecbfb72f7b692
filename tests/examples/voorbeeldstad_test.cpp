// SPDX-License-Identifier: EUPL-1.2
// A year of examples/010-voorbeeldstad as it is, at the central value of every number.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "veer/app/load_scenario.hpp"
#include "veer/codec/mechanisms_reader.hpp"
#include "veer/codec/model_reader.hpp"
#include "veer/design/reorganise.hpp"
#include "veer/sim/replication.hpp"

namespace veer {
namespace {

constexpr auto top = VEER_SOURCE_DIR;

std::string file(const std::string& path) {
  std::ifstream stream(std::string(top) + "/" + path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

sim::Outcome a_year(const org::Baseline& baseline, std::optional<org::DrawnShock> shock = {}) {
  const auto mechanisms = codec::read_mechanisms(file("models/mechanisms.yaml"), "mechanisms.yaml");
  const auto model = codec::read_model(file("models/as-is.yaml"), "as-is.yaml");
  EXPECT_TRUE(mechanisms && model);
  const auto ground = design::ground_of(*model, baseline, *mechanisms, {});
  if (!ground) {
    ADD_FAILURE() << to_string(ground.error().front());
    return {};
  }
  sim::Run run;
  run.window = {*day_from_date(2026, 1, 1), 120, 365, 240};
  run.shock = shock;
  const auto outcome =
      sim::simulate(baseline.work, baseline.workforce, ground->as_is.organisation,
                    org::draw(*mechanisms, {}), run);
  if (!outcome) {
    ADD_FAILURE() << to_string(outcome.error().front());
    return {};
  }
  return *outcome;
}

org::Municipality town() {
  const auto town = app::load_scenario(std::string(top) + "/examples/010-voorbeeldstad");
  EXPECT_TRUE(town);
  return *town;
}

TEST(Voorbeeldstad, LivesThroughAYearInWhichEveryLedgerAddsUp) {
  const org::Municipality municipality = town();
  const org::Baseline baseline = municipality.realise({});
  const sim::Outcome outcome = a_year(baseline);
  std::vector<double> days_of_type(baseline.work.case_types.size());
  std::vector<double> finished(days_of_type.size());
  std::vector<double> within(days_of_type.size());
  for (const sim::CaseOutcome& one : outcome.cases) {
    ASSERT_EQ(one.ledger.total(), one.elapsed());
    if (!one.finished) continue;
    const std::size_t type = one.case_type.index();
    finished[type] += 1;
    days_of_type[type] += days(one.elapsed());
    if (one.within_legal_term.value_or(one.within_service_norm.value_or(false))) within[type] += 1;
  }
  std::size_t at = 0;
  for (const org::ScenarioCaseType& type : municipality.case_types) {
    const double mean = days_of_type[at] / finished[at];
    // Shown, not tested: nothing is tuned to what was observed elsewhere.
    fmt::print("{:<32} {:6.0f} cases {:6.1f} days on average {:4.0f} % within its term{}\n",
               type.name.nl, finished[at], mean, 100 * within[at] / finished[at],
               type.observed_days
                   ? fmt::format("; observed elsewhere {:.0f} days", type.observed_days->value)
                   : "");
    ++at;
  }
  const auto done = std::count_if(outcome.cases.begin(), outcome.cases.end(),
                                  [](const sim::CaseOutcome& one) { return one.finished; });
  EXPECT_GT(outcome.cases.size(), 25'000U);
  EXPECT_GT(static_cast<double>(done), 0.95 * static_cast<double>(outcome.cases.size()));
  const sim::HoursByKind& hours = outcome.hours;
  EXPECT_EQ(hours.paid, hours.accounted() + hours.idle);
  for (const sim::HoursByKind& person : outcome.by_person) {
    ASSERT_EQ(person.paid, person.accounted() + person.idle);
  }
  for (const sim::OpgaveOutcome& opgave : outcome.opgaven) {
    EXPECT_TRUE(opgave.begun && opgave.finished);
    EXPECT_NEAR(opgave.goal, 1, 1e-9);
  }
}

TEST(Voorbeeldstad, SuspensionsStopTheTermAndNotTheElapsedTimeOfAnyCase) {
  org::Baseline baseline = town().realise({});
  const sim::Outcome outcome = a_year(baseline);
  for (work::CaseType& type : baseline.work.case_types) {
    for (work::Step& step : type.process.steps) step.stops_clock = false;
  }
  const sim::Outcome running = a_year(baseline);
  ASSERT_EQ(outcome.cases.size(), running.cases.size());
  int later = 0;
  for (std::size_t i = 0; i < outcome.cases.size(); ++i) {
    const sim::CaseOutcome& one = outcome.cases[i];
    ASSERT_EQ(one.ledger, running.cases[i].ledger);
    ASSERT_EQ(one.ended, running.cases[i].ended);
    if (!one.legal_due) continue;
    const std::int32_t stood_still = *one.legal_due - *running.cases[i].legal_due;
    // The longest run of closed days, from Good Friday to Easter Monday, moves an end by four.
    ASSERT_GE(stood_still, 0);
    ASSERT_LE(stood_still, std::ceil(days(one.elapsed())) + 4);
    if (stood_still > 0) ++later;
    if (one.finished) {
      ASSERT_EQ(*one.within_legal_term, day_of(one.ended) <= *one.legal_due);
    }
  }
  EXPECT_GT(later, 300);
}

TEST(Voorbeeldstad, GetsMoreCasesInAShock) {
  const org::Baseline baseline = town().realise({});
  const sim::Outcome calm = a_year(baseline);
  const sim::Outcome shaken = a_year(baseline, org::DrawnShock{13, 12, 1.3, 0.9});
  const auto extra = std::count_if(shaken.cases.begin(), shaken.cases.end(),
                                   [](const sim::CaseOutcome& one) { return one.extra; });
  EXPECT_EQ(shaken.cases.size(), calm.cases.size() + static_cast<std::size_t>(extra));
  // 30 % more for 12 of 52 weeks.
  EXPECT_NEAR(static_cast<double>(extra) / static_cast<double>(calm.cases.size()), 0.3 * 12 / 52.2,
              0.015);
}

}  // namespace
}  // namespace veer
