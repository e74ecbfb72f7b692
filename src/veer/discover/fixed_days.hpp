// SPDX-License-Identifier: EUPL-1.2
// Activities that wait for a fixed moment: done mostly on one day of the week (a committee, the
// college), or for several cases at once (a batch).
//
// Fixed day: of the different days on which the activity was completed, so many fall on one weekday
// as chance does not give when its days are spread over the week as those of all activities
// together; and at least half of them. Days are counted, not executions: those of one session
// depend on each other. Batch: at least three cases in one minute, for so many executions as chance
// does not give when the times of the day have nothing to do with each other between days (as
// Martin, Pufahl & Mannhardt 2021, Information Systems 95, find batches by moments that coincide);
// and at least a quarter of them. Tests are binomial, corrected together by Holm's method
// (stats/count_tests.hpp).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "veer/base/time.hpp"
#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

struct FixedDay {
  std::string activity;
  Weekday weekday = Weekday::monday;
  std::size_t days = 0;        ///< Different days on which it was completed.
  double share = 0;            ///< Of these days: on the weekday.
  double expected = 0;         ///< The same share over all activities.
  /// Weeks from one to the next, when at least three in five are alike; 4: every month (4 or 5
  /// weeks); 0: no rhythm.
  int every_weeks = 0;

  friend bool operator==(const FixedDay&, const FixedDay&) = default;
};

struct Batching {
  std::string activity;
  std::size_t executions = 0;  ///< With a time of the day.
  double share = 0;            ///< Of these: in a batch.
  double mean_size = 0;        ///< Cases in a batch.

  friend bool operator==(const Batching&, const Batching&) = default;
};

struct FixedMoments {
  std::vector<FixedDay> days;         ///< Largest share first.
  std::vector<Batching> batches;      ///< Largest share first.
  std::size_t days_not_named = 0;     ///< Activities of one to four people (DESIGN law 6).
  std::size_t batches_not_named = 0;

  friend bool operator==(const FixedMoments&, const FixedMoments&) = default;
};

/// O(n log n).
[[nodiscard]] FixedMoments find_fixed_moments(const eventlog::EventLog& log,
                                              std::span<const eventlog::Instance> instances);

}  // namespace veer::discover
