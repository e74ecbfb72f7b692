// SPDX-License-Identifier: EUPL-1.2
// How far long work is, as a bar on a terminal, and stopping it with Ctrl-C.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

#include "veer/base/executor.hpp"

namespace veer::app {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM ask the work to stop instead of killing the
/// process; a second one kills it, in case the work does not listen. At most one at a time.
class StopOnInterrupt {
 public:
  StopOnInterrupt();
  ~StopOnInterrupt();
  StopOnInterrupt(const StopOnInterrupt&) = delete;
  StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;

  [[nodiscard]] static bool requested();
};

/// A bar with the time that remains, on standard error; nothing when that is no terminal or when
/// quiet. Remaining time is the time so far per unit done, times the units to do: honest when units
/// take equally long; shown from two seconds on.
class TerminalProgress final : public Progress {
 public:
  /// label stands before the bar.
  TerminalProgress(std::string label, bool quiet);
  ~TerminalProgress() override;

  void advance(std::size_t done, std::size_t total) override;
  [[nodiscard]] bool stop_requested() const override { return StopOnInterrupt::requested(); }

 private:
  using Clock = std::chrono::steady_clock;

  std::string label_;
  bool shown_;
  std::mutex mutex_;
  std::size_t most_done_ = 0;
  Clock::time_point started_ = Clock::now();
  Clock::time_point drawn_{};
};

/// The bar's text: `label [####......]  40 %  0:12`. remaining below zero: not known yet.
[[nodiscard]] std::string progress_bar(const std::string& label, std::size_t done,
                                       std::size_t total, std::chrono::seconds remaining);

}  // namespace veer::app
