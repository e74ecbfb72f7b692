// SPDX-License-Identifier: EUPL-1.2
// Looking ahead: what the next events are about is fetched before they come up.
//
// In a large organisation hardly anything that an event looks at is still near the processor, and
// one thing leads to the next: a person to a piece of work, that to a token, that to a case. So
// each of the next events is gone along a step at a time, while those before it happen. Nothing
// here changes what happens; what is fetched for an event that no longer counts is fetched for
// nothing.
#include "veer/sim/engine.hpp"

namespace veer::sim::detail {
namespace {

/// Asks for so many bytes from `at` on. The empty statement keeps g++ 12 from leaving out whatever
/// only fetches, as if it had no effect.
template <std::size_t bytes>
[[gnu::always_inline]] inline void fetch(const void* at) {
  for (std::size_t i = 0; i < bytes; i += 64) {
    __builtin_prefetch(static_cast<const char*>(at) + i);
    asm volatile("");
  }
}

/// What completing and taking work look at of a person: the first lines of the state.
constexpr std::size_t person_bytes = 384;

/// Its subject is a token, not a decision or a message.
bool is_of_token(const Piece& piece) {
  switch (piece.kind) {
    case PieceKind::step:
    case PieceKind::rework:
    case PieceKind::question:
    case PieceKind::assign: return true;
    default: return false;
  }
}

/// Calls visit(index) for the event after so many others if it is of the kind.
template <class Visit>
void ahead(const des::EventQueue& of, std::size_t events, EventKind kind, Visit visit) {
  static_assert(des::EventQueue::look_ahead > 7);
  of.ahead(events, [&](des::Payload payload) {
    if (static_cast<EventKind>(payload >> 24U) == kind) visit(payload & 0xffffffU);
  });
}

}  // namespace

/// More than the cache of a core holds is in use. Judgement: four megabytes.
bool Engine::is_large() const {
  constexpr std::size_t per_case = sizeof(Token) + sizeof(Case);
  return persons_.size() * sizeof(PersonState) + tokens_.places() * per_case > (1U << 22U);
}

/// A person that completes a piece of work of a case, and then takes what waits in the unit: here
/// the oldest piece of its first class.
void Engine::look_ahead_at_people() const {
  const auto in_hand = [this](std::uint32_t person) -> const Piece* {
    const PersonState& state = persons_[person];
    return state.in_hand.empty() ? nullptr : &pieces_[state.in_hand.front()];
  };
  const auto queue = [this](std::uint32_t person) -> const PieceList* {
    const UnitState& unit = units_[persons_[person].unit];
    return unit.waiting > 0 ? &unit.lines.front().queues.front() : nullptr;
  };
  const auto waiting = [this, queue](std::uint32_t person) -> const Piece* {
    const PieceList* list = queue(person);
    return list == nullptr || list->empty() ? nullptr : &pieces_[list->first().item];
  };
  ahead(events_, 7, EventKind::person_done, [this](std::uint32_t person) {
    fetch<person_bytes>(&persons_[person]);
    fetch<sizeof(PersonTable)>(&tables_.persons[person]);
  });
  ahead(events_, 6, EventKind::person_done, [&](std::uint32_t person) {
    fetch<sizeof(UnitState)>(&units_[persons_[person].unit]);
    if (const Piece* piece = in_hand(person)) fetch<sizeof(Piece)>(piece);
  });
  ahead(events_, 5, EventKind::person_done, [&](std::uint32_t person) {
    const Piece* piece = in_hand(person);
    if (piece != nullptr && is_of_token(*piece)) fetch<sizeof(Token)>(&tokens_[piece->subject]);
    if (const PieceList* list = queue(person)) fetch<sizeof(PieceList)>(list);
  });
  ahead(events_, 4, EventKind::person_done, [&](std::uint32_t person) {
    const Piece* piece = in_hand(person);
    if (piece != nullptr && is_of_token(*piece)) {
      fetch<sizeof(Case)>(&cases_[tokens_[piece->subject].case_index]);
    }
    const PieceList* list = queue(person);
    if (list != nullptr && !list->empty()) fetch<sizeof(PieceList::Entry)>(&list->first());
  });
  ahead(events_, 3, EventKind::person_done, [&](std::uint32_t person) {
    if (const Piece* piece = waiting(person)) fetch<sizeof(Piece)>(piece);
  });
  ahead(events_, 2, EventKind::person_done, [&](std::uint32_t person) {
    if (const Piece* piece = waiting(person)) fetch<sizeof(Token)>(&tokens_[piece->subject]);
  });
  ahead(events_, 1, EventKind::person_done, [&](std::uint32_t person) {
    if (const Piece* piece = waiting(person)) {
      fetch<sizeof(Case)>(&cases_[tokens_[piece->subject].case_index]);
    }
  });
}

/// A case whose delay is over, and then looks for a person of the unit it will come into.
void Engine::look_ahead_at_delays() {
  ahead(events_, 7, EventKind::delay_over,
        [this](std::uint32_t token) { fetch<sizeof(Token)>(&tokens_[token]); });
  ahead(events_, 5, EventKind::delay_over, [this](std::uint32_t token) {
    fetch<sizeof(Case)>(&cases_[tokens_[token].case_index]);
  });
  // The draws behind a unit are looked up once: it stays here until its turn has come.
  const UnitChoice::Able* const soon = units_ahead_[0];
  units_ahead_[0] = units_ahead_[1];
  units_ahead_[1] = nullptr;
  ahead(events_, 3, EventKind::delay_over, [this](std::uint32_t token) {
    units_ahead_[1] = next_unit(tokens_[token]);
    if (units_ahead_[1] != nullptr) fetch<sizeof(UnitState)>(&units_[units_ahead_[1]->unit]);
  });
  if (soon == nullptr) return;
  const UnitState& unit = units_[soon->unit];
  const UnitState::Class& able = unit.classes[soon->queue_class];
  // Whose hands are all full only the one whose turn it is is looked at, and a piece more waits.
  std::size_t position = able.able.first_from(able.turn);
  BitSet::visit_round(able.able, unit.full, able.turn, [&position](std::size_t free) {
    position = free;
    return false;
  });
  fetch<person_bytes>(&persons_[unit.members[position]]);
  fetch<sizeof(PieceList)>(&unit.lines.front().queues[soon->queue_class]);
}

/// The unit that a case which is in none will come into when its delay is over.
const UnitChoice::Able* Engine::next_unit(const Token& token) const {
  if (token.stage == Stage::withdrawn || token.unit != nothing) return nullptr;
  const Case& c = cases_[token.case_index];
  const work::Step* next = token.step;
  std::uint32_t ordinal = token.ordinal;
  if (next->kind != work::StepKind::activity) {
    next = &step(c, next_step(next->next, c, ordinal));
    ++ordinal;
  }
  if (next->kind != work::StepKind::activity) return nullptr;
  const UnitChoice& choice = tables_.unit_choice[next->activity.index()];
  if (choice.units.empty()) return nullptr;
  return &choice.units[choice.place(draws_.uniform(Purpose::unit_choice, c.subject, ordinal))];
}

}  // namespace veer::sim::detail
