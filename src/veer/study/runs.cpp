// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/runs.hpp"

#include <algorithm>
#include <utility>

#include "veer/study/remainder.hpp"

namespace veer::study {
namespace {

// Judgement: evaluations of the as-is that a calibration takes on average, for the progress bar.
constexpr std::size_t usual_calibration_runs = 4;
// Exact: hours of a week.
constexpr double hours_per_week = 168;
// Judgement: cases of the as-is that a draw is calibrated on, so that chance is not taken for
// waiting, from at most this many replications.
constexpr std::size_t calibration_cases = 1000;
constexpr std::uint32_t most_calibration_replications = 4;
// Judgement: after this many times the draws asked for, records that hardly any draw agrees with
// are taken as they are.
constexpr std::uint32_t most_rounds = 5;

Problems interrupted() {
  return {{ErrorCode::interrupted, "study", "a request to stop", "the study to run to its end",
           "Nothing was kept; start it again when you have the time."}};
}

org::DrawnShock drawn_shock(const org::Shock& shock, const org::DrawnInputs& drawn) {
  return {drawn(shock.starts_week), drawn(shock.weeks), drawn(shock.demand), drawn(shock.people)};
}

/// Targets in the order of the work's case types; what has no records has nothing to aim at.
std::vector<CalibrationTarget> targets_of(const work::Work& work,
                                          const RecordedReference& records) {
  std::vector<CalibrationTarget> targets(work.case_types.size());
  for (const work::CaseTypeId type : ids(work.case_types)) {
    for (const RecordedCases& recorded : records.case_types) {
      if (recorded.case_type != work.case_types[type].name) continue;
      targets[type.index()] = target_of(recorded.elapsed_days);
    }
  }
  return targets;
}

/// What one draw comes to before calibration.
class Preparation {
 public:
  Preparation(const Subject& subject, const Question& question, const Simulate& simulate)
      : subject_(subject), question_(question), simulate_(simulate) {}

  /// Everything but the remainder.
  [[nodiscard]] Result<PreparedDraw> realise(const org::DrawnInputs& drawn) const {
    PreparedDraw draw;
    VEER_TRY(org::Baseline baseline, subject_.realise(drawn));
    VEER_TRY(draw.organisations, question_.organise(baseline, drawn));
    VEER_EXPECT(draw.organisations.size() == question_.designs.size());
    draw.assumptions = org::draw(question_.mechanisms, drawn);
    if (question_.prices) draw.prices = org::draw(*question_.prices, drawn);
    if (question_.shock) draw.shock = drawn_shock(*question_.shock, drawn);
    draw.work = std::move(baseline.work);
    draw.workforce = std::move(baseline.workforce);
    return draw;
  }

  /// The remainder of a draw, found from `start`.
  [[nodiscard]] Result<Calibration> calibrate_draw(
      const PreparedDraw& draw, const std::vector<CalibrationTarget>& targets,
      const Remainders& start, std::uint32_t replications) const {
    const double office_share = hours(draw.workforce.office_hours.week()) / hours_per_week;
    return calibrate(targets, start, office_share > 0 ? office_share : 1,
                     [&](const Remainders& remainders) {
                       return as_is_cases(draw, remainders, replications);
                     });
  }

  /// Cases of the as-is by type, from some of the draw's replications.
  [[nodiscard]] Result<std::vector<std::vector<RunCase>>> as_is_cases(
      const PreparedDraw& draw, const Remainders& remainders,
      std::uint32_t replications) const {
    const work::Work work = with_remainder(draw.work, remainders);
    std::vector<std::vector<RunCase>> cases(work.case_types.size());
    for (std::uint32_t r = 0; r < replications; ++r) {
      const sim::Run run{question_.seed, draw.number * question_.replications + r,
                         question_.window, {}, true};
      VEER_TRY(const sim::Outcome outcome, simulate_(work, draw.workforce, draw.organisations[0],
                                                     draw.assumptions, run));
      for (const MeasuredCase& one :
           elapsed_as_recorded(outcome, subject_.records->starts_recorded)) {
        cases[one.outcome->case_type.index()].push_back(
            {one.outcome->drawn_delay_hours, one.elapsed_days});
      }
    }
    return cases;
  }

 private:
  const Subject& subject_;
  const Question& question_;
  const Simulate& simulate_;
};

PreparedDraw failed(Problems problems) {
  PreparedDraw draw;
  draw.problems = std::move(problems);
  return draw;
}

/// What all draws' calibrations share.
struct Start {
  std::vector<CalibrationTarget> targets;
  RecordedElapsed all;  ///< Of all case types together.
  Remainders remainders;
  std::uint32_t replications = 1;  ///< Of one evaluation.
};

bool agrees(const std::vector<std::vector<double>>& by_type, const RecordedElapsed& recorded) {
  std::vector<double> elapsed;
  for (const auto& type : by_type) elapsed.insert(elapsed.end(), type.begin(), type.end());
  return !elapsed.empty() && compare_elapsed(recorded, std::move(elapsed)).holds();
}

/// Calibrates a realised draw. strict: one that no remainder can make agree in every figure is not
/// calibrated, since it will not be used.
Result<Done> hold_against_records(const Preparation& preparation, const Start& start, bool strict,
                                  PreparedDraw& draw) {
  draw.agrees_with_records = false;
  VEER_TRY(const auto alone, preparation.as_is_cases(
                                 draw, without_delay(start.targets.size()), start.replications));
  draw.contradicts_records = takes_longer(start.targets, alone, strict);
  if (draw.contradicts_records) return Done{};
  VEER_TRY(const Calibration calibration,
           preparation.calibrate_draw(draw, start.targets, start.remainders,
                                      start.replications));
  draw.agrees_with_records = agrees(calibration.elapsed_days, start.all);
  draw.work = with_remainder(draw.work, calibration.remainders);
  return Done{};
}

PreparedDraw prepare_draw(const Preparation& preparation, const Subject& subject,
                          const org::DrawnInputs& drawn, std::uint32_t number,
                          const Start& start, bool strict) {
  Result<PreparedDraw> realised = preparation.realise(drawn);
  if (!realised) return failed(realised.error());
  PreparedDraw draw = *std::move(realised);
  draw.number = number;
  if (!subject.records) return draw;
  const Result<Done> held = hold_against_records(preparation, start, strict, draw);
  return held ? draw : failed(held.error());
}

/// The calibration of the central values: where every draw's search begins.
Result<Start> central_start(const Preparation& preparation, const Subject& subject,
                            const Question& question) {
  VEER_TRY(const PreparedDraw central, preparation.realise({}));
  Start start;
  start.remainders = as_drawn(central.work.case_types.size());
  if (!subject.records) return start;
  start.targets = targets_of(central.work, *subject.records);
  start.all = resample_elapsed(all_elapsed_days(*subject.records), question.seed);
  VEER_TRY(const auto once, preparation.as_is_cases(central, start.remainders, 1));
  std::size_t cases = 0;
  for (const auto& of_type : once) cases += of_type.size();
  while (start.replications < most_calibration_replications &&
         start.replications * cases < calibration_cases) {
    ++start.replications;
  }
  VEER_TRY(const Calibration calibration,
           preparation.calibrate_draw(central, start.targets, start.remainders,
                                      start.replications));
  start.remainders = calibration.remainders;
  return start;
}

RunResult run_one(const Subject& subject, const Question& question, const PreparedDraw& draw,
                  std::uint32_t replication, std::size_t design, const Simulate& simulate) {
  const double weeks = static_cast<double>(question.window.measured) / 7;
  const bool as_recorded = design == 0 && subject.records.has_value();
  sim::Run run{question.seed, draw.number * question.replications + replication, question.window,
               {}, as_recorded};
  RunResult result;
  const auto simulated = [&]() {
    return simulate(draw.work, draw.workforce, draw.organisations[design], draw.assumptions, run);
  };
  const Result<sim::Outcome> plain = simulated();
  if (!plain) {
    result.problems = plain.error();
    return result;
  }
  result.plain = measure(*plain, weeks, costs_of(draw, *plain, run));
  if (as_recorded) {
    for (const MeasuredCase& one :
         elapsed_as_recorded(*plain, subject.records->starts_recorded)) {
      result.elapsed_days.push_back(one.elapsed_days);
    }
  }
  if (!draw.shock) return result;
  run.shock = draw.shock;
  run.record_events = false;
  const Result<sim::Outcome> shocked = simulated();
  if (!shocked) {
    result.problems = shocked.error();
    return result;
  }
  result.shocked = measure(*shocked, weeks, costs_of(draw, *shocked, run));
  const Instant measured_from = start_of(question.window.first_day + question.window.warm_up);
  result.quality = quality_by_week(*plain, *shocked, measured_from, question.window.measured / 7);
  return result;
}

}  // namespace

std::optional<Costs> costs_of(const PreparedDraw& draw, const sim::Outcome& outcome,
                              const sim::Run& run) {
  if (!draw.prices) return std::nullopt;
  // Exact: days of a week.
  const double weeks = static_cast<double>(run.window.measured) / 7;
  return costs_a_year(outcome, {&draw.work, &draw.workforce, &*draw.prices, run.seed,
                                run.replication, weeks});
}

std::size_t preparation_units(const Subject& subject) {
  return subject.records ? usual_calibration_runs : 1;
}

PreparedDraws prepare_draws(const Subject& subject, const Question& question,
                            const std::vector<org::Input>& inputs, Executor& executor,
                            Counter& counter, const Simulate& simulate) {
  const Preparation preparation(subject, question, simulate);
  const Result<Start> start = central_start(preparation, subject, question);
  if (!start) return {{failed(start.error())}, 0};
  counter.add(preparation_units(subject));
  const auto prepare = [&](std::uint32_t first, bool strict) {
    std::vector<PreparedDraw> draws(question.draws);
    executor.run(draws.size(), [&](std::size_t d) {
      if (counter.stop_requested()) {
        draws[d].problems = interrupted();
        return;
      }
      const auto number = first + static_cast<std::uint32_t>(d);
      draws[d] = prepare_draw(preparation, subject, draw_inputs(inputs, question.seed, number),
                              number, *start, strict);
      counter.add(preparation_units(subject));
    });
    return draws;
  };
  PreparedDraws result;
  std::uint32_t tried = 0;
  const auto keep_if = [&](std::vector<PreparedDraw> draws, const auto& usable) {
    for (PreparedDraw& draw : draws) {
      if (!draw.problems.empty()) {
        result = {{std::move(draw)}, 0};
        return false;
      }
      if (result.draws.size() == question.draws) break;
      ++tried;
      if (usable(draw)) result.draws.push_back(std::move(draw));
    }
    return true;
  };
  const auto agrees_with_records = [](const PreparedDraw& d) { return d.agrees_with_records; };
  while (result.draws.size() < question.draws && tried < most_rounds * question.draws) {
    if (tried > 0) counter.expect(question.draws * preparation_units(subject));
    if (!keep_if(prepare(tried, true), agrees_with_records)) return result;
  }
  if (4 * result.draws.size() < question.draws) {
    result.draws.clear();
    tried = 0;
    counter.expect(question.draws * preparation_units(subject));
    const auto does_not_contradict = [](const PreparedDraw& d) { return !d.contradicts_records; };
    if (!keep_if(prepare(0, false), does_not_contradict)) return result;
  }
  result.set_aside = tried - static_cast<std::uint32_t>(result.draws.size());
  return result;
}

std::vector<RunResult> run_all(const Subject& subject, const Question& question,
                               const std::vector<PreparedDraw>& draws, Executor& executor,
                               Counter& counter, const Simulate& simulate) {
  const std::size_t designs = question.designs.size();
  const std::size_t per_draw = designs * question.replications;
  std::vector<RunResult> results(draws.size() * per_draw);
  executor.run(results.size(), [&](std::size_t slot) {
    if (counter.stop_requested()) {
      results[slot].problems = interrupted();
      return;
    }
    const std::size_t within = slot % per_draw;
    results[slot] = run_one(subject, question, draws[slot / per_draw],
                            static_cast<std::uint32_t>(within / designs), within % designs,
                            simulate);
    counter.add(question.shock ? 2 : 1);
  });
  return results;
}

}  // namespace veer::study
