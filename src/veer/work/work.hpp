// SPDX-License-Identifier: EUPL-1.2
// The work of an organisation: the same in every design (DESIGN law 1).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "veer/base/error.hpp"
#include "veer/base/id.hpp"
#include "veer/base/time.hpp"
#include "veer/stats/distribution.hpp"
#include "veer/work/board.hpp"
#include "veer/work/household.hpp"
#include "veer/work/legal_term.hpp"
#include "veer/work/opgave.hpp"
#include "veer/work/process.hpp"
#include "veer/work/yearly_profile.hpp"

namespace veer::work {

using DomainId = Id<struct DomainTag>;

struct Activity {
  std::string name;
  /// What a person must be able to do to take it; activities of one competence need the same.
  std::string competence;
  /// The policy domain it belongs to, from a map or scenario; empty: not known.
  std::string domain;
  DistributionId effort;  ///< Person-hours.
  /// The profession it belongs to, from a map; empty: the competence stands for it.
  std::string discipline{};

  friend bool operator==(const Activity&, const Activity&) = default;
};

/// When cases come.
struct Arrivals {
  /// Mean cases a year (365.25 days).
  double per_year = 0;
  /// Relative rate of each hour of the week, Monday 00:00 first; not all zero. Within an hour
  /// arrivals are Poisson.
  std::array<double, 168> weekly_profile{};
  /// Instead of per_year and both profiles: independent intervals between arrivals, in office
  /// hours.
  std::optional<DistributionId> interval;
  /// Cases that come in all, as in a scheme that is closed after so many. None: there is no end.
  std::optional<std::uint32_t> at_most;
  /// The rate of every hour is that of the week times that of its month. None: all months alike.
  std::optional<YearlyProfile> yearly_profile{};

  friend bool operator==(const Arrivals&, const Arrivals&) = default;
};

/// A period that starts when the case arrives.
struct Term {
  DistributionId days;     ///< Calendar days; the legal or own term of each case is drawn from it.
  std::string source;      ///< Law and article, or where in the records it stands.
  /// Instead of days: the law's own clock, which stands still in steps that stop it.
  std::optional<LegalTerm> law{};

  friend bool operator==(const Term&, const Term&) = default;
};

/// A point of the map from the delay that a case's draws add up to, to the delay it gets.
struct Remainder {
  double drawn_hours = 0;  ///< Office hours over all activities of one case, as drawn.
  double used_hours = 0;   ///< Office hours that it gets instead.

  friend bool operator==(const Remainder&, const Remainder&) = default;
};

/// How cases stand in line with people who work by priority at that moment (DESIGN 5, attention).
enum class Urgency : std::uint8_t {
  ordinary,
  first,    ///< Before ordinary cases; work that is in hand is finished first ("spoed").
  at_once,  ///< Whatever else is in hand rests until the case's activity is done ("crisis").
};
inline constexpr std::size_t urgency_count = 3;

struct CaseType {
  std::string name;
  Arrivals arrivals;
  Process process;
  Urgency urgency = Urgency::ordinary;
  /// Elapsed (calendar) hours from arrival after which the applicant withdraws a case on which
  /// nobody has begun: the queue with impatience of Palm (Erlang-A). None: applicants never do. A
  /// case whose first steps run side by side counts as begun.
  std::optional<DistributionId> patience;
  std::optional<Term> legal_term;
  std::optional<Term> service_norm;
  /// Correlation (0 <= r < 1) of the normal scores of the delays within one case: some cases are
  /// slow all along (Gaussian copula, one factor).
  double delay_correlation = 0;
  /// Effort and delay of an activity were both estimated from one recorded gap: a short gap holds
  /// little of either. They are then drawn by the same number (comonotone), so that together they
  /// have the distribution of the gaps. False where starts were recorded or given.
  bool effort_follows_delay = false;
  /// Ordered by drawn_hours, from above 0; straight lines between the points and from the origin to
  /// the first, and in the last one's proportion beyond it. Every delay of a case is multiplied by
  /// used / drawn of its total, which depends on the case's own draws alone. Empty: as drawn.
  std::vector<Remainder> remainder;
  /// A matter of the administration itself that boards decide on, and no citizen's case.
  bool proposal = false;

  friend bool operator==(const CaseType&, const CaseType&) = default;
};

/// Hours without cases: outdoor service, enforcement, area teams, support.
struct ContinuingWork {
  std::string name;
  ActivityId activity;        ///< Who can do it; its effort: the size of one piece.
  /// Of all who can do it together, in a week in which they are present all their rosters; absence
  /// takes its part.
  double hours_per_week = 0;

  friend bool operator==(const ContinuingWork&, const ContinuingWork&) = default;
};
using ContinuingId = Id<struct ContinuingTag>;

struct Work {
  IdVector<ActivityId, Activity> activities;
  IdVector<DistributionId, Distribution> distributions;
  IdVector<CaseTypeId, CaseType> case_types;
  IdVector<BoardId, Board> boards{};
  IdVector<OpgaveId, Opgave> opgaven{};
  IdVector<ContinuingId, ContinuingWork> continuing{};
  IdVector<HouseholdId, Household> households{};

  friend bool operator==(const Work&, const Work&) = default;
};

/// The total delay that a case gets whose draws add up to drawn_hours >= 0. O(log points).
[[nodiscard]] double used_delay_hours(const std::vector<Remainder>& remainder, double drawn_hours);

/// Everything that is wrong with a work value, each with its path
/// (`case_types[2].process.steps[4]`); empty when simulate() may run it. Checked: ids point
/// somewhere, times are finite and within the clock's reach, probabilities of a step add up to 1
/// within 1e-9, every step can reach an end, splits and joins nest, no loop without effort or
/// delay, arrivals have a positive rate, a law has parts, boards meet, the tasks of an opgave can
/// be done in some order, continuing work takes time, households (check_households).
[[nodiscard]] Problems check(const Work& work);

}  // namespace veer::work
