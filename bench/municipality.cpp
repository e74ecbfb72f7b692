// SPDX-License-Identifier: EUPL-1.2
// One replication of the example municipality as it is, with everything on: duties, meetings,
// decisions, hand-overs, leave, sick leave and the ledger. One item is one piece of work that a
// person completes; `case_activities` counts only the activities of cases among them.
#include <benchmark/benchmark.h>

#include <string>
#include <utility>

#include "veer/app/ask_subject.hpp"
#include "veer/app/catalogue.hpp"
#include "veer/app/threads.hpp"
#include "veer/design/reorganise.hpp"
#include "veer/sim/replication.hpp"

namespace veer::bench {
namespace {

/// The municipality at the central values of all inputs.
struct Town {
  org::Baseline baseline;
  org::Organisation organisation;
  org::Assumptions assumptions;
  sim::Run run;
};

Result<Town> load_town(const std::string& folder) {
  const app::ThreadExecutor executor(1);  // Freed memory is kept, as in every study.
  VEER_TRY(app::AskSubject subject, app::load_subject(folder));
  Town town;
  town.run.window = {subject.first_day, 26 * 7, 52 * 7, 52 * 7};
  app::set_terms(subject, std::nullopt);
  app::close_on_holidays(subject, town.run.window);
  VEER_TRY(town.baseline, subject.subject.realise({}));
  VEER_TRY(const org::Mechanisms mechanisms, app::load_mechanisms());
  VEER_TRY(const org::Model as_is, app::load_model("as-is"));
  VEER_TRY(const design::Ground ground,
           design::ground_of(as_is, town.baseline, mechanisms, {}, nullptr));
  town.organisation = ground.as_is.organisation;
  town.assumptions = org::draw(mechanisms, {});
  return town;
}

void voorbeeldstad(benchmark::State& state) {
  const Result<Town> town = load_town(VEER_SOURCE_DIR "/examples/010-voorbeeldstad");
  if (!town) return state.SkipWithError(to_string(town.error().front()).c_str());
  std::uint64_t pieces = 0;
  double case_activities = 0;
  sim::Run run = town->run;
  for (auto _ : state) {
    const auto outcome = sim::simulate(town->baseline.work, town->baseline.workforce,
                                       town->organisation, town->assumptions, run);
    if (!outcome) return state.SkipWithError(to_string(outcome.error().front()).c_str());
    pieces += outcome->pieces_done;
    case_activities += static_cast<double>(outcome->steps_done);
    ++run.replication;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(pieces));
  state.counters["case_activities"] =
      benchmark::Counter(case_activities, benchmark::Counter::kIsRate);
}

BENCHMARK(voorbeeldstad)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace veer::bench
