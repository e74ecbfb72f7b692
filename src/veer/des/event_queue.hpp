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
// does not grow with the number of events, only with the bits of the time span. A bucket of a few
// events is searched instead of spread out, and as long as there are hardly any events at all they
// stand in one sorted array. Chosen by measurement (docs/performance.md).
#pragma once

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
    VEER_EXPECT(at >= origin_);
    const Ticket ticket = next_ticket_++;
    const Entry entry{at, (ticket << payload_bits) | payload};
    if (in_buckets_) {
      put(entry);
    } else if (size_ < hardly_any) {
      insert(entry);
    } else {
      spread();
      put(entry);
    }
    ++size_;
    return ticket;
  }

  /// Takes the next event out; the queue must not be empty.
  Event pop() {
    --size_;
    if (!in_buckets_) {
      origin_ = sorted_[size_].time;
      return event_of(sorted_[size_]);
    }
    const Entry entry = next_now_ == now_.size() ? take_from_buckets() : take_from_now();
    in_buckets_ = size_ > 0;
    return event_of(entry);
  }

 private:
  static constexpr unsigned payload_bits = 28;
  /// Buckets of at most this many events are searched.
  static constexpr std::size_t few = 8;
  /// Up to this many events stand in one sorted array.
  static constexpr std::size_t hardly_any = 16;

  struct Entry {
    std::uint64_t time;
    std::uint64_t order;  // ticket, then payload
  };

  static Event event_of(Entry entry) {
    return {Instant(Duration(static_cast<std::int64_t>(entry.time))),
            static_cast<Payload>(entry.order & ((std::uint64_t{1} << payload_bits) - 1)),
            entry.order >> payload_bits};
  }

  /// Into the sorted array, behind those that come later: an event of the same moment that was
  /// there before is taken first.
  void insert(Entry entry) {
    std::size_t at = size_;
    for (; at > 0 && sorted_[at - 1].time <= entry.time; --at) sorted_[at] = sorted_[at - 1];
    sorted_[at] = entry;
  }

  /// From the sorted array into buckets, which stay in use until no event is left.
  void spread() {
    in_buckets_ = true;
    for (std::size_t i = size_; i > 0; --i) put(sorted_[i - 1]);
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

  Entry take_from_now() {
    const Entry entry = now_[next_now_++];
    if (next_now_ == now_.size()) {
      now_.clear();
      next_now_ = 0;
    }
    return entry;
  }

  /// The first of the earliest events, which all stand in the lowest bucket that is not empty.
  Entry take_from_buckets() {
    const auto lowest = static_cast<unsigned>(std::countr_zero(filled_));
    std::vector<Entry>& bucket = buckets_[lowest];
    const std::size_t first = earliest(bucket);
    const Entry entry = bucket[first];
    if (bucket.size() <= few) {
      for (std::size_t i = first + 1; i < bucket.size(); ++i) bucket[i - 1] = bucket[i];
      bucket.pop_back();
      if (bucket.empty()) filled_ &= filled_ - 1;
      return entry;
    }
    // All of them agree with the new origin in the bit that told them from the old one: they move
    // to lower buckets.
    origin_ = entry.time;
    filled_ &= filled_ - 1;
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      if (i != first) put(bucket[i]);
    }
    bucket.clear();
    return entry;
  }

  static std::size_t earliest(const std::vector<Entry>& bucket) {
    std::size_t first = 0;
    std::uint64_t least = bucket[0].time;
    for (std::size_t i = 1; i < bucket.size(); ++i) {
      const bool earlier = bucket[i].time < least;
      least = earlier ? bucket[i].time : least;
      first = earlier ? i : first;
    }
    return first;
  }

  std::array<Entry, hardly_any> sorted_{};       // latest first; not in_buckets_
  bool in_buckets_ = false;
  std::uint64_t origin_ = 0;                     // not after any event there can be
  std::uint64_t filled_ = 0;                     // a bit for each bucket that is not empty
  std::size_t size_ = 0;
  Ticket next_ticket_ = 0;
  std::vector<Entry> now_;                       // events at origin_, from next_now_
  std::size_t next_now_ = 0;
  std::array<std::vector<Entry>, 64> buckets_;   // by the highest bit that differs from origin_
};

}  // namespace veer::des
