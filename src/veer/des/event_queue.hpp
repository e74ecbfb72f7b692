// SPDX-License-Identifier: EUPL-1.2
// The pending event set: what happens next, in an order that never depends on chance.
//
// An event is a moment and a 28-bit payload that its owner understands (a kind and an index). Order
// is total: earlier first, and at the same moment first scheduled first (FIFO). An event cannot be
// taken out; an owner that changes its mind remembers the ticket of the event that still counts and
// passes over the others when they come up (a tombstone costs one pop).
//
// A 4-ary heap of 16-byte entries compared as one 128-bit number; push and pop are O(log n). Chosen
// by measurement (docs/performance.md); LaMarca & Ladner 1996, "The influence of caches on the
// performance of heaps", explains why a wide heap is fast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

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

  void reserve(std::size_t events) { heap_.reserve(events); }
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const { return heap_.size(); }
  /// Events scheduled so far.
  [[nodiscard]] std::uint64_t scheduled() const { return next_ticket_; }

  /// Schedules an event; time must not lie before 1970.
  Ticket push(Instant time, Payload payload) {
    const Ticket ticket = next_ticket_++;
    const auto key = static_cast<std::uint64_t>(time.time_since_epoch().count());
    sift_up(Entry{(ticket << payload_bits) | payload, key});
    return ticket;
  }

  /// Takes the next event out; the queue must not be empty.
  Event pop() {
    const Entry top = heap_.front();
    const Entry last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sift_down(last);
    return {Instant(Duration(static_cast<std::int64_t>(top.time))),
            static_cast<Payload>(top.order & ((std::uint64_t{1} << payload_bits) - 1)),
            top.order >> payload_bits};
  }

 private:
  static constexpr unsigned payload_bits = 28;
  static constexpr std::size_t arity = 4;
  __extension__ using Key = unsigned __int128;

  struct Entry {
    std::uint64_t order;  // ticket, then payload
    std::uint64_t time;
    [[nodiscard]] Key key() const { return (Key{time} << 64U) | order; }
  };

  void sift_up(Entry entry) {
    std::size_t at = heap_.size();
    heap_.push_back(entry);
    while (at > 0) {
      const std::size_t parent = (at - 1) / arity;
      if (!(entry.key() < heap_[parent].key())) break;
      heap_[at] = heap_[parent];
      at = parent;
    }
    heap_[at] = entry;
  }

  void sift_down(Entry entry) {
    const std::size_t size = heap_.size();
    Entry* const heap = heap_.data();
    std::size_t at = 0;
    for (;;) {
      const std::size_t child = at * arity + 1;
      std::size_t least = child;
      if (child + arity <= size) {
        // A tournament of two pairs: the first two compares do not wait for each other.
        const std::size_t a = heap[child + 1].key() < heap[child].key() ? child + 1 : child;
        const std::size_t b = heap[child + 3].key() < heap[child + 2].key() ? child + 3 : child + 2;
        least = heap[b].key() < heap[a].key() ? b : a;
      } else {
        if (child >= size) break;
        for (std::size_t other = child + 1; other < size; ++other) {
          if (heap[other].key() < heap[least].key()) least = other;
        }
      }
      if (!(heap[least].key() < entry.key())) break;
      heap[at] = heap[least];
      at = least;
    }
    heap[at] = entry;
  }

  std::vector<Entry> heap_;
  Ticket next_ticket_ = 0;
};

}  // namespace veer::des
