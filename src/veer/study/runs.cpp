// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/runs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "veer/stats/summary.hpp"
#include "veer/study/remainder.hpp"

namespace veer::study {
namespace {

// Judgement: evaluations of the as-is that a calibration takes on average, for the progress bar.
constexpr std::size_t usual_calibration_runs = 4;
// Judgement: replications averaged in one evaluation; one replication's chance would otherwise be
// taken for waiting that the records show.
constexpr std::uint32_t calibration_replications = 2;
// Judgement: a draw contradicts the records when its mechanisms alone take longer than the recorded
// mean by more than this many standard errors of that mean.
constexpr double tolerance_in_standard_errors = 0.5;

Problems interrupted() {
  return {{ErrorCode::interrupted, "study", "a request to stop", "the study to run to its end",
           "Nothing was kept; start it again when you have the time."}};
}

org::DrawnShock drawn_shock(const org::Shock& shock, const org::DrawnInputs& drawn) {
  return {drawn(shock.starts_week), drawn(shock.weeks), drawn(shock.demand), drawn(shock.people)};
}

std::vector<CalibrationTarget> targets_of(const work::Work& work,
                                          const RecordedReference& records) {
  std::vector<CalibrationTarget> targets(work.case_types.size());
  for (const work::CaseTypeId type : ids(work.case_types)) {
    for (const RecordedCases& recorded : records.case_types) {
      if (recorded.case_type != work.case_types[type].name) continue;
      if (recorded.elapsed_days.size() < 2) continue;
      const double error = standard_deviation(recorded.elapsed_days) /
                           std::sqrt(static_cast<double>(recorded.elapsed_days.size()));
      targets[type.index()] = {mean(recorded.elapsed_days),
                               std::max(0.001, tolerance_in_standard_errors * error), true};
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
    if (question_.shock) draw.shock = drawn_shock(*question_.shock, drawn);
    draw.work = std::move(baseline.work);
    draw.workforce = std::move(baseline.workforce);
    return draw;
  }

  /// The remainder of a draw, found from `start`; does nothing without records.
  [[nodiscard]] Result<Calibration> calibrate_draw(const PreparedDraw& draw,
                                                   const Shifts& start) const {
    const auto mean_elapsed = [&](const Shifts& shifts) { return evaluate(draw, shifts); };
    return calibrate(draw.work, targets_of(draw.work, *subject_.records), start, mean_elapsed);
  }

 private:
  [[nodiscard]] Result<std::vector<double>> evaluate(const PreparedDraw& draw,
                                                     const Shifts& shifts) const {
    const work::Work work = with_remainder(draw.work, shifts);
    const std::size_t types = work.case_types.size();
    std::vector<double> sum(types, 0);
    std::vector<double> cases(types, 0);
    const std::uint32_t replications = std::min(calibration_replications, question_.replications);
    for (std::uint32_t r = 0; r < replications; ++r) {
      sim::Run run{question_.seed, draw.number * question_.replications + r, question_.window, {},
                   true};
      VEER_TRY(const sim::Outcome outcome, simulate_(work, draw.workforce, draw.organisations[0],
                                                     draw.assumptions, run));
      const auto elapsed =
          recorded_elapsed_days(outcome, types, subject_.records->starts_recorded);
      for (std::size_t t = 0; t < types; ++t) {
        for (const double value : elapsed[t]) sum[t] += value;
        cases[t] += static_cast<double>(elapsed[t].size());
      }
    }
    for (std::size_t t = 0; t < types; ++t) {
      sum[t] = cases[t] > 0 ? sum[t] / cases[t] : std::numeric_limits<double>::quiet_NaN();
    }
    return sum;
  }

  const Subject& subject_;
  const Question& question_;
  const Simulate& simulate_;
};

PreparedDraw failed(Problems problems) {
  PreparedDraw draw;
  draw.problems = std::move(problems);
  return draw;
}

PreparedDraw prepare_draw(const Preparation& preparation, const Subject& subject,
                          const org::DrawnInputs& drawn, std::uint32_t number,
                          const Shifts& start) {
  Result<PreparedDraw> realised = preparation.realise(drawn);
  if (!realised) return failed(realised.error());
  PreparedDraw draw = *std::move(realised);
  draw.number = number;
  if (!subject.records) return draw;
  const Result<Calibration> calibration = preparation.calibrate_draw(draw, start);
  if (!calibration) return failed(calibration.error());
  draw.contradicts_records = calibration->contradicts;
  draw.work = with_remainder(draw.work, calibration->shift_hours);
  return draw;
}

/// The shifts of the central values: where every draw's search begins.
Result<Shifts> central_shifts(const Preparation& preparation, const Subject& subject) {
  VEER_TRY(const PreparedDraw central, preparation.realise({}));
  const Shifts none(central.work.case_types.size(), 0.0);
  if (!subject.records) return none;
  VEER_TRY(const Calibration calibration, preparation.calibrate_draw(central, none));
  return calibration.shift_hours;
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
  result.plain = measure(*plain, weeks);
  if (as_recorded) {
    for (const auto& of_type : recorded_elapsed_days(*plain, draw.work.case_types.size(),
                                                     subject.records->starts_recorded)) {
      result.elapsed_days.insert(result.elapsed_days.end(), of_type.begin(), of_type.end());
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
  result.shocked = measure(*shocked, weeks);
  const Instant measured_from = start_of(question.window.first_day + question.window.warm_up);
  result.quality = quality_by_week(*plain, *shocked, measured_from, question.window.measured / 7);
  return result;
}

}  // namespace

std::size_t preparation_units(const Subject& subject) {
  return subject.records ? usual_calibration_runs * calibration_replications : 1;
}

std::vector<PreparedDraw> prepare_draws(const Subject& subject, const Question& question,
                                        const std::vector<org::Input>& inputs, Executor& executor,
                                        Counter& counter, const Simulate& simulate) {
  const Preparation preparation(subject, question, simulate);
  const Result<Shifts> start = central_shifts(preparation, subject);
  if (!start) return {failed(start.error())};
  counter.add(preparation_units(subject));
  std::vector<PreparedDraw> draws(question.draws);
  executor.run(draws.size(), [&](std::size_t d) {
    if (counter.stop_requested()) {
      draws[d].problems = interrupted();
      return;
    }
    const auto number = static_cast<std::uint32_t>(d);
    draws[d] = prepare_draw(preparation, subject, draw_inputs(inputs, question.seed, number),
                            number, *start);
    counter.add(preparation_units(subject));
  });
  return draws;
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
