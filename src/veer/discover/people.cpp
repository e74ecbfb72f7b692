// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/people.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "veer/calendar/holidays.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

using eventlog::PersonId;

// Judgement: half a year without a stamp is longer than leave or most sickness.
constexpr Duration gone_after = std::chrono::hours(24 * 182);
// Judgement: shorter records cannot show that somebody left.
constexpr Duration records_long_enough = std::chrono::hours(24 * 365);

struct Seen {
  std::map<work::ActivityId, std::size_t> activities;
  std::size_t count = 0;
  Instant last;
  std::vector<double> days;  ///< Since 1970, of every stamp.
};

/// One post per person: FTEs of several rows add up, unit and function are those of the largest.
struct Post {
  std::string unit;
  std::string function;
  std::optional<Fte> fte;
};

std::map<std::string, Post> posts_of(const eventlog::StaffList& staff) {
  std::map<std::string, Post> posts;
  std::map<std::string, Fte> largest;
  for (const auto& row : staff) {
    const auto [at, is_new] = posts.emplace(row.person, Post{row.unit, row.function, row.fte});
    const Fte own = row.fte.value_or(Fte());
    if (!is_new) {
      if (own > largest[row.person]) {
        at->second.unit = row.unit;
        at->second.function = row.function;
      }
      if (row.fte) at->second.fte = at->second.fte.value_or(Fte()) + own;
    }
    largest[row.person] = std::max(largest[row.person], own);
  }
  return posts;
}

IdVector<PersonId, Seen> look_at(
    const eventlog::EventLog& log, const std::vector<Observation>& rows,
    const IdVector<eventlog::ActivityId, work::ActivityId>& activity_of) {
  IdVector<PersonId, Seen> seen(log.persons.size());
  for (const Observation& row : rows) {
    if (row.instance.person.is_none()) continue;
    Seen& own = seen[row.instance.person];
    if (own.count == 0) own.last = row.instance.end;
    own.last = std::max(own.last, row.instance.end);
    ++own.count;
    own.days.push_back(days(row.instance.end - Instant{}));
    ++own.activities[activity_of[row.instance.activity]];
  }
  return seen;
}

/// Who is no longer there; nobody who alone still knows an activity.
IdVector<PersonId, bool> who_left(const IdVector<PersonId, Seen>& seen, const Period& period) {
  IdVector<PersonId, bool> left(seen.size(), false);
  const Instant last = period.last;
  if (last - period.first < records_long_enough) return left;
  std::set<work::ActivityId> kept;
  std::vector<PersonId> gone;
  for (const PersonId person : ids(seen)) {
    if (seen[person].count == 0) continue;
    if (last - seen[person].last > gone_after) {
      gone.push_back(person);
    } else {
      for (const auto& [activity, count] : seen[person].activities) kept.insert(activity);
    }
  }
  // The busiest of those who left are kept first where an activity needs one.
  std::stable_sort(gone.begin(), gone.end(),
                   [&](PersonId a, PersonId b) { return seen[a].count > seen[b].count; });
  for (const PersonId person : gone) {
    const auto& activities = seen[person].activities;
    const bool needed = std::any_of(activities.begin(), activities.end(), [&](const auto& entry) {
      return kept.find(entry.first) == kept.end();
    });
    left[person] = !needed;
    if (needed) {
      for (const auto& [activity, count] : activities) kept.insert(activity);
    }
  }
  return left;
}

// Judgement: paid hours over the roster that was read off stamps, or assumed. Stamps miss hours at
// the edges of a day and days without registrations (paid is more), and overtime or a full office
// week assumed for a part-timer make the roster too long (paid is less).
constexpr double least_paid = 0.8;
constexpr double most_paid = 1.25;

/// The weeks in which a person worked on what is in the records, at least one. The span of the
/// middle nine tenths of the stamps is nine tenths of it where work is spread evenly; the tails
/// that records of whole cases have, a few stamps in old and late cases, so count for little.
double weeks_seen(const Seen& seen) {
  // Judgement: see above; a tenth of the stamps may be tails.
  constexpr double middle = 0.9;
  const double span = quantile(seen.days, 1 - (1 - middle) / 2) -
                      quantile(seen.days, (1 - middle) / 2);
  return std::max(1.0, span / middle / 7);
}

org::RosterId roster_id(org::Workforce& workforce, const calendar::Roster& roster) {
  for (const org::RosterId id : ids(workforce.rosters)) {
    if (workforce.rosters[id] == roster) return id;
  }
  return workforce.rosters.push_back(roster);
}

}  // namespace

LearnedPeople learn_people(const eventlog::EventLog& log, const std::vector<Observation>& rows,
                           const IdVector<eventlog::ActivityId, work::ActivityId>& activity_of,
                           const LearnedRosters& rosters, const HandOvers& handovers,
                           const eventlog::StaffList& staff, const Period& period) {
  LearnedPeople result;
  const auto posts = posts_of(staff);
  std::vector<std::string> units;
  std::vector<eventlog::Instance> instances;
  for (const Observation& row : rows) instances.push_back(row.instance);
  for (const PersonId person : ids(rosters.of_person)) {
    const auto at = posts.find(log.persons[person]);
    units.push_back(at == posts.end() ? std::string() : at->second.unit);
  }
  result.home_unit = home_units(log, instances, handovers, units);

  const auto seen = look_at(log, rows, activity_of);
  const auto left = who_left(seen, period);
  std::set<work::ActivityId> with_person;
  std::set<work::ActivityId> all;
  for (const Seen& own : seen) {
    for (const auto& [activity, count] : own.activities) with_person.insert(activity);
  }
  for (const Observation& row : rows) all.insert(activity_of[row.instance.activity]);

  org::Workforce& workforce = result.workforce;
  workforce.office_hours = rosters.office_hours;
  const double office_week = hours(calendar::office_week().week());
  result.person_of.resize(log.persons.size());
  for (const PersonId person : ids(seen)) {
    const Seen& own = seen[person];
    if (own.count == 0) continue;
    ++result.seen;
    org::Person member;
    member.pseudonym = log.persons[person];
    member.unit_name = result.home_unit[person.index()];
    calendar::Roster roster = rosters.of_person[person];
    const auto post = posts.find(member.pseudonym);
    if (post != posts.end()) member.function = post->second.function;
    if (post != posts.end() && post->second.fte) {
      member.fte = std::min(*post->second.fte, Fte::of(1));
      roster = calendar::part_time(calendar::office_week(), member.fte);
    } else {
      member.fte = Fte::of(std::min(1.0, hours(roster.week()) / office_week));
    }
    const double paid = hours(roster.week()) * weeks_seen(own);
    const bool contract_known = post != posts.end() && post->second.fte.has_value();
    result.paid_hours += paid;
    result.least_paid_hours += contract_known ? paid : least_paid * paid;
    result.most_paid_hours += contract_known ? paid : most_paid * paid;
    if (left[person]) {
      ++result.left;
      continue;
    }
    member.roster = roster_id(workforce, roster);
    for (const work::ActivityId activity : all) {
      const auto done = own.activities.find(activity);
      if (done != own.activities.end()) {
        member.competences.push_back({activity, static_cast<double>(done->second)});
      } else if (with_person.find(activity) == with_person.end()) {
        member.competences.push_back({activity, static_cast<double>(own.count)});
      }
    }
    result.person_of[person] = workforce.persons.push_back(std::move(member));
  }
  for (const auto& [name, post] : posts) {
    const PersonId person = log.persons.find(name);
    if (person.is_none() || seen[person].count == 0) ++result.staff_without_records;
  }
  return result;
}

}  // namespace veer::discover
