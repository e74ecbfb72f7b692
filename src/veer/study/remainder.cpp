// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/remainder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "veer/base/error.hpp"
#include "veer/stats/summary.hpp"
#include "veer/study/agreement.hpp"

namespace veer::study {
namespace {

constexpr double hours_per_day = 24;  // Exact: hours of a day
// Judgement: fewer recorded cases than this have no distribution to speak of.
constexpr std::size_t least_recorded = 20;
// Judgement: a run with fewer cases than this cannot be corrected rank by rank.
constexpr std::size_t least_simulated = 40;
// Judgement: enough resamples for the 95th percentile of a distance that is only a stopping rule.
constexpr int resamples = 200;
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
  [[nodiscard]] double mean_days() const { return mean_days_; }
  [[nodiscard]] double distance_days() const { return std::isinf(distance_) ? 0 : distance_; }
  [[nodiscard]] bool too_slow() const {
    return !target_.elapsed_days.empty() &&
           mean_days_ > mean(target_.elapsed_days) + target_.tolerance_days;
  }

  void learn(const std::vector<RunCase>& cases, double office_share) {
    if (cases.empty() || target_.elapsed_days.empty()) {
      done_ = true;
      return;
    }
    const OrderedRun run = ordered(cases);
    const double distance = wasserstein_distance(run.elapsed, target_.elapsed_days);
    if (distance < distance_) {
      distance_ = distance;
      best_ = now_;
      mean_days_ = mean(run.elapsed);
    }
    const double gap = std::abs(mean(run.elapsed) - mean(target_.elapsed_days));
    done_ = (distance <= target_.distance_days && gap <= target_.tolerance_days) ||
            cases.size() < least_simulated;
    if (!done_) now_ = improved(now_, run, target_.elapsed_days, office_share);
  }

 private:
  const CalibrationTarget& target_;
  std::vector<work::Remainder> now_;
  std::vector<work::Remainder> best_;
  double distance_ = std::numeric_limits<double>::infinity();
  double mean_days_ = 0;
  bool done_ = false;
};

/// Whether some case type takes longer than its records even without any delay.
Result<bool> mechanisms_take_longer(const std::vector<CalibrationTarget>& targets,
                                    const RunCases& run_cases) {
  VEER_TRY(const auto cases, run_cases(without_delay(targets.size())));
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (targets[t].elapsed_days.empty() || cases[t].empty()) continue;
    const double longest = mean(targets[t].elapsed_days) + targets[t].tolerance_days;
    if (mean(ordered(cases[t]).elapsed) > longest) return true;
  }
  return false;
}

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
  std::sort(elapsed_days.begin(), elapsed_days.end());
  const double error = standard_deviation(elapsed_days) /
                       std::sqrt(static_cast<double>(elapsed_days.size()));
  const Agreement chance = compare_elapsed(elapsed_days, elapsed_days, 1, resamples);
  // Records without any spread agree only with themselves; a minute is near enough then.
  constexpr double minute = 1.0 / 1440;  // Exact: of a day
  return {std::move(elapsed_days), std::max(minute, share_of_limit * error),
          std::max(minute, share_of_limit * chance.distance_limit_days)};
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
  bool too_slow = false;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    result.remainders[work::CaseTypeId(t)] = searches[t].best();
    result.reached_days.push_back(searches[t].mean_days());
    result.distance_days.push_back(searches[t].distance_days());
    too_slow = too_slow || searches[t].too_slow();
  }
  if (too_slow) {
    VEER_TRY(result.contradicts, mechanisms_take_longer(targets, run_cases));
    ++result.runs;
  }
  return result;
}

}  // namespace veer::study
