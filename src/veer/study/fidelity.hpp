// SPDX-License-Identifier: EUPL-1.2
// How far two sets of records lie apart: the distances of the process-simulation literature.
//
// Source: Chapela-Campa, Benchekroun, Baron, Dumas, Krass & Senderovich, "Can I trust my simulation
// model?" (BPM 2023), in the form that the published comparisons report: the 1-Wasserstein distance
// of hourly bins, each sample normalised to mass 1. Zero means alike; lower is better. Small
// distances to held-out records say how well a model imitates the present organisation; they are no
// evidence that it predicts another one.
//
// Activities and persons are compared by their text, so the two logs may number them differently.
#pragma once

#include <cstddef>
#include <span>

#include "veer/eventlog/event_log.hpp"

namespace veer::study {

/// The instances to compare, with the log whose dictionaries name their activities and persons.
/// Refers to both; neither may be empty of instances. Order of instances does not matter, except
/// that those of one case with equal start and end keep the order they come in.
struct LogView {
  const eventlog::EventLog& log;
  std::span<const eventlog::Instance> instances;
};

/// NGD: activities of each case in order of (start, end), padded on both sides with n - 1 blanks;
/// the sum of the differences in counts of n-grams over the sum of the counts, 0..1. n >= 1.
[[nodiscard]] double ngram_distance(LogView a, LogView b, std::size_t n = 3);

/// AED, hours: starts and ends on the time line, in bins of one hour from the earliest of both logs
/// (floored to the hour).
[[nodiscard]] double absolute_event_distance(LogView a, LogView b);

/// CAD, hours: the first start of each case on the time line, binned as above.
[[nodiscard]] double case_arrival_distance(LogView a, LogView b);

/// CED, hours: hour of the day of starts and ends, per weekday, averaged over the seven weekdays; a
/// weekday on which only one log has events counts 23, one on which neither has counts 0.
[[nodiscard]] double circadian_event_distance(LogView a, LogView b);

/// RED, hours: starts and ends since the first start of their case, in whole hours.
[[nodiscard]] double relative_event_distance(LogView a, LogView b);

/// CTD, hours: elapsed time from a case's first start to its last end, in whole hours above the
/// shortest of both logs.
[[nodiscard]] double cycle_time_distance(LogView a, LogView b);

/// CWD, hours: how many different people start or end something in each hour of each weekday (mean
/// over the days of that weekday on which anything happened), as a profile over the day, per
/// weekday, averaged as in CED. Instances without a person are left out.
[[nodiscard]] double circadian_workforce_distance(LogView a, LogView b);

/// All of them, n = 3.
struct Fidelity {
  double ngd = 0;  ///< 0..1
  double aed = 0;  ///< hours, as all that follow
  double cad = 0;
  double ced = 0;
  double red = 0;
  double ctd = 0;
  double cwd = 0;

  friend bool operator==(const Fidelity&, const Fidelity&) = default;
};

[[nodiscard]] Fidelity fidelity(LogView records, LogView simulated);

}  // namespace veer::study
