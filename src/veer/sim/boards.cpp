// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/boards.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "veer/sim/engine.hpp"

namespace veer::sim {
namespace {

IdVector<work::BoardId, bool> boards_in_use(const work::Work& work) {
  IdVector<work::BoardId, bool> used(work.boards.size(), false);
  for (const work::CaseType& type : work.case_types) {
    for (const work::Step& step : type.process.steps) {
      if (step.kind == work::StepKind::board && used.contains(step.board)) used[step.board] = true;
    }
  }
  return used;
}

}  // namespace

BoardCalendars::BoardCalendars(const work::Work& work, const org::Workforce& workforce, Day first,
                               Day last) {
  for (const work::Board& board : work.boards) {
    meetings_.push_back(work::meetings(board, first, last, workforce.closed_days));
  }
}

std::optional<Instant> BoardCalendars::decides_after(work::BoardId board, Instant t) const {
  const std::vector<work::BoardMeeting>& meetings = meetings_[board];
  const auto open = std::lower_bound(
      meetings.begin(), meetings.end(), t,
      [](const work::BoardMeeting& meeting, Instant at) { return meeting.agenda_closes < at; });
  return open == meetings.end() ? std::nullopt : std::optional(open->ends);
}

Problems check_boards(const work::Work& work, const org::Workforce& workforce, const Run& run) {
  const Window& window = run.window;
  const Day measured_to = window.first_day + (window.warm_up + window.measured - 1);
  const Day last = measured_to + window.follow_up;
  const auto used = boards_in_use(work);
  Problems problems;
  for (const work::BoardId id : ids(work.boards)) {
    if (!used[id]) continue;
    const work::Board& board = work.boards[id];
    const std::string where = fmt::format("boards[{}] ({})", id.index(), board.name);
    if (work::meetings(board, window.first_day, last, workforce.closed_days).empty()) {
      problems.push_back({ErrorCode::invalid, where,
                          fmt::format("no meeting from {} to {}", to_iso(window.first_day),
                                      to_iso(last)),
                          "a board that meets while the run lasts", "Look at its rhythm."});
    } else if (!board.dates.empty() && board.dates.back() < measured_to) {
      problems.push_back({ErrorCode::invalid, where,
                          fmt::format("a last meeting on {}", to_iso(board.dates.back())),
                          fmt::format("dates until {}, where measuring ends", to_iso(measured_to)),
                          "Add dates, or give a weekday instead."});
    }
  }
  return problems;
}

namespace detail {

/// On the agenda; beyond the end of the run the proposal stays open.
void Engine::enter_board(std::uint32_t token, const work::Step& step) {
  tokens_[token].stage = Stage::on_agenda;
  const std::optional<Instant> decided = boards_.decides_after(step.board, now_);
  if (decided && *decided < end_) schedule(*decided, EventKind::delay_over, token);
}

}  // namespace detail
}  // namespace veer::sim
