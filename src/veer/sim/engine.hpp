// SPDX-License-Identifier: EUPL-1.2
// The running replication: tokens of cases walk through steps, people take and do pieces of work,
// decisions are asked for and answered. Private to sim; simulate() is the door.
//
// Form: a table-driven state machine. An event is a kind and an index; behaviour is a switch over
// the kind and over the step a token stands at. No closures, no allocation per event in a steady
// state: tokens, pieces, cases and decisions live in slabs. docs/architecture.md tells why.
//
//   flow.cpp       arrivals, tokens, steps, hand-overs, the ledger
//   people.cpp     queues, inboxes, attention, hours, absences, duties
//   decisions.cpp  exceptions and how they are decided
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "veer/calendar/clock.hpp"
#include "veer/des/event_queue.hpp"
#include "veer/des/slab.hpp"
#include "veer/sim/presence.hpp"
#include "veer/sim/replication.hpp"
#include "veer/sim/tables.hpp"
#include "veer/sim/work_list.hpp"
#include "veer/stats/draws.hpp"

namespace veer::sim::detail {

inline constexpr std::uint32_t nobody = 0xffffffffU;
inline constexpr std::uint32_t nothing = 0xffffffffU;

enum class EventKind : std::uint8_t {
  arrival,          // index: case type
  extra_arrival,    // index: case type; only in a shock of demand
  delay_over,       // index: token
  person_done,      // index: person; counts only with the person's ticket
  duty_arrives,     // index: person * duty_kind_count + kind
  absence_starts,   // index: person
  person_returns,   // index: person
  wait_limit        // index: decision; counts only with the decision's ticket
};

enum class PieceKind : std::uint8_t {
  step, rework, question, decision, advice, late_advice, assign, duty_other, duty_leading
};

/// What a person picks first when it goes by priority. Judgement: people who wait for an answer go
/// before cases, cases before everything else.
enum class Priority : std::uint8_t { background, normal, others_wait };
inline constexpr std::size_t priority_count = 3;

/// A piece of work for one person.
struct Piece {
  enum class Where : std::uint8_t { nowhere, inbox, unit_queue, in_hand };

  PieceKind kind = PieceKind::step;
  Where where = Where::nowhere;
  Priority priority = Priority::normal;
  bool begun_before = false;          ///< Taken up once and handed back.
  std::uint32_t subject = nothing;    ///< Token or decision; nothing for a duty.
  std::uint32_t not_by = nobody;      ///< Four eyes: anybody but this person.
  std::uint32_t place = nothing;      ///< Person (inbox, in hand) or unit (queue).
  std::int32_t queue_class = -1;      ///< Of the unit's queue.
  Duration left{};                    ///< Effort to do.
  Duration worked{};                  ///< Effort spent since it was taken up.
  Instant begun;                      ///< In hand: the first moment it can be worked on.
  Duration meetings_before{};         ///< Time the person spent in meetings before that.
};

enum class Stage : std::uint8_t {
  delayed, waiting, deciding_before, asking, assigning, queued, deciding_after, reworking
};

/// One thread of a case.
struct Token {
  std::uint32_t case_index = nothing;
  std::uint32_t parent = nothing;
  std::uint32_t ordinal = 0;          ///< Address of the current step's draws within the case.
  work::StepId step;
  Stage stage = Stage::queued;
  bool entered = false;               ///< The case has just come into its unit.
  bool handed_over = false;           ///< ... from another unit.
  std::uint16_t open_branches = 0;
  std::uint32_t unit = nothing;
  std::uint32_t last_person = nobody;
  std::uint32_t from_unit = nothing;
  std::uint32_t not_by = nobody;
  std::uint32_t piece = nothing;      ///< The piece it waits for, if any.
  Duration last_effort{};             ///< Of the activity done last: what rework repeats.
  Instant mark;                       ///< The ledger is complete up to here.
  Duration office_before{};           ///< Office time before that.
  Ledger ledger;
};

struct Case {
  work::CaseTypeId type;
  std::uint32_t number = 0;
  std::uint32_t subject = 0;          ///< Address of its draws.
  bool measured = false;
  bool extra = false;
  std::uint16_t handovers = 0;
  std::uint16_t people_count = 0;
  std::array<std::uint32_t, 16> people{};
  std::uint32_t root = nothing;
  double slowness = 0;                ///< Normal score that its delays share.
  double drawn_delay = 0;             ///< Hours; only with a remainder.
  double delay_factor = 1;            ///< What each drawn delay is multiplied by.
  Instant arrived;
  Duration effort{};
};

struct PersonState {
  explicit PersonState(const Presence& presence)
      : at_work(presence.at_work),
        free(presence.free_of_meetings),
        has_meetings(presence.has_meetings) {}

  calendar::Clock at_work;
  calendar::Clock free;                    ///< Of absence and meetings: when work can be done.
  bool has_meetings;
  std::vector<std::uint32_t> in_hand;      ///< Pieces; background work stands last.
  std::size_t foreground = 0;              ///< Those in hand that are no background work.
  std::array<WorkList, priority_count> inbox;
  Instant updated;                         ///< Efforts are counted up to here.
  Duration free_before{};                  ///< Free time before that.
  des::Ticket done = des::no_ticket;       ///< The event that still counts.
  bool return_scheduled = false;
  bool touched = false;                    ///< What is in hand changed; `done` is out of date.
  std::uint32_t picks = 0;
  std::uint32_t next_absence = 0;
  std::array<std::uint32_t, org::duty_kind_count> duties{};
  std::array<Duration, 5> worked{};        ///< In the measured window, by HourKind.

  /// Pieces that are worked on: they stand first in hand. Background work is put aside while there
  /// is anything else.
  [[nodiscard]] std::size_t worked_on() const {
    return foreground > 0 ? foreground : in_hand.size();
  }
  /// Time in meetings before t.
  [[nodiscard]] Duration meetings_before(Instant t) {
    return has_meetings ? at_work.before(t) - free.before(t) : Duration::zero();
  }
};

enum class HourKind : std::uint8_t { cases, rework, decisions, leading, other };

struct UnitState {
  std::vector<WorkList> queues;            ///< By class.
  BitSet waiting;                          ///< Classes whose queue is not empty.
  std::vector<std::uint32_t> turn;         ///< By class: who was given work last.
};

struct Decision {
  enum class Phase : std::uint8_t { asking, panel, own };
  org::ExceptionKind kind = org::ExceptionKind::routine;
  Phase phase = Phase::asking;
  bool by_default = false;
  std::uint32_t token = nothing;
  std::uint32_t worker = nobody;
  std::uint32_t next = 0;                  ///< chain: next decider; consent: round.
  std::uint32_t ladder = 0;
  std::uint32_t asked_count = 0;           ///< Requests made: address of their draws.
  std::vector<std::uint32_t> deciders;
  std::vector<std::uint32_t> open;         ///< Pieces not answered yet.
  des::Ticket limit = des::no_ticket;
  Instant asked;
};

/// A list that a person may pick from.
struct Candidate {
  WorkList* list = nullptr;
  Priority priority = Priority::normal;
  std::int32_t queue_class = -1;           ///< -1: the own inbox.
};

class Engine {
 public:
  Engine(const work::Work& work, const org::Workforce& workforce,
         const org::Organisation& organisation, const org::Assumptions& assumptions,
         const Run& run);
  Outcome run();

 private:
  // flow.cpp
  void schedule_arrival(std::uint32_t type, Instant after);
  void schedule_extra_arrival(std::uint32_t type, Instant after);
  [[nodiscard]] Instant arrival_after(std::uint32_t type, Instant after, double unit_exponential,
                                      double factor) const;
  void arrive(std::uint32_t type, bool extra);
  void advance(std::uint32_t token, std::uint32_t by);
  [[nodiscard]] work::StepId choose(const std::vector<work::Transition>& next, double u) const;
  void enter(std::uint32_t token, work::StepId step, std::uint32_t by);
  void split(std::uint32_t token);
  void join(std::uint32_t token, std::uint32_t by);
  [[nodiscard]] Duration delay_of(const Token& token, const work::Step& step) const;
  /// Hours of the step's delay as drawn at this ordinal.
  [[nodiscard]] double drawn_hours(const Case& c, const work::Step& step,
                                   std::uint32_t ordinal) const;
  [[nodiscard]] double hands_uniform(const Case& c, const work::Step& step,
                                     std::uint32_t ordinal) const;
  [[nodiscard]] double delay_uniform(const Case& c, std::uint32_t ordinal) const;
  /// Draws ahead along the case's path: the delays before its activities, from this step to where
  /// its thread ends or joins, and that place.
  struct Path {
    double delay_hours = 0;
    work::StepId stops_at;
  };
  [[nodiscard]] Path look_ahead(const Case& c, work::StepId step, std::uint32_t ordinal) const;
  void offer(std::uint32_t token, std::uint32_t by);
  void settle_unit(std::uint32_t token, work::ActivityId activity);
  [[nodiscard]] bool can_take(std::uint32_t unit, work::ActivityId activity,
                              std::uint32_t not_by) const;
  void before_work(std::uint32_t token);
  void ask_sender(std::uint32_t token);
  void assign(std::uint32_t token);
  void queue(std::uint32_t token, std::uint32_t by);
  void after_work(std::uint32_t token, std::uint32_t by);
  [[nodiscard]] std::optional<org::ExceptionKind> exception_after(const Token& token) const;
  [[nodiscard]] double next_delay(const Token& token) const;
  void rework(std::uint32_t token, double share);
  void finish_case(std::uint32_t token);
  void charge(Token& token, Row row, Instant until);
  void charge_work(Token& token, Row row, std::uint32_t person, const Piece& piece);
  void close_open_cases(Instant end);
  [[nodiscard]] CaseOutcome outcome_of(const Case& c, Instant ended, bool finished) const;
  [[nodiscard]] std::optional<bool> within(const std::optional<work::Term>& term, const Case& c,
                                           Instant ended, bool finished, std::uint32_t step) const;

  // people.cpp
  [[nodiscard]] std::size_t first_done(const PersonState& state) const;
  std::uint32_t take_out_of_hand(PersonState& state, std::size_t position);
  void update(std::uint32_t person);
  void touch(std::uint32_t person);
  void reschedule_touched();
  void take(std::uint32_t person, std::uint32_t piece);
  void fill(std::uint32_t person);
  void done(std::uint32_t person);
  void complete(std::uint32_t person, std::uint32_t piece);
  void deliver(std::uint32_t person, std::uint32_t piece);
  void offer_to_unit(std::uint32_t unit, std::uint32_t piece, work::ActivityId activity);
  void find_candidates(std::uint32_t person);
  struct Choice {
    const Candidate* from = nullptr;
    std::uint32_t position = WorkList::none;
  };
  [[nodiscard]] Choice choose_any(double u, std::uint32_t person);
  [[nodiscard]] Choice choose_by_age(bool by_priority, bool newest, std::uint32_t person);
  [[nodiscard]] std::uint32_t pick(std::uint32_t person);
  [[nodiscard]] bool has_room(std::uint32_t person) const;
  [[nodiscard]] bool makes_room(std::uint32_t person);
  [[nodiscard]] bool is_available(std::uint32_t person);
  [[nodiscard]] bool is_away(std::uint32_t person);
  void schedule_return(std::uint32_t person);
  void absence_starts(std::uint32_t person);
  void schedule_absence(std::uint32_t person);
  void hand_back(std::uint32_t person, std::uint32_t piece);
  void schedule_duty(std::uint32_t person, std::size_t kind, Instant after);
  void duty_arrives(std::uint32_t person, std::size_t kind);
  [[nodiscard]] std::uint32_t least_loaded(std::uint32_t unit, std::size_t queue_class,
                                           std::uint32_t not_by);
  void withdraw(std::uint32_t piece);
  [[nodiscard]] std::uint32_t new_piece(PieceKind kind, std::uint32_t subject, Duration effort,
                                        Priority priority);
  [[nodiscard]] HoursByKind hours_of(std::uint32_t person);

  // decisions.cpp
  void start_decision(std::uint32_t token, org::ExceptionKind kind, std::uint32_t worker);
  void find_deciders(Decision& decision, const org::DecisionProtocol& rule);
  void add_colleagues(std::vector<std::uint32_t>& to, const Decision& decision, int count,
                      std::uint32_t salt);
  [[nodiscard]] std::uint32_t stand_in(std::uint32_t person);
  void ask_round(std::uint32_t decision);
  void ask(std::uint32_t decision, std::uint32_t person, PieceKind kind);
  void answered(std::uint32_t decision, std::uint32_t piece);
  void round_over(std::uint32_t decision);
  void decide_yourself(std::uint32_t decision);
  void wait_limit(std::uint32_t decision, des::Ticket ticket);
  void decided(std::uint32_t decision);
  [[nodiscard]] const org::DecisionProtocol& rule_of(const Decision& decision) const;

  [[nodiscard]] const work::Step& step_of(const Token& token) const;
  [[nodiscard]] bool in_measured_window(Instant t) const {
    return t >= measured_from_ && t < measured_to_;
  }
  des::Ticket schedule(Instant time, EventKind kind, std::uint32_t index);
  [[nodiscard]] double exponential(double mean, Purpose purpose, std::uint32_t subject,
                                   std::uint32_t step, std::uint32_t index) const;

  const work::Work& work_;
  const org::Workforce& workforce_;
  const org::Organisation& organisation_;
  const org::Assumptions& assumptions_;
  const Run& run_;
  const Draws draws_;
  const Tables tables_;
  const Instant start_;
  const Instant measured_from_;
  const Instant measured_to_;
  const Instant end_;
  const Presences presences_;
  /// By case type: exceptions lie before delays longer than this, office hours; nothing: anywhere.
  std::vector<std::optional<double>> exception_delay_;
  const std::size_t room_;  ///< Pieces a person has in hand at most.

  Instant now_;
  calendar::Clock office_;
  calendar::Clock office_hours_;
  des::EventQueue events_;
  des::Slab<Case> cases_;
  des::Slab<Token> tokens_;
  des::Slab<Piece> pieces_;
  des::Slab<Decision> decisions_;
  std::vector<PersonState> persons_;
  std::vector<UnitState> units_;
  std::vector<std::uint32_t> arrived_;        ///< By case type.
  std::vector<std::uint32_t> extra_arrived_;
  std::vector<std::uint32_t> touched_;
  std::vector<Candidate> candidates_;
  std::uint64_t order_ = 0;                   ///< Of pieces, for attention.
  std::uint64_t open_measured_ = 0;
  Outcome outcome_;
};

}  // namespace veer::sim::detail
