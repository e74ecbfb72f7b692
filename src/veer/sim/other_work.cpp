// SPDX-License-Identifier: EUPL-1.2
// Other work: pieces that come to a person beside the cases.
//
// Most of what happens to somebody concerns nobody else: a piece of other work comes, is taken up,
// is done. Such own moments are no events. They are gone through, in their order, when the person
// is next looked at; as long as others wait for the person, the next of them is an event.
#include <algorithm>

#include "veer/sim/engine.hpp"

namespace veer::sim::detail {

/// Goes through the own moments up to now. At those before now nothing waited in the unit that the
/// person could have taken, or it would have been an event: what waits there by now is not seen.
void Engine::look_back(std::uint32_t person) {
  PersonState& state = persons_[person];
  const Instant present = now_;
  do {
    now_ = state.next_own;
    looks_back_ = now_ < present;
    own_moment(person);
    // What is in hand has changed, or it was not counted.
    if (state.updated == now_) {
      state.own_done = state.foreground == 0 && !state.in_hand.empty() ? next_done(state)
                                                                        : Instant::max();
    }
    state.renew_next_own();
  } while (state.next_own <= present);
  looks_back_ = false;
  now_ = present;
}

/// What happens at the moment of next_own. The moment is struck out first, so that whoever looks at
/// the person meanwhile does not go through it again.
void Engine::own_moment(std::uint32_t person) {
  PersonState& state = persons_[person];
  if (state.own_done == now_) {
    state.own_done = Instant::max();
    state.renew_next_own();
    return done(person);
  }
  if (state.own_return == now_) {
    state.own_return = Instant::max();
    state.renew_next_own();
    return fill(person);
  }
  const auto comes_now = [this](const Duty& duty) { return duty.comes == now_; };
  duty_arrives(person, *std::find_if(state.duties.begin(), state.duties.end(), comes_now));
}

/// The distribution of the sizes of a kind of continuing work; none for other duties, whose sizes
/// are exponential.
const Distribution* Engine::piece_sizes(std::size_t kind) const {
  if (kind < org::duty_kind_count) return nullptr;
  const work::ContinuingId id(kind - org::duty_kind_count);
  return tables_.efforts[work_.continuing[id].activity.index()];
}

/// Pieces of a duty come at random in the hours a person is at work, whatever the meetings: the
/// mean gap is the mean size divided by the duty's share of the week.
void Engine::schedule_duty(std::uint32_t person, Duty& duty) {
  PersonState& state = persons_[person];
  const double share = tables_.persons[person].duty_share[duty.kind] * state.duty_factor;
  const std::uint32_t number = duty.number++;
  const auto [gap, size] = draws_.two_exponentials(Purpose::duty, person, number, duty.kind);
  const Distribution* sizes = piece_sizes(duty.kind);
  const double mean_hours =
      sizes != nullptr ? sizes->mean() : assumptions_.other_work_minutes / 60;
  duty.comes = state.at_work.finish(now_, Effort::hours(std::min(mean_hours / share * gap, 1e6)));
  // Draws of sizes by distribution stand beside those of the gaps.
  constexpr std::uint32_t size_index = 1U << 16U;
  duty.size = from_hours(sizes != nullptr ? sizes->quantile(draws_.uniform(
                                                Purpose::duty, person, number,
                                                size_index + duty.kind))
                                          : mean_hours * size);
  state.renew_next_duty();
}

void Engine::duty_arrives(std::uint32_t person, Duty& duty) {
  const Duration size = duty.size;
  const std::size_t kind = duty.kind;
  schedule_duty(person, duty);
  const bool leading = kind == static_cast<std::size_t>(org::DutyKind::leading);
  const bool continuing = kind >= org::duty_kind_count;
  PieceKind of = leading ? PieceKind::duty_leading : PieceKind::duty_other;
  if (continuing) of = PieceKind::duty_continuing;
  const std::uint32_t piece = new_piece(of, nothing, size, Priority::background);
  if (continuing) {
    const std::size_t hours = first_continuing + kind - org::duty_kind_count;
    pieces_[piece].hours = static_cast<std::uint8_t>(hours);
  }
  if (!has_room(person)) return put_in_inbox(person, piece);
  if (nothing_waits_for(person) && is_available(person)) {
    ++persons_[person].picks;
    return take(person, piece);
  }
  put_in_inbox(person, piece);
  fill(person);
}

}  // namespace veer::sim::detail
