// SPDX-License-Identifier: EUPL-1.2
// Which pending event set? The hold model: take the next event, schedule one in its place, with
// `events` pending. Increments are exponential, or whole numbers so that a quarter of the events
// share each moment, as at nine o'clock. One item is one hold. Every set must take the same order.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <queue>
#include <vector>

#include "sequential_random.hpp"
#include "veer/des/event_queue.hpp"

namespace veer::bench {
namespace {

struct Entry {
  std::uint64_t order;
  std::uint64_t time;
};
__extension__ using Key = unsigned __int128;
Key key(const Entry& entry) { return (Key{entry.time} << 64U) | entry.order; }

/// A 4-ary heap of 16-byte entries (LaMarca & Ladner 1996).
class WideHeap {
 public:
  void push(std::uint64_t time) {
    const Entry entry{next_++, time};
    std::size_t at = heap_.size();
    heap_.push_back(entry);
    while (at > 0) {
      const std::size_t parent = (at - 1) / 4;
      if (!(key(entry) < key(heap_[parent]))) break;
      heap_[at] = heap_[parent];
      at = parent;
    }
    heap_[at] = entry;
  }
  Entry pop() {
    const Entry top = heap_.front();
    const Entry last = heap_.back();
    heap_.pop_back();
    std::size_t at = 0;
    const std::size_t size = heap_.size();
    for (std::size_t child = 1; child < size; child = at * 4 + 1) {
      std::size_t least = child;
      for (std::size_t other = child + 1; other < std::min(child + 4, size); ++other) {
        least = key(heap_[other]) < key(heap_[least]) ? other : least;
      }
      if (!(key(heap_[least]) < key(last))) break;
      heap_[at] = heap_[least];
      at = least;
    }
    if (size > 0) heap_[at] = last;
    return top;
  }

 private:
  std::vector<Entry> heap_;
  std::uint64_t next_ = 0;
};

/// The standard library's binary heap.
class BinaryHeap {
 public:
  void push(std::uint64_t time) { heap_.push({next_++, time}); }
  Entry pop() {
    const Entry top = heap_.top();
    heap_.pop();
    return top;
  }

 private:
  struct Later {
    bool operator()(const Entry& a, const Entry& b) const { return key(b) < key(a); }
  };
  std::priority_queue<Entry, std::vector<Entry>, Later> heap_;
  std::uint64_t next_ = 0;
};

/// Veer's own.
class RadixHeap {
 public:
  void push(std::uint64_t time) {
    queue_.push(Instant(Duration(static_cast<std::int64_t>(time))), 0);
  }
  Entry pop() {
    const des::EventQueue::Event event = queue_.pop();
    return {event.ticket, static_cast<std::uint64_t>(event.time.time_since_epoch().count())};
  }

 private:
  des::EventQueue queue_;
};

/// Microseconds to the next event: a mean of an hour, or whole hours.
std::vector<std::uint64_t> increments(bool ties) {
  const ExponentialZiggurat exponential;
  Xoshiro random(7);
  constexpr double hour = 3'600'000'000.0;
  std::vector<std::uint64_t> result(1U << 16U);
  for (std::uint64_t& one : result) {
    one = ties ? static_cast<std::uint64_t>(hour) * (1 + random() % 8)
               : static_cast<std::uint64_t>(hour * exponential(random));
  }
  return result;
}

template <class Set>
void hold(benchmark::State& state) {
  const bool ties = state.range(1) != 0;
  const auto pending = static_cast<std::size_t>(state.range(0));
  const std::vector<std::uint64_t> gaps = increments(ties);
  Set set;
  std::size_t gap = 0;
  const auto next_gap = [&] { return gaps[gap++ & (gaps.size() - 1)]; };
  for (std::size_t i = 0; i < pending; ++i) set.push(next_gap());
  for (std::size_t i = 0; i < 2 * pending; ++i) set.push(set.pop().time + next_gap());
  for (auto iteration : state) {
    static_cast<void>(iteration);
    const Entry entry = set.pop();
    benchmark::DoNotOptimize(entry);
    set.push(entry.time + next_gap());
  }
  state.SetItemsProcessed(state.iterations());
}

void sizes(benchmark::internal::Benchmark* of) {
  of->ArgNames({"pending", "ties"});
  for (const int ties : {0, 1}) {
    for (const int pending : {2, 16, 100, 1000, 65'536, 1'000'000}) of->Args({pending, ties});
  }
}

BENCHMARK_TEMPLATE(hold, BinaryHeap)->Name("binary_heap")->Apply(sizes);
BENCHMARK_TEMPLATE(hold, WideHeap)->Name("wide_heap")->Apply(sizes);
BENCHMARK_TEMPLATE(hold, RadixHeap)->Name("radix_heap")->Apply(sizes);


}  // namespace
}  // namespace veer::bench
