// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/organisation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "veer/org/continuing.hpp"

namespace veer::org {
namespace {

/// Collects what is wrong in one organisation; one member per subject of the check.
class Checker {
 public:
  Checker(const Organisation& organisation, const Workforce& workforce, const work::Work& work)
      : organisation_(organisation), workforce_(workforce), work_(work) {}

  Problems run() {
    check_units();
    check_places();
    if (problems_.empty()) {  // what follows walks the line and needs valid ids
      check_line();
      if (problems_.empty()) check_deciders();
    }
    check_meetings();
    check_calendars();
    check_competences();
    check_claims();
    if (problems_.empty()) problems_ = check_continuing(work_, workforce_);
    return std::move(problems_);
  }

 private:
  void add(std::string where, std::string found, std::string expected, std::string hint) {
    problems_.push_back({ErrorCode::invalid, std::move(where), std::move(found),
                         std::move(expected), std::move(hint)});
  }

  [[nodiscard]] std::string path(UnitId unit) const {
    return fmt::format("units[{}] ({})", unit.index(), organisation_.units[unit].name);
  }

  void check_units() {
    if (organisation_.units.empty()) {
      add("units", "none", "at least one unit", "Every person works in a unit.");
    }
    for (const UnitId id : ids(organisation_.units)) {
      const Unit& unit = organisation_.units[id];
      if (!unit.parent.is_none() && !organisation_.units.contains(unit.parent)) {
        add(path(id) + ".parent", fmt::format("unit {}", unit.parent.index()),
            "a unit of this organisation", "Name a unit that exists, or none for a top.");
      }
      if (!unit.lead.is_none() && !workforce_.persons.contains(unit.lead)) {
        add(path(id) + ".lead", fmt::format("person {}", unit.lead.index()),
            "a person of the workforce", "Name a person who exists, or none.");
      }
    }
  }

  void check_places() {
    if (organisation_.places.size() != workforce_.persons.size()) {
      add("places", fmt::format("{} places", organisation_.places.size()),
          fmt::format("one place for each of {} people", workforce_.persons.size()),
          "Give every person exactly one unit.");
    }
    for (const PersonId id : ids(organisation_.places)) {
      const Place& place = organisation_.places[id];
      if (!organisation_.units.contains(place.unit)) {
        add(fmt::format("places[{}].unit", id.index()),
            place.unit.is_none() ? "no unit" : fmt::format("unit {}", place.unit.index()),
            "a unit of this organisation", "Give every person exactly one unit.");
      }
      check_duties(id, place);
    }
  }

  void check_duties(PersonId id, const Place& place) {
    std::array<int, duty_kind_count> seen{};
    for (const Duty& duty : place.duties) {
      if (!(duty.hours_per_week >= 0 && duty.hours_per_week <= 168)) {
        add(fmt::format("places[{}].duties", id.index()),
            fmt::format("{} hours a week", duty.hours_per_week), "0 to 168 hours a week",
            "A duty takes part of a week.");
      }
      if (++seen[static_cast<std::size_t>(duty.kind)] == 2) {
        add(fmt::format("places[{}].duties", id.index()), "two duties of one kind",
            "at most one of each kind", "Add their hours together.");
      }
    }
  }

  /// Cycles, and units in which nobody works or is led.
  void check_line() {
    const auto& units = organisation_.units;
    std::vector<bool> occupied(units.size(), false);
    for (const Place& place : organisation_.places) occupied[place.unit.index()] = true;
    for (const Unit& unit : units) {
      if (!unit.parent.is_none()) occupied[unit.parent.index()] = true;
    }
    for (const UnitId id : ids(units)) {
      if (!occupied[id.index()]) {
        add(path(id), "a span of 0: no people and no units under it", "people or units",
            "Leave the unit out, or place people in it.");
      }
    }
    std::vector<bool> reported(units.size(), false);
    for (const UnitId id : ids(units)) {
      std::string names = units[id].name;
      std::vector<UnitId> seen{id};
      UnitId at = units[id].parent;
      while (!at.is_none() && at != id && seen.size() <= units.size()) {
        seen.push_back(at);
        names += " -> " + units[at].name;
        at = units[at].parent;
      }
      if (at != id || reported[id.index()]) continue;
      for (const UnitId member : seen) reported[member.index()] = true;
      add(path(id) + ".parent", "a cycle in the line: " + names + " -> " + units[id].name,
          "a line that ends at a top", "Give one of these units another parent, or none.");
    }
  }

  /// Whether a lead stands in the unit or somewhere above it.
  [[nodiscard]] bool has_lead_at_or_above(UnitId unit) const {
    for (; !unit.is_none(); unit = organisation_.units[unit].parent) {
      if (!organisation_.units[unit].lead.is_none()) return true;
    }
    return false;
  }

  [[nodiscard]] UnitId top_of(UnitId unit) const {
    while (!organisation_.units[unit].parent.is_none()) unit = organisation_.units[unit].parent;
    return unit;
  }

  void check_deciders() {
    for (std::size_t kind = 0; kind < exception_kind_count; ++kind) {
      const std::string where =
          fmt::format("exceptions.{}", name_of(static_cast<ExceptionKind>(kind)));
      check_rule(organisation_.exceptions[kind], where);
    }
    if (organisation_.find_person == FindPerson::lead_assigns) {
      require_leads("find_person", "hands out the work");
    }
  }

  void check_rule(const DecisionProtocol& rule, const std::string& where) {
    if (rule.decider == Decider::lead) require_leads(where, "decides");
    if (rule.decider == Decider::line) {
      require_leads(where, "decides");
      require_one_top(where);
    }
    if (rule.decider == Decider::colleagues && rule.participants < 1) {
      add(where + ".participants", fmt::format("{}", rule.participants), "at least 1 person",
          "Say how many colleagues are asked.");
    }
    if (rule.decider == Decider::colleagues && rule.quorum > rule.participants) {
      add(where + ".quorum", fmt::format("{} of {}", rule.quorum, rule.participants),
          "at most the number of colleagues asked", "Ask more people, or want fewer answers.");
    }
    const auto is_kind = [&rule](const Meeting& meeting) { return meeting.kind == rule.meeting; };
    if (rule.decider != Decider::self && !rule.meeting.empty() &&
        std::none_of(organisation_.meetings.begin(), organisation_.meetings.end(), is_kind)) {
      add(where + ".meeting", "no meeting of kind '" + rule.meeting + "'",
          "a meeting that is held", "Hold such meetings, or let deciders be asked at any time.");
    }
    if (!(rule.wait_limit_days >= 0)) {
      add(where + ".wait_limit", fmt::format("{} days", rule.wait_limit_days), "0 days or more",
          "0 means that the worker waits however long it takes.");
    }
    if (!(rule.disagreement >= 0 && rule.disagreement < 1)) {
      add(where + ".disagreement", fmt::format("{}", rule.disagreement),
          "a share from 0 to below 1", "With 1 no round would ever end.");
    }
    for (const int panel : rule.conflict_ladder) {
      if (panel < 1) {
        add(where + ".conflict_ladder", fmt::format("{}", panel), "at least 1 person",
            "Each rung of the ladder is somebody.");
      }
    }
  }

  void require_leads(const std::string& where, const char* what) {
    for (const UnitId id : ids(organisation_.units)) {
      const bool staffed = std::any_of(
          organisation_.places.begin(), organisation_.places.end(),
          [id](const Place& place) { return place.unit == id; });
      if (staffed && !has_lead_at_or_above(id)) {
        add(where, fmt::format("no lead in {} or above it", path(id)),
            fmt::format("a lead who {}", what), "Give the unit a lead, or choose another decider.");
      }
    }
  }

  void require_one_top(const std::string& where) {
    const UnitId first = top_of(UnitId(0));
    for (const UnitId id : ids(organisation_.units)) {
      if (top_of(id) == first) continue;
      add(where, fmt::format("two tops: {} and {}", path(first), path(top_of(id))),
          "one top above all units", "The line between two units must meet in a lead above both.");
      return;
    }
    if (organisation_.units[first].lead.is_none()) {
      add(where, fmt::format("no lead in {}", path(first)), "a lead at the top",
          "The line between two units must meet in a lead above both.");
    }
  }

  void check_meetings() {
    for (std::size_t i = 0; i < organisation_.meetings.size(); ++i) {
      const Meeting& meeting = organisation_.meetings[i];
      const std::string where = fmt::format("meetings[{}] ({})", i, meeting.kind);
      for (const PersonId person : meeting.participants) {
        if (!workforce_.persons.contains(person)) {
          add(where + ".participants", fmt::format("person {}", person.index()),
              "a person of the workforce", "Name people who exist.");
        }
      }
      if (meeting.every_weeks < 1 || meeting.phase < 0 || meeting.phase >= meeting.every_weeks) {
        add(where, fmt::format("week {} of every {}", meeting.phase, meeting.every_weeks),
            "0 <= phase < every_weeks", "A meeting returns every whole number of weeks.");
      }
      if (meeting.starts_at.count() < 0 || meeting.length.count() <= 0 ||
          meeting.starts_at + meeting.length > one_day) {
        add(where, fmt::format("{} hours from {} hours", hours(meeting.length),
                               hours(meeting.starts_at)),
            "a part of one day", "Start and end on the same day.");
      }
    }
  }

  [[nodiscard]] bool works(const Person& person) const {
    return workforce_.rosters.contains(person.roster) &&
           workforce_.rosters[person.roster].week() > Duration::zero();
  }

  void check_calendars() {
    if (workforce_.office_hours.week() == Duration::zero()) {
      add("office_hours", "no working hour", "at least one working hour a week",
          "Delays and wait limits run in office hours: they would never pass.");
    }
    for (const PersonId id : ids(workforce_.persons)) {
      const RosterId roster = workforce_.persons[id].roster;
      if (workforce_.rosters.contains(roster)) continue;
      add(fmt::format("persons[{}].roster", id.index()),
          roster.is_none() ? "no roster" : fmt::format("roster {}", roster.index()),
          fmt::format("one of the {} rosters", workforce_.rosters.size()),
          "Give every person a calendar.");
    }
  }

  void check_competences() {
    std::vector<bool> can_be_done(work_.activities.size(), false);
    for (const Person& person : workforce_.persons) {
      if (!works(person)) continue;
      for (const Competence& competence : person.competences) {
        if (competence.weight > 0 && work_.activities.contains(competence.activity)) {
          can_be_done[competence.activity.index()] = true;
        }
      }
    }
    std::vector<bool> asked(work_.activities.size(), false);
    for (const work::CaseType& type : work_.case_types) {
      for (const work::Step& step : type.process.steps) {
        if (step.kind == work::StepKind::activity && work_.activities.contains(step.activity)) {
          asked[step.activity.index()] = true;
        }
      }
    }
    for (const work::Opgave& opgave : work_.opgaven) {
      for (const work::Task& task : opgave.tasks) {
        if (work_.activities.contains(task.activity)) asked[task.activity.index()] = true;
      }
    }
    for (const work::ActivityId id : ids(work_.activities)) {
      if (!asked[id.index()] || can_be_done[id.index()]) continue;
      add(fmt::format("activities[{}] ({})", id.index(), work_.activities[id].name),
          "nobody who can do it", "at least one person with the competence and a working hour",
          "Give somebody this competence, or take the activity out of the process.");
    }
  }

  /// Claims on a person above all of the week, and teams that cannot be.
  void check_claims() {
    IdVector<PersonId, double> claimed(workforce_.persons.size(), 0.0);
    IdVector<work::OpgaveId, int> leads(work_.opgaven.size(), 0);
    for (std::size_t i = 0; i < organisation_.claims.size(); ++i) {
      const Claim& claim = organisation_.claims[i];
      const std::string where = fmt::format("claims[{}]", i);
      if (!claimed.contains(claim.person) || !leads.contains(claim.opgave)) {
        add(where, "a person or an opgave that is not there", "both of this organisation",
            "Name a person and an opgave that exist.");
        continue;
      }
      constexpr double rounding = 1e-9;  // Exact: ten decimals are enough for any share.
      claimed[claim.person] += claim.share;
      if (!(claim.share > 0) || claimed[claim.person] > 1 + rounding) {
        add(where, fmt::format("claims of {:.0f} % on one post", 100 * claimed[claim.person]),
            "more than 0 and at most 100 % of a post for all opgaven together",
            "Claim less, or let more people take part.");
      }
      if (claim.leads && ++leads[claim.opgave] == 2) {
        add(where, "a second lead of one team", "one lead for each team", "Let one of them lead.");
      }
    }
    check_tasks_of_teams();
  }

  /// What a team can do is done in its seats alone (sim/teams.hpp): other work with the same
  /// activity would wait for the team.
  void check_tasks_of_teams() {
    std::map<work::ActivityId, int> users;
    const auto count = [&users](const std::set<work::ActivityId>& activities) {
      for (const work::ActivityId activity : activities) ++users[activity];
    };
    for (const work::CaseType& type : work_.case_types) {
      std::set<work::ActivityId> own;
      for (const work::Step& step : type.process.steps) own.insert(step.activity);
      count(own);
    }
    for (const work::ContinuingWork& kind : work_.continuing) count({kind.activity});
    for (const work::Opgave& opgave : work_.opgaven) {
      std::set<work::ActivityId> own;
      for (const work::Task& task : opgave.tasks) own.insert(task.activity);
      count(own);
    }
    std::set<work::OpgaveId> with_team;
    for (const Claim& claim : organisation_.claims) with_team.insert(claim.opgave);
    for (const work::OpgaveId id : with_team) {
      if (!work_.opgaven.contains(id)) continue;
      for (const work::TaskId task : ids(work_.opgaven[id].tasks)) {
        if (users[work_.opgaven[id].tasks[task].activity] == 1) continue;
        add(fmt::format("opgaven[{}].tasks[{}].activity", id.index(), task.index()),
            "an activity of other work too, while a team does the task",
            "activities of its own for an opgave with a team",
            "Give the task an activity of its own; it may ask the same competence.");
      }
    }
  }

  const Organisation& organisation_;
  const Workforce& workforce_;
  const work::Work& work_;
  Problems problems_;
};

}  // namespace

bool is_held_on(const Meeting& meeting, Day day) {
  const Day first_monday{4};  // 1970-01-05
  return weekday_of(day) == meeting.weekday &&
         (day - first_monday) / 7 % meeting.every_weeks == meeting.phase;
}

Problems check(const Organisation& organisation, const Workforce& workforce,
               const work::Work& work) {
  return Checker(organisation, workforce, work).run();
}

}  // namespace veer::org
