// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/household_book.hpp"

#include <algorithm>
#include <cmath>

#include "veer/base/error.hpp"

namespace veer::sim::detail {

HouseholdBook::HouseholdBook(const work::Work& work, const org::Workforce& workforce,
                             const org::Organisation& organisation, const Presences& presences,
                             const Draws& draws, double told_share)
    : work_(work),
      organisation_(organisation),
      presences_(presences),
      draws_(draws),
      told_share_(told_share) {
  if (work.households.empty()) return;
  counts_.resize(work.households.size());
  const double office_hours = hours(workforce.office_hours.week());
  for (const work::Household& kind : work.households) {
    forming_.push_back(std::vector<std::uint32_t>(
        work::forming_at_once(work, kind, office_hours), no_matter));
  }
  meetings_of_.resize(organisation.places.size());
  for (std::uint32_t m = 0; m < organisation.meetings.size(); ++m) {
    for (const org::PersonId person : organisation.meetings[m].participants) {
      meetings_of_[person].push_back(m);
    }
  }
}

bool HouseholdBook::has_type(std::uint32_t household, work::CaseTypeId type) const {
  const auto& matters = households_[household].matters;
  return std::any_of(matters.begin(), matters.end(), [&](std::uint32_t matter) {
    return matters_[matter].which.case_type == type;
  });
}

std::uint32_t HouseholdBook::begin(work::HouseholdId kind) {
  const auto household = static_cast<std::uint32_t>(households_.size());
  const double mean = work_.households[kind].matters;
  const double below = std::floor(mean);
  const bool one_more =
      mean > below && draws_.uniform(Purpose::household_size, household) < mean - below;
  households_.push_back({kind, static_cast<std::uint32_t>(below) + (one_more ? 1 : 0), {}, 0, 0});
  return household;
}

std::uint32_t HouseholdBook::join(const Arrival& arrival) {
  const work::CaseTypeId type = arrival.which.case_type;
  double left = -1;  // Not drawn yet: most case types are part of no kind.
  for (const work::HouseholdId kind : ids(work_.households)) {
    const auto& parts = work_.households[kind].parts;
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [type](const auto& one) { return one.case_type == type; });
    if (part == parts.end()) continue;
    if (left < 0) left = draws_.uniform(Purpose::household, arrival.subject);
    if (left < part->share) return take_place(kind, arrival);
    left -= part->share;
  }
  return no_matter;
}

std::uint32_t HouseholdBook::take_place(work::HouseholdId kind, const Arrival& arrival) {
  std::vector<std::uint32_t>& forming = forming_[kind];
  const double drawn = draws_.uniform(Purpose::household, arrival.subject, 1);
  const auto first = static_cast<std::size_t>(drawn * static_cast<double>(forming.size()));
  HouseholdCount unseen;
  HouseholdCount& count = arrival.in_window ? counts_[kind] : unseen;
  for (std::size_t i = 0; i < forming.size(); ++i) {
    std::uint32_t& place = forming[(first + i) % forming.size()];
    if (place != no_matter && has_type(place, arrival.which.case_type)) continue;
    if (place == no_matter) place = begin(kind);
    const auto index = static_cast<std::uint32_t>(matters_.size());
    Matter& matter = matters_.emplace_back();
    matter.household = place;
    matter.which = arrival.which;
    matter.subject = arrival.subject;
    matter.arrived = arrival.at;
    matter.in_window = arrival.in_window;
    ++count.joined;
    Household& household = households_[place];
    household.matters.push_back(index);
    if (household.matters.size() == household.size) {
      place = no_matter;
      ++count.completed;
    }
    return index;
  }
  ++count.left_alone;
  return no_matter;
}

void HouseholdBook::add(People& people, std::uint32_t person) {
  if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
}

bool HouseholdBook::have_common(const People& a, const People& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

void HouseholdBook::ends(std::uint32_t index, std::uint32_t contacts,
                         std::span<const std::uint32_t> people,
                         const std::optional<Decided>& decided) {
  Matter& matter = matters_[index];
  matter.ended = true;
  matter.contacts = contacts;
  matter.worked.assign(people.begin(), people.end());
  for (const std::uint32_t person : people) add(matter.knowing, person);
  if (!decided) return;
  matter.decided = decided->at;
  add(matter.deciders, matter.decided_by != nobody ? matter.decided_by : decided->by);
  for (const std::uint32_t person : matter.deciders) add(matter.knowing, person);
  Household& household = households_[matter.household];
  for (const std::uint32_t other : household.matters) {
    if (other != index && matters_[other].decided) {
      hold_against(matter, matters_[other], household);
    }
  }
}

void HouseholdBook::hold_against(Matter& second, const Matter& first, Household& household) {
  if (knew(second, first)) return;
  ++household.unaware;
  const auto [low, high] = std::minmax(first.subject, second.subject);
  const double conflict = work_.households[household.kind].conflict;
  if (draws_.uniform(Purpose::contradiction, low, high) < conflict) ++household.contradictions;
}

bool HouseholdBook::knew(const Matter& second, const Matter& first) const {
  return have_common(second.deciders, first.knowing) ||
         have_common(first.deciders, second.knowing) || was_told(second, first);
}

/// Whether a meeting between the two decisions told somebody who took the second of the first.
/// Rosters that a team of an opgave has cut since then count as they are now.
bool HouseholdBook::was_told(const Matter& second, const Matter& first) const {
  if (told_share_ <= 0) return false;
  const auto [low, high] = std::minmax(first.subject, second.subject);
  std::uint32_t occasion = 0;
  for (const std::uint32_t decider : second.deciders) {
    for (const std::uint32_t m : meetings_of_[org::PersonId(decider)]) {
      const org::Meeting& meeting = organisation_.meetings[m];
      for (Day day = day_of(*first.decided); start_of(day) < *second.decided; day = day + 1) {
        const calendar::Block held{start_of(day) + meeting.starts_at,
                                   start_of(day) + meeting.starts_at + meeting.length};
        const bool is_between = held.from >= *first.decided && held.to <= *second.decided;
        if (!is_between || !org::is_held_on(meeting, day)) continue;
        if (!attends(decider, meeting, held) || !anybody_attends(first.knowing, meeting, held)) {
          continue;
        }
        if (draws_.uniform(Purpose::told, low, high, occasion++) < told_share_) return true;
      }
    }
  }
  return false;
}

bool HouseholdBook::attends(std::uint32_t person, const org::Meeting& meeting,
                            const calendar::Block& held) const {
  const auto& invited = meeting.participants;
  return std::find(invited.begin(), invited.end(), org::PersonId(person)) != invited.end() &&
         presences_[person].at_work->between(held.from, held.to) > Duration::zero();
}

bool HouseholdBook::anybody_attends(const People& people, const org::Meeting& meeting,
                                    const calendar::Block& held) const {
  return std::any_of(people.begin(), people.end(),
                     [&](std::uint32_t person) { return attends(person, meeting, held); });
}

HouseholdsOutcome HouseholdBook::outcome() const {
  HouseholdsOutcome result;
  result.counts = counts_;
  for (const Household& household : households_) {
    const auto is_measured = [this](std::uint32_t matter) {
      return matters_[matter].in_window && matters_[matter].ended;
    };
    if (household.matters.size() < household.size ||
        !std::all_of(household.matters.begin(), household.matters.end(), is_measured)) {
      continue;
    }
    HouseholdOutcome& made = result.measured.emplace_back();
    made.kind = household.kind;
    made.first_arrived = matters_[household.matters.front()].arrived;
    made.last_arrived = matters_[household.matters.back()].arrived;
    People people;
    for (const std::uint32_t index : household.matters) {
      const Matter& matter = matters_[index];
      made.matters.push_back(matter.which);
      made.contacts += matter.contacts;
      made.decisions += matter.decided ? 1U : 0U;
      for (const std::uint32_t person : matter.worked) add(people, person);
    }
    made.contact_persons = static_cast<std::uint32_t>(people.size());
    made.unaware = household.unaware;
    made.contradictions = household.contradictions;
  }
  return result;
}

}  // namespace veer::sim::detail
