// SPDX-License-Identifier: EUPL-1.2
// Which span the records really cover: not the odd stamp months after the rest, nor the years in
// which a registration was not yet, or no longer, in use.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "veer/base/time.hpp"
#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

/// In which moments activities were recorded. A few that lie months apart from all others (a
/// correction, a wrong year) do not move its ends.
struct Period {
  Instant first;           ///< Of the recording: the earliest start
  Instant last;            ///< and the latest end, without those apart.
  Instant earliest;        ///< With them.
  Instant latest;
  std::size_t before = 0;  ///< Activities apart, by their end.
  std::size_t after = 0;

  friend bool operator==(const Period&, const Period&) = default;
};

/// Apart are at most one in a thousand activities with more than sixty days between them and the
/// rest. At least one instance. O(n log n).
[[nodiscard]] Period find_period(std::span<const eventlog::Instance> instances);

/// The days on which cases came in as they do when a registration is in use.
struct Intake {
  Day from{};              ///< Its first day
  Day until{};             ///< and the day after its last.
  std::size_t before = 0;  ///< Cases that came in earlier, and later.
  std::size_t after = 0;

  friend bool operator==(const Intake&, const Intake&) = default;
};

/// arrivals: the day of each case, ascending, at least one. Weeks at an end of the records with
/// less than a tenth of the cases of the weeks next to them (stats/change_point.hpp finds where)
/// are the starting up or running out of a registration, not the work. O(n + weeks log weeks).
[[nodiscard]] Intake find_intake(const std::vector<Day>& arrivals);

/// The arrivals on the days of their intake.
[[nodiscard]] std::vector<Day> within(const std::vector<Day>& arrivals, const Intake& intake);

}  // namespace veer::discover
