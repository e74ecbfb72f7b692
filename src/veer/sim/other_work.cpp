// SPDX-License-Identifier: EUPL-1.2
// Other work: pieces that come to a person beside the cases.
//
// Most of what happens to somebody concerns nobody else: a piece of other work comes, is taken up,
// is done. Such own moments are no events. They are gone through, in their order, when the person
// is next looked at; as long as others wait for the person, the next of them is an event.
#include <algorithm>

#include "veer/sim/engine.hpp"

namespace veer::sim::detail {

/// What a colleague sees of the person: who looks makes nobody act.
PersonState& Engine::seen(std::uint32_t person) {
  if (persons_[person].next_own < now_) look_back(person);
  return persons_[person];
}

/// Goes through the own moments before now, at which the person did nothing that concerns others.
void Engine::look_back(std::uint32_t person) {
  spend_alone(person, persons_[person].free.before(now_));
  renew_next_own(person);
}

/// Goes through the own moments up to now. At those of now the person may take up what others wait
/// for; they are struck out first, so that they are not gone through again meanwhile.
void Engine::act(std::uint32_t person) {
  PersonState& state = persons_[person];
  const Duration present = state.free.before(now_);
  spend_alone(person, present);
  state.next_own = Instant::max();
  while (own_moment(person, present)) {
  }
  // Who is back goes on with what was left.
  if (!state.background_waiting.empty() && has_room(person) && is_available(person)) fill(person);
  renew_next_own(person);
}

/// Goes through the own moments at which less free time has passed. At those nothing waited in the
/// unit that the person could have taken, or they would have been events: only background work is
/// taken up. Free time tells their order.
void Engine::spend_alone(std::uint32_t person, Duration until) {
  PersonState& state = persons_[person];
  const bool rests = !state.in_hand.empty();
  Duty* duty = state.first_duty();
  for (;;) {
    while (!state.background_waiting.empty() && has_room(person) && state.counted < until) {
      take_alone(person);
    }
    const Duration comes = duty != nullptr ? duty->free_before : Duration::max();
    const Duration done = rests ? Duration::max() : state.background_done();
    if (comes >= until && done >= until) return;
    if (done <= comes) {
      state.end_first_background();
      ++outcome_.pieces_done;
      continue;
    }
    if (!rests) state.work_background(comes);
    if (has_room(person) && state.background_waiting.empty()) {
      ++state.picks;
      state.background.add(duty->next);
    } else {
      state.background_waiting.push_back(duty->next, duty->comes);
    }
    draw_duty(person, *duty, duty->comes);
    duty = state.first_duty();
  }
}

/// Takes a piece of background work that waits; there is one, and room for it.
void Engine::take_alone(std::uint32_t person) {
  PersonState& state = persons_[person];
  WorkList<BackgroundPiece>& list = state.background_waiting;
  const Attention attention = attention_of(person, list.size() > 1);
  const auto all = [](const BackgroundPiece&) { return true; };
  std::uint32_t position = 0;
  switch (attention.by) {
    case Attention::By::priority:
    case Attention::By::oldest: position = list.oldest(all); break;
    case Attention::By::newest: position = list.newest(all); break;
    case Attention::By::any: position = list.any(attention.place, all); break;
  }
  state.background.add(list.take(position));
}

/// Goes through one own moment that is now, so much free time having passed; false: there is none.
bool Engine::own_moment(std::uint32_t person, Duration present) {
  PersonState& state = persons_[person];
  if (state.in_hand.empty() && state.background_done() <= present) {
    state.end_first_background();
    update(person);
    ++outcome_.pieces_done;
    touch(person);
    fill(person);
    return true;
  }
  Duty* const duty = state.first_duty();
  if (duty == nullptr || duty->comes > now_) return false;
  const BackgroundPiece piece = duty->next;
  const Instant comes = duty->comes;
  draw_duty(person, *duty, comes);
  if (has_room(person) && nothing_waits_for(person) && is_available(person)) {
    ++state.picks;
    take_background(person, piece);
  } else {
    state.background_waiting.push_back(piece, comes);
    fill(person);
  }
  return true;
}

/// Works out when the next of the own moments is; returns when the first of the background work is
/// done.
Instant Engine::renew_next_own(std::uint32_t person) {
  PersonState& state = persons_[person];
  Instant done = Instant::max();
  if (state.duties.empty()) return done;  // None of these moments ever comes.
  if (state.in_hand.empty() && !state.background.empty()) {
    const Duration left = state.background_done() - state.free.before(now_);
    done = state.free.finish(now_, Effort::microseconds(left.count()));
  }
  state.next_own = std::min(done, state.next_duty());
  if (!state.background_waiting.empty() && has_room(person)) {
    state.next_own = std::min(state.next_own, state.free.next_open(now_));
  }
  return done;
}

// --- what comes ---------------------------------------------------------------------------------

/// A kind of other work that takes the person time.
void Engine::add_duty(std::uint32_t person, std::uint32_t kind) {
  Duty duty;
  duty.kind = kind;
  if (kind < org::duty_kind_count) {
    const bool leading = kind == static_cast<std::uint32_t>(org::DutyKind::leading);
    duty.mean_hours = assumptions_.other_work_minutes / 60;
    duty.next.hours = static_cast<std::uint8_t>(leading ? HourKind::leading : HourKind::other);
  } else {
    const auto continuing = static_cast<std::uint32_t>(kind - org::duty_kind_count);
    const work::ActivityId activity = work_.continuing[work::ContinuingId(continuing)].activity;
    duty.sizes = tables_.efforts[activity.index()];
    duty.mean_hours = duty.sizes->mean();
    duty.next.hours = static_cast<std::uint8_t>(first_continuing + continuing);
  }
  persons_[person].duties.push_back(duty);
}

/// Pieces of a duty come at random in the hours a person is at work, whatever the meetings: the
/// mean gap is the mean size divided by the duty's share of the week. A roster cut for a team has
/// all duties of the whole, `factor` times their share of it.
void Engine::find_gaps(std::uint32_t person, double factor) {
  const std::vector<double>& shares = tables_.persons[person].duty_share;
  for (Duty& duty : persons_[person].duties) {
    duty.mean_gap_hours = duty.mean_hours / (shares[duty.kind] * factor);
  }
}

/// Draws the piece after the one that comes at `from`.
void Engine::draw_duty(std::uint32_t person, Duty& duty, Instant from) {
  PersonState& state = persons_[person];
  const std::uint32_t number = duty.number++;
  const auto [gap, size] = draws_.two_exponentials(Purpose::duty, person, number, duty.kind);
  const double gap_hours = std::min(duty.mean_gap_hours * gap, 1e6);
  duty.comes = state.at_work.finish(from, Effort::hours(gap_hours));
  duty.free_before = state.free.before(duty.comes);
  // Draws of sizes by distribution stand beside those of the gaps.
  constexpr std::uint32_t size_index = 1U << 16U;
  duty.next.left = from_hours(duty.sizes != nullptr
                                  ? duty.sizes->quantile(draws_.uniform(
                                        Purpose::duty, person, number, size_index + duty.kind))
                                  : duty.mean_hours * size);
}

/// Beside foreground work it rests.
void Engine::take_background(std::uint32_t person, const BackgroundPiece& piece) {
  PersonState& state = persons_[person];
  VEER_EXPECT(has_room(person));
  if (state.in_hand.empty()) {
    update(person);
    touch(person);
  }
  state.background.add(piece);
}

}  // namespace veer::sim::detail
