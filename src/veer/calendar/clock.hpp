// SPDX-License-Identifier: EUPL-1.2
// Reads a working time at moments that mostly come in order, as simulated time does.
//
// A clock remembers the stretch of working or resting time that it looked at last: while moments
// fall in it, an answer is a compare and an addition. Answers are those of WorkingTime.
#pragma once

#include <algorithm>

#include "veer/calendar/working_time.hpp"

namespace veer::calendar {

class Clock {
 public:
  /// `time` must outlive the clock.
  explicit Clock(const WorkingTime& time) : time_(&time) {}

  /// Working time of the span before t.
  [[nodiscard]] Duration before(Instant t) {
    look_at(t);
    return stretch_.open ? stretch_.before + (t - stretch_.from) : stretch_.before;
  }
  /// As WorkingTime::finish.
  [[nodiscard]] Instant finish(Instant from, Effort effort) {
    look_at(from);
    const Duration time(effort.microseconds());
    const bool at_once = stretch_.open && time <= stretch_.to - from;
    return at_once ? std::max(from, from + time) : time_->finish(from, effort);
  }
  /// As WorkingTime::next_open.
  [[nodiscard]] Instant next_open(Instant t) {
    look_at(t);
    return stretch_.open ? t : stretch_.to;
  }

 private:
  void look_at(Instant t) {
    if (t < stretch_.from || t >= stretch_.to) stretch_ = time_->stretch_at(t);
  }

  const WorkingTime* time_;
  WorkingTime::Stretch stretch_{Instant::max(), Instant::min(), Duration::zero(), false};
};

}  // namespace veer::calendar
