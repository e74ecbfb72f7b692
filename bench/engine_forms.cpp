// SPDX-License-Identifier: EUPL-1.2
// Which form should the engine have? The same M/M/1 and M/M/8 queues (lambda .9 and 6.4, mu 1,
// FIFO) written four ways. One item is one customer; every form sums the time in system, and a form
// whose mean is not the exact one (10 and 1.28603) is not reported.
//
//   yardstick       hand-written: POD events in a 4-ary heap of doubles, customers in a slab,
//                   sequential draws (row D of the measurements Veer was planned with)
//   table_driven    Veer's event queue (integer time, total order) and slab, a switch over event
//                   kinds, sequential draws
//   ..._addressed   the same, each draw looked up by customer and purpose
//   coroutines      a pooled C++20 coroutine per customer on Veer's event queue
#include <benchmark/benchmark.h>

#include <cmath>
#include <coroutine>
#include <cstdlib>
#include <vector>

#include "sequential_random.hpp"
#include "veer/des/event_queue.hpp"
#include "veer/des/slab.hpp"
#include "veer/stats/draws.hpp"

namespace veer::bench {
namespace {

const ExponentialZiggurat exponential;

struct Load {
  std::size_t servers;
  double rate;
  double exact;  ///< Mean time in system.
};
constexpr Load loads[] = {{1, 0.9, 10.0}, {8, 6.4, 1.28603}};

/// Where the customers that wait stand, by index into a slab.
class Line {
 public:
  [[nodiscard]] bool empty() const { return head_ == tail_; }
  void push(std::uint32_t customer) {
    if (tail_ - head_ == ring_.size()) grow();
    ring_[tail_++ & (ring_.size() - 1)] = customer;
  }
  std::uint32_t pop() { return ring_[head_++ & (ring_.size() - 1)]; }

 private:
  void grow() {
    std::vector<std::uint32_t> larger(ring_.size() * 2);
    for (std::size_t i = head_; i < tail_; ++i) {
      larger[i & (larger.size() - 1)] = ring_[i & (ring_.size() - 1)];
    }
    ring_.swap(larger);
  }
  std::vector<std::uint32_t> ring_ = std::vector<std::uint32_t>(1024);
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
};

// --- the yardstick ------------------------------------------------------------------------------

/// 4-ary heap of {time, order}; times are not negative, so their bits order like the numbers.
class DoubleHeap {
 public:
  struct Event {
    std::uint64_t order;  // sequence, then customer
    double time;
  };
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  void push(Event event) {
    std::size_t at = heap_.size();
    heap_.push_back(event);
    while (at > 0) {
      const std::size_t parent = (at - 1) / 4;
      if (!(key(event) < key(heap_[parent]))) break;
      heap_[at] = heap_[parent];
      at = parent;
    }
    heap_[at] = event;
  }
  Event pop() {
    const Event top = heap_.front();
    const Event last = heap_.back();
    heap_.pop_back();
    const std::size_t size = heap_.size();
    if (size == 0) return top;
    std::size_t at = 0;
    for (std::size_t child = 1; child < size; child = at * 4 + 1) {
      std::size_t least = child;
      const std::size_t end = child + 4 < size ? child + 4 : size;
      for (std::size_t other = child + 1; other < end; ++other) {
        if (key(heap_[other]) < key(heap_[least])) least = other;
      }
      if (!(key(heap_[least]) < key(last))) break;
      heap_[at] = heap_[least];
      at = least;
    }
    heap_[at] = last;
    return top;
  }

 private:
  __extension__ using Key = unsigned __int128;
  static Key key(const Event& event) {
    return (Key{std::bit_cast<std::uint64_t>(event.time)} << 64U) | event.order;
  }
  std::vector<Event> heap_;
};

double hand_written(const Load& load, std::uint32_t customers, std::uint64_t seed) {
  constexpr std::uint32_t arrival = 0xffffffU;
  Xoshiro random(seed);
  DoubleHeap events;
  des::Slab<double> arrived;
  Line line;
  std::uint64_t sequence = 0;
  std::size_t busy = 0;
  double sum = 0;
  double area = 0;
  double last = 0;
  std::uint32_t in_system = 0;
  std::uint32_t come = 1;
  const auto at = [&sequence](double time, std::uint32_t what) {
    return DoubleHeap::Event{(sequence++ << 24U) | what, time};
  };
  events.push(at(exponential(random) / load.rate, arrival));
  while (!events.empty()) {
    const DoubleHeap::Event event = events.pop();
    const double now = event.time;
    area += in_system * (now - last);
    last = now;
    const auto what = static_cast<std::uint32_t>(event.order & 0xffffffU);
    if (what == arrival) {
      ++in_system;
      const std::uint32_t customer = arrived.allocate();
      arrived[customer] = now;
      if (busy < load.servers) {
        ++busy;
        events.push(at(now + exponential(random), customer));
      } else {
        line.push(customer);
      }
      if (come++ < customers) events.push(at(now + exponential(random) / load.rate, arrival));
    } else {
      --in_system;
      sum += now - arrived[what];
      arrived.free(what);
      if (line.empty()) {
        --busy;
      } else {
        events.push(at(now + exponential(random), line.pop()));
      }
    }
  }
  benchmark::DoNotOptimize(area);
  return sum / customers;
}

// --- on Veer's engine ---------------------------------------------------------------------------

Duration time_of(double units) { return from_hours(units); }

/// Draws in order.
struct Sequential {
  Xoshiro random;
  explicit Sequential(std::uint64_t seed) : random(seed) {}
  double gap(std::uint32_t) { return exponential(random); }
  double service(std::uint32_t) { return exponential(random); }
};

/// Draws by customer and purpose.
struct Addressed {
  Draws draws;
  explicit Addressed(std::uint64_t seed) : draws(seed, 0) {}
  double gap(std::uint32_t customer) const {
    return draws.exponential(Purpose::arrival, customer);
  }
  double service(std::uint32_t customer) const {
    return draws.exponential(Purpose::effort, customer);
  }
};

template <class Random>
double table_driven(const Load& load, std::uint32_t customers, std::uint64_t seed) {
  struct Customer {
    Instant arrived;
    std::uint32_t number;
  };
  constexpr des::Payload arrival = 0xfffffffU;
  Random random(seed);
  des::EventQueue events;
  des::Slab<Customer> in_system;
  Line line;
  std::size_t busy = 0;
  Duration sum{};
  std::uint32_t come = 0;
  Instant now;
  const auto serve = [&](std::uint32_t customer) {
    events.push(now + time_of(random.service(in_system[customer].number)), customer);
  };
  events.push(now + time_of(random.gap(0) / load.rate), arrival);
  while (!events.empty()) {
    const des::EventQueue::Event event = events.pop();
    now = event.time;
    if (event.payload == arrival) {
      const std::uint32_t customer = in_system.allocate();
      in_system[customer] = {now, come};
      if (busy < load.servers) {
        ++busy;
        serve(customer);
      } else {
        line.push(customer);
      }
      if (++come < customers) events.push(now + time_of(random.gap(come) / load.rate), arrival);
    } else {
      sum += now - in_system[event.payload].arrived;
      in_system.free(event.payload);
      if (line.empty()) {
        --busy;
      } else {
        serve(line.pop());
      }
    }
  }
  return hours(sum) / customers;
}

// --- a coroutine per customer -------------------------------------------------------------------

/// Frames of finished coroutines, by size in steps of 64 bytes, used again.
class FramePool {
 public:
  void* take(std::size_t size) {
    auto& list = free_[(size + 63) / 64];
    if (list.empty()) return std::malloc((size + 63) / 64 * 64);
    void* frame = list.back();
    list.pop_back();
    return frame;
  }
  void put(void* frame, std::size_t size) { free_[(size + 63) / 64].push_back(frame); }
  ~FramePool() {
    for (auto& list : free_) {
      for (void* frame : list) std::free(frame);
    }
  }

 private:
  std::vector<void*> free_[64];
};
FramePool frames;

struct Process {
  struct promise_type {
    static void* operator new(std::size_t size) { return frames.take(size); }
    static void operator delete(void* frame, std::size_t size) { frames.put(frame, size); }
    Process get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::abort(); }
  };
};

struct Desk {
  explicit Desk(const Load& l, std::uint64_t seed) : load(l), random(seed) {}
  const Load& load;
  Sequential random;
  des::EventQueue events;
  des::Slab<std::coroutine_handle<>> suspended;
  std::vector<std::coroutine_handle<>> line;
  std::size_t line_head = 0;
  std::size_t busy = 0;
  Instant now;
  Duration sum{};

  struct Hold {
    Desk& desk;
    Duration time;
    [[nodiscard]] bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle) {
      const std::uint32_t place = desk.suspended.allocate();
      desk.suspended[place] = handle;
      desk.events.push(desk.now + time, place);
    }
    void await_resume() {}
  };
  struct Seat {
    Desk& desk;
    [[nodiscard]] bool await_ready() const { return desk.busy < desk.load.servers; }
    void await_suspend(std::coroutine_handle<> handle) { desk.line.push_back(handle); }
    void await_resume() { ++desk.busy; }
  };
  void release() {
    --busy;
    if (line_head == line.size()) return;
    const auto next = line[line_head++];
    if (line_head > 4096) {
      line.erase(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(line_head));
      line_head = 0;
    }
    next.resume();
  }
};

Process customer(Desk& desk) {
  const Instant arrived = desk.now;
  co_await Desk::Seat{desk};
  co_await Desk::Hold{desk, time_of(desk.random.service(0))};
  desk.sum += desk.now - arrived;
  desk.release();
}

Process arrivals(Desk& desk, std::uint32_t customers) {
  for (std::uint32_t i = 0; i < customers; ++i) {
    co_await Desk::Hold{desk, time_of(desk.random.gap(0) / desk.load.rate)};
    customer(desk);
  }
}

double coroutines(const Load& load, std::uint32_t customers, std::uint64_t seed) {
  Desk desk(load, seed);
  arrivals(desk, customers);
  while (!desk.events.empty()) {
    const des::EventQueue::Event event = desk.events.pop();
    desk.now = event.time;
    const auto handle = desk.suspended[event.payload];
    desk.suspended.free(event.payload);
    handle.resume();
  }
  return hours(desk.sum) / customers;
}

using Form = double (*)(const Load&, std::uint32_t, std::uint64_t);

void measure(benchmark::State& state, Form form, const Load& load) {
  constexpr std::uint32_t customers = 2'000'000;
  std::uint64_t seed = 0;
  double sum = 0;
  for (auto iteration : state) {
    static_cast<void>(iteration);
    sum += form(load, customers, ++seed);
  }
  const double mean = sum / static_cast<double>(state.iterations());
  // A run of two million customers estimates the mean to about 1.5 % (M/M/1) and 0.1 % (M/M/8).
  if (std::abs(mean / load.exact - 1) > 0.06) state.SkipWithError("wrong mean time in system");
  state.SetItemsProcessed(state.iterations() * std::int64_t{customers});
}

void mm1(benchmark::State& state, Form form) { measure(state, form, loads[0]); }
void mm8(benchmark::State& state, Form form) { measure(state, form, loads[1]); }

BENCHMARK_CAPTURE(mm1, yardstick_hand_written, hand_written)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mm1, table_driven, table_driven<Sequential>)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mm1, table_driven_addressed, table_driven<Addressed>)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mm1, coroutines, coroutines)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mm8, yardstick_hand_written, hand_written)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mm8, table_driven, table_driven<Sequential>)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mm8, table_driven_addressed, table_driven<Addressed>)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mm8, coroutines, coroutines)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace veer::bench
