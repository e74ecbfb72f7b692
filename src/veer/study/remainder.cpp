// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/remainder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "veer/base/error.hpp"
#include "veer/stats/summary.hpp"

namespace veer::study {
namespace {

constexpr double hours_per_day = 24;  // Exact: hours of a day
// Judgement: fewer recorded cases than this have no distribution to speak of.
constexpr std::size_t least_recorded = 20;
// Judgement: a run with fewer cases than this cannot be corrected rank by rank.
constexpr std::size_t least_simulated = 40;
// Judgement: "half of it" leaves room for the chance of the other replications.
constexpr double share_of_limit = 0.5;

/// Ends of the bands of rank that are corrected together: twentieths, finer where cases are long.
constexpr std::array<double, 22> band_ends = {0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.35, 0.40,
                                              0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80,
                                              0.85, 0.90, 0.95, 0.98, 0.995, 1.0};

/// Mean of the ordered values whose rank lies in a band; the nearest value for an empty band.
double band_mean(const std::vector<double>& ordered, double from, double to) {
  const auto size = static_cast<double>(ordered.size());
  const auto first = std::min(static_cast<std::size_t>(from * size), ordered.size() - 1);
  const auto end = std::max(first + 1, static_cast<std::size_t>(std::lround(to * size)));
  double sum = 0;
  for (std::size_t i = first; i < end; ++i) sum += ordered[i];
  return sum / static_cast<double>(end - first);
}

/// One case type's run: drawn delays and elapsed times, each ordered.
struct OrderedRun {
  std::vector<double> drawn;
  std::vector<double> elapsed;
};

OrderedRun ordered(const std::vector<RunCase>& cases) {
  OrderedRun run;
  for (const RunCase& one : cases) {
    run.drawn.push_back(one.drawn_hours);
    run.elapsed.push_back(one.elapsed_days);
  }
  std::sort(run.drawn.begin(), run.drawn.end());
  std::sort(run.elapsed.begin(), run.elapsed.end());
  return run;
}

std::vector<work::Remainder> improved(const std::vector<work::Remainder>& now,
                                      const OrderedRun& run,
                                      const std::vector<double>& recorded, double office_share) {
  std::vector<work::Remainder> next;
  double from = 0;
  double least = 0;
  for (const double to : band_ends) {
    const double drawn = band_mean(run.drawn, from, to);
    const double gap = band_mean(recorded, from, to) - band_mean(run.elapsed, from, to);
    from = to;
    if (drawn <= 0 || (!next.empty() && drawn <= next.back().drawn_hours)) continue;
    const double used =
        work::used_delay_hours(now, drawn) + gap * hours_per_day * office_share;
    least = std::max(least, used);
    next.push_back({drawn, least});
  }
  return next.empty() ? now : next;
}

/// The search for one case type.
class Search {
 public:
  Search(const CalibrationTarget& target, std::vector<work::Remainder> start)
      : target_(target), now_(start), best_(std::move(start)) {}

  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] const std::vector<work::Remainder>& now() const { return done_ ? best_ : now_; }
  [[nodiscard]] const std::vector<work::Remainder>& best() const { return best_; }
  [[nodiscard]] const std::vector<double>& elapsed_days() const { return elapsed_; }

  void learn(const std::vector<RunCase>& cases, double office_share) {
    const OrderedRun run = ordered(cases);
    if (cases.empty() || target_.days.empty()) {
      elapsed_ = run.elapsed;
      done_ = true;
      return;
    }
    const Agreement found = compare_elapsed(target_, run.elapsed);
    // Nearest first of those that agree in every figure, else nearest of all.
    const bool nearer = found.distance_days < distance_;
    if (found.holds() == holds_ ? nearer : found.holds()) {
      holds_ = found.holds();
      distance_ = found.distance_days;
      best_ = now_;
      elapsed_ = run.elapsed;
    }
    done_ = (holds_ && distance_ <= share_of_limit * target_.distance_limit) ||
            cases.size() < least_simulated;
    if (!done_) now_ = improved(now_, run, target_.days, office_share);
  }

 private:
  const CalibrationTarget& target_;
  std::vector<work::Remainder> now_;
  std::vector<work::Remainder> best_;
  std::vector<double> elapsed_;
  bool holds_ = false;
  double distance_ = std::numeric_limits<double>::infinity();
  bool done_ = false;
};

}  // namespace

work::Work with_remainder(const work::Work& work, const Remainders& remainders) {
  VEER_EXPECT(remainders.size() == work.case_types.size());
  work::Work result = work;
  for (const work::CaseTypeId type : ids(result.case_types)) {
    result.case_types[type].remainder = remainders[type];
  }
  return result;
}

Remainders as_drawn(std::size_t case_types) { return Remainders(case_types, {{1, 1}}); }
Remainders without_delay(std::size_t case_types) { return Remainders(case_types, {{1, 0}}); }

CalibrationTarget target_of(std::vector<double> elapsed_days) {
  if (elapsed_days.size() < least_recorded) return {};
  return resample_elapsed(std::move(elapsed_days), 1);
}

bool takes_longer(const std::vector<CalibrationTarget>& targets,
                  const std::vector<std::vector<RunCase>>& without_delay, bool in_any_figure) {
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (targets[t].days.empty() || without_delay[t].empty()) continue;
    const Agreement alone = compare_elapsed(targets[t], ordered(without_delay[t]).elapsed);
    const auto longer = [](const ComparedFigure& one) { return one.simulated > one.high; };
    if (longer(alone.mean_days)) return true;
    if (in_any_figure && (longer(alone.median_days) || longer(alone.p90_days))) return true;
  }
  return false;
}

Result<Calibration> calibrate(const std::vector<CalibrationTarget>& targets,
                              const Remainders& start, double office_share,
                              const RunCases& run_cases, int max_runs) {
  VEER_EXPECT(start.size() == targets.size() && max_runs > 0);
  std::vector<Search> searches;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    searches.emplace_back(targets[t], start[work::CaseTypeId(t)]);
  }
  Calibration result;
  const auto all_done = [&searches] {
    return std::all_of(searches.begin(), searches.end(), [](const Search& s) { return s.done(); });
  };
  while (result.runs < max_runs && !all_done()) {
    Remainders now(targets.size());
    for (std::size_t t = 0; t < targets.size(); ++t) now[work::CaseTypeId(t)] = searches[t].now();
    VEER_TRY(const auto cases, run_cases(now));
    ++result.runs;
    for (std::size_t t = 0; t < targets.size(); ++t) {
      if (!searches[t].done()) searches[t].learn(cases[t], office_share);
    }
  }
  result.remainders = start;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    result.remainders[work::CaseTypeId(t)] = searches[t].best();
    result.elapsed_days.push_back(searches[t].elapsed_days());
  }
  return result;
}

}  // namespace veer::study
