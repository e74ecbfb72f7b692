// SPDX-License-Identifier: EUPL-1.2
// Attention: what people pick next of what waits for them.
#include <algorithm>

#include "veer/sim/engine.hpp"

namespace veer::sim::detail {

/// The lists with something in them: the own inboxes and background work by falling priority, then
/// the unit's queues.
void Engine::find_candidates(std::uint32_t person) {
  candidates_.clear();
  PersonState& state = persons_[person];
  for (std::size_t p = state.waiting > 0 ? priority_count : 0; p > 0; --p) {
    PieceList& list = state.inbox[p - 1];
    if (!list.empty()) candidates_.push_back({&list, static_cast<Priority>(p - 1), -1});
  }
  if (!state.background_waiting.empty()) {
    candidates_.push_back({nullptr, Priority::background, -1});
  }
  UnitState& unit = units_[state.unit];
  if (unit.waiting == 0) return;
  const BitSet& classes = tables_.persons[person].classes;
  for (const std::size_t urgency : urgencies_) {
    UnitState::Line& line = unit.lines[urgency];
    BitSet::for_each_common(classes, line.waiting, [&](std::size_t c) {
      candidates_.push_back(
          {&line.queues[c], priority_of_urgency[urgency], static_cast<std::int32_t>(c)});
    });
  }
}

/// Calls visit(list, keep) for what a candidate lists; keep tells what this person may do of it.
template <class Visit>
auto Engine::visit_list(const Candidate& candidate, std::uint32_t person, Visit visit) const {
  if (candidate.list == nullptr) {
    return visit(persons_[person].background_waiting, [](const BackgroundPiece&) { return true; });
  }
  return visit(*candidate.list, [this, person](std::uint32_t piece) {
    return pieces_[piece].not_by != person;
  });
}

/// Any piece of the candidates, u in [0, 1) spread evenly over them; no list when the drawn list
/// holds only pieces that this person may not do.
Choice Engine::choose_any(double u, std::uint32_t person) {
  std::size_t total = 0;
  const auto size_of = [&](const Candidate& candidate) {
    return visit_list(candidate, person, [](const auto& list, auto) { return list.size(); });
  };
  for (const Candidate& candidate : candidates_) total += size_of(candidate);
  double place = u * static_cast<double>(total);
  for (const Candidate& candidate : candidates_) {
    const auto size = static_cast<double>(size_of(candidate));
    if (place < size || &candidate == &candidates_.back()) {
      const double share = std::min(place / size, 1.0);
      const std::uint32_t position =
          visit_list(candidate, person,
                     [share](const auto& list, auto keep) { return list.any(share, keep); });
      return {position == PieceList::none ? nullptr : &candidate, position};
    }
    place -= size;
  }
  return {};
}

/// The oldest or newest piece of the candidates; by_priority: of those with the highest priority.
Choice Engine::choose_by_age(bool by_priority, bool newest, std::uint32_t person) {
  Choice best;
  Instant since_best;
  for (const Candidate& candidate : candidates_) {
    Instant since;
    const std::uint32_t position = visit_list(candidate, person, [&](const auto& list, auto keep) {
      const std::uint32_t found = newest ? list.newest(keep) : list.oldest(keep);
      if (found != PieceList::none) since = list.at(found).since;
      return found;
    });
    if (position == PieceList::none) continue;
    if (best.from != nullptr) {
      if (by_priority && candidate.priority < best.from->priority) continue;
      const bool same_rank = !by_priority || candidate.priority == best.from->priority;
      if (same_rank && (newest ? since <= since_best : since >= since_best)) continue;
    }
    best = {&candidate, position};
    since_best = since;
  }
  return best;
}

/// By what somebody picks at this moment, in the drawn shares (VDT's attention rule, mechanisms.md
/// 1.2.7); without a choice nothing is drawn.
Attention Engine::attention_of(std::uint32_t person, bool has_choice) {
  const std::uint32_t number = persons_[person].picks++;
  const bool draws = has_choice && assumptions_.attention_fifo < 1;
  const double u = draws ? draws_.uniform(Purpose::attention, person, number) : 0;
  const double priority_to = assumptions_.attention_priority;
  const double oldest_to = priority_to + assumptions_.attention_fifo;
  const double newest_to = oldest_to + assumptions_.attention_lifo;
  // Which it is cannot be foreseen: no jump depends on it here.
  const int place = int{u >= priority_to} + int{u >= oldest_to} + int{u >= newest_to};
  return {static_cast<Attention::By>(place), (u - newest_to) / (1 - newest_to)};
}

/// What the person picks next, out of the own inboxes, the background work and the queues of the
/// unit.
Choice Engine::pick(std::uint32_t person) {
  find_candidates(person);
  if (candidates_.empty()) return {};
  const auto lists_several = [](const auto& list, auto) { return list.size() > 1; };
  const bool has_choice =
      candidates_.size() > 1 || visit_list(candidates_.front(), person, lists_several);
  const Attention attention = attention_of(person, has_choice);
  if (attention.by == Attention::By::any) {
    const Choice choice = choose_any(attention.place, person);
    if (choice.from != nullptr) return choice;
  }
  // Who finds nothing at the drawn place takes the oldest.
  return choose_by_age(attention.by == Attention::By::priority,
                       attention.by == Attention::By::newest, person);
}

/// Takes the chosen piece out of its list.
std::uint32_t Engine::take_out(const Choice& choice, std::uint32_t person) {
  const Candidate& from = *choice.from;
  const std::uint32_t piece = from.list->take(choice.position);
  if (from.queue_class < 0) {
    --persons_[person].waiting;
    return piece;
  }
  const std::uint32_t unit = persons_[person].unit;
  --units_[unit].waiting;
  if (from.list->empty()) {
    line_of(unit, from.priority).waiting.erase(static_cast<std::size_t>(from.queue_class));
  }
  return piece;
}

}  // namespace veer::sim::detail
