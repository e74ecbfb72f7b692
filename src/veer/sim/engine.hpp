// SPDX-License-Identifier: EUPL-1.2
// The running replication: tokens of cases walk through steps, people take and do pieces of work,
// decisions are asked for and answered. Private to sim; simulate() is the door.
//
// Form: a table-driven state machine. An event is a kind and an index; behaviour is a switch over
// the kind and over the step a token stands at. No closures, no allocation per event in a steady
// state: tokens, pieces, cases and decisions live in slabs. docs/architecture.md tells why.
//
//   *state.hpp     cases, tokens, pieces, decisions; people and units; tasks of opgaven
//   flow.cpp       arrivals, tokens, steps, hand-overs, the ledger
//   people.cpp     queues, inboxes, absences; attention.cpp: what they pick
//   other_work.cpp what people do besides, of which most is no event
//   decisions.cpp  exceptions and how they are decided
//   boards.cpp     when boards decide on proposals
//   opgaven.cpp    tasks: their parts, failures and messages
//   look_ahead.cpp fetching what the next events are about
//   hours.cpp      where hours went, and rosters that change
//   household_book.cpp  which cases belong to one household, and who knew what
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "veer/calendar/clock.hpp"
#include "veer/des/event_queue.hpp"
#include "veer/des/slab.hpp"
#include "veer/sim/boards.hpp"
#include "veer/sim/household_book.hpp"
#include "veer/sim/person_state.hpp"
#include "veer/sim/presence.hpp"
#include "veer/sim/replication.hpp"
#include "veer/sim/state.hpp"
#include "veer/sim/tables.hpp"
#include "veer/sim/teams.hpp"
#include "veer/sim/work_list.hpp"
#include "veer/stats/draws.hpp"

namespace veer::sim::detail {

class Engine {
 public:
  /// person_of, team_seats: whose seat each "person" of the workforce is, and those in teams
  /// (Seats); empty: their own, and none.
  Engine(const work::Work& work, const org::Workforce& workforce,
         const org::Organisation& organisation, const org::Assumptions& assumptions,
         const Run& run, const std::vector<std::uint32_t>& person_of,
         const std::vector<TeamSeat>& team_seats);
  Outcome run();

 private:
  // flow.cpp
  void schedule_arrival(std::uint32_t type, Instant after);
  void schedule_extra_arrival(std::uint32_t type, Instant after);
  [[nodiscard]] Instant arrival_after(std::uint32_t type, Instant after, double unit_exponential,
                                      double factor) const;
  void arrive(std::uint32_t type, bool extra);
  void advance(std::uint32_t token, std::uint32_t by);
  [[nodiscard]] static work::StepId choose(const std::vector<work::Transition>& next, double u);
  /// Where the transitions taken at an ordinal of a case lead.
  [[nodiscard]] work::StepId next_step(const std::vector<work::Transition>& next, const Case& c,
                                       std::uint32_t ordinal) const;
  [[nodiscard]] const work::Step& step(const Case& c, work::StepId id) const {
    return work_.case_types[c.type].process.steps[id];
  }
  void enter(std::uint32_t token, const work::Step& step, std::uint32_t by);
  void enter_board(std::uint32_t token, const work::Step& step);  // boards.cpp
  void split(std::uint32_t token);
  void join(std::uint32_t token, std::uint32_t by);
  [[nodiscard]] Duration delay_of(const Token& token, const work::Step& step) const;
  /// Hours of the step's delay as drawn at this ordinal.
  [[nodiscard]] double drawn_hours(const Case& c, const work::Step& step,
                                   std::uint32_t ordinal) const;
  [[nodiscard]] double hands_uniform(const Case& c, const work::Step& step,
                                     std::uint32_t ordinal) const;
  [[nodiscard]] double delay_uniform(const Case& c, std::uint32_t ordinal) const;
  /// Draws ahead along the case's path from this step.
  [[nodiscard]] Path look_ahead(const Case& c, work::StepId step, std::uint32_t ordinal) const;
  void offer(std::uint32_t token, std::uint32_t by);
  void settle_unit(std::uint32_t token, work::ActivityId activity);
  [[nodiscard]] bool stays(Token& token, work::ActivityId activity) const;
  void before_work(std::uint32_t token);
  void ask_sender(std::uint32_t token);
  void assign(std::uint32_t token);
  void queue(std::uint32_t token, std::uint32_t by);
  void after_work(std::uint32_t token, std::uint32_t by);
  [[nodiscard]] std::optional<org::ExceptionKind> exception_after(const Token& token) const;
  [[nodiscard]] double next_delay(const Token& token) const;
  void rework(std::uint32_t token, double share);
  void finish_case(std::uint32_t token);
  void leave_household(const Case& c, const std::optional<HouseholdBook::Decided>& decided);
  void patience_ends(std::uint32_t token, des::Ticket ticket);
  [[nodiscard]] Row row_waited_for(const Token& token) const;
  void charge(Token& token, Row row, Instant until);
  void charge_work(Token& token, Row row, std::uint32_t person, const Piece& piece);
  void close_open_cases(Instant end);
  void order_cases();  // replication.cpp
  void keep(const Case& c, const CaseOutcome& outcome);
  [[nodiscard]] CaseOutcome outcome_of(const Case& c, Instant ended, bool finished) const;
  [[nodiscard]] std::optional<Day> due(const std::optional<work::Term>& term, const Case& c,
                                       std::uint32_t step) const;

  // attention.cpp
  void find_candidates(std::uint32_t person);
  template <class Visit>
  auto visit_list(const Candidate& candidate, std::uint32_t person, Visit visit) const;
  [[nodiscard]] Choice choose_any(double u, std::uint32_t person);
  [[nodiscard]] Choice choose_by_age(bool by_priority, bool newest, std::uint32_t person);
  [[nodiscard]] Attention attention_of(std::uint32_t person, bool has_choice);
  [[nodiscard]] Choice pick(std::uint32_t person);
  [[nodiscard]] std::uint32_t take_out(const Choice& choice, std::uint32_t person);

  // people.cpp
  [[nodiscard]] std::size_t first_done(const PersonState& state) const;
  std::uint32_t take_out_of_hand(PersonState& state, std::size_t position);
  /// Counts the efforts since the last count.
  void update(std::uint32_t person) {
    if (persons_[person].updated < now_) count_efforts(person);
  }
  void count_efforts(std::uint32_t person);
  /// The person's next completion is worked out once, after the event has run its course.
  void touch(std::uint32_t person) {
    PersonState& state = persons_[person];
    state.touched = true;
    if (state.listed) return;
    state.listed = true;
    touched_.push_back(person);
  }
  void reschedule_touched();
  [[nodiscard]] Instant next_done(PersonState& state) const;
  void settle(std::uint32_t person);
  void person_done(std::uint32_t person, des::Ticket ticket);
  void take(std::uint32_t person, std::uint32_t piece);
  void fill(std::uint32_t person);
  void done(std::uint32_t person);
  void complete(std::uint32_t person, std::uint32_t piece);
  void put_in_inbox(std::uint32_t person, std::uint32_t piece);
  void deliver(std::uint32_t person, std::uint32_t piece);
  [[nodiscard]] bool others_wait_for(std::uint32_t person) const;
  [[nodiscard]] bool nothing_waits_for(std::uint32_t person) const {
    const PersonState& state = persons_[person];
    return state.waiting == 0 && state.background_waiting.empty() &&
           units_[state.unit].waiting == 0;
  }
  void offer_to_unit(std::uint32_t unit, std::uint32_t queue_class, std::uint32_t piece);
  [[nodiscard]] bool has_room(std::uint32_t person) const {
    return persons_[person].load() < room_;
  }
  [[nodiscard]] bool makes_room(std::uint32_t person);
  void take_at_once(std::uint32_t person);
  [[nodiscard]] UnitState::Line& line_of(std::uint32_t unit, Priority priority);
  [[nodiscard]] bool is_available(std::uint32_t person);
  [[nodiscard]] bool is_away(std::uint32_t person);
  void schedule_return(std::uint32_t person);
  void absence_starts(std::uint32_t person);
  void hand_over_work(std::uint32_t person);
  void schedule_absence(std::uint32_t person);
  void hand_back(std::uint32_t person, std::uint32_t piece);
  [[nodiscard]] std::uint32_t least_loaded(std::uint32_t unit, std::size_t queue_class,
                                           std::uint32_t not_by);
  void withdraw(std::uint32_t piece);
  [[nodiscard]] HourKind hour_kind(PieceKind kind, std::uint32_t subject) const;
  [[nodiscard]] std::uint32_t new_piece(PieceKind kind, std::uint32_t subject, Duration effort,
                                        Priority priority);

  // look_ahead.cpp
  [[nodiscard]] bool is_large() const;
  void look_ahead_at_people() const;
  void look_ahead_at_delays();
  [[nodiscard]] const UnitChoice::Able* next_unit(const Token& token) const;

  // hours.cpp
  [[nodiscard]] HoursByKind hours_of(std::uint32_t person);
  [[nodiscard]] std::array<Duration, 3> hours_present(std::uint32_t person, Instant until) const;

  void find_window(std::uint32_t person);
  void change_roster(std::uint32_t person, const calendar::Roster& roster);
  void seat_team(std::uint32_t opgave);

  // opgaven.cpp
  void schedule_opgaven();
  [[nodiscard]] const work::Task& task_of(const TaskState& task) const;
  void opgave_begins(std::uint32_t opgave);
  [[nodiscard]] std::uint32_t new_hand(const TaskState& task);
  void start_task(std::uint32_t task);
  void next_part(std::uint32_t token, std::uint32_t by);
  [[nodiscard]] Duration part_effort(const Case& c, std::uint32_t ordinal) const;
  void part_done(std::uint32_t token, PieceKind kind, std::uint32_t by);
  void raise(std::uint32_t task);
  void verify_for_others(std::uint32_t token, std::uint32_t by);
  void task_decided(std::uint32_t token);
  void redo_part(std::uint32_t task, double share);
  void accept_part(std::uint32_t task);
  void count_goal(std::uint32_t task, int parts);
  void settle_task(std::uint32_t task);
  void exchange(std::uint32_t token, std::uint32_t by);
  void message_lapses(std::uint32_t message, des::Ticket ticket);
  void close_opgaven();

  // other_work.cpp
  void catch_up(std::uint32_t person) {
    if (persons_[person].next_own <= now_) act(person);
  }
  void act(std::uint32_t person);
  [[nodiscard]] PersonState& seen(std::uint32_t person);
  void look_back(std::uint32_t person);
  void spend_alone(std::uint32_t person, Duration until);
  void take_alone(std::uint32_t person);
  [[nodiscard]] bool own_moment(std::uint32_t person, Duration present);
  Instant renew_next_own(std::uint32_t person);
  void add_duty(std::uint32_t person, std::uint32_t kind);
  void find_gaps(std::uint32_t person, double factor);
  void draw_duty(std::uint32_t person, Duty& duty, Instant from);
  void take_background(std::uint32_t person, const BackgroundPiece& piece);

  // decisions.cpp
  void start_decision(std::uint32_t token, org::ExceptionKind kind, std::uint32_t worker);
  void find_deciders(Decision& decision, const org::DecisionProtocol& rule);
  void add_colleagues(Decision& decision, int count, std::uint32_t salt);
  [[nodiscard]] std::uint32_t stand_in(std::uint32_t person);
  void ask_round(std::uint32_t decision);
  void ask_deciders(std::uint32_t decision);
  [[nodiscard]] Instant end_of_next_meeting(const Decision& decision) const;
  void meeting_over(std::uint32_t decision, des::Ticket ticket);
  void ask(std::uint32_t decision, std::uint32_t person, PieceKind kind);
  void has_a_say(const Piece& piece, std::uint32_t person);
  void answered(std::uint32_t decision, std::uint32_t piece);
  void round_over(std::uint32_t decision);
  void decide_yourself(std::uint32_t decision);
  void wait_limit(std::uint32_t decision, des::Ticket ticket);
  [[nodiscard]] bool grants(const Decision& decision) const;
  void decided(std::uint32_t decision, bool granted);
  [[nodiscard]] const org::DecisionProtocol& rule_of(const Decision& decision) const;

  [[nodiscard]] Priority priority_of(const Token& token) const;
  [[nodiscard]] bool in_measured_window(Instant t) const;
  des::Ticket schedule(Instant time, EventKind kind, std::uint32_t index);
  [[nodiscard]] double exponential(double mean, Purpose purpose, std::uint32_t subject,
                                   std::uint32_t step, std::uint32_t index) const;
  /// Whether the draw falls within a share; for a share of nothing or all none is looked up.
  [[nodiscard]] bool falls_within(double share, Purpose purpose, const Token& token) const {
    if (share <= 0 || share >= 1) return share >= 1;
    return draws_.uniform(purpose, cases_[token.case_index].subject, token.ordinal) < share;
  }
  /// The value of a distribution at a draw; for a constant none is looked up.
  [[nodiscard]] double value(const Distribution& distribution, Purpose purpose,
                             std::uint32_t subject, std::uint32_t step = 0) const {
    return distribution.quantile(
        distribution.is_constant() ? 0.5 : draws_.uniform(purpose, subject, step));
  }

  const work::Work& work_;
  const org::Workforce& workforce_;
  const org::Organisation& organisation_;
  const org::Assumptions& assumptions_;
  const Run& run_;
  const std::vector<std::uint32_t>& person_of_;
  const std::vector<TeamSeat>& team_seats_;
  const Draws draws_;
  const Tables tables_;
  const Instant start_;
  const Instant measured_from_;
  const Instant measured_to_;
  const Instant end_;
  Presences presences_;
  const BoardCalendars boards_;
  HouseholdBook households_;
  /// By case type: exceptions lie before delays longer than this, office hours; nothing: anywhere.
  std::vector<std::optional<double>> exception_delay_;
  const std::size_t room_;  ///< Pieces a person has in hand at most.
  std::vector<std::size_t> urgencies_;  ///< Ordinary and those of case types, falling.

  Instant now_;
  calendar::Clock office_;
  calendar::Clock office_hours_;
  des::EventQueue events_;
  des::Slab<Case> cases_;
  des::Slab<Token> tokens_;
  des::Slab<Piece> pieces_;
  des::Slab<Decision> decisions_;
  des::Slab<Message> messages_;
  std::vector<TaskState> tasks_;              ///< Of all opgaven.
  std::vector<OpgaveState> opgaven_;
  std::vector<PersonState> persons_;
  std::vector<UnitState> units_;
  std::vector<std::uint32_t> members_;        ///< Of all units, those of one side by side.
  /// Of measured cases, by case type, of each those of a shock's extra demand last, then in the
  /// order they came: their places in the outcome, where they stand in the order they ended.
  std::vector<std::vector<std::uint32_t>> places_of_;
  std::vector<std::uint32_t> arrived_;        ///< By case type.
  std::vector<std::uint32_t> extra_arrived_;
  std::vector<std::uint32_t> touched_;
  std::vector<Candidate> candidates_;
  std::array<const UnitChoice::Able*, 2> units_ahead_{};
  std::uint64_t open_measured_ = 0;
  Outcome outcome_;
};

}  // namespace veer::sim::detail
