// SPDX-License-Identifier: EUPL-1.2
// What the records' own dates say of each case: how late, how far extended and why, and still open.
//
// A case counts as extended when its deadline lies at least a day after its planned end: systems
// move the deadline and leave the plan. Systems that move both show it in the term, from the
// recorded start to the deadline: six weeks more than usual is the extension of the laws (Awb art.
// 7:10 lid 3, Wabo art. 3.9 lid 2). A reason is shown when at least five cases have it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "veer/discover/case_dates.hpp"

namespace veer::discover {

/// Cases that have something in common, and the time it took.
struct CaseCount {
  std::size_t cases = 0;
  double median_days = 0;   ///< 0 without cases.
  double p90_days = 0;

  friend bool operator==(const CaseCount&, const CaseCount&) = default;
};

struct ExtensionReason {
  std::string reason;       ///< As recorded; empty: reasons of fewer than five cases, together.
  std::size_t cases = 0;

  friend bool operator==(const ExtensionReason&, const ExtensionReason&) = default;
};

/// Terms in whole days, from the recorded start to the deadline.
struct Terms {
  std::size_t cases = 0;
  int usual_days = 0;               ///< The most frequent term; the shorter of two.
  std::size_t usual = 0;            ///< Cases with it, or a day more or less.
  std::size_t six_weeks_longer = 0; ///< Cases with 42 days more, or a day more or less than that.

  friend bool operator==(const Terms&, const Terms&) = default;
};

struct Lateness {
  std::optional<Terms> terms;            ///< Nothing: no start or no deadline recorded.
  CaseCount late;                        ///< Ended after the moment of the deadline; days after.
  /// Of these: on the day of the deadline, which counts whole in the law.
  std::size_t late_on_the_day = 0;
  /// Deadline at least a day after the planned end; days between. Nothing: no planned end recorded.
  std::optional<CaseCount> extended;
  std::vector<ExtensionReason> reasons;  ///< Of extended cases, most first, the rest last.
  std::size_t extended_without_reason = 0;
  /// No end date; days from the first event to the end of the records. Nothing: no end recorded.
  std::optional<CaseCount> open;

  friend bool operator==(const Lateness&, const Lateness&) = default;
};

/// instances: the log's, ordered by case; last: the last moment of the records. O(n log n).
[[nodiscard]] Lateness find_lateness(const eventlog::EventLog& log,
                                     std::span<const eventlog::Instance> instances, Instant last);

}  // namespace veer::discover
