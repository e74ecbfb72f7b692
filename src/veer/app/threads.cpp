// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/threads.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace veer::app {

namespace {

/// Every replication needs what the one before it has just freed. Handing such memory back to the
/// system and asking for it again took a seventh of the time of short replications.
void keep_freed_memory() {
#ifdef __GLIBC__
  // Judgement: the memory that a few replications of a large municipality take.
  constexpr int kept_bytes = 256 << 20;
  mallopt(M_TRIM_THRESHOLD, kept_bytes);
  mallopt(M_MMAP_THRESHOLD, kept_bytes / 8);
#endif
}

}  // namespace

ThreadExecutor::ThreadExecutor(unsigned threads)
    : threads_(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {
  keep_freed_memory();
}

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
