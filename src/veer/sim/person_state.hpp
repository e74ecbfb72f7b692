// SPDX-License-Identifier: EUPL-1.2
// People with what they have in hand, and units with what waits. Private to sim; engine.hpp moves
// them.
#pragma once

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "veer/calendar/clock.hpp"
#include "veer/des/event_queue.hpp"
#include "veer/sim/background_work.hpp"
#include "veer/sim/bitset.hpp"
#include "veer/sim/presence.hpp"
#include "veer/sim/state.hpp"
#include "veer/sim/work_list.hpp"
#include "veer/stats/distribution.hpp"

namespace veer::sim::detail {

/// One kind of other work of a person, and its next piece.
struct Duty {
  std::uint32_t kind = 0;                  ///< DutyKind, then kinds of continuing work.
  std::uint32_t number = 0;                ///< Of the piece after it: address of its draws.
  double mean_hours = 0;                   ///< Of a piece.
  double mean_gap_hours = 0;               ///< At work from one piece to the next: find_gaps().
  const Distribution* sizes = nullptr;     ///< Of pieces; nothing: exponential.
  Instant comes = Instant::max();
  Duration free_before{};                  ///< The person's free time before that.
  BackgroundPiece next;
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
  /// Pieces that others wait for; those that must be done at once stand first.
  boost::container::small_vector<std::uint32_t, 4> in_hand;
  std::uint32_t at_once = 0;               ///< Those in hand that must be done at once.
  std::uint32_t waiting = 0;               ///< Pieces in the inboxes.
  std::uint32_t unit;                      ///< As in the tables, beside what is looked at with it.
  std::uint32_t picks = 0;                 ///< Address of the draws.

  calendar::Clock free;                    ///< Of absence and meetings: when work can be done.
  BackgroundWork background;               ///< In hand; rests while there is anything else.
  Duration counted{};                      ///< Efforts are counted up to this much free time.
  Instant updated;                         ///< When what others wait for was counted last.
  des::Ticket done = des::no_ticket;       ///< The event that still counts.
  std::uint32_t position;                  ///< Among the unit's members.
  bool has_meetings;
  bool return_scheduled = false;
  bool touched = false;                    ///< What is in hand changed; `done` is out of date.
  bool listed = false;                     ///< Among those touched in this event.
  WorkList<BackgroundPiece> background_waiting;
  std::array<Duration, 2> measured;        ///< Free time before the measured window and its end.
  std::vector<Duty> duties;                ///< Those that take time, by kind.
  /// In the measured window, by Piece::hours.
  boost::container::small_vector<Duration, first_continuing> worked;
  std::array<PieceList, priority_count> inbox;  ///< By priority; of background work none.
  calendar::Clock at_work;
  std::uint32_t next_absence = 0;
  /// Paid hours, those at work and those free of meetings before the roster changed last.
  std::array<Duration, 3> hours_before{};
  Instant hours_from = Instant::min();     ///< When that was.

  /// What comes next of the other work; nothing where none comes.
  [[nodiscard]] Duty* first_duty() {
    Duty* first = nullptr;
    for (Duty& duty : duties) {
      if (first == nullptr || duty.comes < first->comes) first = &duty;
    }
    return first;
  }
  [[nodiscard]] Instant next_duty() {
    const Duty* const first = first_duty();
    return first == nullptr ? Instant::max() : first->comes;
  }
  /// All that is in hand.
  [[nodiscard]] std::size_t load() const { return in_hand.size() + background.size(); }
  /// Pieces that are worked on: they stand first in hand. What must be done at once lets the others
  /// rest.
  [[nodiscard]] std::size_t worked_on() const { return at_once > 0 ? at_once : in_hand.size(); }
  /// Counts the time that pieces have got; inside the measured window, at whose bounds all is
  /// counted.
  [[nodiscard]] auto count_background() {
    return [this, inside = measured[0] < counted && counted <= measured[1]](std::uint8_t hours,
                                                                            Duration got) {
      if (inside) worked[hours] += got;
    };
  }
  /// So much free time will have passed when the first of the background work is done, if all work
  /// in hand is background work.
  [[nodiscard]] Duration background_done() const {
    return background.empty() ? Duration::max() : counted + background.until_first();
  }
  void end_first_background() {
    const Duration to = background_done();
    count_at_bounds(to);
    counted = to;
    background.end_first(count_background());
  }
  /// Counts efforts on for background work, the only work in hand.
  void work_background(Duration to) {
    count_at_bounds(to);
    background.work(to - counted);
    counted = to;
  }
  /// ... up to the bounds of the measured window that lie before.
  void count_at_bounds(Duration to) {
    for (const Duration bound : measured) {
      if (counted < bound && bound < to) {
        background.work(bound - counted);
        counted = bound;
        background.count(count_background());
      }
    }
  }
  /// What of a span of free time lies in the measured window.
  [[nodiscard]] Duration within_window(Duration from, Duration to) const {
    const Duration inside = std::min(to, measured[1]) - std::max(from, measured[0]);
    return std::max(inside, Duration::zero());
  }
  /// Time in meetings before t.
  [[nodiscard]] Duration meetings_before(Instant t) {
    return has_meetings ? at_work.before(t) - free.before(t) : Duration::zero();
  }
};

struct alignas(64) UnitState {
  struct Line {
    BitSet waiting;                        ///< Classes whose queue is not empty.
    std::vector<PieceList> queues;         ///< By class; empty where no case has this urgency.
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

/// A list that a person may pick from.
struct Candidate {
  PieceList* list = nullptr;               ///< Nothing: the person's background work.
  Priority priority = Priority::normal;
  std::int32_t queue_class = -1;           ///< Of the unit's line of this priority; -1: inbox.
};

/// What is picked: a position in a candidate's list; nothing: no piece.
struct Choice {
  const Candidate* from = nullptr;
  std::uint32_t position = PieceList::none;
};

/// By what somebody picks at some moment.
struct Attention {
  enum class By : std::uint8_t { priority, oldest, newest, any };
  By by = By::priority;
  double place = 0;                        ///< Of any: in [0, 1).
};

}  // namespace veer::sim::detail
