// SPDX-License-Identifier: EUPL-1.2
// What a running replication consists of: cases and their tokens, pieces of work, decisions; people
// and units: person_state.hpp. Private to sim; engine.hpp moves it.
#pragma once

#include <array>
#include <boost/container/small_vector.hpp>
#include <cstdint>

#include "veer/des/event_queue.hpp"
#include "veer/org/organisation.hpp"
#include "veer/sim/opgave_state.hpp"
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
  step, rework, question, decision, advice, late_advice, assign, exchange
};

/// What a person picks first when it goes by priority. Judgement: people who wait for an answer go
/// before cases, urgent cases before others, cases before everything else; what is in hand rests
/// for what must be done at once.
enum class Priority : std::uint8_t { background, normal, urgent, others_wait, at_once };
inline constexpr std::size_t priority_count = 5;

/// Pieces of work by their index.
using PieceList = WorkList<std::uint32_t>;

/// The priority of a case's own work, by its urgency.
inline constexpr std::array<Priority, work::urgency_count> priority_of_urgency = {
    Priority::normal, Priority::urgent, Priority::at_once};

enum class HourKind : std::uint8_t {
  cases, rework, proposals, opgaven, decisions, coordination, leading, other
};
/// Kinds of continuing work are numbered on from here, in the order of the work value.
inline constexpr std::size_t first_continuing = 8;

/// A piece of work for one person that others wait for.
struct Piece {
  enum class Where : std::uint8_t { nowhere, inbox, unit_queue, in_hand };

  PieceKind kind = PieceKind::step;
  Where where = Where::nowhere;
  Priority priority = Priority::normal;
  bool begun_before = false;          ///< Taken up once and handed back.
  HourKind hours = HourKind::cases;
  std::uint32_t subject = nothing;    ///< Token, decision or message.
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

/// Of a case: the delays before its activities up to where its thread ends or joins; that place.
struct Path {
  double delay_hours = 0;
  work::StepId stops_at;
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

struct Decision {
  /// Persons or pieces. Up to four stand in place and need no memory of their own.
  using Few = boost::container::small_vector<std::uint32_t, 4>;
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
  Few deciders;
  Few open;                                ///< Pieces not answered yet.
  des::Ticket limit = des::no_ticket;
  des::Ticket agenda = des::no_ticket;     ///< The end of the meeting it waits for.
  Instant asked;
};

}  // namespace veer::sim::detail
