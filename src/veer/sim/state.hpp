// SPDX-License-Identifier: EUPL-1.2
// What a running replication consists of: cases and their tokens, pieces of work, people with what
// they have in hand, units with what waits, decisions. Private to sim; engine.hpp moves it.
#pragma once

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "veer/calendar/clock.hpp"
#include "veer/des/event_queue.hpp"
#include "veer/org/organisation.hpp"
#include "veer/sim/bitset.hpp"
#include "veer/sim/opgave_state.hpp"
#include "veer/sim/presence.hpp"
#include "veer/sim/replication.hpp"
#include "veer/sim/work_list.hpp"

namespace veer::sim::detail {

enum class EventKind : std::uint8_t {
  arrival,          // index: case type
  extra_arrival,    // index: case type; only in a shock of demand
  delay_over,       // index: token
  person_done,      // index: person; counts only with the person's ticket
  absence_starts,   // index: person
  person_returns,   // index: person
  wait_limit,       // index: decision; counts only with the decision's ticket
  meeting_over,     // index: decision on its agenda; counts only with the decision's ticket
  patience_ends,    // index: the case's token; counts only with the case's ticket
  opgave_begins,    // index: opgave
  message_lapses    // index: message; counts only with the message's ticket
};

enum class PieceKind : std::uint8_t {
  step, rework, question, decision, advice, late_advice, assign, duty_other, duty_leading,
  duty_continuing, exchange
};

/// What a person picks first when it goes by priority. Judgement: people who wait for an answer go
/// before cases, urgent cases before others, cases before everything else; what is in hand rests
/// for what must be done at once.
enum class Priority : std::uint8_t { background, normal, urgent, others_wait, at_once };
inline constexpr std::size_t priority_count = 5;

/// The priority of a case's own work, by its urgency.
inline constexpr std::array<Priority, work::urgency_count> priority_of_urgency = {
    Priority::normal, Priority::urgent, Priority::at_once};

enum class HourKind : std::uint8_t {
  cases, rework, proposals, opgaven, decisions, coordination, leading, other
};
/// Kinds of continuing work are numbered on from here, in the order of the work value.
inline constexpr std::size_t first_continuing = 8;

/// A piece of work for one person.
struct Piece {
  enum class Where : std::uint8_t { nowhere, inbox, unit_queue, in_hand };

  PieceKind kind = PieceKind::step;
  Where where = Where::nowhere;
  Priority priority = Priority::normal;
  bool begun_before = false;          ///< Taken up once and handed back.
  std::uint8_t hours = 0;             ///< HourKind, or a kind of continuing work.
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
  delayed, waiting, deciding_before, asking, assigning, queued, deciding_after, reworking,
  on_agenda,
  withdrawn  // The case has ended; the token is there until the event of its delay comes up.
};

/// One thread of a case.
struct Token {
  std::uint32_t case_index = nothing;
  std::uint32_t parent = nothing;
  std::uint32_t ordinal = 0;          ///< Address of the current step's draws within the case.
  std::uint32_t unit = nothing;
  std::uint32_t queue_class = 0;      ///< Of the current activity in the unit.
  std::uint32_t last_person = nobody;
  std::uint32_t not_by = nobody;
  std::uint32_t piece = nothing;      ///< The piece it waits for, if any.
  Stage stage = Stage::queued;
  bool entered = false;               ///< The case has just come into its unit.
  bool handed_over = false;           ///< ... from another unit.
  bool answered = false;              ///< The applicant has answered since it was worked on.
  std::uint16_t open_branches = 0;
  const work::Step* step = nullptr;
  Duration last_effort{};             ///< Of the activity done last: what rework repeats.
  Instant mark;                       ///< The ledger is complete up to here.
  Duration office_before{};           ///< Office time before that.
  Ledger ledger;
};

/// Address of a case's draws: its type in the high 8 bits, its number in the low ones; this bit
/// tells extra cases of a shock.
inline constexpr std::uint32_t extra_case = 1U << 23U;
[[nodiscard]] constexpr std::uint32_t subject_of(std::uint32_t type, std::uint32_t number,
                                                 bool extra) {
  return (type << 24U) | (extra ? extra_case : 0U) | number;
}

/// Those who worked on a case, as long as nobody has.
[[nodiscard]] constexpr std::array<std::uint32_t, 16> no_people() {
  std::array<std::uint32_t, 16> people{};
  people.fill(nobody);
  return people;
}

struct Case {
  work::CaseTypeId type;
  std::uint32_t subject = 0;          ///< Address of its draws, see subject_of().
  std::uint32_t task = nothing;       ///< Not a case: a task of an opgave.
  bool measured = false;
  HourKind hours = HourKind::cases;   ///< Of work on it.
  std::uint16_t handovers = 0;
  std::uint16_t contacts = 0;
  std::uint8_t people_count = 0;
  std::array<std::uint32_t, 16> people = no_people();  ///< Who worked on it.
  std::uint32_t outcome = nothing;    ///< Its place among those of its kind, when measured.
  std::uint32_t matter = nothing;     ///< Its place in the book of households, if it has one.
  float slowness = 0;                 ///< Normal score that its delays share.
  float delay_factor = 1;             ///< What each drawn delay is multiplied by.
  double drawn_delay = 0;             ///< Hours; only with a remainder.
  Instant arrived;
  Duration effort{};
  des::Ticket patience = des::no_ticket;
  calendar::LegalClock clock;         ///< Only with a law in force.

  /// The person has worked on it. All places are compared: that is faster than to stop in time.
  void count(std::uint32_t person) {
    bool known = false;
    for (const std::uint32_t one : people) known |= one == person;
    if (!known && people_count < people.size()) people[people_count++] = person;
  }
  [[nodiscard]] std::uint32_t number() const { return subject & (extra_case - 1); }
  [[nodiscard]] bool is_extra() const { return (subject & extra_case) != 0; }
};

/// The next piece of one kind of other work that comes to a person.
struct Duty {
  std::uint32_t kind = 0;                  ///< DutyKind, then kinds of continuing work.
  std::uint32_t number = 0;                ///< Of the piece after it: address of its draws.
  Instant comes = Instant::max();
  Duration size{};
};

/// What is looked at of everybody who may take a piece stands first, in one line of the cache.
struct alignas(64) PersonState {
  PersonState(std::uint32_t unit_, std::uint32_t position_, const Presence& presence,
              std::size_t hour_kinds)
      : unit(unit_),
        free(*presence.free_of_meetings),
        position(position_),
        has_meetings(presence.has_meetings),
        worked(hour_kinds),
        at_work(*presence.at_work) {}

  Instant next_own = Instant::max();       ///< The earliest of the own moments: catch_up().
  /// Pieces: at once, other, background work.
  boost::container::small_vector<std::uint32_t, 4> in_hand;
  std::uint16_t at_once = 0;               ///< Those in hand that must be done at once.
  std::uint16_t foreground = 0;            ///< Those in hand that are no background work.
  std::uint32_t waiting = 0;               ///< Pieces in the inboxes.
  std::uint32_t unit;                      ///< As in the tables, beside what is looked at with it.
  std::uint32_t picks = 0;                 ///< Address of the draws.

  calendar::Clock free;                    ///< Of absence and meetings: when work can be done.
  Instant updated;                         ///< Efforts are counted up to here.
  Duration free_before{};                  ///< Free time before that.
  des::Ticket done = des::no_ticket;       ///< The event that still counts.
  Instant own_done = Instant::max();       ///< Background work, the only work in hand, is done.
  Instant own_return = Instant::max();     ///< Back where only background work waits.
  Instant next_duty = Instant::max();      ///< The earliest of the duties' next pieces.
  std::uint32_t position;                  ///< Among the unit's members.
  bool has_meetings;
  bool return_scheduled = false;
  bool touched = false;                    ///< What is in hand changed; `done` is out of date.
  bool listed = false;                     ///< Among those touched in this event.
  std::vector<Duty> duties;                ///< Those that take time, by kind.
  /// In the measured window, by Piece::hours.
  boost::container::small_vector<Duration, first_continuing> worked;
  std::array<WorkList, priority_count> inbox;
  calendar::Clock at_work;
  std::uint32_t next_absence = 0;
  /// Paid hours, those at work and those free of meetings before the roster changed last.
  std::array<Duration, 3> hours_before{};
  Instant hours_from = Instant::min();     ///< When that was.
  double duty_factor = 1;                  ///< A roster cut for a team has all duties of the whole.

  /// Pieces that are worked on: they stand first in hand. Background work rests while there is
  /// anything else, everything for what must be done at once.
  [[nodiscard]] std::size_t worked_on() const {
    if (at_once > 0) return at_once;
    return foreground > 0 ? foreground : in_hand.size();
  }
  [[nodiscard]] bool only_background_waits() const {
    return waiting == 0 ||
           waiting == inbox[static_cast<std::size_t>(Priority::background)].size();
  }
  void renew_next_duty() {
    next_duty = Instant::max();
    for (const Duty& duty : duties) next_duty = std::min(next_duty, duty.comes);
    renew_next_own();
  }
  void renew_next_own() { next_own = std::min(std::min(own_done, own_return), next_duty); }
  /// Time in meetings before t.
  [[nodiscard]] Duration meetings_before(Instant t) {
    return has_meetings ? at_work.before(t) - free.before(t) : Duration::zero();
  }
};

struct alignas(64) UnitState {
  struct Line {
    BitSet waiting;                        ///< Classes whose queue is not empty.
    std::vector<WorkList> queues;          ///< By class; empty where no case has this urgency.
  };
  std::size_t waiting = 0;                 ///< Pieces in all queues.
  /// Members, by position, whose hands are full of work that others wait for: until one of those
  /// pieces is out of hand nothing can be offered to them.
  BitSet full;
  /// Who of the members can do a class.
  struct Class {
    BitSet able;                           ///< Members by position.
    std::uint32_t turn = 0;                ///< Position of who is given work next.
  };
  boost::container::small_vector<Class, 1> classes;
  std::span<const std::uint32_t> members;  ///< Persons, ascending.
  std::array<Line, work::urgency_count> lines;
};

struct Decision {
  enum class Phase : std::uint8_t { asking, panel, own };
  org::ExceptionKind kind = org::ExceptionKind::routine;
  Phase phase = Phase::asking;
  bool by_default = false;
  bool to_grant = true;                    ///< What is asked should be granted.
  std::uint32_t yes = 0;                   ///< Answers that grant it ...
  std::uint32_t no = 0;                    ///< ... and that refuse it.
  std::uint32_t token = nothing;
  std::uint32_t worker = nobody;
  std::uint32_t next = 0;                  ///< chain: next decider; consent: round.
  std::uint32_t ladder = 0;
  std::uint32_t asked_count = 0;           ///< Requests made: address of their draws.
  std::vector<std::uint32_t> deciders;
  std::vector<std::uint32_t> open;         ///< Pieces not answered yet.
  des::Ticket limit = des::no_ticket;
  des::Ticket agenda = des::no_ticket;     ///< The end of the meeting it waits for.
  Instant asked;

  /// As new, but for the memory of its lists.
  void renew() {
    Decision fresh;
    fresh.deciders.swap(deciders);
    fresh.open.swap(open);
    fresh.deciders.clear();
    fresh.open.clear();
    *this = std::move(fresh);
  }
};

/// A list that a person may pick from.
struct Candidate {
  WorkList* list = nullptr;
  Priority priority = Priority::normal;
  std::int32_t queue_class = -1;           ///< Of the unit's line of this priority; -1: inbox.
};

}  // namespace veer::sim::detail
