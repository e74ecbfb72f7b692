// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/rosters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

// Judgement: fewer stamps or dates than these say too little about a person's week.
constexpr std::size_t min_stamps = 30;
// Judgement: see min_stamps.
constexpr std::size_t min_dates = 10;
// Judgement: rarer weekdays are exceptions (an evening at home), not part of the week.
constexpr double weekday_support = 0.2;
// Judgement: the outer twentieths of the stamps are overtime and early starts.
constexpr double outer_share = 0.05;
// Judgement: a working day whose stamps span less is a person who records in passing.
constexpr double min_hours = 4;
// Judgement: when this share of the people works, the office is open.
constexpr double office_share = 0.25;

// Judgement: lunch begins between 11:30 and 13:30 (half-hours of the day).
constexpr std::size_t lunch_from = 23;
// Judgement: see lunch_from.
constexpr std::size_t lunch_to = 28;
// Judgement: a lunch half-hour has fewer stamps than this share of the usual.
constexpr double lunch_share = 0.25;
// Judgement: fewer stamps per half-hour cannot show a lunch.
constexpr double lunch_min_usual = 8;
// Exact.
constexpr std::size_t half_hours_a_day = 48;

struct Stamps {
  std::vector<double> hours;  // time of day
  std::array<std::set<Day>, 7> dates;
};

Duration half_hours(std::size_t n) { return std::chrono::minutes(30) * static_cast<int>(n); }

/// The working intervals of one day between two half-hours, without the lunch break.
std::vector<calendar::Interval> working_day(const std::vector<double>& ordered, std::size_t from,
                                            std::size_t to) {
  std::array<double, half_hours_a_day> stamps{};
  for (const double hour : ordered) {
    stamps[std::min(half_hours_a_day - 1, static_cast<std::size_t>(hour * 2))] += 1;
  }
  double usual = 0;
  for (std::size_t slot = from; slot < to; ++slot) usual += stamps[slot];
  usual /= static_cast<double>(to - from);
  std::vector<calendar::Interval> day;
  for (std::size_t slot = from; slot < to; ++slot) {
    const bool lunch = slot > from && slot + 1 < to && slot >= lunch_from && slot < lunch_to &&
                       usual >= lunch_min_usual && stamps[slot] < lunch_share * usual;
    if (lunch) continue;
    if (!day.empty() && day.back().to == half_hours(slot)) {
      day.back().to = half_hours(slot + 1);
    } else {
      day.push_back({half_hours(slot), half_hours(slot + 1)});
    }
  }
  return day;
}

calendar::Roster roster_of(const Stamps& stamps, bool& learned) {
  learned = false;
  std::size_t dates = 0;
  std::size_t busiest = 0;
  for (const auto& weekday : stamps.dates) {
    dates += weekday.size();
    busiest = std::max(busiest, weekday.size());
  }
  if (stamps.hours.size() < min_stamps || dates < min_dates) return calendar::office_week();
  std::vector<double> ordered = stamps.hours;
  std::sort(ordered.begin(), ordered.end());
  const double from = std::floor(quantile_of_sorted(ordered, outer_share) * 2) / 2;
  const double to =
      std::min(24.0, std::ceil(quantile_of_sorted(ordered, 1 - outer_share) * 2) / 2);
  if (to - from < min_hours) return calendar::office_week();
  learned = true;
  const auto day_hours = working_day(ordered, static_cast<std::size_t>(from * 2),
                                     static_cast<std::size_t>(to * 2));
  calendar::Roster roster;
  for (std::size_t day = 0; day < roster.days.size(); ++day) {
    const auto support = static_cast<double>(stamps.dates[day].size());
    if (support < weekday_support * static_cast<double>(busiest)) continue;
    roster.days[day] = day_hours;
  }
  return roster;
}

bool works_at(const calendar::Roster& roster, std::size_t day, Duration at) {
  return std::any_of(roster.days[day].begin(), roster.days[day].end(),
                     [at](const calendar::Interval& i) { return i.from <= at && at < i.to; });
}

calendar::Roster office_hours_of(const IdVector<eventlog::PersonId, calendar::Roster>& rosters) {
  calendar::Roster office;
  const double needed = office_share * static_cast<double>(rosters.size());
  for (std::size_t day = 0; day < office.days.size(); ++day) {
    for (std::size_t slot = 0; slot < half_hours_a_day; ++slot) {
      const Duration from = half_hours(slot);
      const Duration to = half_hours(slot + 1);
      const auto working =
          std::count_if(rosters.begin(), rosters.end(),
                        [&](const calendar::Roster& r) { return works_at(r, day, from); });
      if (working == 0 || static_cast<double>(working) < needed) continue;
      auto& intervals = office.days[day];
      if (!intervals.empty() && intervals.back().to == from) {
        intervals.back().to = to;
      } else {
        intervals.push_back({from, to});
      }
    }
  }
  return office.week() == Duration(0) ? calendar::office_week() : office;
}

}  // namespace

LearnedRosters learn_rosters(const eventlog::EventLog& log,
                             std::span<const eventlog::Instance> instances) {
  IdVector<eventlog::PersonId, Stamps> stamps(log.persons.size());
  const auto note = [&](eventlog::PersonId person, Instant t) {
    if (day_only(t)) return;
    stamps[person].hours.push_back(hours(time_of_day(t)));
    stamps[person].dates[static_cast<std::size_t>(weekday_of(day_of(t)))].insert(day_of(t));
  };
  for (const auto& instance : instances) {
    if (instance.person.is_none()) continue;
    note(instance.person, instance.end);
    if (instance.start_recorded) note(instance.person, instance.start);
  }
  LearnedRosters result;
  for (const Stamps& own : stamps) {
    bool learned = false;
    result.of_person.push_back(roster_of(own, learned));
    if (learned) ++result.learned;
  }
  result.office_hours = office_hours_of(result.of_person);
  return result;
}

}  // namespace veer::discover
