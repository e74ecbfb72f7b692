// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "veer/base/error.hpp"
#include "veer/stats/summary.hpp"
#include "veer/study/runs.hpp"

namespace veer::study {
namespace {

/// The runs of a study by design, in the order of draw and replication.
class Runs {
 public:
  Runs(std::vector<RunResult> results, std::size_t designs, std::uint32_t replications)
      : results_(std::move(results)), designs_(designs), replications_(replications) {}

  [[nodiscard]] std::size_t count() const { return results_.size() / designs_; }
  [[nodiscard]] std::size_t draws() const { return count() / replications_; }
  [[nodiscard]] std::uint32_t replications() const { return replications_; }
  [[nodiscard]] const RunResult& result(std::size_t run, std::size_t design) const {
    return results_[run * designs_ + design];
  }
  [[nodiscard]] const RunMeasures& at(std::size_t run, std::size_t design, bool shocked) const {
    const RunResult& one = result(run, design);
    return shocked ? *one.shocked : one.plain;
  }

 private:
  std::vector<RunResult> results_;
  std::size_t designs_;
  std::uint32_t replications_;
};

/// Mean days per case by row of one run; zero without cases.
Rows rows_per_case(const RunMeasures& run) {
  Rows rows{};
  if (run.cases == 0) return rows;
  for (std::size_t r = 0; r < sim::row_count; ++r) {
    rows[r] = days(run.ledger.rows[r]) / static_cast<double>(run.cases);
  }
  return rows;
}

Cell cell_of(const Runs& runs, std::size_t design, bool shocked) {
  Cell cell;
  cell.design = design;
  cell.shocked = shocked;
  const auto count = static_cast<double>(runs.count());
  for (std::size_t m = 0; m < measure_count; ++m) {
    std::vector<double> values;
    for (std::size_t run = 0; run < runs.count(); ++run) {
      values.push_back(runs.at(run, design, shocked).values[m]);
    }
    cell.measures[m] = estimate(values);
  }
  for (std::size_t run = 0; run < runs.count(); ++run) {
    const RunMeasures& one = runs.at(run, design, shocked);
    const Rows rows = rows_per_case(one);
    for (std::size_t r = 0; r < sim::row_count; ++r) cell.ledger_days[r] += rows[r] / count;
    cell.cases += static_cast<double>(one.cases) / count;
    cell.unfinished += static_cast<double>(one.unfinished) / count;
  }
  return cell;
}

bool is_better(double difference, Better better) {
  return better == Better::higher ? difference > 0 : difference < 0;
}

double share_better(const std::vector<double>& differences, Better better) {
  const auto scores = std::count_if(differences.begin(), differences.end(),
                                    [better](double d) { return is_better(d, better); });
  return static_cast<double>(scores) / static_cast<double>(differences.size());
}

/// The mean of each draw's replications.
std::vector<double> by_draw(const std::vector<double>& by_run, std::uint32_t replications) {
  std::vector<double> means;
  for (std::size_t first = 0; first < by_run.size(); first += replications) {
    means.push_back(mean(std::span(by_run).subspan(first, replications)));
  }
  return means;
}

Difference difference_of(const Runs& runs, std::size_t design, bool shocked) {
  Difference result;
  result.design = design;
  result.shocked = shocked;
  for (std::size_t m = 0; m < measure_count; ++m) {
    std::vector<double> values;
    for (std::size_t run = 0; run < runs.count(); ++run) {
      values.push_back(runs.at(run, design, shocked).values[m] -
                       runs.at(run, 0, shocked).values[m]);
    }
    result.measures[m] = estimate(values);
    const Better better = info(static_cast<Measure>(m)).better;
    if (better == Better::neither || std::isnan(result.measures[m].mean)) continue;
    result.share_of_draws_better[m] = share_better(by_draw(values, runs.replications()), better);
    result.share_of_runs_better[m] = share_better(values, better);
  }
  for (std::size_t run = 0; run < runs.count(); ++run) {
    const Rows own = rows_per_case(runs.at(run, design, shocked));
    const Rows as_is = rows_per_case(runs.at(run, 0, shocked));
    for (std::size_t r = 0; r < sim::row_count; ++r) {
      result.ledger_days[r] += (own[r] - as_is[r]) / static_cast<double>(runs.count());
    }
  }
  return result;
}

ResilienceSummary resilience_of(const Runs& runs, std::size_t design,
                                const std::vector<PreparedDraw>& draws) {
  std::vector<std::vector<double>> qualities;
  std::vector<std::int32_t> shock_weeks;
  for (std::size_t run = 0; run < runs.count(); ++run) {
    qualities.push_back(runs.result(run, design).quality);
    const org::DrawnShock& shock = *draws[run / runs.replications()].shock;
    shock_weeks.push_back(static_cast<std::int32_t>(std::max(0.0, shock.starts_week)));
  }
  return summarise(qualities, shock_weeks);
}

std::optional<Agreement> agreement_of(const Subject& subject, const Runs& runs,
                                      std::uint64_t seed) {
  if (!subject.records) return std::nullopt;
  std::vector<double> recorded = all_elapsed_days(*subject.records);
  std::vector<double> simulated;
  for (std::size_t run = 0; run < runs.count(); ++run) {
    const std::vector<double>& elapsed = runs.result(run, 0).elapsed_days;
    simulated.insert(simulated.end(), elapsed.begin(), elapsed.end());
  }
  if (recorded.empty() || simulated.empty()) return std::nullopt;
  return compare_elapsed(resample_elapsed(std::move(recorded), seed), std::move(simulated));
}

std::vector<org::Input> all_inputs(const Subject& subject, const Question& question) {
  std::vector<org::Input> inputs = subject.inputs;
  const auto append = [&inputs](const std::vector<org::Input>& more) {
    inputs.insert(inputs.end(), more.begin(), more.end());
  };
  append(question.mechanisms.inputs());
  if (question.prices) append(question.prices->inputs());
  for (const Design& design : question.designs) append(design.inputs);
  if (question.shock) {
    append({question.shock->starts_week, question.shock->weeks, question.shock->demand,
            question.shock->people});
  }
  return distinct(std::move(inputs));
}

/// What the user chose is no assumption: a shock given in the question has no range.
InputCount assumptions_in(const std::vector<org::Input>& inputs) {
  std::vector<org::Input> assumed;
  for (const org::Input& input : inputs) {
    if (input.source != chosen_in_question) assumed.push_back(input);
  }
  return count(assumed);
}

template <class Slots>
const Problems* first_problems(const Slots& slots) {
  for (const auto& slot : slots) {
    if (!slot.problems.empty()) return &slot.problems;
  }
  return nullptr;
}

Error every_draw_set_aside(std::uint32_t draws) {
  return {ErrorCode::unsupported, "study",
          std::to_string(draws) + " draws of the judgements, all slower than the records",
          "at least one draw under which the as-is is not slower than its records",
          "The work or the staff in the records do not fit each other: look at the share of paid "
          "hours that the records account for, and at the judgements in models/mechanisms.yaml."};
}

Comparison summarised(const Subject& subject, const Question& question, const Runs& runs,
                      const std::vector<PreparedDraw>& draws) {
  Comparison result;
  const std::vector<bool> shocks = question.shock ? std::vector{false, true} : std::vector{false};
  for (std::size_t design = 0; design < question.designs.size(); ++design) {
    result.designs.push_back({question.designs[design].id, question.designs[design].model});
    for (const bool shocked : shocks) {
      result.cells.push_back(cell_of(runs, design, shocked));
      if (design > 0) result.differences.push_back(difference_of(runs, design, shocked));
    }
    if (question.shock) result.resilience.push_back(resilience_of(runs, design, draws));
  }
  result.draws = static_cast<std::uint32_t>(draws.size());
  result.replications = question.replications;
  result.agreement = agreement_of(subject, runs, question.seed);
  const Rows& as_is = result.cells.front().ledger_days;
  const double elapsed = std::accumulate(as_is.begin(), as_is.end(), 0.0);
  const double unexplained = as_is[static_cast<std::size_t>(sim::Row::unexplained)];
  result.remainder_share = elapsed > 0 ? unexplained / elapsed : 0;
  result.shock = question.shock;
  return result;
}

}  // namespace

std::vector<sim::Row> Difference::largest_rows() const {
  std::vector<sim::Row> order;
  for (std::size_t r = 0; r < sim::row_count; ++r) order.push_back(static_cast<sim::Row>(r));
  std::stable_sort(order.begin(), order.end(), [this](sim::Row a, sim::Row b) {
    return std::abs(ledger_days[static_cast<std::size_t>(a)]) >
           std::abs(ledger_days[static_cast<std::size_t>(b)]);
  });
  return order;
}

const Cell& Comparison::cell(std::size_t design, bool shocked) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
    return cell.design == design && cell.shocked == shocked;
  });
  VEER_EXPECT(found != cells.end());
  return *found;
}

Result<Comparison> compare(const Subject& subject, const Question& question, Executor& executor,
                           Progress& progress, const Simulate& simulate) {
  VEER_EXPECT(!question.designs.empty() && question.draws > 0 && question.replications > 0);
  VEER_EXPECT(question.window.measured >= 7);
  const std::vector<org::Input> inputs = all_inputs(subject, question);
  const std::size_t runs_per_slot = question.shock ? 2 : 1;
  Counter counter(progress, (question.draws + 1) * preparation_units(subject) +
                                question.designs.size() * question.draws * question.replications *
                                    runs_per_slot);
  const PreparedDraws prepared =
      prepare_draws(subject, question, inputs, executor, counter, simulate);
  const std::vector<PreparedDraw>& draws = prepared.draws;
  if (const Problems* problems = first_problems(draws)) return fail(*problems);
  if (draws.empty()) return fail(every_draw_set_aside(prepared.set_aside));
  std::vector<RunResult> results = run_all(subject, question, draws, executor, counter, simulate);
  if (const Problems* problems = first_problems(results)) return fail(*problems);
  const Runs runs(std::move(results), question.designs.size(), question.replications);
  Comparison comparison = summarised(subject, question, runs, draws);
  comparison.draws_set_aside = prepared.set_aside;
  comparison.inputs = assumptions_in(inputs);
  return comparison;
}

}  // namespace veer::study
