// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace veer::work {
namespace {

constexpr double probability_tolerance = 1e-9;  // Judgement: above rounding, below any share.

/// Collects the problems of one work value.
class Checker {
 public:
  explicit Checker(const Work& work) : work_(work) {}

  Problems run() {
    for (const DistributionId id : ids(work_.distributions)) check_distribution(id);
    for (const ActivityId id : ids(work_.activities)) {
      require_distribution(work_.activities[id].effort,
                           fmt::format("activities[{}].effort", id.index()));
    }
    for (const CaseTypeId id : ids(work_.case_types)) {
      check_case_type(work_.case_types[id], fmt::format("case_types[{}]", id.index()));
    }
    for (const BoardId id : ids(work_.boards)) check_board(id);
    for (const OpgaveId id : ids(work_.opgaven)) {
      const Problems found = check(work_.opgaven[id], work_.activities.size(),
                                   fmt::format("opgaven[{}]", id.index()));
      problems_.insert(problems_.end(), found.begin(), found.end());
    }
    for (const ContinuingId id : ids(work_.continuing)) check_continuing(id);
    const Problems found = check_households(work_);
    problems_.insert(problems_.end(), found.begin(), found.end());
    return std::move(problems_);
  }

 private:
  void report(std::string where, std::string found, std::string expected, std::string hint = "") {
    problems_.push_back({ErrorCode::invalid, std::move(where), std::move(found),
                         std::move(expected), std::move(hint)});
  }

  /// Times beyond the reach of the clock, infinite ones among them.
  void check_distribution(DistributionId id) {
    // Judgement: 114,000 years; a moment counts microseconds and reaches 292,000 years.
    constexpr double longest = 1e9;
    constexpr double last_uniform = 1 - 0x1.0p-53;  // Exact: the largest double below 1.
    const Distribution& distribution = work_.distributions[id];
    const double most = std::max(distribution.quantile(last_uniform), distribution.mean());
    if (most <= longest) return;
    report(fmt::format("distributions[{}]", id.index()),
           fmt::format("times up to {:.3g} hours", most),
           fmt::format("at most {:.0e} hours", longest), "Give a shorter mean or less spread.");
  }

  bool require_distribution(DistributionId id, const std::string& where) {
    if (work_.distributions.contains(id)) return true;
    report(where, id.is_none() ? "none" : fmt::format("distribution {}", id.index()),
           fmt::format("one of the {} distributions", work_.distributions.size()));
    return false;
  }

  [[nodiscard]] bool is_zero(DistributionId id) const {
    return id.is_none() ||
           (work_.distributions.contains(id) && work_.distributions[id].mean() == 0);
  }

  void check_case_type(const CaseType& type, const std::string& path) {
    check_arrivals(type.arrivals, path + ".arrivals");
    if (type.legal_term) check_term(*type.legal_term, path + ".legal_term");
    if (type.service_norm) check_term(*type.service_norm, path + ".service_norm");
    if (!(type.delay_correlation >= 0 && type.delay_correlation < 1)) {
      report(path + ".delay_correlation", fmt::format("{}", type.delay_correlation),
             "a number from 0 to below 1");
    }
    if (type.patience) require_distribution(*type.patience, path + ".patience");
    check_process(type.process, path + ".process");
  }

  void check_arrivals(const Arrivals& arrivals, const std::string& path) {
    if (arrivals.interval) {
      if (require_distribution(*arrivals.interval, path + ".interval") &&
          is_zero(*arrivals.interval)) {
        report(path + ".interval", "no time between arrivals", "a mean above zero");
      }
      return;
    }
    if (!(arrivals.per_year > 0 && std::isfinite(arrivals.per_year))) {
      report(path + ".per_year", fmt::format("{}", arrivals.per_year), "a number above zero",
             "Leave a case type out that never arrives.");
    }
    check_rates(arrivals.weekly_profile, path + ".weekly_profile", "hour", "an hour");
    if (arrivals.yearly_profile) {
      check_rates(*arrivals.yearly_profile, path + ".yearly_profile", "month", "a month");
    }
  }

  void check_rates(std::span<const double> rates, const std::string& path, const char* one,
                   const char* with_article) {
    double sum = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
      if (!(rates[i] >= 0 && std::isfinite(rates[i]))) {
        report(fmt::format("{}[{}]", path, i), fmt::format("{}", rates[i]), "a number from 0");
      }
      sum += rates[i];
    }
    if (sum == 0) {
      report(path, fmt::format("zero in every {}", one),
             fmt::format("{} with arrivals", with_article));
    }
  }

  void check_term(const Term& term, const std::string& path) {
    if (term.law) return check_law(*term.law, path + ".law");
    if (require_distribution(term.days, path + ".days") && is_zero(term.days)) {
      report(path + ".days", "zero days", "a term above zero");
    }
  }

  void check_law(const LegalTerm& law, const std::string& path) {
    if (!(law.extended_share >= 0 && law.extended_share <= 1)) {
      report(path + ".extended_share", fmt::format("{}", law.extended_share),
             "a share from 0 to 1");
    }
    for (std::size_t i = 0; i < law.versions.size(); ++i) {
      if (law.versions[i].term.parts.empty()) {
        report(fmt::format("{}.versions[{}].parts", path, i), "nothing", "at least one part");
      }
    }
  }

  /// Boards that could never decide: without a meeting in four years, one of them a leap year.
  void check_board(BoardId id) {
    const Board& board = work_.boards[id];
    const std::string path = fmt::format("boards[{}] ({})", id.index(), board.name);
    if (board.length <= Duration::zero() || board.starts_at < Duration::zero() ||
        board.starts_at + board.length > one_day || board.agenda_closes < Duration::zero()) {
      report(path, fmt::format("{} hours from {} hours, closed {} hours before",
                               hours(board.length), hours(board.starts_at),
                               hours(board.agenda_closes)),
             "a part of one day, with an agenda that closes before it starts");
    }
    constexpr std::int32_t days_of_four_years = 4 * 365 + 1;
    const Day first = board.dates.empty() ? Day{0} : board.dates.front();
    bool meets = false;
    for (std::int32_t n = 0; n < days_of_four_years && !meets; ++n) {
      meets = meets_on(board, first + n);
    }
    if (!meets) {
      report(path, "a board that never meets", "at least one meeting a year",
             "Look at its weekday, its weeks of the month and its recesses.");
    }
  }

  void check_continuing(ContinuingId id) {
    const ContinuingWork& continuing = work_.continuing[id];
    const std::string path = fmt::format("continuing[{}] ({})", id.index(), continuing.name);
    if (!work_.activities.contains(continuing.activity)) {
      report(path + ".activity", "an activity that is not there",
             fmt::format("one of the {} activities", work_.activities.size()));
    } else if (is_zero(work_.activities[continuing.activity].effort)) {
      report(path + ".activity", "pieces of no time", "a mean size above zero");
    }
    if (!(continuing.hours_per_week > 0 && std::isfinite(continuing.hours_per_week))) {
      report(path + ".hours_per_week", fmt::format("{}", continuing.hours_per_week),
             "a number above zero");
    }
  }

  void check_process(const Process& process, const std::string& path) {
    const std::size_t before = problems_.size();
    if (process.steps.empty()) {
      report(path + ".steps", "nothing", "at least one step");
      return;
    }
    check_transitions(process, process.first, true, path + ".first");
    for (const StepId id : ids(process.steps)) check_step(process, id, path);
    // The walks below need transitions that point somewhere.
    if (problems_.size() > before) return;
    check_ends(process, path);
    check_nesting(process, path);
    check_loops(process, path);
  }

  void check_transitions(const Process& process, const std::vector<Transition>& next, bool drawn,
                         const std::string& path) {
    if (next.empty()) {
      report(path, "nothing", "a step to go to", "Let the last step go to an end.");
      return;
    }
    double sum = 0;
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (!process.steps.contains(next[i].to)) {
        report(fmt::format("{}[{}].to", path, i), "a step that is not there",
               fmt::format("one of the {} steps", process.steps.size()));
      }
      const double p = next[i].probability;
      if (drawn && !(p >= 0 && p <= 1)) {
        report(fmt::format("{}[{}].probability", path, i), fmt::format("{}", p),
               "a number from 0 to 1");
      }
      sum += p;
    }
    if (drawn && !(std::abs(sum - 1) <= probability_tolerance)) {
      report(path, fmt::format("probabilities that add up to {}", sum), "1 together");
    }
  }

  void check_step(const Process& process, StepId id, const std::string& process_path) {
    const Step& step = process.steps[id];
    const std::string path = fmt::format("{}.steps[{}]", process_path, id.index());
    if (step.kind == StepKind::end) {
      if (!step.next.empty()) report(path + ".next", "a step after the end", "nothing");
      return;
    }
    check_transitions(process, step.next, step.kind != StepKind::split, path + ".next");
    if (step.kind == StepKind::split && step.next.size() == 1) {
      report(path + ".next", "one branch", "two or more", "A split into one is no split.");
    }
    if (step.kind == StepKind::wait) require_distribution(step.delay, path + ".delay");
    if (step.kind == StepKind::board && !work_.boards.contains(step.board)) {
      report(path + ".board", "a board that is not there",
             fmt::format("one of the {} boards", work_.boards.size()));
    }
    if (step.kind != StepKind::activity) return;
    if (!work_.activities.contains(step.activity)) {
      report(path + ".activity", "an activity that is not there",
             fmt::format("one of the {} activities", work_.activities.size()));
    }
    if (!step.delay.is_none()) require_distribution(step.delay, path + ".delay");
    if (!(step.same_person >= 0 && step.same_person <= 1)) {
      report(path + ".same_person", fmt::format("{}", step.same_person), "a share from 0 to 1");
    }
  }

  /// Whether the transition can happen: in a split always.
  static bool is_taken(const Step& step, const Transition& transition) {
    return step.kind == StepKind::split || transition.probability > 0;
  }

  /// Reports steps from which no end can be reached.
  void check_ends(const Process& process, const std::string& path) {
    IdVector<StepId, std::vector<StepId>> before(process.steps.size());
    IdVector<StepId, char> ends(process.steps.size(), 0);
    std::vector<StepId> open;
    for (const StepId id : ids(process.steps)) {
      const Step& step = process.steps[id];
      if (step.kind == StepKind::end) {
        ends[id] = 1;
        open.push_back(id);
      }
      for (const Transition& transition : step.next) {
        if (is_taken(step, transition)) before[transition.to].push_back(id);
      }
    }
    while (!open.empty()) {
      const StepId id = open.back();
      open.pop_back();
      for (const StepId earlier : before[id]) {
        if (ends[earlier] != 0) continue;
        ends[earlier] = 1;
        open.push_back(earlier);
      }
    }
    for (const StepId id : ids(process.steps)) {
      if (ends[id] == 0) {
        report(fmt::format("{}.steps[{}]", path, id.index()), "a step that never reaches an end",
               "a way to an end", "Give it, or a step after it, a transition to an end.");
      }
    }
  }

  /// Walks from the beginning with the splits that are open; a step must be reached with the same
  /// ones on every way, a split closes in one join, and nothing is open at an end.
  void check_nesting(const Process& process, const std::string& path) {
    using Open = std::vector<StepId>;
    IdVector<StepId, std::optional<Open>> seen(process.steps.size());
    IdVector<StepId, StepId> join_of(process.steps.size());
    std::vector<StepId> to_visit;
    const auto where = [&path](StepId id) { return fmt::format("{}.steps[{}]", path, id.index()); };
    const auto enter = [&](StepId id, const Open& open) {
      if (!seen[id]) {
        seen[id] = open;
        to_visit.push_back(id);
      } else if (*seen[id] != open) {
        report(where(id), "a step that is reached from inside and from outside a split",
               "splits and joins that nest", "Close the split with its join first.");
      }
    };
    for (const Transition& transition : process.first) {
      if (transition.probability > 0) enter(transition.to, {});
    }
    while (!to_visit.empty()) {
      const StepId id = to_visit.back();
      to_visit.pop_back();
      const Step& step = process.steps[id];
      Open open = *seen[id];
      if (step.kind == StepKind::end && !open.empty()) {
        report(where(id), "an end inside a split", "a join before the end");
      }
      if (step.kind == StepKind::split) open.push_back(id);
      if (step.kind == StepKind::join) {
        if (open.empty()) {
          report(where(id), "a join without a split", "a split before it");
          continue;
        }
        StepId& join = join_of[open.back()];
        if (join.is_none()) join = id;
        if (join != id) {
          report(where(id), "a second join of one split", "one join for all branches");
        }
        open.pop_back();
      }
      for (const Transition& transition : step.next) {
        if (is_taken(step, transition)) enter(transition.to, open);
      }
    }
  }

  [[nodiscard]] bool takes_no_time(const Step& step) const {
    switch (step.kind) {
      case StepKind::activity:
        return is_zero(step.delay) && is_zero(work_.activities[step.activity].effort);
      case StepKind::wait: return is_zero(step.delay);
      case StepKind::split:
      case StepKind::join: return true;
      case StepKind::board:  // A meeting ends after its agenda closes.
      case StepKind::end: return false;
    }
    return false;
  }

  /// Removes steps without time that no other such step leads to, until none is left; what stays
  /// is on, or behind, a loop. Then the same backwards, so that only loops stay.
  void check_loops(const Process& process, const std::string& path) {
    IdVector<StepId, char> in_loop(process.steps.size(), 0);
    for (const StepId id : ids(process.steps)) in_loop[id] = takes_no_time(process.steps[id]);
    bool changed = true;
    while (changed) {
      changed = false;
      IdVector<StepId, char> leads_on(process.steps.size(), 0);
      IdVector<StepId, char> is_led_to(process.steps.size(), 0);
      for (const StepId id : ids(process.steps)) {
        if (in_loop[id] == 0) continue;
        for (const Transition& transition : process.steps[id].next) {
          if (!is_taken(process.steps[id], transition) || in_loop[transition.to] == 0) continue;
          leads_on[id] = 1;
          is_led_to[transition.to] = 1;
        }
      }
      for (const StepId id : ids(process.steps)) {
        if (in_loop[id] != 0 && (leads_on[id] == 0 || is_led_to[id] == 0)) {
          in_loop[id] = 0;
          changed = true;
        }
      }
    }
    for (const StepId id : ids(process.steps)) {
      if (in_loop[id] == 0) continue;
      report(fmt::format("{}.steps[{}]", path, id.index()), "a loop that takes no time",
             "effort or delay in at least one step of a loop",
             "Give a step of the loop an effort, or a wait.");
      return;  // One is enough: every step of the loop would be named.
    }
  }

  const Work& work_;
  Problems problems_;
};

}  // namespace

double used_delay_hours(const std::vector<Remainder>& remainder, double drawn_hours) {
  if (remainder.empty()) return drawn_hours;
  const auto above = std::lower_bound(
      remainder.begin(), remainder.end(), drawn_hours,
      [](const Remainder& point, double hours) { return point.drawn_hours < hours; });
  if (above == remainder.end()) {
    return drawn_hours * remainder.back().used_hours / remainder.back().drawn_hours;
  }
  const Remainder below = above == remainder.begin() ? Remainder{} : *(above - 1);
  const double share = (drawn_hours - below.drawn_hours) / (above->drawn_hours - below.drawn_hours);
  return below.used_hours + share * (above->used_hours - below.used_hours);
}

Problems check(const Work& work) { return Checker(work).run(); }

}  // namespace veer::work
