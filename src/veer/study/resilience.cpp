// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/resilience.hpp"

#include <algorithm>
#include <utility>

#include "veer/base/error.hpp"

namespace veer::study {
namespace {

struct Week {
  std::int64_t cases = 0;
  Duration without{};
  Duration with{};
};

double quality_of(const Week& group) {
  if (group.with.count() <= 0) return 100;
  return 100 * static_cast<double>(group.without.count()) / static_cast<double>(group.with.count());
}

/// Both are ordered by case type and number: one walk along the two finds the pairs.
std::vector<Week> pair_by_week(const sim::Outcome& without, const sim::Outcome& with,
                               Instant measured_from, std::int32_t weeks) {
  std::vector<Week> result(static_cast<std::size_t>(weeks));
  const auto key = [](const sim::CaseOutcome& one) { return std::pair(one.case_type, one.number); };
  auto b = with.cases.begin();
  for (const sim::CaseOutcome& a : without.cases) {
    while (b != with.cases.end() && key(*b) < key(a)) ++b;
    if (b == with.cases.end()) break;
    if (key(*b) != key(a) || b->extra || a.extra || a.proposal) continue;
    const std::int32_t week = (day_of(a.arrived) - day_of(measured_from)) / 7;
    if (a.arrived < measured_from || week >= weeks) continue;
    Week& of = result[static_cast<std::size_t>(week)];
    ++of.cases;
    of.without += a.elapsed();
    of.with += b->elapsed();
  }
  return result;
}

void add(Week& to, const Week& from) {
  to.cases += from.cases;
  to.without += from.without;
  to.with += from.with;
}

}  // namespace

std::vector<double> quality_by_week(const sim::Outcome& without, const sim::Outcome& with,
                                    Instant measured_from, std::int32_t weeks) {
  VEER_EXPECT(weeks > 0);
  const std::vector<Week> paired = pair_by_week(without, with, measured_from, weeks);
  struct Group {
    std::size_t first = 0;
    Week sum;
  };
  std::vector<Group> groups;
  Group open;
  for (std::size_t week = 0; week < paired.size(); ++week) {
    add(open.sum, paired[week]);
    if (open.sum.cases < least_cases) continue;
    groups.push_back(open);
    open = {week + 1, {}};
  }
  if (groups.empty()) return {};
  if (open.sum.cases > 0) add(groups.back().sum, open.sum);
  std::vector<double> quality(paired.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::size_t end = g + 1 < groups.size() ? groups[g + 1].first : paired.size();
    std::fill(quality.begin() + static_cast<std::ptrdiff_t>(groups[g].first),
              quality.begin() + static_cast<std::ptrdiff_t>(end), quality_of(groups[g].sum));
  }
  return quality;
}

Resilience resilience(const std::vector<double>& quality, std::int32_t shock_week) {
  VEER_EXPECT(!quality.empty() && shock_week >= 0);
  Resilience result;
  for (const double q : quality) {
    result.depth = std::max(result.depth, 100 - q);
    result.loss += 100 - q;
  }
  const auto start = static_cast<std::size_t>(shock_week);
  std::size_t week = start;
  while (week < quality.size() && quality[week] >= recovered_at) ++week;
  if (week >= quality.size()) {
    result.recovery_weeks = 0;
    return result;
  }
  std::int32_t in_a_row = 0;
  for (; week < quality.size(); ++week) {
    in_a_row = quality[week] >= recovered_at ? in_a_row + 1 : 0;
    if (in_a_row < recovered_weeks) continue;
    const auto first = static_cast<std::int32_t>(week) - recovered_weeks + 1;
    result.recovery_weeks = static_cast<double>(first - shock_week);
    break;
  }
  return result;
}

ResilienceSummary summarise(const std::vector<std::vector<double>>& qualities,
                            const std::vector<std::int32_t>& shock_weeks) {
  VEER_EXPECT(qualities.size() == shock_weeks.size());
  ResilienceSummary summary;
  std::vector<double> depth;
  std::vector<double> loss;
  std::vector<double> recovery;
  std::vector<std::vector<double>> by_week;
  for (std::size_t run = 0; run < qualities.size(); ++run) {
    if (qualities[run].empty()) continue;
    ++summary.runs;
    const Resilience one = resilience(qualities[run], shock_weeks[run]);
    depth.push_back(one.depth);
    loss.push_back(one.loss);
    if (one.recovery_weeks) {
      recovery.push_back(*one.recovery_weeks);
    } else {
      ++summary.not_recovered;
    }
    by_week.resize(std::max(by_week.size(), qualities[run].size()));
    for (std::size_t week = 0; week < qualities[run].size(); ++week) {
      by_week[week].push_back(qualities[run][week]);
    }
  }
  for (const std::vector<double>& week : by_week) summary.quality.push_back(estimate(week));
  summary.depth = estimate(depth);
  summary.loss = estimate(loss);
  summary.recovery_weeks = estimate(recovery);
  return summary;
}

}  // namespace veer::study
