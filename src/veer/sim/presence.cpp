// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/presence.hpp"

#include <algorithm>
#include <cmath>

#include "veer/stats/distribution.hpp"

namespace veer::sim {
namespace {

using calendar::Block;
using calendar::Interval;
using calendar::Roster;

// Exact: days of a mean Gregorian year.
constexpr double days_per_year = 365.25;

/// The hours of the week that any of the rosters covers.
Roster union_of(const org::Workforce& workforce) {
  Roster all;
  for (std::size_t day = 0; day < all.days.size(); ++day) {
    std::vector<Interval> parts = workforce.office_hours.days[day];
    for (const Roster& roster : workforce.rosters) {
      parts.insert(parts.end(), roster.days[day].begin(), roster.days[day].end());
    }
    std::sort(parts.begin(), parts.end(),
              [](const Interval& a, const Interval& b) { return a.from < b.from; });
    for (const Interval& part : parts) {
      auto& merged = all.days[day];
      if (!merged.empty() && part.from <= merged.back().to) {
        merged.back().to = std::max(merged.back().to, part.to);
      } else {
        merged.push_back(part);
      }
    }
  }
  return all;
}

Duration longest_day(const Roster& roster) {
  Duration longest{};
  for (const auto& day : roster.days) {
    Duration length{};
    for (const Interval& interval : day) length += interval.to - interval.from;
    longest = std::max(longest, length);
  }
  return longest;
}

Block days_off(Day from, std::int32_t count) {
  return {start_of(from), start_of(from + count)};
}

/// Spells of sick leave: reports are Poisson, lengths exponential (judgement: shape) with the mean
/// that gives the drawn share of days; at least one day.
void add_sick_leave(std::vector<Block>& absences, const org::Assumptions& assumptions,
                    const Draws& draws, std::uint32_t person, Day first, Day last) {
  if (assumptions.sick_leave_share <= 0 || assumptions.sick_leave_spells <= 0) return;
  const double spell_days =
      assumptions.sick_leave_share * days_per_year / assumptions.sick_leave_spells;
  // Time between the end of one spell and the start of the next, so that the share comes out.
  const double gap_days = days_per_year / assumptions.sick_leave_spells - spell_days;
  double at = 0;
  for (std::uint32_t n = 0;; ++n) {
    const double gap =
        gap_days * draws.exponential(Purpose::absence_gap, person, n);
    const double length =
        spell_days * draws.exponential(Purpose::absence_length, person, n);
    at += gap;
    if (at > last - first) return;
    const auto from = static_cast<std::int32_t>(std::lround(at));
    at += length;
    const auto to = static_cast<std::int32_t>(std::lround(at));
    if (to > from) absences.push_back(days_off(first + from, to - from));
  }
}

/// Holiday leave: each year the weeks with the smallest draws, the last one cut to the rest.
void add_leave(std::vector<Block>& absences, const org::Assumptions& assumptions,
               const Draws& draws, std::uint32_t person, Day first, Day last) {
  if (assumptions.leave_weeks <= 0) return;
  const Day monday = first - static_cast<std::int32_t>(weekday_of(first));
  for (std::uint32_t year = 0; monday + static_cast<std::int32_t>(year * 364) <= last; ++year) {
    std::vector<std::pair<double, std::int32_t>> weeks;
    weeks.reserve(52);
    for (std::int32_t week = 0; week < 52; ++week) {
      weeks.emplace_back(
          draws.uniform(Purpose::leave, person, year, static_cast<std::uint32_t>(week)), week);
    }
    std::sort(weeks.begin(), weeks.end());
    double left = std::min(assumptions.leave_weeks, 52.0);
    for (std::size_t i = 0; i < weeks.size() && left > 0; ++i, left -= 1) {
      const Day start = monday + static_cast<std::int32_t>(year * 364) + weeks[i].second * 7;
      const auto length = static_cast<std::int32_t>(std::lround(std::min(left, 1.0) * 7));
      if (length > 0) absences.push_back(days_off(start, length));
    }
  }
}

void add_shock(std::vector<Block>& absences, const Run& run, const Draws& draws,
               std::uint32_t person) {
  if (!run.shock || run.shock->people >= 1) return;
  if (draws.uniform(Purpose::shock_absence, person) < run.shock->people) return;
  const Day from = run.window.first_day + run.window.warm_up +
                   static_cast<std::int32_t>(std::lround(run.shock->starts_week * 7));
  absences.push_back(days_off(from, static_cast<std::int32_t>(std::lround(run.shock->weeks * 7))));
}

/// Ordered and disjoint.
std::vector<Block> merged(std::vector<Block> blocks) {
  std::sort(blocks.begin(), blocks.end(),
            [](const Block& a, const Block& b) { return a.from < b.from; });
  std::vector<Block> result;
  for (const Block& block : blocks) {
    if (!result.empty() && block.from <= result.back().to) {
      result.back().to = std::max(result.back().to, block.to);
    } else {
      result.push_back(block);
    }
  }
  return result;
}

std::vector<std::vector<Block>> meetings_of(const org::Organisation& organisation, Day first,
                                            Day last) {
  std::vector<std::vector<Block>> blocks(organisation.places.size());
  for (const org::Meeting& meeting : organisation.meetings) {
    for (Day day = first; day <= last; day = day + 1) {
      if (!org::is_held_on(meeting, day)) continue;
      const Instant start = start_of(day) + meeting.starts_at;
      for (const org::PersonId person : meeting.participants) {
        blocks[person.index()].push_back({start, start + meeting.length});
      }
    }
  }
  return blocks;
}

}  // namespace

Presences::Presences(const org::Workforce& workforce, const org::Organisation& organisation,
                     const org::Assumptions& assumptions, const Run& run, const Draws& draws,
                     Day first, Day last, std::span<const std::uint32_t> person_of)
    : first_(first),
      last_(last),
      closed_days_(workforce.closed_days),
      office_(&rostered(union_of(workforce)).time),
      office_hours_(&rostered(workforce.office_hours).time),
      office_day_(Effort::microseconds(longest_day(workforce.office_hours).count())) {
  std::vector<const Rostered*> paid;
  for (const Roster& roster : workforce.rosters) paid.push_back(&rostered(roster));
  std::vector<std::vector<Block>> meetings = meetings_of(organisation, first, last);
  persons_.reserve(workforce.persons.size());
  for (const org::PersonId id : ids(workforce.persons)) {
    const std::uint32_t person = person_of.empty() ? id.value() : person_of[id.index()];
    std::vector<Block> absences;
    add_sick_leave(absences, assumptions, draws, person, first, last);
    add_leave(absences, assumptions, draws, person, first, last);
    add_shock(absences, run, draws, person);
    absences = merged(std::move(absences));

    Presence presence;
    presence.absences = std::move(absences);
    set_roster(presence, *paid[workforce.persons[id].roster.index()], meetings[id.index()]);
    persons_.push_back(std::move(presence));
  }
  if (!person_of.empty()) meetings_ = std::move(meetings);
}

const Presences::Rostered& Presences::rostered(const Roster& roster) {
  const auto known = std::find_if(rosters_.begin(), rosters_.end(),
                                  [&](const Rostered& one) { return one.roster == roster; });
  if (known != rosters_.end()) return *known;
  return rosters_.emplace_back(Rostered{roster, {roster, first_, last_, closed_days_}});
}

void Presences::set_roster(Presence& presence, const Rostered& paid,
                           const std::vector<Block>& meetings) {
  presence.roster = &paid.roster;
  presence.rostered = &paid.time;
  const auto time_without = [&](const std::vector<Block>& closed) {
    return &times_.emplace_back(*presence.roster, first_, last_, closed_days_, closed);
  };
  std::vector<Block> blocks = meetings;
  blocks.insert(blocks.end(), presence.absences.begin(), presence.absences.end());
  presence.has_meetings = !meetings.empty();
  presence.at_work =
      presence.absences.empty() ? presence.rostered : time_without(presence.absences);
  presence.free_of_meetings = presence.has_meetings ? time_without(blocks) : presence.at_work;
}

void Presences::change(std::uint32_t person, const calendar::Roster& roster) {
  set_roster(persons_[person], rostered(roster), meetings_[person]);
}

}  // namespace veer::sim
