// SPDX-License-Identifier: EUPL-1.2
// Reads a working time at moments that mostly come in order, as simulated time does.
//
// A clock remembers the stretch that it looked at last, itself and not where it stands: while
// moments stay in it, or in the break after it, an answer looks nowhere else; near it an answer
// takes a few steps. Answers are those of WorkingTime.
#pragma once

#include "veer/calendar/working_time.hpp"

namespace veer::calendar {

class Clock {
 public:
  /// `time` must outlive the clock.
  explicit Clock(const WorkingTime& time) : time_(&time) { remember(0); }

  /// Working time of the span before t.
  [[nodiscard]] Duration before(Instant t) {
    look_at(t);
    return before_ + (std::min(t, to_) - from_);
  }
  /// As WorkingTime::finish.
  [[nodiscard]] Instant finish(Instant from, Effort effort) {
    look_at(from);
    const Duration needed(effort.microseconds());
    const bool in_stretch = from < to_ && needed <= to_ - from;
    return in_stretch && effort > Effort() ? from + needed : time_->finish(from, effort, at_);
  }
  /// As WorkingTime::next_open.
  [[nodiscard]] Instant next_open(Instant t) {
    look_at(t);
    return t < to_ ? t : next_from_;
  }

 private:
  void look_at(Instant t) {
    if (t < from_ || t >= next_from_) remember(time_->place(t, at_));
  }
  void remember(std::size_t at) {
    at_ = static_cast<std::uint32_t>(at);
    from_ = time_->stretches_[at].from;
    to_ = time_->stretches_[at].to;
    before_ = time_->stretches_[at].before;
    next_from_ = time_->stretches_[at + 1].from;
  }

  Instant from_;             // of the stretch it looked at last
  Instant to_;
  Instant next_from_;        // of the stretch after it
  Duration before_{};        // working time of the span before the stretch
  const WorkingTime* time_;
  std::uint32_t at_ = 0;     // the stretch's place
};

}  // namespace veer::calendar
