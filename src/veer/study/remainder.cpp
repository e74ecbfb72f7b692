// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/remainder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "veer/base/error.hpp"

namespace veer::study {
namespace {

// Judgement: enough quantiles for a family's mean to stay within 1 %.
constexpr std::size_t quantiles_of_family = 512;

std::vector<double> sample_of(const Distribution& distribution) {
  if (distribution.kind() == Distribution::Kind::empirical ||
      distribution.kind() == Distribution::Kind::constant) {
    return distribution.parameters();
  }
  std::vector<double> sample;
  for (std::size_t i = 0; i < quantiles_of_family; ++i) {
    sample.push_back(distribution.quantile((static_cast<double>(i) + 0.5) /
                                           static_cast<double>(quantiles_of_family)));
  }
  return sample;
}

Distribution shifted(const Distribution& delay, double hours) {
  if (hours < 0) {
    const double mean = delay.mean();
    return mean > 0 ? delay.scaled(1 - hours / mean) : delay;
  }
  std::vector<double> sample = sample_of(delay);
  for (double& value : sample) value = std::max(0.0, value - hours);
  if (sample.size() == 1) return Distribution::constant(sample.front());
  return Distribution::empirical(std::move(sample));
}

bool has_remainder(const work::Step& step) {
  return step.kind == work::StepKind::activity && !step.delay.is_none();
}

double longest_delay(const work::Work& work, const work::CaseType& type) {
  double longest = 0;
  for (const work::Step& step : type.process.steps) {
    if (!has_remainder(step)) continue;
    for (const double value : sample_of(work.distributions[step.delay])) {
      longest = std::max(longest, value);
    }
  }
  return longest;
}

/// The search for one case type's shift. The elapsed time falls as the shift grows.
class Search {
 public:
  Search(const CalibrationTarget& target, double start, double largest)
      : target_(target), largest_(largest), shift_(std::min(start, largest)) {}

  [[nodiscard]] double shift() const { return shift_; }
  [[nodiscard]] double best_shift() const { return best_shift_; }
  [[nodiscard]] double best_days() const { return best_days_; }
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] bool contradicts() const { return contradicts_; }

  /// Takes what the current shift gave and sets the next one.
  void learn(double mean_days) {
    if (!target_.has_records || std::isnan(mean_days)) {
      best_shift_ = shift_;
      best_days_ = mean_days;
      done_ = true;
      return;
    }
    const double excess = mean_days - target_.mean_days;
    if (!has_best_ || std::abs(excess) < std::abs(best_days_ - target_.mean_days)) {
      best_shift_ = shift_;
      best_days_ = mean_days;
      has_best_ = true;
    }
    if (std::abs(excess) <= target_.tolerance_days) {
      done_ = true;
    } else if (excess > 0) {
      too_slow(excess);
    } else {
      too_fast(excess);
    }
  }

 private:
  struct Point {
    double shift;
    double excess;
  };

  void too_slow(double excess) {
    if (shift_ >= largest_) {
      contradicts_ = true;
      done_ = true;
      return;
    }
    slow_ = Point{shift_, excess};
    propose();
  }
  void too_fast(double excess) {
    fast_ = Point{shift_, excess};
    propose();
  }
  void propose() {
    if (slow_ && fast_) {
      // False position, kept off the ends so that a bent curve still halves the bracket.
      const double share = slow_->excess / (slow_->excess - fast_->excess);
      shift_ = slow_->shift + std::clamp(share, 0.1, 0.9) * (fast_->shift - slow_->shift);
    } else if (slow_) {
      shift_ = std::min(largest_, slow_->shift + step());
    } else {
      shift_ = fast_->shift - step();
    }
  }
  /// Outwards until the target lies between: one hour, then four times as much each time.
  double step() {
    const double now = step_;
    step_ *= 4;
    return now;
  }

  CalibrationTarget target_;
  double largest_;
  double shift_;
  double step_ = 1;  // Judgement: an hour a step, the scale of what the mechanisms explain
  std::optional<Point> slow_;
  std::optional<Point> fast_;
  bool has_best_ = false;
  double best_shift_ = 0;
  double best_days_ = std::numeric_limits<double>::quiet_NaN();
  bool done_ = false;
  bool contradicts_ = false;
};

}  // namespace

work::Work with_remainder(const work::Work& work, const Shifts& shifts) {
  VEER_EXPECT(shifts.size() == work.case_types.size());
  work::Work result = work;
  for (const work::CaseTypeId type : ids(result.case_types)) {
    if (shifts[type] == 0) continue;
    std::map<work::DistributionId, work::DistributionId> replaced;
    for (work::Step& step : result.case_types[type].process.steps) {
      if (!has_remainder(step)) continue;
      const auto [entry, is_new] = replaced.try_emplace(step.delay);
      if (is_new) {
        entry->second =
            result.distributions.push_back(shifted(work.distributions[step.delay], shifts[type]));
      }
      step.delay = entry->second;
    }
  }
  return result;
}

Result<Calibration> calibrate(const work::Work& work,
                              const std::vector<CalibrationTarget>& targets, const Shifts& start,
                              const MeanElapsed& mean_elapsed, int max_runs) {
  VEER_EXPECT(targets.size() == work.case_types.size() && start.size() == targets.size());
  std::vector<Search> searches;
  for (const work::CaseTypeId type : ids(work.case_types)) {
    searches.push_back(Search(targets[type.index()], start[type],
                              longest_delay(work, work.case_types[type])));
  }
  Calibration result;
  const auto all_done = [&searches] {
    return std::all_of(searches.begin(), searches.end(), [](const Search& s) { return s.done(); });
  };
  Shifts shifts = start;
  while (result.runs < max_runs && !all_done()) {
    for (std::size_t t = 0; t < searches.size(); ++t) {
      const Search& search = searches[t];
      shifts[work::CaseTypeId(t)] = search.done() ? search.best_shift() : search.shift();
    }
    VEER_TRY(const std::vector<double> reached, mean_elapsed(shifts));
    ++result.runs;
    for (std::size_t t = 0; t < searches.size(); ++t) {
      if (!searches[t].done()) searches[t].learn(reached[t]);
    }
  }
  result.shift_hours = shifts;
  for (std::size_t t = 0; t < searches.size(); ++t) {
    result.shift_hours[work::CaseTypeId(t)] = searches[t].best_shift();
    result.reached_days.push_back(searches[t].best_days());
    if (searches[t].contradicts()) result.contradicts = true;
  }
  return result;
}

}  // namespace veer::study
