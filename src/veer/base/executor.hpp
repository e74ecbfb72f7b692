// SPDX-License-Identifier: EUPL-1.2
// How the pure half asks for parallel work, progress and stopping without threads of its own.
//
// `app` passes implementations in; tests pass serial ones.
#pragma once

#include <cstddef>
#include <functional>

namespace veer {

/// Runs independent tasks, possibly at the same time.
class Executor {
 public:
  virtual ~Executor() = default;
  /// Calls task(0) ... task(count - 1), each once, in any order and on any thread, and returns when
  /// all are done. Tasks must not throw.
  virtual void run(std::size_t count, const std::function<void(std::size_t)>& task) = 0;
};

/// Told how far long work is, and asked whether to go on. Called from any thread.
class Progress {
 public:
  virtual ~Progress() = default;
  /// done of total units of work are finished.
  virtual void advance(std::size_t done, std::size_t total) = 0;
  /// True once the user wants to stop (Ctrl-C).
  [[nodiscard]] virtual bool stop_requested() const = 0;
};

/// Runs everything in order on the calling thread.
class SerialExecutor final : public Executor {
 public:
  void run(std::size_t count, const std::function<void(std::size_t)>& task) override {
    for (std::size_t i = 0; i < count; ++i) task(i);
  }
};

/// Shows nothing and never stops.
class SilentProgress final : public Progress {
 public:
  void advance(std::size_t, std::size_t) override {}
  [[nodiscard]] bool stop_requested() const override { return false; }
};

}  // namespace veer
