// SPDX-License-Identifier: EUPL-1.2
// Reads a working time at moments that mostly come in order, as simulated time does.
//
// A clock remembers the place in the working time that it looked at last: near it an answer takes a
// few steps, in it none. Answers are those of WorkingTime.
#pragma once

#include "veer/calendar/working_time.hpp"

namespace veer::calendar {

class Clock {
 public:
  /// `time` must outlive the clock.
  explicit Clock(const WorkingTime& time) : time_(&time) {}

  /// Working time of the span before t.
  [[nodiscard]] Duration before(Instant t) { return time_->before(t, place(t)); }
  /// As WorkingTime::finish.
  [[nodiscard]] Instant finish(Instant from, Effort effort) {
    return time_->finish(from, effort, place(from));
  }
  /// As WorkingTime::next_open.
  [[nodiscard]] Instant next_open(Instant t) { return time_->next_open(t, place(t)); }

 private:
  std::size_t place(Instant t) {
    const auto* stretch = &time_->stretches_[at_];
    if (t < stretch[0].from || t >= stretch[1].from) at_ = time_->place(t, at_);
    return at_;
  }

  const WorkingTime* time_;
  std::size_t at_ = 0;
};

}  // namespace veer::calendar
