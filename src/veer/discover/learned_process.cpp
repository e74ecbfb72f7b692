// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/learned_process.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "veer/stats/draws.hpp"

namespace veer::discover {
namespace {

using eventlog::ActivityId;

// Judgement: fewer values do not make a distribution of their own.
constexpr std::size_t min_sample = 20;
// Judgement: a set of activities that went on at the same time less often is a coincidence.
constexpr std::size_t min_parallel = 5;
// Judgement: more at once is a case that was left open, not a split of the work.
constexpr std::size_t max_parallel = 8;

/// Values and how often the same person went on, for one key of the back-off.
struct Sample {
  std::vector<double> delays;
  std::size_t pairs = 0;  ///< Both persons known.
  std::size_t same = 0;
};

using RowGroups = std::vector<std::vector<std::size_t>>;

/// The rows of one case in stretches that overlap in time.
RowGroups overlapping(const std::vector<Observation>& rows, std::size_t from, std::size_t to) {
  RowGroups groups;
  Instant until;
  for (std::size_t i = from; i < to; ++i) {
    const Observation& row = rows[i];
    const bool overlaps = !groups.empty() && row.basis == StartBasis::recorded &&
                          row.start < until;
    if (overlaps) {
      groups.back().push_back(i);
      until = std::max(until, row.instance.end);
    } else {
      groups.push_back({i});
      until = row.instance.end;
    }
  }
  for (auto& group : groups) {
    std::stable_sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
      return rows[a].instance.activity < rows[b].instance.activity;
    });
  }
  return groups;
}

std::vector<ActivityId> activities_of(const std::vector<Observation>& rows,
                                      const std::vector<std::size_t>& group) {
  std::vector<ActivityId> result;
  for (const std::size_t i : group) result.push_back(rows[i].instance.activity);
  return result;
}

}  // namespace

Flows find_flows(const std::vector<Observation>& rows) {
  std::vector<RowGroups> cases;
  std::map<std::vector<ActivityId>, std::size_t> counts;
  for (std::size_t from = 0; from < rows.size();) {
    std::size_t to = from + 1;
    while (to < rows.size() && rows[to].instance.case_id == rows[from].instance.case_id) ++to;
    cases.push_back(overlapping(rows, from, to));
    for (const auto& group : cases.back()) ++counts[activities_of(rows, group)];
    from = to;
  }
  std::stable_sort(cases.begin(), cases.end(), [&](const RowGroups& a, const RowGroups& b) {
    return rows[a.front().front()].start < rows[b.front().front()].start;
  });
  Flows flows;
  std::map<std::vector<ActivityId>, Symbol> numbers;
  const auto add = [&](std::vector<Block>& blocks, const std::vector<std::size_t>& group) {
    const auto activities = activities_of(rows, group);
    const auto [at, is_new] =
        numbers.emplace(activities, static_cast<Symbol>(flows.symbols.size()));
    if (is_new) flows.symbols.push_back(activities);
    blocks.push_back({at->second, group});
  };
  for (const RowGroups& groups : cases) {
    auto& blocks = flows.cases.emplace_back();
    for (const auto& group : groups) {
      const bool together = group.size() <= max_parallel &&
                            counts.at(activities_of(rows, group)) >= min_parallel;
      if (group.size() == 1 || together) {
        add(blocks, group);
        continue;
      }
      std::vector<std::size_t> ordered = group;
      std::sort(ordered.begin(), ordered.end());
      for (const std::size_t i : ordered) add(blocks, {i});
    }
  }
  return flows;
}

struct ProcessLearner::State {
  const std::vector<Observation>& rows;
  const Flows& flows;
  const IdVector<ActivityId, work::ActivityId>& activity_of;
  const calendar::WorkingTime& office;

  std::vector<double> delay;          ///< Per row, office hours since its case's previous block.
  std::vector<std::size_t> previous;  ///< Per row, the row before it; rows.size() at the beginning.
  std::map<ActivityId, Sample> by_activity;
  std::map<std::pair<ActivityId, ActivityId>, Sample> by_pair;
  std::map<ActivityId, work::DistributionId> shared_by_activity;
  std::map<std::pair<ActivityId, ActivityId>, work::DistributionId> shared_by_pair;

  [[nodiscard]] bool is_first(std::size_t row) const { return previous[row] == rows.size(); }
  [[nodiscard]] ActivityId activity(std::size_t row) const { return rows[row].instance.activity; }

  void note(Sample& sample, std::size_t row) const {
    sample.delays.push_back(delay[row]);
    const auto person = rows[row].instance.person;
    const auto before = rows[previous[row]].instance.person;
    if (person.is_none() || before.is_none()) return;
    ++sample.pairs;
    if (person == before) ++sample.same;
  }

  void collect() {
    delay.assign(rows.size(), 0.0);
    previous.assign(rows.size(), rows.size());
    for (const auto& blocks : flows.cases) {
      std::size_t before = rows.size();
      for (const Block& block : blocks) {
        std::size_t last = block.rows.front();
        for (const std::size_t row : block.rows) {
          previous[row] = before;
          if (rows[row].instance.end > rows[last].instance.end) last = row;
          if (before == rows.size()) continue;
          delay[row] = hours(office.between(rows[before].instance.end, rows[row].start));
          note(by_activity[activity(row)], row);
          note(by_pair[{activity(before), activity(row)}], row);
        }
        before = last;
      }
    }
  }

  /// The distribution of a sample; none when it holds no time at all.
  static work::DistributionId keep(const std::vector<double>& sample,
                                   IdVector<work::DistributionId, Distribution>& distributions) {
    if (std::all_of(sample.begin(), sample.end(), [](double x) { return x == 0; })) return {};
    return distributions.push_back(Distribution::empirical(sample));
  }

  template <class Key>
  static work::DistributionId shared(std::map<Key, work::DistributionId>& cache, const Key& key,
                                     const Sample& sample,
                                     IdVector<work::DistributionId, Distribution>& distributions) {
    const auto at = cache.find(key);
    if (at != cache.end()) return at->second;
    return cache.emplace(key, keep(sample.delays, distributions)).first->second;
  }

  /// Fills delay and same_person of the step that these rows were executions of.
  void fill(work::Step& step, const std::vector<std::size_t>& executions,
            IdVector<work::DistributionId, Distribution>& distributions) {
    Sample own;
    std::optional<std::size_t> example;
    std::map<ActivityId, std::size_t> befores;
    for (const std::size_t row : executions) {
      if (is_first(row)) continue;
      note(own, row);
      ++befores[activity(previous[row])];
      if (!example || befores[activity(previous[row])] > befores[activity(previous[*example])]) {
        example = row;
      }
    }
    if (!example) return;
    const std::pair pair(activity(previous[*example]), activity(*example));
    const Sample& of_pair = by_pair.at(pair);
    const Sample& of_activity = by_activity.at(pair.second);
    if (own.delays.size() >= min_sample) {
      step.delay = keep(own.delays, distributions);
    } else if (of_pair.delays.size() >= min_sample) {
      step.delay = shared(shared_by_pair, pair, of_pair, distributions);
    } else {
      step.delay = shared(shared_by_activity, pair.second, of_activity, distributions);
    }
    const Sample& hands = own.pairs >= min_sample       ? own
                          : of_pair.pairs >= min_sample ? of_pair
                                                        : of_activity;
    if (hands.pairs > 0) {
      step.same_person = static_cast<double>(hands.same) / static_cast<double>(hands.pairs);
    }
  }
};

ProcessLearner::ProcessLearner(const std::vector<Observation>& rows, const Flows& flows,
                               const IdVector<ActivityId, work::ActivityId>& activity_of,
                               const calendar::WorkingTime& office)
    : state_(std::make_unique<State>(
          State{rows, flows, activity_of, office, {}, {}, {}, {}, {}, {}})) {
  state_->collect();
}

ProcessLearner::~ProcessLearner() = default;

namespace {

/// The steps of one state: an activity, or a split with a branch each and a join.
struct StateSteps {
  work::StepId entry;
  work::StepId exit;                   ///< Whose transitions lead on.
  std::vector<work::StepId> activities;
};

StateSteps add_steps(work::Process& process, const std::vector<ActivityId>& activities,
                     const IdVector<ActivityId, work::ActivityId>& activity_of) {
  StateSteps result;
  const bool parallel = activities.size() > 1;
  if (parallel) {
    work::Step split;
    split.kind = work::StepKind::split;
    result.entry = process.steps.push_back(split);
  }
  for (const ActivityId activity : activities) {
    work::Step step;
    step.kind = work::StepKind::activity;
    step.activity = activity_of[activity];
    result.activities.push_back(process.steps.push_back(step));
  }
  if (!parallel) {
    result.entry = result.exit = result.activities.front();
    return result;
  }
  work::Step join;
  join.kind = work::StepKind::join;
  result.exit = process.steps.push_back(join);
  for (const work::StepId branch : result.activities) {
    process.steps[result.entry].next.push_back({branch, 1.0});
    process.steps[branch].next.push_back({result.exit, 1.0});
  }
  return result;
}

std::vector<work::Transition> transitions(const std::vector<HistoryTransition>& from,
                                          const std::vector<StateSteps>& steps,
                                          work::StepId end) {
  std::size_t total = 0;
  for (const HistoryTransition& transition : from) total += transition.count;
  std::vector<work::Transition> result;
  for (const HistoryTransition& transition : from) {
    const work::StepId to =
        transition.to == HistoryModel::end ? end : steps[transition.to].entry;
    result.push_back({to, static_cast<double>(transition.count) / static_cast<double>(total)});
  }
  return result;
}

/// Total office hours of delay per case, as recorded and with the distributions they came from.
struct CaseDelays {
  double recorded = 0;
  std::vector<work::DistributionId> distributions;
};

/// The correlation under which the spread of the cases' total delays is nearest to the records'
/// (1-Wasserstein distance of the totals, each case keeping its own path).
double estimate_correlation(const std::vector<CaseDelays>& cases,
                            const IdVector<work::DistributionId, Distribution>& distributions) {
  // Judgement: steps of a twentieth are finer than what a few hundred cases can tell.
  constexpr int grid = 19;
  constexpr std::uint32_t rounds = 3;
  std::vector<double> recorded;
  for (const CaseDelays& c : cases) recorded.push_back(c.recorded);
  std::sort(recorded.begin(), recorded.end());
  double best = 0;
  double least = -1;
  for (int k = 0; k < grid; ++k) {
    const double r = 0.05 * k;
    double apart = 0;
    for (std::uint32_t round = 0; round < rounds; ++round) {
      const Draws draws(1, round);
      std::vector<double> totals;
      for (std::size_t c = 0; c < cases.size(); ++c) {
        const auto subject = static_cast<std::uint32_t>(c);
        const double slowness =
            normal_quantile(draws.uniform(Purpose::case_slowness, subject));
        double total = 0;
        for (std::size_t i = 0; i < cases[c].distributions.size(); ++i) {
          const double own = normal_quantile(
              draws.uniform(Purpose::delay, subject, static_cast<std::uint32_t>(i)));
          const double z = std::sqrt(r) * slowness + std::sqrt(1 - r) * own;
          // The outermost scores round to 0 or 1, which are no quantiles.
          const double u = std::clamp(normal_cdf(z), 1e-12, 1 - 1e-12);
          total += distributions[cases[c].distributions[i]].quantile(u);
        }
        totals.push_back(total);
      }
      std::sort(totals.begin(), totals.end());
      for (std::size_t c = 0; c < totals.size(); ++c) apart += std::abs(totals[c] - recorded[c]);
    }
    if (least < 0 || apart < least) {
      least = apart;
      best = r;
    }
  }
  return best;
}

}  // namespace

LearnedProcess ProcessLearner::learn(const std::vector<std::size_t>& all_cases,
                                     IdVector<work::DistributionId, Distribution>& distributions) {
  std::vector<std::vector<Symbol>> traces;
  for (const std::size_t c : all_cases) {
    auto& trace = traces.emplace_back();
    for (const Block& block : state_->flows.cases[c]) trace.push_back(block.symbol);
  }
  LearnedProcess result;
  const std::size_t symbols = state_->flows.symbols.size();
  result.memory = choose_memory(traces, symbols);
  const auto skipped = static_cast<std::ptrdiff_t>(
      traces.size() - newest_count(traces.size(), result.memory));
  traces.erase(traces.begin(), traces.begin() + skipped);
  const std::vector<std::size_t> cases(all_cases.begin() + skipped, all_cases.end());
  const HistoryModel model = learn_history(traces, symbols, result.memory);

  work::Process& process = result.process;
  std::vector<StateSteps> steps;
  for (const HistoryState& state : model.states) {
    steps.push_back(
        add_steps(process, state_->flows.symbols[state.symbol()], state_->activity_of));
  }
  const work::StepId end = process.steps.push_back({});
  process.first = transitions(model.first, steps, end);
  for (std::size_t s = 0; s < steps.size(); ++s) {
    process.steps[steps[s].exit].next = transitions(model.states[s].next, steps, end);
  }

  std::map<work::StepId, std::vector<std::size_t>> executions;
  for (std::size_t c = 0; c < cases.size(); ++c) {
    const auto& blocks = state_->flows.cases[cases[c]];
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const StateSteps& own = steps[model.walks[c][b]];
      for (std::size_t i = 0; i < own.activities.size(); ++i) {
        executions[own.activities[i]].push_back(blocks[b].rows[i]);
      }
    }
  }
  for (const auto& [step, rows] : executions) {
    state_->fill(process.steps[step], rows, distributions);
  }

  std::vector<CaseDelays> delays;
  for (std::size_t c = 0; c < cases.size(); ++c) {
    CaseDelays& own = delays.emplace_back();
    const auto& blocks = state_->flows.cases[cases[c]];
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      if (blocks[b].rows.size() > 1) continue;  // branches overlap: their delays do not add up
      const std::size_t row = blocks[b].rows.front();
      const auto& step = process.steps[steps[model.walks[c][b]].activities.front()];
      if (step.delay.is_none() || state_->is_first(row)) continue;
      own.recorded += state_->delay[row];
      own.distributions.push_back(step.delay);
    }
  }
  result.delay_correlation = estimate_correlation(delays, distributions);
  return result;
}

}  // namespace veer::discover
