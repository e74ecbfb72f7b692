// SPDX-License-Identifier: EUPL-1.2
// Exceptions: who is asked, in what order, and what happens when nobody answers in time.
#include <algorithm>
#include <cmath>

#include "veer/sim/engine.hpp"

namespace veer::sim::detail {
namespace {

// Judgement: a consent that still meets objections after ten rounds is decided by the worker.
constexpr std::uint32_t max_consent_rounds = 10;

}  // namespace

const org::DecisionProtocol& Engine::rule_of(const Decision& decision) const {
  return organisation_.exceptions[static_cast<std::size_t>(decision.kind)];
}

void Engine::start_decision(std::uint32_t token, org::ExceptionKind kind, std::uint32_t worker) {
  const std::uint32_t index = decisions_.allocate();
  Decision& decision = decisions_[index];
  decision.kind = kind;
  decision.token = token;
  decision.worker = worker;
  decision.asked = now_;
  find_deciders(decision, rule_of(decision));
  if (decision.deciders.empty()) return decide_yourself(index);
  ask_round(index);
}

void Engine::find_deciders(Decision& decision, const org::DecisionProtocol& rule) {
  const Token& token = tokens_[decision.token];
  const std::uint32_t own_unit = tables_.persons[decision.worker].unit;
  const std::uint32_t other_unit =
      decision.kind == org::ExceptionKind::cross_unit ? token.unit : own_unit;
  switch (rule.decider) {
    case org::Decider::self: return;
    case org::Decider::lead: {
      // The first lead up the line who is somebody else.
      for (const std::uint32_t unit : tables_.units[own_unit].line_up) {
        const org::PersonId lead = organisation_.units[org::UnitId(unit)].lead;
        if (lead.is_none() || lead.value() == decision.worker) continue;
        decision.deciders.push_back(stand_in(lead.value()));
        return;
      }
      return;
    }
    case org::Decider::line:
      decision.deciders =
          leads_between(organisation_, tables_, own_unit, other_unit, decision.worker);
      for (std::uint32_t& lead : decision.deciders) lead = stand_in(lead);
      return;
    case org::Decider::colleagues:
      add_colleagues(decision.deciders, decision, rule.participants, 0);
      return;
  }
}

/// Draws `count` colleagues of the units concerned who are not the worker, were not asked before
/// and, as long as there are enough of them, are there. From two units they come in turn.
void Engine::add_colleagues(std::vector<std::uint32_t>& to, const Decision& decision, int count,
                            std::uint32_t salt) {
  const Token& token = tokens_[decision.token];
  const std::uint32_t subject = cases_[token.case_index].subject;
  const std::uint32_t own_unit = tables_.persons[decision.worker].unit;
  std::vector<std::uint32_t> units{own_unit};
  if (decision.kind == org::ExceptionKind::cross_unit && token.unit != own_unit) {
    units.insert(units.begin(), token.unit);
  }
  std::vector<std::vector<std::uint32_t>> candidates;
  for (const std::uint32_t unit : units) {
    std::vector<std::uint32_t> people;
    for (const std::uint32_t member : tables_.units[unit].members) {
      const bool asked = std::find(to.begin(), to.end(), member) != to.end();
      if (member != decision.worker && !asked && !is_away(member)) people.push_back(member);
    }
    candidates.push_back(std::move(people));
  }
  for (int n = 0; n < count; ++n) {
    auto& people = candidates[static_cast<std::size_t>(n) % candidates.size()];
    if (people.empty()) continue;
    const double u = draws_.uniform(Purpose::adviser_choice, subject, token.ordinal,
                                    salt * 256 + static_cast<std::uint32_t>(n));
    const auto at = static_cast<std::size_t>(u * static_cast<double>(people.size()));
    to.push_back(people[at]);
    people.erase(people.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

/// Who acts for a lead who is away: the nearest lead up the line who is there; else the lead.
std::uint32_t Engine::stand_in(std::uint32_t person) {
  if (!is_away(person)) return person;
  for (const std::uint32_t unit : tables_.units[tables_.persons[person].unit].line_up) {
    const org::PersonId lead = organisation_.units[org::UnitId(unit)].lead;
    if (!lead.is_none() && lead.value() != person && !is_away(lead.value())) return lead.value();
  }
  return person;
}

void Engine::ask_round(std::uint32_t index) {
  const org::DecisionProtocol& rule = rule_of(decisions_[index]);
  if (rule.wait_limit_days > 0) {
    const Effort limit = presences_.office_day() * rule.wait_limit_days;
    const Instant when = office_hours_.finish(now_, limit);
    decisions_[index].limit =
        when < end_ ? schedule(when, EventKind::wait_limit, index) : des::no_ticket;
  }
  if (rule.protocol == org::Protocol::chain) {
    const std::uint32_t next = decisions_[index].deciders[decisions_[index].next];
    return ask(index, next, PieceKind::decision);
  }
  const std::vector<std::uint32_t> deciders = decisions_[index].deciders;
  for (const std::uint32_t person : deciders) ask(index, person, PieceKind::advice);
}

void Engine::ask(std::uint32_t index, std::uint32_t person, PieceKind kind) {
  Decision& decision = decisions_[index];
  const Token& token = tokens_[decision.token];
  const double mean = kind == PieceKind::advice ? assumptions_.advice_minutes
                                                : assumptions_.decision_minutes;
  const double minutes =
      exponential(mean, Purpose::decision_effort, cases_[token.case_index].subject, token.ordinal,
                  decision.asked_count++);
  const std::uint32_t piece =
      new_piece(kind, index, from_hours(minutes / 60), Priority::others_wait);
  decisions_[index].open.push_back(piece);
  deliver(person, piece);
}

void Engine::answered(std::uint32_t index, std::uint32_t piece) {
  Decision& decision = decisions_[index];
  decision.open.erase(std::find(decision.open.begin(), decision.open.end(), piece));
  if (decision.phase == Decision::Phase::own) return decided(index);
  const org::DecisionProtocol& rule = rule_of(decision);
  if (rule.protocol == org::Protocol::majority) {
    const std::size_t answers = decision.deciders.size() - decision.open.size();
    if (answers * 2 > decision.deciders.size()) {
      // Enough: those who have not begun need not answer; those who have are not waited for.
      for (const std::uint32_t open : decision.open) {
        if (pieces_[open].where == Piece::Where::inbox) {
          withdraw(open);
        } else {
          pieces_[open].kind = PieceKind::late_advice;
        }
      }
      decision.open.clear();
      return decided(index);
    }
  }
  if (decision.open.empty()) round_over(index);
}

void Engine::round_over(std::uint32_t index) {
  Decision& decision = decisions_[index];
  const org::DecisionProtocol& rule = rule_of(decision);
  if (decision.by_default) return decide_yourself(index);
  const Token& token = tokens_[decision.token];
  const auto disagreement = [&](std::uint32_t n) {
    return draws_.uniform(Purpose::conflict, cases_[token.case_index].subject, token.ordinal, n);
  };
  switch (rule.protocol) {
    case org::Protocol::chain:
      if (++decision.next < decision.deciders.size()) return ask_round(index);
      return decided(index);
    case org::Protocol::majority: return decided(index);
    case org::Protocol::advice: {
      const bool disputed = disagreement(decision.ladder) < rule.disagreement;
      if (disputed && decision.ladder < rule.conflict_ladder.size()) {
        const int panel = rule.conflict_ladder[decision.ladder++];
        decision.phase = Decision::Phase::panel;
        decision.deciders.clear();
        add_colleagues(decision.deciders, decision, panel, decision.ladder);
        if (!decision.deciders.empty()) return ask_round(index);
      }
      return decide_yourself(index);
    }
    case org::Protocol::consent: {
      const double agreed =
          std::pow(1 - rule.disagreement, static_cast<double>(decision.deciders.size()));
      if (disagreement(decision.next) < agreed) return decided(index);
      ++decision.next;
      return decision.next < max_consent_rounds ? ask_round(index) : decided(index);
    }
  }
}

/// The worker decides: by right (self, advice) or because nobody answered in time.
void Engine::decide_yourself(std::uint32_t index) {
  decisions_[index].phase = Decision::Phase::own;
  decisions_[index].limit = des::no_ticket;
  ask(index, decisions_[index].worker, PieceKind::decision);
}

/// Requests that nobody has begun are withdrawn (Barrer 1957); begun ones are waited for.
void Engine::wait_limit(std::uint32_t index, des::Ticket ticket) {
  if (!decisions_.is_live(index) || decisions_[index].limit != ticket) return;
  Decision& decision = decisions_[index];
  decision.limit = des::no_ticket;
  std::vector<std::uint32_t> begun;
  for (const std::uint32_t piece : decision.open) {
    if (pieces_[piece].where == Piece::Where::inbox) {
      withdraw(piece);
    } else {
      begun.push_back(piece);
    }
  }
  const bool any_withdrawn = begun.size() < decision.open.size();
  decision.open = std::move(begun);
  // One link of a chain that has begun answers, and the chain goes on.
  if (!any_withdrawn) return;
  decision.by_default = true;
  if (decision.open.empty()) decide_yourself(index);
}

void Engine::decided(std::uint32_t index) {
  const Decision decision = std::move(decisions_[index]);
  decisions_.free(index);
  if (in_measured_window(decision.asked)) {
    DecisionCount& count = outcome_.decisions[static_cast<std::size_t>(decision.kind)];
    ++count.taken;
    if (decision.by_default) ++count.by_default;
    count.waited += now_ - decision.asked;
  }
  Token& token = tokens_[decision.token];
  charge(token, Row::decision, now_);
  if (decision.kind == org::ExceptionKind::cross_unit) return ask_sender(decision.token);
  const double u = draws_.uniform(Purpose::decision_outcome, cases_[token.case_index].subject,
                                  token.ordinal);
  // Redone whole, or corrected with half the effort (mechanisms.md 1.2.4).
  if (u < assumptions_.outcome_rework) return rework(decision.token, 1.0);
  if (u < assumptions_.outcome_rework + assumptions_.outcome_correct) {
    return rework(decision.token, 0.5);
  }
  advance(decision.token, nobody);
}

}  // namespace veer::sim::detail
