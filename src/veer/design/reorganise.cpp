// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/reorganise.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "veer/design/meetings.hpp"
#include "veer/org/continuing.hpp"

namespace veer::design {
namespace {

int whole(double value) { return static_cast<int>(std::lround(value)); }

std::size_t count(double value) {
  return static_cast<std::size_t>(std::max(0L, std::lround(value)));
}

Sizes draw_sizes(const org::Structure& structure, const org::DrawnInputs& drawn) {
  Sizes sizes;
  if (structure.team_size.is_used()) {
    sizes.least = std::max<std::size_t>(count(structure.team_size.low), 1);
    sizes.target = std::max<std::size_t>(count(drawn(structure.team_size)), sizes.least);
    sizes.most = std::max(count(structure.team_size.high), sizes.target);
  }
  if (structure.top_units.is_used()) sizes.top_units = count(drawn(structure.top_units));
  return sizes;
}

org::DecisionProtocol draw_rule(const org::DecisionRule& rule, const org::DrawnInputs& drawn) {
  org::DecisionProtocol result;
  result.decider = rule.decider;
  result.protocol = rule.protocol;
  result.participants = whole(drawn(rule.participants));
  result.wait_limit_days = drawn(rule.wait_limit);
  result.disagreement = drawn(rule.disagreement);
  for (const org::Input& panel : rule.conflict_ladder) {
    result.conflict_ladder.push_back(whole(drawn(panel)));
  }
  result.quorum = whole(drawn(rule.quorum));
  result.meeting = rule.meeting;
  return result;
}

std::vector<DrawnMeeting> draw_meetings(const std::vector<org::MeetingRule>& rules,
                                        const org::DrawnInputs& drawn) {
  std::vector<DrawnMeeting> result;
  for (const org::MeetingRule& rule : rules) {
    result.push_back({rule.kind, rule.of_leads, std::max(1, whole(drawn(rule.every_weeks))),
                      drawn(rule.minutes)});
  }
  return result;
}

/// Share of the roster that people are there, over the year.
double present_share(const org::Mechanisms& mechanisms, const org::DrawnInputs& drawn) {
  constexpr double weeks_a_year = 365.25 / 7;  // Exact: days of a year and a week.
  return (1 - drawn(mechanisms.leave_weeks) / weeks_a_year) *
         (1 - drawn(mechanisms.sick_leave_share));
}

/// Opgaven that somebody is claimed for.
std::size_t teams_in(const std::vector<org::Claim>& claims) {
  std::set<work::OpgaveId> teams;
  for (const org::Claim& claim : claims) teams.insert(claim.opgave);
  return teams.size();
}

/// What makes one design of one draw.
struct Maker {
  const org::Baseline& baseline;
  const org::Mechanisms& mechanisms;
  const org::DrawnInputs& drawn;
  const Expected& expected;
  const Ties& ties;

  /// other: hours that already lie with each person. Without moving plan.
  [[nodiscard]] Result<Design> make(const org::Model& model,
                                    const IdVector<org::PersonId, bool>& leads_now,
                                    const HoursByPerson& other,
                                    IdVector<org::PersonId, Reason>& reasons) const {
    const org::Workforce& workforce = baseline.workforce;
    VEER_TRY(Layout layout, lay_out(model.structure, draw_sizes(model.structure, drawn), baseline,
                                    expected, ties));
    if (model.structure.leadership == org::Leadership::line) {
      choose_leads(layout.units, layout.unit_of, workforce, leads_now);
    }
    // Nobody's duties come to more than the load that people have now.
    HoursByPerson room = roster_hours(workforce);
    for (const org::PersonId person : ids(room)) {
      room[person] = drawn(mechanisms.total_load) * room[person] - other[person];
    }
    const Leading leading = leading_hours(layout.units, layout.unit_of, workforce,
                                          drawn(mechanisms.leading_hours), room);
    if (leading.helped > 0) {
      layout.notes.push_back({NoteKind::deputies, static_cast<double>(leading.helped)});
    }
    Design design;
    org::Organisation& organisation = design.organisation;
    organisation.id = model.id;
    organisation.units = std::move(layout.units);
    for (const org::PersonId person : ids(workforce.persons)) {
      org::Place place;
      place.unit = layout.unit_of[person];
      if (leading.hours[person] > 0) {
        place.duties.push_back({org::DutyKind::leading, leading.hours[person]});
      }
      organisation.places.push_back(std::move(place));
    }
    organisation.find_person = model.find_person;
    for (std::size_t kind = 0; kind < org::exception_kind_count; ++kind) {
      organisation.exceptions[kind] = draw_rule(model.exceptions[kind], drawn);
    }
    // Teams as found hold where the units stay as found.
    if (model.structure.group_by == org::GroupBy::observed) {
      organisation.claims = workforce.claims;
    } else if (const std::size_t teams = teams_in(workforce.claims); teams > 0) {
      layout.notes.push_back({NoteKind::no_opgave_teams, static_cast<double>(teams)});
    }
    organisation.meetings =
        schedule(draw_meetings(model.meetings, drawn), organisation, workforce.office_hours);
    design.facts = structure_facts(organisation, workforce);
    design.notes = std::move(layout.notes);
    reasons = std::move(layout.reasons);
    return design;
  }
};

}  // namespace

Result<Ground> ground_of(const org::Model& as_is, const org::Baseline& baseline,
                         const org::Mechanisms& mechanisms, const org::DrawnInputs& drawn,
                         const org::HandoverNetwork* observed) {
  VEER_EXPECT(as_is.structure.group_by == org::GroupBy::observed);
  const std::size_t people = baseline.workforce.persons.size();
  Ground ground;
  ground.expected = expect(baseline);
  ground.handovers = observed != nullptr ? *observed : ground.expected.handovers;
  ground.leads_now = IdVector<org::PersonId, bool>(people, false);
  const Ties ties(ground.handovers, baseline.workforce);
  const Maker maker{baseline, mechanisms, drawn, ground.expected, ties};
  IdVector<org::PersonId, Reason> reasons;
  VEER_TRY(ground.as_is,
           maker.make(as_is, ground.leads_now, HoursByPerson(people, 0.0), reasons));
  for (const org::Unit& unit : ground.as_is.organisation.units) {
    if (!unit.lead.is_none()) ground.leads_now[unit.lead] = true;
  }
  const double present = present_share(mechanisms, drawn);
  HoursByPerson known = ground.expected.hours;
  for (const work::ContinuingWork& kind : baseline.work.continuing) {
    const HoursByPerson continuing = org::continuing_hours(kind, baseline.workforce);
    for (const org::PersonId person : ids(known)) known[person] += continuing[person] * present;
  }
  ground.other = other_work(baseline.workforce, ground.as_is.organisation, known,
                            drawn(mechanisms.total_load), present);
  VEER_TRY(ground.as_is, reorganise(as_is, baseline, mechanisms, drawn, ground));
  return ground;
}

Result<Design> reorganise(const org::Model& model, const org::Baseline& baseline,
                          const org::Mechanisms& mechanisms, const org::DrawnInputs& drawn,
                          const Ground& ground) {
  const Ties ties(ground.handovers, baseline.workforce);
  const Maker maker{baseline, mechanisms, drawn, ground.expected, ties};
  IdVector<org::PersonId, Reason> reasons;
  VEER_TRY(Design design, maker.make(model, ground.leads_now, ground.other.hours, reasons));
  set_other_work(design.organisation, ground.other.hours);
  if (ground.other.clipped > 0) {
    design.notes.push_back(
        {NoteKind::other_work_clipped, static_cast<double>(ground.other.clipped)});
  }
  Problems problems = org::check(design.organisation, baseline.workforce, baseline.work);
  if (!problems.empty()) return fail(std::move(problems));
  design.plan =
      plan_moves(baseline.workforce, ground.as_is.organisation, design.organisation, reasons);
  return design;
}

}  // namespace veer::design
