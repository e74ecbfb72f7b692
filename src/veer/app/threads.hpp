// SPDX-License-Identifier: EUPL-1.2
// Runs the tasks of the pure half on all cores.
#pragma once

#include <cstddef>
#include <functional>

#include "veer/base/executor.hpp"

namespace veer::app {

/// Threads that each take the next task. No result depends on how many there are. From the first
/// one on the process keeps freed memory, up to 256 MB, for the tasks to come.
class ThreadExecutor final : public Executor {
 public:
  /// threads 0: as many as the machine has cores.
  explicit ThreadExecutor(unsigned threads = 0);
  void run(std::size_t count, const std::function<void(std::size_t)>& task) override;
  [[nodiscard]] unsigned threads() const { return threads_; }

 private:
  unsigned threads_;
};

}  // namespace veer::app
