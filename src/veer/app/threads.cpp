// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/threads.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace veer::app {

ThreadExecutor::ThreadExecutor(unsigned threads)
    : threads_(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}

void ThreadExecutor::run(std::size_t count, const std::function<void(std::size_t)>& task) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) task(i);
  };
  const std::size_t helpers = count > 1 ? std::min<std::size_t>(threads_, count) - 1 : 0;
  std::vector<std::jthread> threads;
  threads.reserve(helpers);
  for (std::size_t t = 0; t < helpers; ++t) threads.emplace_back(work);
  work();
}

}  // namespace veer::app
