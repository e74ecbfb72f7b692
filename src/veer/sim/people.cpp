// SPDX-License-Identifier: EUPL-1.2
// People: what they have in hand and what waits for them.
//
// A person with n pieces in hand gives each an n-th of the working time (processor sharing), and
// has one pending event: the moment the first of them is done.
#include <algorithm>
#include <utility>

#include "veer/sim/engine.hpp"

namespace veer::sim::detail {
HourKind Engine::hour_kind(PieceKind kind, std::uint32_t subject) const {
  switch (kind) {
    case PieceKind::step:
    case PieceKind::question: return cases_[tokens_[subject].case_index].hours;
    case PieceKind::rework: return HourKind::rework;
    case PieceKind::decision:
    case PieceKind::advice:
    case PieceKind::late_advice:
    case PieceKind::assign: return HourKind::decisions;
    case PieceKind::exchange: return HourKind::coordination;
  }
  VEER_EXPECT(false && "a piece of work of an unknown kind");
}

std::uint32_t Engine::new_piece(PieceKind kind, std::uint32_t subject, Duration left,
                                Priority priority) {
  const std::uint32_t index = pieces_.allocate();
  Piece& piece = pieces_[index];
  piece.kind = kind;
  piece.hours = hour_kind(kind, subject);
  piece.subject = subject;
  piece.left = left;
  piece.priority = priority;
  return index;
}

// --- in hand ------------------------------------------------------------------------------------

void Engine::count_efforts(std::uint32_t person) {
  PersonState& state = persons_[person];
  state.updated = now_;
  const Duration present = state.free.before(now_);
  if (state.in_hand.empty()) return state.work_background(present);
  const Duration since = std::exchange(state.counted, present);
  const Duration worked = present - since;
  const Duration measured = state.within_window(since, present);
  const std::size_t active = state.worked_on();
  const auto n = static_cast<std::int64_t>(active);
  Duration share = active == 1 ? worked : worked / n;
  Duration counted = active == 1 ? measured : measured / n;
  // The last piece gets what does not divide, so that the shares add up.
  for (std::size_t i = 0; i < active; ++i) {
    if (i + 1 == active) {
      share = worked - share * (n - 1);
      counted = measured - counted * (n - 1);
    }
    Piece& piece = pieces_[state.in_hand[i]];
    piece.worked += share;
    piece.left = std::max(piece.left - share, Duration::zero());
    state.worked[static_cast<std::size_t>(piece.hours)] += counted;
  }
}

/// Position in hand of the piece that is done first; of several the one taken first.
std::size_t Engine::first_done(const PersonState& state) const {
  const std::size_t active = state.worked_on();
  std::size_t first = 0;
  for (std::size_t i = 1; i < active; ++i) {
    if (pieces_[state.in_hand[i]].left < pieces_[state.in_hand[first]].left) first = i;
  }
  return first;
}

std::uint32_t Engine::take_out_of_hand(PersonState& state, std::size_t position) {
  const auto at = state.in_hand.begin() + static_cast<std::ptrdiff_t>(position);
  const std::uint32_t piece = *at;
  state.in_hand.erase(at);
  if (state.in_hand.size() < room_) units_[state.unit].full.erase(state.position);
  if (position < state.at_once) --state.at_once;
  return piece;
}

void Engine::reschedule_touched() {
  for (const std::uint32_t person : touched_) {
    persons_[person].listed = false;
    if (persons_[person].touched) settle(person);
  }
  touched_.clear();
}

/// When the first of the pieces in hand, of which there are some, is done.
Instant Engine::next_done(PersonState& state) const {
  const Duration least = pieces_[state.in_hand[first_done(state)]].left;
  const auto total = least.count() * static_cast<std::int64_t>(state.worked_on());
  return state.free.finish(state.updated, Effort::microseconds(total));
}

/// Works out what happens next to the person: as an event where it concerns others.
void Engine::settle(std::uint32_t person) {
  PersonState& state = persons_[person];
  state.touched = false;
  state.done = des::no_ticket;
  const Instant own_done = renew_next_own(person);
  Instant event = Instant::max();
  if (!state.in_hand.empty()) {
    event = next_done(state);
  } else if (others_wait_for(person)) {
    // With full hands only what is done first matters to them; a return is an event of its own.
    // What came while nobody could work is gone through at once.
    event = has_room(person) ? std::min(own_done, state.next_duty()) : own_done;
    event = std::max(event, now_);
  }
  if (event < end_) state.done = schedule(event, EventKind::person_done, person);
}

void Engine::take(std::uint32_t person, std::uint32_t index) {
  update(person);
  PersonState& state = persons_[person];
  Piece& piece = pieces_[index];
  piece.where = Piece::Where::in_hand;
  piece.place = person;
  piece.begun = state.free.next_open(now_);
  piece.meetings_before = state.meetings_before(piece.begun);
  piece.worked = Duration::zero();
  if (piece.kind == PieceKind::step) {
    // Whoever takes over a case reads in; across units more was lost on the way.
    Token& token = tokens_[piece.subject];
    charge(token, Row::capacity, now_);
    const bool changes_hands = token.last_person != nobody && token.last_person != person;
    double minutes = 0;
    if (changes_hands || piece.begun_before) minutes += assumptions_.read_in_person_minutes;
    if (token.handed_over && !piece.begun_before) minutes += assumptions_.read_in_unit_minutes;
    if (minutes > 0) piece.left += from_hours(minutes / 60);
    const bool again = changes_hands || piece.begun_before || token.answered;
    if (token.last_person == nobody || again) ++cases_[token.case_index].contacts;
    token.answered = false;
  }
  // From now on background work rests: what it got before belongs to the time before.
  if (state.in_hand.empty()) state.background.count(state.count_background());
  const bool at_once = piece.priority == Priority::at_once;
  VEER_EXPECT(at_once || state.load() < room_ + state.at_once);
  if (at_once) {
    state.in_hand.insert(state.in_hand.begin() + state.at_once++, index);
  } else {
    state.in_hand.push_back(index);
  }
  if (state.in_hand.size() >= room_) units_[state.unit].full.insert(state.position);
  touch(person);
}

void Engine::done(std::uint32_t person) {
  update(person);
  PersonState& state = persons_[person];
  const std::uint32_t piece = take_out_of_hand(state, first_done(state));
  ++outcome_.pieces_done;
  touch(person);
  complete(person, piece);
  fill(person);
}

/// The event of a person's next completion, or of an own moment that others wait for.
void Engine::person_done(std::uint32_t person, des::Ticket ticket) {
  if (persons_[person].done != ticket) return;
  const bool completes = !persons_[person].in_hand.empty();
  catch_up(person);
  if (completes) {
    done(person);
  } else {
    touch(person);
  }
}

void Engine::complete(std::uint32_t person, std::uint32_t index) {
  const Piece piece = pieces_[index];
  pieces_.free(index);
  switch (piece.kind) {
    case PieceKind::step:
    case PieceKind::rework: {
      Token& token = tokens_[piece.subject];
      Case& c = cases_[token.case_index];
      const bool is_step = piece.kind == PieceKind::step;
      charge_work(token, is_step ? Row::work : Row::rework, person, piece);
      token.piece = nothing;
      token.last_person = person;
      c.effort += piece.worked;
      c.count(person);
      if (c.task != nothing) return part_done(piece.subject, piece.kind, person);
      if (c.matter != nothing && token.step->formal_decision) {
        households_.does_formal_decision(c.matter, person);
      }
      ++outcome_.steps_done;
      if (is_step && run_.record_events) {
        outcome_.events.push_back({c.type, c.number(), token.step->activity,
                                   org::PersonId(person), std::min(piece.begun, now_), now_});
      }
      if (is_step) return after_work(piece.subject, person);
      return advance(piece.subject, person);
    }
    case PieceKind::question:
      tokens_[piece.subject].piece = nothing;
      return assign(piece.subject);
    case PieceKind::assign:
      tokens_[piece.subject].piece = nothing;
      charge(tokens_[piece.subject], Row::handover, now_);
      return queue(piece.subject, nobody);
    case PieceKind::decision:
    case PieceKind::advice:
      has_a_say(piece, person);
      return answered(piece.subject, index);
    case PieceKind::exchange: return messages_.free(piece.subject);
    case PieceKind::late_advice: return;
  }
}

// --- waiting ------------------------------------------------------------------------------------

/// Can start as soon as the municipality is open.
bool Engine::is_available(std::uint32_t person) {
  const Instant there = persons_[person].free.next_open(now_);
  return there == now_ || there <= office_.next_open(now_);
}

/// Not there for more than an office day: others take over. Judgement: one day.
bool Engine::is_away(std::uint32_t person) {
  const Instant there = persons_[person].free.next_open(now_);
  return there > now_ && there > office_.finish(now_, presences_.office_day());
}

void Engine::schedule_return(std::uint32_t person) {
  PersonState& state = persons_[person];
  if (state.return_scheduled) return;
  const Instant there = state.free.next_open(now_);
  if (there >= end_) return;
  state.return_scheduled = true;
  schedule(there, EventKind::person_returns, person);
}

/// Into the person's own inbox.
void Engine::put_in_inbox(std::uint32_t person, std::uint32_t index) {
  Piece& piece = pieces_[index];
  piece.where = Piece::Where::inbox;
  piece.place = person;
  PersonState& state = persons_[person];
  state.inbox[static_cast<std::size_t>(piece.priority)].push_back(index, now_);
  ++state.waiting;
}

/// Somebody waits until the person has done the piece.
void Engine::deliver(std::uint32_t person, std::uint32_t index) {
  catch_up(person);
  put_in_inbox(person, index);
  if (persons_[person].in_hand.empty()) touch(person);
  if (has_room(person) || makes_room(person)) return fill(person);
  if (pieces_[index].priority == Priority::at_once) take_at_once(person);
}

/// Whether cases or answers wait for the person, in the own inboxes or the unit's queues.
bool Engine::others_wait_for(std::uint32_t person) const {
  if (persons_[person].waiting > 0) return true;
  const UnitState& unit = units_[persons_[person].unit];
  if (unit.waiting == 0) return false;
  const BitSet& classes = tables_.persons[person].classes;
  return std::any_of(urgencies_.begin(), urgencies_.end(), [&](std::size_t urgency) {
    return BitSet::have_common(classes, unit.lines[urgency].waiting);
  });
}

/// Who works by priority at this moment puts a piece of background work aside, as far as it has
/// come, when a case or a question comes in and there is no room for it.
bool Engine::makes_room(std::uint32_t person) {
  PersonState& state = persons_[person];
  if (state.background.empty() || !is_available(person)) return false;
  update(person);
  const double u = draws_.uniform(Purpose::attention, person, state.picks++);
  if (u >= assumptions_.attention_priority) return false;
  state.background_waiting.push_back(state.background.take_last(state.count_background()), now_);
  touch(person);
  return true;
}

/// Who works by priority at this moment takes what must be done at once on top of what is in hand,
/// which rests until it is done. Of such pieces nobody has more in hand than there is room for.
void Engine::take_at_once(std::uint32_t person) {
  PersonState& state = persons_[person];
  while (state.at_once < room_ && is_available(person)) {
    find_candidates(person);
    candidates_.erase(std::remove_if(candidates_.begin(), candidates_.end(),
                                     [](const Candidate& candidate) {
                                       return candidate.priority != Priority::at_once;
                                     }),
                      candidates_.end());
    const Choice choice = choose_by_age(true, false, person);
    if (choice.from == nullptr) return;
    const double u = draws_.uniform(Purpose::attention, person, state.picks++);
    if (u >= assumptions_.attention_priority) return;
    take(person, take_out(choice, person));
  }
}

namespace {

/// Whose turn it is after the member at a position.
std::uint32_t position_after(const UnitState& unit, std::size_t position) {
  return position + 1 == unit.members.size() ? 0 : static_cast<std::uint32_t>(position + 1);
}

}  // namespace

/// Of those who can do the class, have room and are there: who has least in hand, in turn. Whose
/// hands are full of foreground work has no room, whatever else has come meanwhile.
std::uint32_t Engine::least_loaded(std::uint32_t unit, std::size_t queue_class,
                                   std::uint32_t not_by) {
  UnitState& state = units_[unit];
  UnitState::Class& able = state.classes[queue_class];
  std::uint32_t best = nobody;
  std::size_t best_load = room_;
  std::size_t best_at = 0;
  BitSet::visit_round(able.able, state.full, able.turn, [&](std::size_t position) {
    const std::uint32_t member = state.members[position];
    const std::size_t load = seen(member).load();
    if (load >= best_load || member == not_by || !is_available(member)) return true;
    best = member;
    best_load = load;
    best_at = position;
    return best_load > 0;
  });
  if (best != nobody) able.turn = position_after(state, best_at);
  return best;
}

/// To whoever of the unit is free and there; otherwise into the unit's queue.
void Engine::offer_to_unit(std::uint32_t unit, std::uint32_t queue_class, std::uint32_t index) {
  UnitState& state = units_[unit];
  UnitState::Class& able = state.classes[queue_class];
  const std::uint32_t best = least_loaded(unit, queue_class, pieces_[index].not_by);
  if (best != nobody && persons_[best].background_waiting.empty() && !others_wait_for(best)) {
    return take(best, index);
  }
  if (best == nobody) {
    // Everybody is busy: the colleague whose turn it is may put something else aside.
    const std::size_t position = able.able.first_from(able.turn);
    const std::uint32_t person = state.members[position];
    able.turn = position_after(state, position);
    // What came meanwhile came before what is put aside.
    const bool is_full = seen(person).load() >= room_;
    if (person != pieces_[index].not_by && is_full && makes_room(person)) {
      return take(person, index);
    }
  }
  UnitState::Line& line = line_of(unit, pieces_[index].priority);
  if (!line.waiting.contains(queue_class)) {
    // From now on what those who can do it are done with is an event; of foreground work it is one.
    BitSet::visit_round(able.able, state.full, 0, [&](std::size_t position) {
      const std::uint32_t person = state.members[position];
      if (seen(person).in_hand.empty()) touch(person);
      return true;
    });
  }
  Piece& piece = pieces_[index];
  piece.where = Piece::Where::unit_queue;
  piece.place = unit;
  piece.queue_class = static_cast<std::int32_t>(queue_class);
  line.queues[queue_class].push_back(index, now_);
  line.waiting.insert(queue_class);
  ++state.waiting;
  // Who is about to start (the office opens soon) looks at all that waits, not at the newest only.
  const bool at_once = piece.priority == Priority::at_once;
  if (best != nobody) {
    fill(best);
    if (pieces_[index].where != Piece::Where::unit_queue) return;
  }
  const auto look_at = [&](std::size_t position) {
    const std::uint32_t person = state.members[position];
    if (at_once) take_at_once(person);
    if (pieces_[index].where == Piece::Where::in_hand) return false;
    if (at_once || has_room(person)) schedule_return(person);
    return true;
  };
  if (at_once) return BitSet::visit_round(able.able, 0, look_at);
  BitSet::visit_round(able.able, state.full, 0, look_at);
}

UnitState::Line& Engine::line_of(std::uint32_t unit, Priority priority) {
  const auto urgency =
      std::find(priority_of_urgency.begin(), priority_of_urgency.end(), priority);
  return units_[unit].lines[static_cast<std::size_t>(urgency - priority_of_urgency.begin())];
}

void Engine::withdraw(std::uint32_t index) {
  Piece& piece = pieces_[index];
  if (piece.where == Piece::Where::unit_queue) {
    const auto queue_class = static_cast<std::size_t>(piece.queue_class);
    UnitState::Line& line = line_of(piece.place, piece.priority);
    line.queues[queue_class].remove(index);
    --units_[piece.place].waiting;
    if (line.queues[queue_class].empty()) line.waiting.erase(queue_class);
  } else {
    VEER_EXPECT(piece.where == Piece::Where::inbox);
    persons_[piece.place].inbox[static_cast<std::size_t>(piece.priority)].remove(index);
    --persons_[piece.place].waiting;
  }
  pieces_.free(index);
}

/// Takes work up to the person's room.
void Engine::fill(std::uint32_t person) {
  while (has_room(person)) {
    if (nothing_waits_for(person)) return;
    if (!is_available(person)) {
      update(person);  // Free time from here on is time in which background work is taken up.
      if (others_wait_for(person)) schedule_return(person);
      return;
    }
    const Choice choice = pick(person);
    if (choice.from == nullptr) return;
    if (choice.from->list == nullptr) {
      take_background(person, persons_[person].background_waiting.take(choice.position));
      continue;
    }
    const std::uint32_t index = take_out(choice, person);
    const Piece& piece = pieces_[index];
    std::uint32_t taker = person;
    if (piece.where == Piece::Where::unit_queue && persons_[person].load() > 0) {
      // Nobody takes a second piece while a colleague who is there has fewer in hand.
      const auto queue_class = static_cast<std::size_t>(piece.queue_class);
      const std::uint32_t other = least_loaded(piece.place, queue_class, piece.not_by);
      const std::size_t own_load = persons_[person].load();
      if (other != nobody && persons_[other].load() < own_load) taker = other;
    }
    take(taker, index);
  }
  if (urgencies_.front() == static_cast<std::size_t>(work::Urgency::at_once)) take_at_once(person);
}

// --- absence ------------------------------------------------------------------------------------

void Engine::schedule_absence(std::uint32_t person) {
  PersonState& state = persons_[person];
  const auto& absences = presences_[person].absences;
  while (state.next_absence < absences.size() && absences[state.next_absence].from < now_) {
    ++state.next_absence;
  }
  if (state.next_absence == absences.size()) return;
  const Instant from = absences[state.next_absence].from;
  if (from < end_) schedule(from, EventKind::absence_starts, person);
}

void Engine::absence_starts(std::uint32_t person) {
  catch_up(person);
  PersonState& state = persons_[person];
  ++state.next_absence;
  schedule_absence(person);
  if (is_away(person)) hand_over_work(person);
}

/// Colleagues get the cases that somebody has in hand or in the inbox, who is not there for long.
void Engine::hand_over_work(std::uint32_t person) {
  PersonState& state = persons_[person];
  update(person);
  std::vector<std::uint32_t> back;
  const auto others_can = [this, person](std::uint32_t index) {
    const Piece& piece = pieces_[index];
    if (piece.kind != PieceKind::step) return false;
    const Token& token = tokens_[piece.subject];
    const auto& members = tables_.units[token.unit].classes[token.queue_class].members;
    return std::any_of(members.begin(), members.end(), [&](std::uint32_t other) {
      return other != person && other != piece.not_by;
    });
  };
  for (const std::uint32_t piece : state.in_hand) {
    if (others_can(piece)) back.push_back(piece);
  }
  for (const std::uint32_t piece : back) {
    const auto at = std::find(state.in_hand.begin(), state.in_hand.end(), piece);
    take_out_of_hand(state, static_cast<std::size_t>(at - state.in_hand.begin()));
  }
  const auto in_hand_count = back.size();
  for (const Priority priority : priority_of_urgency) {
    PieceList& cases = state.inbox[static_cast<std::size_t>(priority)];
    for (;;) {
      const std::uint32_t position = cases.oldest(others_can);
      if (position == PieceList::none) break;
      back.push_back(cases.take(position));
      --state.waiting;
    }
  }
  for (std::size_t i = 0; i < back.size(); ++i) {
    if (i < in_hand_count) {
      hand_back(person, back[i]);
    }
    const Token& token = tokens_[pieces_[back[i]].subject];
    offer_to_unit(token.unit, token.queue_class, back[i]);
  }
  touch(person);
  fill(person);  // What stays behind waits for the return.
}

void Engine::hand_back(std::uint32_t person, std::uint32_t index) {
  Piece& piece = pieces_[index];
  Token& token = tokens_[piece.subject];
  charge_work(token, Row::work, person, piece);
  cases_[token.case_index].effort += piece.worked;
  piece.worked = Duration::zero();
  piece.begun_before = true;
}

}  // namespace veer::sim::detail
