// SPDX-License-Identifier: EUPL-1.2
// How far opgaven and their tasks have come in a running replication. Private to sim.
#pragma once

#include <cstdint>

#include "veer/base/time.hpp"
#include "veer/des/event_queue.hpp"

namespace veer::sim::detail {

inline constexpr std::uint32_t nobody = 0xffffffffU;
inline constexpr std::uint32_t nothing = 0xffffffffU;

/// A task of an opgave, as far as it has come.
struct TaskState {
  std::uint32_t opgave = 0;
  std::uint32_t number = 0;                ///< Within the opgave.
  std::uint32_t case_index = nothing;
  std::uint32_t waits_for = 0;             ///< Tasks before it that have not been done yet.
  std::uint32_t busy = 0;                  ///< Hands that work on it.
  std::uint32_t parts_out = 0;             ///< Handed out so far.
  std::uint32_t parts_done = 0;
  std::uint32_t redone = 0;                ///< Parts done again for other tasks.
  std::uint32_t last_person = nobody;
  std::uint32_t last_unit = nothing;
  std::uint32_t exceptions = 0;
  std::uint32_t ignored = 0;
  std::uint32_t messages = 0;
  std::uint32_t missed = 0;
  bool is_done = false;
  bool was_done = false;
  double goal = 0;                         ///< Share of the opgave's goal.
  Duration effort{};
};

struct OpgaveState {
  std::uint32_t first_task = 0;            ///< Its tasks stand together.
  std::uint32_t open_tasks = 0;
  bool begun = false;
  std::uint32_t exceptions = 0;
  std::uint32_t redone = 0;
  std::uint32_t ignored = 0;
  std::uint32_t messages = 0;
  std::uint32_t missed = 0;
  double goal = 0;
  double goal_by_due = 0;
  Instant ended;
};

/// A question from one task to another.
struct Message {
  std::uint32_t task = nothing;            ///< Of whoever asks.
  std::uint32_t piece = nothing;
  des::Ticket lapse = des::no_ticket;
};

}  // namespace veer::sim::detail
