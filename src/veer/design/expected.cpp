// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/expected.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "veer/work/expected.hpp"

namespace veer::design {
namespace {

using work::ActivityId;
using work::StepId;
using work::StepKind;

/// Weekly passages from one activity to the next.
struct Passage {
  double kept = 0;   ///< Stay in one pair of hands where the person is competent.
  double moved = 0;  ///< Go to somebody else where there is one.
};
using Passages = std::map<std::pair<ActivityId, ActivityId>, Passage>;

double cases_per_week(const work::Work& work, const work::Arrivals& arrivals) {
  // Exact: 168 hours a week, 365.25 days a year.
  if (arrivals.interval) return 168.0 / work.distributions[*arrivals.interval].mean();
  return arrivals.per_year * 7.0 / 365.25;
}

/// The numbers of branches of the splits around each step, outermost first.
std::vector<std::vector<double>> enclosing_splits(const work::Process& process) {
  std::vector<std::vector<double>> around(process.steps.size());
  std::vector<bool> seen(process.steps.size(), false);
  std::vector<StepId> open;
  const auto visit = [&](StepId step, const std::vector<double>& splits) {
    if (seen[step.index()]) return;
    seen[step.index()] = true;
    around[step.index()] = splits;
    open.push_back(step);
  };
  for (const work::Transition& first : process.first) visit(first.to, {});
  while (!open.empty()) {
    const StepId at = open.back();
    open.pop_back();
    const work::Step& step = process.steps[at];
    std::vector<double> inside = around[at.index()];
    if (step.kind == StepKind::split) inside.push_back(static_cast<double>(step.next.size()));
    if (step.kind == StepKind::join && !inside.empty()) inside.pop_back();
    for (const work::Transition& next : step.next) visit(next.to, inside);
  }
  return around;
}

/// Adds, for one activity step, the activities that follow it, through waits, splits and joins.
class NextActivities {
 public:
  NextActivities(const work::Process& process, const std::vector<std::vector<double>>& around,
                 Passages& passages)
      : process_(process), around_(around), passages_(passages) {}

  void add(StepId from, double per_week) {
    from_ = process_.steps[from].activity;
    follow(from, per_week, 0);
  }

 private:
  void follow(StepId at, double weight, int depth) {
    constexpr int deepest = 64;  // Judgement: steps without work between two activities.
    constexpr double negligible = 1e-9;  // Judgement: cases a week.
    if (depth > deepest || weight < negligible) return;
    const work::Step& step = process_.steps[at];
    if (step.kind == StepKind::join && !around_[at.index()].empty()) {
      weight /= around_[at.index()].back();
    }
    for (const work::Transition& next : step.next) {
      const double share = step.kind == StepKind::split ? 1.0 : next.probability;
      const work::Step& target = process_.steps[next.to];
      if (target.kind == StepKind::activity) {
        Passage& passage = passages_[{from_, target.activity}];
        passage.kept += weight * share * target.same_person;
        passage.moved += weight * share * (1 - target.same_person);
      } else if (target.kind != StepKind::end) {
        follow(next.to, weight * share, depth + 1);
      }
    }
  }

  const work::Process& process_;
  const std::vector<std::vector<double>>& around_;
  Passages& passages_;
  ActivityId from_;
};

struct Holder {
  org::PersonId person;
  double share;  ///< Of the activity's work.
};
using Holders = IdVector<ActivityId, std::vector<Holder>>;

Holders holders_of(const org::Baseline& baseline) {
  Holders holders(baseline.work.activities.size());
  for (const org::PersonId person : ids(baseline.workforce.persons)) {
    for (const org::Competence& competence : baseline.workforce.persons[person].competences) {
      if (competence.weight > 0) {
        holders[competence.activity].push_back({person, competence.weight});
      }
    }
  }
  for (std::vector<Holder>& list : holders) {
    double sum = 0;
    for (const Holder& holder : list) sum += holder.share;
    for (Holder& holder : list) holder.share /= sum;
  }
  return holders;
}

double share_of(const std::vector<Holder>& holders, org::PersonId person) {
  const auto at =
      std::lower_bound(holders.begin(), holders.end(), person,
                       [](const Holder& holder, org::PersonId id) { return holder.person < id; });
  return at != holders.end() && at->person == person ? at->share : 0;
}

/// Adds to each other holder what the person passes on.
void pass_on(org::PersonId person, double own_share, const Passage& passage,
             const std::vector<Holder>& next, std::vector<double>& row) {
  const double competent = share_of(next, person);
  const double leaves = own_share * (competent > 0 ? passage.moved : passage.moved + passage.kept);
  const double others = 1 - competent;
  constexpr double nobody_else = 1e-12;  // Judgement: rounding of a share of 1.
  if (leaves <= 0 || others < nobody_else) return;
  for (const Holder& holder : next) {
    if (holder.person != person) row[holder.person.index()] += leaves * holder.share / others;
  }
}

org::HandoverNetwork network(const org::Workforce& workforce, const Holders& holders,
                             const Passages& passages) {
  org::HandoverNetwork result;
  std::vector<double> row(workforce.persons.size());
  for (const org::PersonId person : ids(workforce.persons)) {
    std::fill(row.begin(), row.end(), 0.0);
    for (const org::Competence& competence : workforce.persons[person].competences) {
      const double own_share = share_of(holders[competence.activity], person);
      if (own_share <= 0) continue;
      for (auto at = passages.lower_bound({competence.activity, ActivityId(0)});
           at != passages.end() && at->first.first == competence.activity; ++at) {
        pass_on(person, own_share, at->second, holders[at->first.second], row);
      }
    }
    for (std::size_t to = 0; to < row.size(); ++to) {
      if (row[to] > 0) result.handovers.push_back({person, org::PersonId(to), row[to]});
    }
  }
  return result;
}

}  // namespace

Expected expect(const org::Baseline& baseline) {
  const work::Work& work = baseline.work;
  Expected expected;
  expected.visits = IdVector<ActivityId, double>(work.activities.size(), 0.0);
  expected.hours = IdVector<org::PersonId, double>(baseline.workforce.persons.size(), 0.0);
  Passages passages;
  for (const work::CaseType& type : work.case_types) {
    const double cases = cases_per_week(work, type.arrivals);
    const auto around = enclosing_splits(type.process);
    const auto visits = work::expected_visits(type.process);
    NextActivities next(type.process, around, passages);
    for (const StepId step : ids(type.process.steps)) {
      if (type.process.steps[step].kind != StepKind::activity) continue;
      const double per_week = cases * visits[step];
      expected.visits[type.process.steps[step].activity] += per_week;
      next.add(step, per_week);
    }
  }
  for (const work::Opgave& opgave : work.opgaven) {
    const double weeks = (opgave.due - opgave.begins + 1) / 7.0;
    for (const work::Task& task : opgave.tasks) expected.visits[task.activity] += 1 / weeks;
  }
  const Holders holders = holders_of(baseline);
  for (const ActivityId activity : ids(work.activities)) {
    const double effort = work.distributions[work.activities[activity].effort].mean();
    for (const Holder& holder : holders[activity]) {
      expected.hours[holder.person] += expected.visits[activity] * effort * holder.share;
    }
  }
  expected.handovers = network(baseline.workforce, holders, passages);
  return expected;
}

}  // namespace veer::design
