// SPDX-License-Identifier: EUPL-1.2
// The twin: what a municipality's own records say about its work and its people.
//
// Learned are: when cases come (by hour of the week; by month where season.hpp finds the months of
// a case type to differ, else all alike), the process with its memory, delays, who does what, when
// people work, home units and hand-overs. What records cannot show is an input with a range: the
// effort of activities whose start was estimated (twin/effort.factor) or that have day stamps only
// (twin/effort.minutes). Everything is a value; the same records give the same twin.
//
// Not learned: how a case of the last weeks would have ended (it is taken as it stands), when
// people are on leave, and anything that was not recorded.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/discover/case_dates.hpp"
#include "veer/discover/handovers.hpp"
#include "veer/discover/learned_process.hpp"
#include "veer/discover/period.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/baseline.hpp"
#include "veer/org/input.hpp"

namespace veer::discover {

/// How the effort of an activity is known.
enum class EffortBasis : std::uint8_t {
  recorded,   ///< From recorded starts.
  estimated,  ///< From estimated starts: scaled by twin/effort.factor.
  judged,     ///< Nothing to go by: twin/effort.minutes.
  automatic,  ///< Never recorded with a person: no person's effort.
};

/// What the records show of one case type, to hold a simulation of the as-is against.
struct RecordedCases {
  /// Per case that the process was learned from, by arrival: from the first recorded moment (the
  /// start of the first activity, or its end where starts are not recorded) to the last end.
  std::vector<double> elapsed_hours;
  Memory memory;                      ///< What the process remembers.
  friend bool operator==(const RecordedCases&, const RecordedCases&) = default;
};

/// How much of the paid hours the recorded work accounts for, over the period of the records.
struct Coverage {
  double recorded_hours = 0;  ///< Effort of all recorded work.
  double paid_hours = 0;      ///< Roster hours of everybody, in the weeks that the stamps of each
                              ///< are spread over.
  double least_paid_hours = 0;  ///< Paid hours where the staff list names no contracts are a
  double most_paid_hours = 0;   ///< judgement with this range; else both are paid_hours.
  double low = 0;             ///< The share recorded/paid under the least effort that the inputs
  double high = 0;            ///< allow and the most paid hours; the other way round, at most 1.
  [[nodiscard]] double share() const { return paid_hours > 0 ? recorded_hours / paid_hours : 0; }
  [[nodiscard]] bool contracts_known() const { return least_paid_hours == most_paid_hours; }
};

/// Share of recorded work by how its start is known; adds up to 1.
struct StartShares {
  double recorded = 0;
  double estimated = 0;
  double unknown = 0;
};

/// Where the time of an activity's cases goes: elapsed hours before it and working on it.
struct ActivityTime {
  std::string name;
  std::size_t count = 0;
  std::vector<std::size_t> people;  ///< Log persons who did it, ascending; none: automatic.
  double day_only_share = 0; ///< Of its executions: stamped with the day only.
  double waiting_hours = 0;  ///< Sum over executions: since the case's previous activity was done.
  double working_hours = 0;  ///< Sum over executions: known or expected effort.
};

/// Activities that hang on few people, per home unit (law 6: counts, no names).
struct ScarceActivities {
  std::string unit;
  std::size_t one_holder = 0;
  std::size_t two_holders = 0;
};

struct Twin {
  org::Baseline central;                 ///< With every input at its central value.
  IdVector<work::ActivityId, EffortBasis> effort_basis;
  IdVector<work::CaseTypeId, RecordedCases> recorded;
  std::vector<double> elapsed_hours;     ///< As RecordedCases, of all cases.
  Period period;                         ///< Of the records.
  std::size_t case_count = 0;
  std::size_t instance_count = 0;
  std::size_t person_count = 0;          ///< People in the records; the workforce may be fewer.
  std::size_t left = 0;                  ///< People who seem to have left.
  std::size_t rosters_learned = 0;
  std::size_t staff_without_records = 0; ///< On the staff list, not in the records.
  StartShares starts;
  double day_only_share = 0;             ///< Of the stamps: midnight exactly.
  Coverage coverage;
  std::vector<ActivityTime> activity_times;  ///< By activity of the work.
  std::vector<ScarceActivities> scarce;      ///< Ordered by unit.
  HandOvers handovers;                       ///< By log person.
  std::vector<std::string> home_unit;        ///< By log person.
  std::optional<OnTime> on_time;

  /// Case types whose arrivals follow the months of the year.
  [[nodiscard]] std::size_t seasonal_types() const;
  /// The least share of its cases that a case type's process was learned from: 1 when all were.
  [[nodiscard]] double newest_share() const;
  /// The judgements of this twin; empty when the records hold every start.
  [[nodiscard]] std::vector<org::Input> inputs() const;
  /// The work and the people with these inputs. O(size of the work).
  [[nodiscard]] org::Baseline realise(const org::DrawnInputs& drawn) const;
};

/// Learns the twin of the records. Fails (unsupported) when there are no completed activities or
/// none has a person. staff may be empty.
[[nodiscard]] Result<Twin> discover(const eventlog::EventLog& log,
                                    const eventlog::StaffList& staff);

/// The same of some of the log's instances (ordered as eventlog::instances() gives them).
[[nodiscard]] Result<Twin> discover(const eventlog::EventLog& log,
                                    std::span<const eventlog::Instance> instances,
                                    const eventlog::StaffList& staff);

}  // namespace veer::discover
