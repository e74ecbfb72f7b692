// SPDX-License-Identifier: EUPL-1.2
#include "veer/work/household.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "veer/work/work.hpp"

namespace veer::work {
namespace {

constexpr double rounding = 1e-9;  // Exact: ten decimals are enough for any share.
// Exact: weeks of a mean Gregorian year.
constexpr double weeks_per_year = 365.25 / 7;

/// Collects the problems of all kinds of household.
class Checker {
 public:
  explicit Checker(const Work& work) : work_(work), shares_(work.case_types.size(), 0.0) {}

  Problems run() {
    for (const HouseholdId id : ids(work_.households)) check(id);
    for (const CaseTypeId id : ids(work_.case_types)) {
      if (shares_[id] <= 1 + rounding) continue;
      report("households", fmt::format("{:.3g} of the cases of case_types[{}] ({})", shares_[id],
                                       id.index(), work_.case_types[id].name),
             "at most 1 over all kinds of household together");
    }
    return std::move(problems_);
  }

 private:
  void report(std::string where, std::string found, std::string expected) {
    problems_.push_back({ErrorCode::invalid, std::move(where), std::move(found),
                         std::move(expected), ""});
  }

  void require(bool holds, const std::string& where, double found, const std::string& expected) {
    if (!holds) report(where, fmt::format("{}", found), expected);
  }

  void check(HouseholdId id) {
    const Household& kind = work_.households[id];
    const std::string path = fmt::format("households[{}] ({})", id.index(), kind.name);
    if (kind.parts.size() < 2) {
      report(path + ".parts", fmt::format("{} case types", kind.parts.size()),
             "at least two case types");
    }
    for (std::size_t i = 0; i < kind.parts.size(); ++i) {
      check_part(kind, i, fmt::format("{}.parts[{}]", path, i));
    }
    const auto most = static_cast<double>(kind.parts.size());
    require(kind.matters >= 2 && kind.matters <= std::max(most, 2.0), path + ".matters",
            kind.matters, "from 2 to as many as there are case types");
    require(kind.within_weeks > 0 && std::isfinite(kind.within_weeks), path + ".within_weeks",
            kind.within_weeks, "a number of weeks above zero");
    require(kind.conflict >= 0 && kind.conflict <= 1, path + ".conflict", kind.conflict,
            "a share from 0 to 1");
  }

  void check_part(const Household& kind, std::size_t at, const std::string& path) {
    const HouseholdPart& part = kind.parts[at];
    require(part.share >= 0 && part.share <= 1, path + ".share", part.share,
            "a share from 0 to 1");
    if (!work_.case_types.contains(part.case_type)) {
      report(path + ".case_type", "a case type that is not there",
             fmt::format("one of the {} case types", work_.case_types.size()));
      return;
    }
    const CaseType& type = work_.case_types[part.case_type];
    if (type.proposal) report(path + ".case_type", type.name + ", a proposal", "a case type");
    const auto same = [&part](const HouseholdPart& other) {
      return other.case_type == part.case_type;
    };
    const auto here = kind.parts.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::any_of(kind.parts.begin(), here, same)) {
      report(path + ".case_type", type.name + " a second time", "each case type once");
    }
    shares_[part.case_type] += part.share;
  }

  const Work& work_;
  IdVector<CaseTypeId, double> shares_;  ///< Over all kinds.
  Problems problems_;
};

double cases_a_week(const Work& work, const Arrivals& arrivals, double office_hours_a_week) {
  if (!arrivals.interval) return arrivals.per_year / weeks_per_year;
  return office_hours_a_week / work.distributions[*arrivals.interval].mean();
}

}  // namespace

double joining_a_week(const Work& work, const Household& household, double office_hours_a_week) {
  double sum = 0;
  for (const HouseholdPart& part : household.parts) {
    sum += part.share *
           cases_a_week(work, work.case_types[part.case_type].arrivals, office_hours_a_week);
  }
  return sum;
}

std::uint32_t forming_at_once(const Work& work, const Household& household,
                              double office_hours_a_week) {
  // Exact: the places of 24 bits that cases have, which no number of households exceeds.
  constexpr double most = 1U << 24U;
  const double forming = joining_a_week(work, household, office_hours_a_week) *
                         household.within_weeks / (household.matters - 1);
  return static_cast<std::uint32_t>(std::clamp(std::round(forming), 1.0, most));
}

Problems check_households(const Work& work) { return Checker(work).run(); }

}  // namespace veer::work
