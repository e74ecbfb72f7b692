// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/season.hpp"

#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "veer/calendar/holidays.hpp"
#include "veer/discover/period.hpp"
#include "veer/stats/count_tests.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

// Judgement: one false alarm in a hundred records is few enough to be told as a rhythm.
constexpr double largest_p = 0.01;

constexpr std::size_t months_per_year = 12;
constexpr std::size_t least_years = 2;
constexpr std::size_t least_weeks = 10;
constexpr int days_per_week = 7;
constexpr std::size_t working_days = 5;

std::vector<Day> arrival_days(std::span<const eventlog::Instance> instances) {
  std::vector<Day> days;
  for (std::size_t i = 0; i < instances.size();) {
    Instant first = instances[i].start;
    const eventlog::CaseId id = instances[i].case_id;
    for (; i < instances.size() && instances[i].case_id == id; ++i) {
      first = std::min(first, instances[i].start);
    }
    days.push_back(day_of(first));
  }
  std::sort(days.begin(), days.end());
  return days;
}

/// Months counted from year 0, and back to their first day.
std::size_t month_number(Day day) {
  const Date date = date_of(day);
  return static_cast<std::size_t>(date.year) * months_per_year + date.month - 1;
}
Day first_day(std::size_t month) {
  return *day_from_date(static_cast<int>(month / months_per_year),
                        static_cast<unsigned>(month % months_per_year) + 1, 1);
}

std::size_t arrivals_between(const std::vector<Day>& days, Day from, Day to) {
  const auto begin = std::lower_bound(days.begin(), days.end(), from);
  return static_cast<std::size_t>(std::lower_bound(begin, days.end(), to) - begin);
}

/// Treatments over their mean, with the spread that blocks and treatments do not explain.
Rhythm rhythm_of(const std::vector<std::vector<double>>& blocks) {
  const std::size_t k = blocks.front().size();
  const auto b = static_cast<double>(blocks.size());
  std::vector<double> means(k);
  double grand = 0;
  for (const auto& block : blocks) {
    for (std::size_t t = 0; t < k; ++t) means[t] += block[t] / b;
  }
  for (const double one : means) grand += one / static_cast<double>(k);
  double left = 0;
  for (const auto& block : blocks) {
    const double level = mean(block);
    for (std::size_t t = 0; t < k; ++t) {
      const double residual = block[t] - level - means[t] + grand;
      left += residual * residual;
    }
  }
  const double freedom = (b - 1) * (static_cast<double>(k) - 1);
  constexpr double upper = 0.975;  // Exact: of a 95 % interval, probability.
  const double t = boost::math::quantile(boost::math::students_t(freedom), upper);
  const double half = t * std::sqrt(left / freedom / b) / grand;
  Rhythm result;
  result.blocks = blocks.size();
  for (const double one : means) {
    const double value = one / grand;
    result.factors.push_back({value, std::max(0.0, value - half), value + half});
  }
  double between = 0;
  for (const double one : means) between += b * (one - grand) * (one - grand);
  const double treatments = static_cast<double>(k) - 1;
  if (between <= 0) return result;
  const boost::math::fisher_f chance(treatments, freedom);
  result.p = left <= 0 ? 0
                       : boost::math::cdf(boost::math::complement(
                             chance, (between / treatments) / (left / freedom)));
  return result;
}

/// Without the first and the last month, which are cut off.
std::size_t whole_months(const std::vector<Day>& days) {
  if (days.empty()) return 0;
  const std::size_t first = month_number(days.front()) + 1;
  const std::size_t end = month_number(days.back());
  return end > first ? end - first : 0;
}

void add_weeks(const std::vector<Day>& days, Seasons& seasons) {
  const auto monday_of = [](Day day) { return day - static_cast<int>(weekday_of(day)); };
  const Day first = monday_of(days.front()) + days_per_week;
  const Day end = monday_of(days.back());
  const std::vector<Day> holidays =
      calendar::office_holidays(date_of(first).year, date_of(end).year);
  std::vector<double> counts;
  std::vector<std::vector<double>> blocks;
  for (Day monday = first; monday < end; monday = monday + days_per_week) {
    std::vector<double> week(working_days);
    bool holiday = false;
    for (std::size_t d = 0; d < working_days; ++d) {
      const Day day = monday + static_cast<int>(d);
      week[d] = static_cast<double>(arrivals_between(days, day, day + 1));
      holiday = holiday || std::binary_search(holidays.begin(), holidays.end(), day);
    }
    counts.push_back(static_cast<double>(arrivals_between(days, monday, monday + days_per_week)));
    if (!holiday && mean(week) > 0) blocks.push_back(std::move(week));
  }
  if (counts.size() >= least_weeks) seasons.dispersion_p = overdispersion_p(counts);
  if (blocks.size() >= least_weeks) seasons.weekdays = rhythm_of(blocks);
}

}  // namespace

bool Rhythm::found() const { return p <= largest_p; }

std::optional<Rhythm> find_months(const std::vector<Day>& days) {
  const std::size_t years = whole_months(days) / months_per_year;
  if (years < least_years) return std::nullopt;
  const std::size_t end = month_number(days.back());
  const std::size_t from = end - years * months_per_year;
  std::vector<double> rates;  // a day
  for (std::size_t m = from; m < end; ++m) {
    const Day begin = first_day(m);
    const Day next = first_day(m + 1);
    rates.push_back(static_cast<double>(arrivals_between(days, begin, next)) / (next - begin));
  }
  const std::size_t n = rates.size();
  double slope = 0;
  for (std::size_t m = months_per_year; m < n; ++m) slope += rates[m] - rates[m - months_per_year];
  slope /= static_cast<double>((n - months_per_year) * months_per_year);
  std::vector<std::vector<double>> blocks;
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<double> block(months_per_year);
    double level = 0;
    for (std::size_t m = 0; m < months_per_year; ++m) {
      level += rates[year * months_per_year + m] / static_cast<double>(months_per_year);
    }
    if (level <= 0) return std::nullopt;
    constexpr double middle = (months_per_year - 1) / 2.0;  // Exact: of the months of a year.
    for (std::size_t m = 0; m < months_per_year; ++m) {
      const double straight = rates[year * months_per_year + m] -
                              slope * (static_cast<double>(m) - middle);
      block[(from + m) % months_per_year] = straight / level;
    }
    blocks.push_back(std::move(block));
  }
  return rhythm_of(blocks);
}

Seasons find_seasons(std::span<const eventlog::Instance> instances) {
  Seasons seasons;
  if (instances.empty()) return seasons;
  const std::vector<Day> all = arrival_days(instances);
  const std::vector<Day> days = within(all, find_intake(all));
  seasons.whole_months = whole_months(days);
  seasons.months = find_months(days);
  add_weeks(days, seasons);
  const auto weekend = std::count_if(days.begin(), days.end(), [](Day day) {
    return weekday_of(day) >= Weekday::saturday;
  });
  seasons.weekend_share = static_cast<double>(weekend) / static_cast<double>(days.size());
  return seasons;
}

}  // namespace veer::discover
