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
// Judgement: replications averaged in one evaluation; one replication's chance would otherwise be
// taken for waiting that the records show.
constexpr std::uint32_t calibration_replications = 2;
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
    if (question_.shock) draw.shock = drawn_shock(*question_.shock, drawn);
    draw.work = std::move(baseline.work);
    draw.workforce = std::move(baseline.workforce);
    return draw;
  }

  /// The remainder of a draw, found from `start`.
  [[nodiscard]] Result<Calibration> calibrate_draw(
      const PreparedDraw& draw, const std::vector<CalibrationTarget>& targets,
      const Remainders& start) const {
    const double office_share = hours(draw.workforce.office_hours.week()) / hours_per_week;
    return calibrate(targets, start, office_share > 0 ? office_share : 1,
                     [&](const Remainders& remainders) { return as_is_cases(draw, remainders); });
  }

 private:
  [[nodiscard]] Result<std::vector<std::vector<RunCase>>> as_is_cases(
      const PreparedDraw& draw, const Remainders& remainders) const {
    const work::Work work = with_remainder(draw.work, remainders);
    std::vector<std::vector<RunCase>> cases(work.case_types.size());
    const std::uint32_t replications = std::min(calibration_replications, question_.replications);
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
  Remainders remainders;
};

PreparedDraw prepare_draw(const Preparation& preparation, const Subject& subject,
                          const org::DrawnInputs& drawn, std::uint32_t number,
                          const Start& start) {
  Result<PreparedDraw> realised = preparation.realise(drawn);
  if (!realised) return failed(realised.error());
  PreparedDraw draw = *std::move(realised);
  draw.number = number;
  if (!subject.records) return draw;
  const Result<Calibration> calibration =
      preparation.calibrate_draw(draw, start.targets, start.remainders);
  if (!calibration) return failed(calibration.error());
  draw.contradicts_records = calibration->contradicts;
  draw.work = with_remainder(draw.work, calibration->remainders);
  return draw;
}

/// The calibration of the central values: where every draw's search begins.
Result<Start> central_start(const Preparation& preparation, const Subject& subject) {
  VEER_TRY(const PreparedDraw central, preparation.realise({}));
  Start start;
  start.remainders = as_drawn(central.work.case_types.size());
  if (!subject.records) return start;
  start.targets = targets_of(central.work, *subject.records);
  VEER_TRY(const Calibration calibration,
           preparation.calibrate_draw(central, start.targets, start.remainders));
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
  result.plain = measure(*plain, weeks);
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
  const Result<Start> start = central_start(preparation, subject);
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
