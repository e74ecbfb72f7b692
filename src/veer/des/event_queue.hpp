// SPDX-License-Identifier: EUPL-1.2
// The pending event set: what happens next, in an order that never depends on chance.
//
// An event is a moment and a 28-bit payload that its owner understands (a kind and an index). Order
// is total: earlier first, and at the same moment first scheduled first (FIFO). An event cannot be
// taken out; an owner that changes its mind remembers the ticket of the event that still counts and
// passes over the others when they come up (a tombstone costs one pop).
//
// A radix heap (Ahuja, Mehlhorn, Orlin & Tarjan 1990, "Faster algorithms for the shortest path
// problem", J. ACM 37(2)): no event lies before the last one taken, so events stand in buckets by
// the highest bit in which their time differs from a moment not after any of them. Events of one
// moment are always in one bucket and keep their order in it: ties cost nothing. Amortised cost
// does not grow with the number of events, only with the bits of the time span.
//
// Before the buckets stands a short sorted run of what comes next. A bucket that fits is sorted
// into it instead of spread out further; as long as there are hardly any events they all stand
// there; and it tells what will be taken soon, so that its owner can fetch what that is about.
// Chosen by measurement (docs/performance.md).
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/base/time.hpp"

namespace veer::des {

/// What an event is about; the owner packs it. Below 2^28.
using Payload = std::uint32_t;

/// Names one scheduled event: equal only for the same event of the same queue. Below 2^36, so a
/// queue serves 68 billion events.
using Ticket = std::uint64_t;
inline constexpr Ticket no_ticket = ~Ticket{0};

class EventQueue {
 public:
  struct Event {
    Instant time;
    Payload payload;
    Ticket ticket;
  };

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Events scheduled so far.
  [[nodiscard]] std::uint64_t scheduled() const { return next_ticket_; }

  /// Schedules an event; time must not lie before 1970 nor before the last event taken.
  Ticket push(Instant time, Payload payload) {
    const auto at = static_cast<std::uint64_t>(time.time_since_epoch().count());
    VEER_EXPECT(at >= last_taken_);
    if (size_ == 0) limit_ = no_limit;
    if (at < limit_ && run_end_ == run_capacity) make_room();
    ++size_;
    const Ticket ticket = next_ticket_++;
    const Entry entry{at, (ticket << payload_bits) | payload};
    if (at < limit_) {
      insert(entry);
    } else {
      put(entry);
    }
    return ticket;
  }

  /// Takes the next event out; the queue must not be empty.
  Event pop() {
    if (run_size() < look_ahead && run_size() < size_) refill();
    --size_;
    const Entry entry = run_[run_begin_++];
    last_taken_ = entry.time;
    return {Instant(Duration(static_cast<std::int64_t>(entry.time))), payload_of(entry),
            entry.order >> payload_bits};
  }

  /// So many of the events to come are kept in the run, but for the moments before and after a
  /// bucket is spread out.
  static constexpr std::size_t look_ahead = 8;
  /// Calls visit(payload) for the event that will be taken after `count` others, if it stands in
  /// the run and nothing is scheduled before it.
  template <class Visit>
  void ahead(std::size_t count, Visit visit) const {
    if (run_begin_ + count < run_end_) visit(payload_of(run_[run_begin_ + count]));
  }

 private:
  static constexpr unsigned payload_bits = 28;
  /// Events that the run holds at most.
  static constexpr std::size_t run_capacity = 64;
  static constexpr std::uint64_t no_limit = ~std::uint64_t{0};

  struct Entry {
    std::uint64_t time;
    std::uint64_t order;  // ticket, then payload
    friend bool operator<(const Entry& a, const Entry& b) {
      return a.time < b.time || (a.time == b.time && a.order < b.order);
    }
  };

  static Payload payload_of(const Entry& entry) {
    return static_cast<Payload>(entry.order & ((std::uint64_t{1} << payload_bits) - 1));
  }

  /// Into the run, behind those of the same moment.
  void insert(Entry entry) {
    std::size_t at = run_end_++;
    for (; at > run_begin_ && run_[at - 1].time > entry.time; --at) run_[at] = run_[at - 1];
    run_[at] = entry;
  }

  [[nodiscard]] std::size_t run_size() const { return run_end_ - run_begin_; }

  /// The run moves to the front of its array; where it fills it, its later half leaves it. Events
  /// of one moment stay together, or those scheduled later could come first.
  void make_room() {
    if (run_begin_ > 0) {
      std::copy(run_.data() + run_begin_, run_.data() + run_end_, run_.data());
      run_end_ -= run_begin_;
      run_begin_ = 0;
      return;
    }
    if (filled_ == 0) origin_ = last_taken_;
    limit_ = run_[run_capacity / 2].time;
    while (run_end_ > 0 && run_[run_end_ - 1].time >= limit_) --run_end_;
    for (std::size_t i = run_end_; i < run_capacity; ++i) put(run_[i]);
  }

  void put(Entry entry) {
    const std::uint64_t differs = entry.time ^ origin_;
    if (differs == 0) {
      now_.push_back(entry);
      return;
    }
    const auto bucket = static_cast<unsigned>(std::bit_width(differs)) - 1;
    buckets_[bucket].push_back(entry);
    filled_ |= std::uint64_t{1} << bucket;
  }

  /// The run is short: what comes after it is added, as far as it fits.
  void refill() {
    while (run_size() < size_) {
      if (next_now_ < now_.size()) return take_from_now();
      const auto lowest = static_cast<unsigned>(std::countr_zero(filled_));
      std::vector<Entry>& bucket = buckets_[lowest];
      if (run_begin_ > 0) make_room();
      if (run_end_ + bucket.size() <= run_capacity) return append(bucket);
      if (run_size() > 0) return;  // What is spread lies after everything there can be.
      spread(bucket);
    }
  }

  /// All that stands in the lowest bucket that is not empty.
  void append(std::vector<Entry>& bucket) {
    Entry* const first = run_.data() + run_end_;
    std::sort(first, std::copy(bucket.begin(), bucket.end(), first));
    run_end_ += bucket.size();
    bucket.clear();
    filled_ &= filled_ - 1;
    limit_ = filled_ == 0 ? no_limit : run_[run_end_ - 1].time + 1;
  }

  /// Events of the lowest bucket move to lower ones: all of them agree with the earliest in the bit
  /// that told them from the old origin.
  void spread(std::vector<Entry>& bucket) {
    origin_ = std::min_element(bucket.begin(), bucket.end())->time;
    limit_ = origin_;
    filled_ &= filled_ - 1;
    for (const Entry& entry : bucket) put(entry);
    bucket.clear();
  }

  /// Those at the origin itself, in the order in which they were scheduled.
  void take_from_now() {
    if (run_begin_ > 0) make_room();
    const std::size_t count = std::min(run_capacity - run_end_, now_.size() - next_now_);
    std::copy_n(now_.data() + next_now_, count, run_.data() + run_end_);
    run_end_ += count;
    next_now_ += count;
    if (next_now_ < now_.size()) return;
    now_.clear();
    next_now_ = 0;
    limit_ = origin_ + 1;
  }

  std::array<Entry, run_capacity> run_{};
  std::size_t run_begin_ = 0;
  std::size_t run_end_ = 0;
  std::uint64_t limit_ = no_limit;               // what comes before it stands in the run
  std::uint64_t last_taken_ = 0;
  std::uint64_t origin_ = 0;                     // not after any event outside the run
  std::uint64_t filled_ = 0;                     // a bit for each bucket that is not empty
  std::size_t size_ = 0;
  Ticket next_ticket_ = 0;
  std::vector<Entry> now_;                       // events at origin_, from next_now_
  std::size_t next_now_ = 0;
  std::array<std::vector<Entry>, 64> buckets_;   // by the highest bit that differs from origin_
};

}  // namespace veer::des
