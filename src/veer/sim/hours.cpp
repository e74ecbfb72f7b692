// SPDX-License-Identifier: EUPL-1.2
// Where people's hours went, also when their rosters change on the way.
#include "veer/sim/hours.hpp"

#include <algorithm>

#include "veer/sim/engine.hpp"

namespace veer::sim {

Effort HoursByKind::all_continuing() const {
  Effort all;
  for (const Effort one : continuing) all += one;
  return all;
}

Effort HoursByKind::accounted() const {
  return cases + rework + proposals + opgaven + decisions + coordination + meetings + leading +
         all_continuing() + other + absent;
}

HoursByKind& HoursByKind::operator+=(const HoursByKind& more) {
  cases += more.cases;
  rework += more.rework;
  proposals += more.proposals;
  opgaven += more.opgaven;
  decisions += more.decisions;
  coordination += more.coordination;
  meetings += more.meetings;
  leading += more.leading;
  continuing.resize(std::max(continuing.size(), more.continuing.size()));
  for (std::size_t kind = 0; kind < more.continuing.size(); ++kind) {
    continuing[kind] += more.continuing[kind];
  }
  other += more.other;
  absent += more.absent;
  idle += more.idle;
  paid += more.paid;
  return *this;
}

namespace detail {
namespace {

Effort effort(Duration worked) { return Effort::microseconds(worked.count()); }

}  // namespace

/// Paid hours, those at work and those free of meetings, of the measured window up to a moment.
std::array<Duration, 3> Engine::hours_present(std::uint32_t person, Instant until) const {
  const PersonState& state = persons_[person];
  const Presence& presence = presences_[person];
  const Instant from = std::max(state.hours_from, measured_from_);
  std::array<Duration, 3> hours = state.hours_before;
  hours[0] += presence.rostered->between(from, until);
  hours[1] += presence.at_work->between(from, until);
  hours[2] += presence.free_of_meetings->between(from, until);
  return hours;
}

void Engine::find_window(std::uint32_t person) {
  const calendar::WorkingTime& free = *presences_[person].free_of_meetings;
  persons_[person].measured = {free.before(measured_from_), free.before(measured_to_)};
}

/// From now on the person works by another roster. What is in hand goes on by it.
void Engine::change_roster(std::uint32_t person, const calendar::Roster& roster) {
  catch_up(person);
  update(person);
  PersonState& state = persons_[person];
  state.background.count(state.count_background());
  state.hours_before = hours_present(person, std::min(now_, measured_to_));
  state.hours_from = now_;
  const Duration meetings = state.meetings_before(now_);
  presences_.change(person, roster);
  const Presence& presence = presences_[person];
  state.at_work = calendar::Clock(*presence.at_work);
  state.free = calendar::Clock(*presence.free_of_meetings);
  state.counted = state.free.before(now_);
  find_window(person);
  for (const std::uint32_t index : state.in_hand) {
    Piece& piece = pieces_[index];
    if (piece.begun > now_) {
      piece.begun = state.free.next_open(now_);
      piece.meetings_before = state.meetings_before(piece.begun);
    } else {
      piece.meetings_before += state.meetings_before(now_) - meetings;
    }
  }
  // Gaps between pieces of a duty are exponential: one that found no end is drawn anew.
  for (Duty& duty : state.duties) {
    if (duty.comes == Instant::max()) draw_duty(person, duty, now_);
    duty.free_before = state.free.before(duty.comes);
  }
  renew_next_own(person);
  touch(person);
  const Instant there = state.free.next_open(now_);
  if (there >= end_) return;
  state.return_scheduled = true;
  schedule(there, EventKind::person_returns, person);
}

/// When an opgave begins or ends, its team's seats get or give back their parts of the week.
void Engine::seat_team(std::uint32_t opgave) {
  const auto lasts = [this](const TeamSeat& seat) {
    const OpgaveState& state = opgaven_[seat.opgave.value()];
    return state.begun && state.open_tasks > 0;
  };
  for (const TeamSeat& seat : team_seats_) {
    if (seat.opgave.value() != opgave) continue;
    change_roster(seat.seat, lasts(seat) ? seat.part : calendar::Roster{});
    const calendar::Roster& whole =
        workforce_.rosters[workforce_.persons[org::PersonId(seat.line)].roster];
    calendar::Roster line = whole;
    for (const TeamSeat& other : team_seats_) {
      if (other.line == seat.line && lasts(other)) line = without(line, other.part);
    }
    const double left = hours(line.week());
    find_gaps(seat.line, left > 0 ? hours(whole.week()) / left : 1);
    change_roster(seat.line, line);
    if (left <= 0) hand_over_work(seat.line);
  }
}

HoursByKind Engine::hours_of(std::uint32_t person) {
  PersonState& state = persons_[person];
  state.background.count(state.count_background());
  const std::array<Duration, 3> present = hours_present(person, measured_to_);
  const auto worked = [&state](HourKind kind) {
    return effort(state.worked[static_cast<std::size_t>(kind)]);
  };
  const auto [paid, at_work, open] = present;
  HoursByKind hours;
  hours.cases = worked(HourKind::cases);
  hours.rework = worked(HourKind::rework);
  hours.proposals = worked(HourKind::proposals);
  hours.opgaven = worked(HourKind::opgaven);
  hours.decisions = worked(HourKind::decisions);
  hours.coordination = worked(HourKind::coordination);
  hours.leading = worked(HourKind::leading);
  hours.other = worked(HourKind::other);
  for (std::size_t kind = first_continuing; kind < state.worked.size(); ++kind) {
    hours.continuing.push_back(effort(state.worked[kind]));
  }
  hours.meetings = effort(at_work - open);
  hours.absent = effort(paid - at_work);
  hours.paid = effort(paid);
  hours.idle = hours.paid - hours.accounted();
  return hours;
}

}  // namespace detail
}  // namespace veer::sim
