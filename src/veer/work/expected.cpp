// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/expected.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace veer::work {
namespace {

// Exact: the year of Arrivals::per_year.
constexpr double hours_per_year = 365.25 * 24;

/// For each join the number of tokens that it makes one; 1 for other steps.
IdVector<StepId, double> tokens_joined(const Process& process) {
  IdVector<StepId, double> tokens(process.steps.size(), 1.0);
  for (const StepId split : ids(process.steps)) {
    if (process.steps[split].kind != StepKind::split) continue;
    // From the split on, with the number of splits opened since.
    IdVector<StepId, char> seen(process.steps.size(), 0);
    std::vector<std::pair<StepId, int>> open = {{split, -1}};
    while (!open.empty()) {
      auto [id, depth] = open.back();
      open.pop_back();
      if (seen[id] != 0) continue;
      seen[id] = 1;
      const Step& step = process.steps[id];
      if (step.kind == StepKind::join && depth == 0) {
        tokens[id] = static_cast<double>(process.steps[split].next.size());
        continue;
      }
      if (step.kind == StepKind::split) ++depth;
      if (step.kind == StepKind::join) --depth;
      for (const Transition& transition : step.next) open.emplace_back(transition.to, depth);
    }
  }
  return tokens;
}

}  // namespace

IdVector<StepId, double> expected_visits(const Process& process) {
  // Judgement: far beyond any process that ends.
  constexpr int most_rounds = 1'000'000;
  // Judgement: below what a sum of doubles around 1 can show.
  constexpr double nothing = 1e-12;
  const IdVector<StepId, double> tokens = tokens_joined(process);
  IdVector<StepId, double> visits(process.steps.size(), 0.0);
  IdVector<StepId, double> flow(process.steps.size(), 0.0);
  for (const Transition& first : process.first) flow[first.to] += first.probability;
  double moving = 1;
  for (int round = 0; round < most_rounds && moving >= nothing; ++round) {
    IdVector<StepId, double> next(process.steps.size(), 0.0);
    moving = 0;
    for (const StepId id : ids(process.steps)) {
      const Step& step = process.steps[id];
      const double passing = flow[id] / tokens[id];
      visits[id] += passing;
      for (const Transition& transition : step.next) {
        const double share = step.kind == StepKind::split ? 1.0 : transition.probability;
        next[transition.to] += passing * share;
        moving += passing * share;
      }
    }
    flow = std::move(next);
  }
  return visits;
}

IdVector<CaseTypeId, double> expected_hours_a_year(const Work& work) {
  IdVector<CaseTypeId, double> result;
  for (const CaseType& type : work.case_types) {
    double cases = type.arrivals.per_year;
    if (type.arrivals.interval) {
      cases = hours_per_year / work.distributions[*type.arrivals.interval].mean();
    }
    const IdVector<StepId, double> visits = expected_visits(type.process);
    double hours = 0;
    for (const StepId id : ids(type.process.steps)) {
      const Step& step = type.process.steps[id];
      if (step.kind != StepKind::activity) continue;
      hours += visits[id] * work.distributions[work.activities[step.activity].effort].mean();
    }
    result.push_back(cases * hours);
  }
  return result;
}

std::optional<double> delay_exceeded_by(const Work& work, const Process& process, double share) {
  constexpr int quantiles = 32;
  const IdVector<StepId, double> visits = expected_visits(process);
  std::vector<std::pair<double, double>> delays;  // hours, visits
  double all_visits = 0;
  for (const StepId id : ids(process.steps)) {
    const Step& step = process.steps[id];
    if (step.kind != StepKind::activity) continue;
    all_visits += visits[id];
    if (step.delay.is_none()) continue;
    const Distribution& distribution = work.distributions[step.delay];
    for (int i = 0; i < quantiles; ++i) {
      delays.emplace_back(distribution.quantile((i + 0.5) / quantiles), visits[id] / quantiles);
    }
  }
  if (delays.empty()) return std::nullopt;
  std::sort(delays.begin(), delays.end());
  double above = 0;
  for (auto delay = delays.rbegin(); delay != delays.rend(); ++delay) {
    above += delay->second;
    if (above >= share * all_visits) return delay->first;
  }
  return 0.0;
}

}  // namespace veer::work
