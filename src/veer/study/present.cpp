// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/present.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "veer/base/error.hpp"
#include "veer/discover/shown_groups.hpp"
#include "veer/stats/summary.hpp"
#include "veer/study/continuing_rows.hpp"
#include "veer/study/measures.hpp"
#include "veer/study/runs.hpp"

namespace veer::study {
namespace {

// Exact: mean days of a year.
constexpr double days_per_year = 365.25;

using HoursBy = std::array<double, hour_kind_count>;

/// One case type in one run.
struct TypeRun {
  double cases = 0;
  double mean_days = 0;
  double median_days = 0;
  double p90_days = 0;
  std::optional<double> within_legal_term;
  std::optional<double> within_service_norm;
  double effort_hours = 0;
};

/// One run, counted over its window.
struct PresentRun {
  Problems problems;
  std::vector<TypeRun> types;
  HoursBy hours{};
  std::vector<double> continuing_hours;
  std::vector<sim::OpgaveOutcome> opgaven;
  std::vector<HouseholdRun> households;
  double paid_hours = 0;
  Rows ledger_days{};
  std::map<std::pair<std::size_t, std::size_t>, double> flows;  ///< By number of shown group.
  double continued = 0;
  double unfinished = 0;
  Costs costs;
  Money overhead;
};

/// Counts yes among the cases that can be late.
struct OnTime {
  double yes = 0;
  double all = 0;
  void add(const std::optional<bool>& within) {
    if (!within) return;
    all += 1;
    yes += *within ? 1 : 0;
  }
  [[nodiscard]] std::optional<double> share() const {
    return all > 0 ? std::optional(yes / all) : std::nullopt;
  }
};

double hours_in(Effort effort) { return effort.hours(); }

double hours_in(const std::vector<Effort>& efforts) {
  double sum = 0;
  for (const Effort effort : efforts) sum += effort.hours();
  return sum;
}

HoursBy hours_by_kind(const sim::HoursByKind& hours) {
  return {
#define VEER_HOURS_OF(name) hours_in(hours.name),
      VEER_HOUR_KINDS(VEER_HOURS_OF)
#undef VEER_HOURS_OF
  };
}

/// All figures are 0 and all shares nothing without cases.
TypeRun type_run(const std::vector<const sim::CaseOutcome*>& cases) {
  TypeRun run;
  if (cases.empty()) return run;
  run.cases = static_cast<double>(cases.size());
  std::vector<double> elapsed;
  OnTime legal;
  OnTime norm;
  Effort effort;
  for (const sim::CaseOutcome* one : cases) {
    elapsed.push_back(days(one->elapsed()));
    legal.add(one->within_legal_term);
    norm.add(one->within_service_norm);
    effort += one->effort;
  }
  run.mean_days = mean(elapsed);
  run.median_days = quantile(elapsed, 0.5);
  run.p90_days = quantile(elapsed, 0.9);
  run.within_legal_term = legal.share();
  run.within_service_norm = norm.share();
  run.effort_hours = effort.hours() / run.cases;
  return run;
}

/// Hand-overs of the measured cases between the groups that may be shown.
void count_flows(const sim::Outcome& outcome, const discover::ShownGroups& groups,
                 const org::Workforce& workforce, PresentRun& run) {
  using Key = std::pair<work::CaseTypeId, std::uint32_t>;
  std::map<Key, org::PersonId> last_of;
  for (const sim::CaseOutcome& one : outcome.cases) {
    if (one.proposal) continue;
    last_of.emplace(Key{one.case_type, one.number}, org::PersonId::none());
  }
  for (const sim::SimulatedEvent& event : outcome.events) {
    const auto at = last_of.find({event.case_type, event.number});
    if (at == last_of.end()) continue;
    const org::PersonId before = std::exchange(at->second, event.person);
    if (before.is_none()) continue;
    run.continued += 1;
    if (workforce.persons[before].unit_name == workforce.persons[event.person].unit_name) continue;
    run.flows[{groups.of_person[before.index()], groups.of_person[event.person.index()]}] += 1;
  }
}

PresentRun counted(const sim::Outcome& outcome, const PreparedDraw& draw, const sim::Run& of,
                   const discover::ShownGroups& groups) {
  PresentRun run;
  IdVector<work::CaseTypeId, std::vector<const sim::CaseOutcome*>> by_type;
  by_type.resize(draw.work.case_types.size());
  sim::Ledger ledger;
  double cases = 0;
  for (const sim::CaseOutcome& one : outcome.cases) {
    by_type[one.case_type].push_back(&one);
    if (!one.finished) run.unfinished += 1;
    if (one.proposal) continue;
    ledger += one.ledger;
    cases += 1;
  }
  for (const auto& of_type : by_type) run.types.push_back(type_run(of_type));
  run.hours = hours_by_kind(outcome.hours);
  run.paid_hours = outcome.hours.paid.hours();
  for (const Effort effort : outcome.hours.continuing) {
    run.continuing_hours.push_back(effort.hours());
  }
  run.opgaven = outcome.opgaven.values();
  run.households = household_runs(outcome.households);
  for (std::size_t r = 0; r < sim::row_count && cases > 0; ++r) {
    run.ledger_days[r] = days(ledger.rows[r]) / cases;
  }
  count_flows(outcome, groups, draw.workforce, run);
  if (draw.prices) {
    run.costs = *costs_of(draw, outcome, of);
    run.overhead = overhead_a_year(draw.workforce, *draw.prices);
  }
  return run;
}

discover::ShownGroups groups_of(const org::Workforce& workforce) {
  std::vector<std::string> units;
  for (const org::Person& person : workforce.persons) units.push_back(person.unit_name);
  return discover::shown_groups(units);
}

/// Sums up over runs what a function takes from each.
template <class Take>
Estimate over(const std::vector<PresentRun>& runs, Take take) {
  std::vector<double> values;
  for (const PresentRun& run : runs) values.push_back(take(run));
  return estimate(values);
}

/// The same of a share that a run without cases of the type does not have.
template <class Take>
std::optional<Estimate> over_known(const std::vector<PresentRun>& runs, Take take) {
  std::vector<double> values;
  for (const PresentRun& run : runs) {
    if (const std::optional<double> value = take(run)) values.push_back(*value);
  }
  return values.empty() ? std::nullopt : std::optional(estimate(values));
}

PresentType type_of(const std::vector<PresentRun>& runs, std::size_t t, double per_year) {
  PresentType type;
  type.per_year = over(runs, [&](const PresentRun& r) { return r.types[t].cases * per_year; });
  type.mean_days = over(runs, [t](const PresentRun& r) { return r.types[t].mean_days; });
  type.median_days = over(runs, [t](const PresentRun& r) { return r.types[t].median_days; });
  type.p90_days = over(runs, [t](const PresentRun& r) { return r.types[t].p90_days; });
  type.within_legal_term =
      over_known(runs, [t](const PresentRun& r) { return r.types[t].within_legal_term; });
  type.within_service_norm =
      over_known(runs, [t](const PresentRun& r) { return r.types[t].within_service_norm; });
  type.effort_hours = over(runs, [t](const PresentRun& r) { return r.types[t].effort_hours; });
  return type;
}

/// Over all runs: whether it begins depends on the calendar alone.
std::optional<PresentOpgave> opgave_of(const std::vector<PresentRun>& runs, std::size_t o) {
  if (!runs.front().opgaven[o].begun) return std::nullopt;
  const auto of = [o](const PresentRun& run) -> const sim::OpgaveOutcome& {
    return run.opgaven[o];
  };
  PresentOpgave found;
  found.goal_by_due = over(runs, [&](const PresentRun& r) { return of(r).goal_by_due; });
  found.days_late = over(runs, [&](const PresentRun& r) { return days_late(of(r)); });
  found.finished = over(runs, [&](const PresentRun& r) { return of(r).finished ? 1.0 : 0.0; });
  found.failures =
      over(runs, [&](const PresentRun& r) { return static_cast<double>(of(r).exceptions); });
  found.quality = over(runs, [&](const PresentRun& r) { return quality(of(r)); });
  found.effort_hours = over(runs, [&](const PresentRun& r) { return of(r).effort.hours(); });
  return found;
}

double count_between(const PresentRun& run, std::pair<std::size_t, std::size_t> groups) {
  const auto found = run.flows.find(groups);
  return found == run.flows.end() ? 0 : found->second;
}

void add_flows(Present& present, const std::vector<PresentRun>& runs,
               const discover::ShownGroups& groups, double per_year) {
  std::map<std::pair<std::size_t, std::size_t>, double> all;
  for (const PresentRun& run : runs) all.insert(run.flows.begin(), run.flows.end());
  const auto hidden = [&](std::pair<std::size_t, std::size_t> pair) {
    return groups.hides(pair.first) || groups.hides(pair.second);
  };
  for (const auto& [pair, unused] : all) {
    if (hidden(pair)) continue;
    const auto count = [&, pair = pair](const PresentRun& run) {
      return count_between(run, pair) * per_year;
    };
    present.flows.push_back(
        {groups.names[pair.first], groups.names[pair.second], over(runs, count)});
  }
  std::stable_sort(present.flows.begin(), present.flows.end(),
                   [](const UnitFlow& a, const UnitFlow& b) {
                     return a.per_year.mean > b.per_year.mean;
                   });
  const auto sum = [&](const PresentRun& run, bool hidden_only) {
    double count = 0;
    for (const auto& [pair, value] : run.flows) count += !hidden_only || hidden(pair) ? value : 0;
    return count * per_year;
  };
  present.handovers = over(runs, [&](const PresentRun& run) { return sum(run, false); });
  present.hidden_handovers = over(runs, [&](const PresentRun& run) { return sum(run, true); });
  present.continued = over(runs, [&](const PresentRun& run) { return run.continued * per_year; });
}

std::optional<PresentCosts> costs_over(const std::vector<PresentRun>& runs) {
  // Who works here is the same in every run.
  if (!runs.front().costs.whole_staff) return std::nullopt;
  PresentCosts costs;
  for (std::size_t k = 0; k < cost_kind_count; ++k) {
    costs.kinds[k] = over(runs, [k](const PresentRun& r) { return r.costs.of_kind[k].euros(); });
  }
  costs.total = over(runs, [](const PresentRun& run) { return run.costs.total().euros(); });
  costs.overhead = over(runs, [](const PresentRun& run) { return run.overhead.euros(); });
  return costs;
}

Present summarised(const std::vector<PresentRun>& runs, const discover::ShownGroups& groups,
                   double per_year) {
  Present present;
  for (std::size_t t = 0; t < runs.front().types.size(); ++t) {
    present.types.push_back(type_of(runs, t, per_year));
  }
  for (std::size_t k = 0; k < hour_kind_count; ++k) {
    present.hours[k] = over(runs, [&](const PresentRun& run) { return run.hours[k] * per_year; });
    present.of_paid[k] = over(runs, [k](const PresentRun& run) {
      return run.paid_hours > 0 ? run.hours[k] / run.paid_hours : 0;
    });
  }
  for (std::size_t o = 0; o < runs.front().opgaven.size(); ++o) {
    present.opgaven.push_back(opgave_of(runs, o));
  }
  for (std::size_t h = 0; h < runs.front().households.size(); ++h) {
    std::vector<HouseholdRun> of_kind;
    for (const PresentRun& run : runs) of_kind.push_back(run.households[h]);
    present.households.push_back(household_over(of_kind, per_year));
  }
  present.paid_hours =
      over(runs, [&](const PresentRun& run) { return run.paid_hours * per_year; });
  for (std::size_t r = 0; r < sim::row_count; ++r) {
    present.ledger[r] = over(runs, [r](const PresentRun& run) { return run.ledger_days[r]; });
  }
  present.mean_days = over(runs, [](const PresentRun& run) {
    double sum = 0;
    for (const double row : run.ledger_days) sum += row;
    return sum;
  });
  present.unfinished = over(runs, [](const PresentRun& run) { return run.unfinished; });
  add_flows(present, runs, groups, per_year);
  present.costs = costs_over(runs);
  present.runs = static_cast<std::uint32_t>(runs.size());
  return present;
}

Problems interrupted() {
  return {{ErrorCode::interrupted, "look", "a request to stop", "the runs to come to their end",
           "Nothing was kept; start it again when you have the time."}};
}

}  // namespace

std::string_view name_of(HourKind kind) {
  static constexpr std::string_view names[] = {
#define VEER_HOUR_KIND_TEXT(name) #name,
      VEER_HOUR_KINDS(VEER_HOUR_KIND_TEXT)
#undef VEER_HOUR_KIND_TEXT
  };
  return names[static_cast<std::size_t>(kind)];
}

Result<Present> present(const Subject& subject, const Question& question, Executor& executor,
                        Progress& progress, const Simulate& simulate) {
  VEER_EXPECT(!question.designs.empty() && question.draws > 0 && question.replications > 0);
  VEER_EXPECT(!question.shock && !subject.records && question.window.measured >= 7);
  std::vector<org::Input> inputs = subject.inputs;
  for (const org::Input& input : question.mechanisms.inputs()) inputs.push_back(input);
  for (const org::Input& input : question.designs[0].inputs) inputs.push_back(input);
  if (question.prices) {
    for (const org::Input& input : question.prices->inputs()) inputs.push_back(input);
  }
  inputs = distinct(std::move(inputs));
  Counter counter(progress, (question.draws + 1) * preparation_units(subject) +
                                std::size_t{question.draws} * question.replications);
  const PreparedDraws prepared =
      prepare_draws(subject, question, inputs, executor, counter, simulate);
  for (const PreparedDraw& draw : prepared.draws) {
    if (!draw.problems.empty()) return fail(draw.problems);
  }
  const discover::ShownGroups groups = groups_of(prepared.draws.front().workforce);
  std::vector<PresentRun> runs(prepared.draws.size() * question.replications);
  executor.run(runs.size(), [&](std::size_t slot) {
    if (counter.stop_requested()) {
      runs[slot].problems = interrupted();
      return;
    }
    const PreparedDraw& draw = prepared.draws[slot / question.replications];
    const auto replication = static_cast<std::uint32_t>(slot % question.replications);
    const sim::Run run{question.seed, draw.number * question.replications + replication,
                       question.window, {}, true};
    const Result<sim::Outcome> outcome = simulate(draw.work, draw.workforce,
                                                  draw.organisations[0], draw.assumptions, run);
    if (outcome) {
      runs[slot] = counted(*outcome, draw, run, groups);
    } else {
      runs[slot].problems = outcome.error();
    }
    counter.add(1);
  });
  for (const PresentRun& run : runs) {
    if (!run.problems.empty()) return fail(run.problems);
  }
  const double per_year = days_per_year / question.window.measured;
  Present result = summarised(runs, groups, per_year);
  const PreparedDraw& any = prepared.draws.front();
  for (const auto& kinds : continuing_rows({any.work, any.workforce})) {
    const auto hours = [&](const PresentRun& run) {
      double sum = 0;
      for (const work::ContinuingId kind : kinds) sum += run.continuing_hours[kind.index()];
      return sum * per_year;
    };
    result.continuing.push_back({kinds, over(runs, hours)});
  }
  result.inputs = count(inputs);
  return result;
}

}  // namespace veer::study
