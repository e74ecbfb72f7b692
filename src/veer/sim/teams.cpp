// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/teams.hpp"

#include <algorithm>

namespace veer::sim {
namespace {

using calendar::Interval;
using calendar::Roster;
using org::PersonId;

class TeamMaker {
 public:
  TeamMaker(const work::Work& work, Seats& seats)
      : work_(work), seats_(seats), claims_(std::move(seats.organisation.claims)) {
    seats_.organisation.claims.clear();
    const auto& persons = seats_.workforce.persons;
    for (const PersonId person : ids(persons)) {
      rests_.push_back(seats_.workforce.rosters[persons[person].roster]);
      seats_.person_of.push_back(person.value());
    }
  }

  void run() {
    for (const work::OpgaveId opgave : ids(work_.opgaven)) make_team(opgave);
  }

 private:
  [[nodiscard]] org::UnitId top_of(PersonId person) const {
    const auto& units = seats_.organisation.units;
    org::UnitId unit = seats_.organisation.places[person].unit;
    while (!units[unit].parent.is_none()) unit = units[unit].parent;
    return unit;
  }

  void make_team(work::OpgaveId opgave) {
    std::vector<PersonId> seats;
    org::UnitId team;
    for (const org::Claim& claim : claims_) {
      if (claim.opgave != opgave) continue;
      if (team.is_none()) {
        team = seats_.organisation.units.push_back(
            {work_.opgaven[opgave].name, "opgaveteam", top_of(claim.person), {}});
      }
      seats.push_back(add_seat(claim, team));
      if (claim.leads) seats_.organisation.units[team].lead = seats.back();
    }
    for (const work::Task& task : work_.opgaven[opgave].tasks) give(task.activity, seats);
  }

  PersonId add_seat(const org::Claim& claim, org::UnitId team) {
    org::Person seat = seats_.workforce.persons[claim.person];
    Roster& rest = rests_[claim.person.index()];
    Roster kept;
    if (rest.week() > Duration::zero()) {
      const double claimed = claim.share * hours(seats_.workforce.rosters[seat.roster].week());
      const Fte share = Fte::of(1 - claimed / hours(rest.week()));
      if (share > Fte()) kept = calendar::part_time(rest, share);
    }
    const Roster part = without(rest, kept);
    rest = kept;
    seat.roster = seats_.workforce.rosters.push_back(part);
    seats_.organisation.places.push_back({team, {}});
    seats_.person_of.push_back(claim.person.value());
    const PersonId id = seats_.workforce.persons.push_back(std::move(seat));
    for (org::Meeting& meeting : seats_.organisation.meetings) {
      auto& people = meeting.participants;
      if (std::find(people.begin(), people.end(), claim.person) != people.end()) {
        people.push_back(id);
      }
    }
    seats_.workforce.persons[id].competences.clear();
    seats_.teams.push_back({id.value(), claim.person.value(), claim.opgave, part});
    return id;
  }

  /// The activity is done in the team's seats alone when one of them can do it.
  void give(work::ActivityId activity, const std::vector<PersonId>& seats) {
    std::vector<std::pair<PersonId, org::Competence>> able;
    for (const PersonId seat : seats) {
      const PersonId person(seats_.person_of[seat.index()]);
      for (const org::Competence& competence : seats_.workforce.persons[person].competences) {
        if (competence.activity == activity && competence.weight > 0) {
          able.emplace_back(seat, competence);
        }
      }
    }
    if (able.empty()) return;
    for (org::Person& person : seats_.workforce.persons) {
      auto& list = person.competences;
      list.erase(std::remove_if(list.begin(), list.end(),
                                [activity](const org::Competence& competence) {
                                  return competence.activity == activity;
                                }),
                 list.end());
    }
    for (const auto& [seat, competence] : able) {
      seats_.workforce.persons[seat].competences.push_back(competence);
    }
  }

  const work::Work& work_;
  Seats& seats_;
  std::vector<org::Claim> claims_;
  std::vector<Roster> rests_;  ///< What no claim has taken yet, by person.
};

}  // namespace

Roster without(const Roster& whole, const Roster& taken) {
  Roster rest;
  for (std::size_t day = 0; day < whole.days.size(); ++day) {
    for (const Interval& interval : whole.days[day]) {
      Duration from = interval.from;
      for (const Interval& cut : taken.days[day]) {
        if (cut.to <= from || cut.from >= interval.to) continue;
        if (cut.from > from) rest.days[day].push_back({from, cut.from});
        from = cut.to;
      }
      if (from < interval.to) rest.days[day].push_back({from, interval.to});
    }
  }
  return rest;
}

Seats with_teams(const work::Work& work, const org::Workforce& workforce,
                 const org::Organisation& organisation) {
  Seats seats{workforce, organisation, {}, {}};
  TeamMaker(work, seats).run();
  return seats;
}

}  // namespace veer::sim
