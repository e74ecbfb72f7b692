// SPDX-License-Identifier: EUPL-1.2
// Exceptions: who is asked, in what order, and what happens when nobody answers in time.
#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <cmath>

#include "veer/sim/engine.hpp"

namespace veer::sim::detail {
namespace {

// Judgement: a consent that still meets objections after ten rounds is decided by the worker.
constexpr std::uint32_t max_consent_rounds = 10;

/// The first start of the meeting at or after a moment.
Instant next_start(const org::Meeting& meeting, Instant after) {
  Day day = day_of(after);
  while (!org::is_held_on(meeting, day) || start_of(day) + meeting.starts_at < after) day = day + 1;
  return start_of(day) + meeting.starts_at;
}

/// Keeps the draws of the decision before an activity apart from those of the one after it.
std::uint32_t draws_of(const Decision& decision) {
  return decision.kind == org::ExceptionKind::cross_unit ? 1U << 20U : 0;
}

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
  const double refusable = assumptions_.refusable_share;
  const Token& of = tokens_[token];
  decision.to_grant =
      refusable <= 0 || draws_.uniform(Purpose::decision_worth, cases_[of.case_index].subject,
                                       of.ordinal, draws_of(decision)) >= refusable;
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
      for (const std::uint32_t lead :
           leads_between(organisation_, tables_, own_unit, other_unit, decision.worker)) {
        decision.deciders.push_back(stand_in(lead));
      }
      return;
    case org::Decider::colleagues: return add_colleagues(decision, rule.participants, 0);
  }
}

/// Draws `count` colleagues of the units concerned who are not the worker, were not asked before
/// and, as long as there are enough of them, are there. From two units they come in turn.
void Engine::add_colleagues(Decision& decision, int count, std::uint32_t salt) {
  const Token& token = tokens_[decision.token];
  const std::uint32_t subject = cases_[token.case_index].subject;
  const std::uint32_t own_unit = tables_.persons[decision.worker].unit;
  Decision::Few& asked = decision.deciders;
  std::array<boost::container::small_vector<std::uint32_t, 32>, 2> candidates;
  std::size_t units = 0;
  const auto add_unit = [&](std::uint32_t unit) {
    for (const std::uint32_t member : tables_.units[unit].members) {
      const bool may = member != decision.worker &&
                       std::find(asked.begin(), asked.end(), member) == asked.end();
      if (may && !is_away(member)) candidates[units].push_back(member);
    }
    ++units;
  };
  if (decision.kind == org::ExceptionKind::cross_unit && token.unit != own_unit) {
    add_unit(token.unit);
  }
  add_unit(own_unit);
  for (int n = 0; n < count; ++n) {
    auto& people = candidates[static_cast<std::size_t>(n) % units];
    if (people.empty()) continue;
    const std::uint32_t index = salt * 256 + static_cast<std::uint32_t>(n);
    const double u = draws_.uniform(Purpose::adviser_choice, subject, token.ordinal,
                                    draws_of(decision) + index);
    const auto at = static_cast<std::size_t>(u * static_cast<double>(people.size()));
    asked.push_back(people[at]);
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
  if (rule.meeting.empty()) return ask_deciders(index);
  const Instant over = end_of_next_meeting(decisions_[index]);
  decisions_[index].agenda =
      over < end_ ? schedule(over, EventKind::meeting_over, index) : des::no_ticket;
}

/// Of the next meeting of the rule's kind that has not begun: one with the first decider, or where
/// nobody asked goes to such a meeting, any.
Instant Engine::end_of_next_meeting(const Decision& decision) const {
  const std::string& kind = rule_of(decision).meeting;
  const org::PersonId first(decision.deciders[decision.next % decision.deciders.size()]);
  Instant own = Instant::max();
  Instant any = Instant::max();
  for (const org::Meeting& meeting : organisation_.meetings) {
    if (meeting.kind != kind) continue;
    const Instant ends = next_start(meeting, now_) + meeting.length;
    any = std::min(any, ends);
    const auto& people = meeting.participants;
    if (std::find(people.begin(), people.end(), first) != people.end()) own = std::min(own, ends);
  }
  return own != Instant::max() ? own : any;
}

void Engine::meeting_over(std::uint32_t index, des::Ticket ticket) {
  if (!decisions_.is_live(index) || decisions_[index].agenda != ticket) return;
  decisions_[index].agenda = des::no_ticket;
  ask_deciders(index);
}

void Engine::ask_deciders(std::uint32_t index) {
  const org::DecisionProtocol& rule = rule_of(decisions_[index]);
  if (rule.protocol == org::Protocol::chain) {
    const std::uint32_t next = decisions_[index].deciders[decisions_[index].next];
    return ask(index, next, PieceKind::decision);
  }
  const Decision::Few deciders = decisions_[index].deciders;
  for (const std::uint32_t person : deciders) ask(index, person, PieceKind::advice);
}

void Engine::ask(std::uint32_t index, std::uint32_t person, PieceKind kind) {
  Decision& decision = decisions_[index];
  const Token& token = tokens_[decision.token];
  const double mean = kind == PieceKind::advice ? assumptions_.advice_minutes
                                                : assumptions_.decision_minutes;
  const double minutes =
      exponential(mean, Purpose::decision_effort, cases_[token.case_index].subject, token.ordinal,
                  draws_of(decision) + decision.asked_count++);
  const std::uint32_t piece = new_piece(kind, index, from_hours(minutes / 60),
                                        std::max(Priority::others_wait, priority_of(token)));
  decisions_[index].open.push_back(piece);
  deliver(person, piece);
}

/// Notes in a household's matter who advised or decided. Whoever is asked for consent or a vote
/// decides.
void Engine::has_a_say(const Piece& piece, std::uint32_t person) {
  const Decision& decision = decisions_[piece.subject];
  const std::uint32_t matter = cases_[tokens_[decision.token].case_index].matter;
  if (matter == nothing) return;
  if (piece.kind == PieceKind::advice && rule_of(decision).protocol == org::Protocol::advice) {
    households_.advises(matter, person);
  } else {
    households_.decides_on_exception(matter, person);
  }
}

void Engine::answered(std::uint32_t index, std::uint32_t piece) {
  Decision& decision = decisions_[index];
  decision.open.erase(std::find(decision.open.begin(), decision.open.end(), piece));
  const bool granted = grants(decision);
  ++(granted ? decision.yes : decision.no);
  if (decision.phase == Decision::Phase::own) return decided(index, granted);
  const org::DecisionProtocol& rule = rule_of(decision);
  // A refusal ends a chain (the hierarchy of Sah & Stiglitz 1986).
  if (rule.protocol == org::Protocol::chain && !granted) return decided(index, false);
  if (rule.protocol == org::Protocol::majority) {
    const auto asked = static_cast<std::uint32_t>(decision.deciders.size());
    const auto quorum = static_cast<std::uint32_t>(rule.quorum);
    const std::uint32_t to_grant = quorum == 0 ? asked / 2 + 1 : std::min(quorum, asked);
    if (decision.yes >= to_grant || decision.no > asked - to_grant) {
      // Enough: those who have not begun need not answer; those who have are not waited for.
      for (const std::uint32_t open : decision.open) {
        if (pieces_[open].where == Piece::Where::inbox) {
          withdraw(open);
        } else {
          pieces_[open].kind = PieceKind::late_advice;
        }
      }
      decision.open.clear();
      return decided(index, decision.yes >= to_grant);
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
    return draws_.uniform(Purpose::conflict, cases_[token.case_index].subject, token.ordinal,
                          draws_of(decision) + n);
  };
  switch (rule.protocol) {
    case org::Protocol::chain:
      if (++decision.next < decision.deciders.size()) return ask_round(index);
      return decided(index, true);
    case org::Protocol::majority: break;
    case org::Protocol::advice: {
      const bool disputed = disagreement(decision.ladder) < rule.disagreement;
      if (disputed && decision.ladder < rule.conflict_ladder.size()) {
        const int panel = rule.conflict_ladder[decision.ladder++];
        decision.phase = Decision::Phase::panel;
        decision.deciders.clear();
        add_colleagues(decision, panel, decision.ladder);
        if (!decision.deciders.empty()) return ask_round(index);
      }
      return decide_yourself(index);
    }
    case org::Protocol::consent: {
      const double agreed =
          std::pow(1 - rule.disagreement, static_cast<double>(decision.deciders.size()));
      const bool adopted = disagreement(decision.next) < agreed;
      // Judgement: an objection betters the wording of the worker's answer, not the answer.
      if (adopted || ++decision.next >= max_consent_rounds) return decided(index, grants(decision));
      return ask_round(index);
    }
  }
  VEER_EXPECT(false && "a round that settles nothing");
}

/// The next answer: right, but for the share of wrong ones. Nothing is drawn where none is wrong.
bool Engine::grants(const Decision& decision) const {
  const double wrong = decision.to_grant ? assumptions_.wrong_refusal_share
                                         : assumptions_.wrong_grant_share;
  if (wrong <= 0) return decision.to_grant;
  const Token& token = tokens_[decision.token];
  const bool is_wrong = draws_.uniform(Purpose::decision_answer, cases_[token.case_index].subject,
                                       token.ordinal,
                                       draws_of(decision) + decision.yes + decision.no) < wrong;
  return is_wrong != decision.to_grant;
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
  const bool on_agenda = decision.agenda != des::no_ticket;
  decision.agenda = des::no_ticket;
  Decision::Few begun;
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
  if (!any_withdrawn && !on_agenda) return;
  decision.by_default = true;
  if (decision.open.empty()) decide_yourself(index);
}

void Engine::decided(std::uint32_t index, bool granted) {
  const Decision decision = decisions_[index];
  decisions_.free(index);
  if (in_measured_window(decision.asked)) {
    DecisionCount& count = outcome_.decisions[static_cast<std::size_t>(decision.kind)];
    ++count.taken;
    if (decision.by_default) ++count.by_default;
    count.waited += now_ - decision.asked;
    if (decision.to_grant) ++count.to_grant;
    if (decision.to_grant && !granted) ++count.wrongly_refused;
    if (!decision.to_grant && granted) ++count.wrongly_granted;
  }
  Token& token = tokens_[decision.token];
  charge(token, Row::decision, now_);
  if (cases_[token.case_index].task != nothing && token.stage == Stage::deciding_after) {
    return task_decided(decision.token);
  }
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
