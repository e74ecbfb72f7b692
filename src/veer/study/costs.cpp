// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/costs.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "veer/base/error.hpp"
#include "veer/stats/draws.hpp"
#include "veer/work/expected.hpp"

namespace veer::study {
namespace {

constexpr double weeks_per_year = 365.25 / 7;  // Exact: mean days of a year over those of a week.

/// The case as an address of draws; one number for each case of a replication.
std::uint32_t subject_of(const sim::CaseOutcome& one) {
  const auto type = static_cast<std::uint32_t>(one.case_type.index());
  return (type << 24U) | (one.extra ? 1U << 23U : 0U) | one.number;
}

const work::LegalTerm::Version* version_of(const sim::CaseOutcome& one, const work::Work& work) {
  const auto& term = work.case_types[one.case_type].legal_term;
  return term && term->law ? term->law->version_of(day_of(one.arrived)) : nullptr;
}

Money partners_a_case(const work::Process& process) {
  Money sum;
  const bool has_price = std::any_of(process.steps.begin(), process.steps.end(),
                                     [](const work::Step& step) { return step.price != Money(); });
  if (!has_price) return sum;
  const auto visits = work::expected_visits(process);
  for (const work::StepId id : ids(process.steps)) sum += process.steps[id].price * visits[id];
  return sum;
}

bool may_owe_penalties(const work::Work& work) {
  const auto owes = [](const work::LegalTerm::Version& version) { return version.owes_penalty; };
  return std::any_of(work.case_types.begin(), work.case_types.end(),
                     [&](const work::CaseType& type) {
                       if (!type.legal_term || !type.legal_term->law) return false;
                       const auto& versions = type.legal_term->law->versions;
                       return std::any_of(versions.begin(), versions.end(), owes);
                     });
}

}  // namespace

std::string_view name_of(CostKind kind) {
  static constexpr std::string_view names[] = {
#define VEER_COST_KIND_NAME(name) #name,
      VEER_COST_KINDS(VEER_COST_KIND_NAME)
#undef VEER_COST_KIND_NAME
  };
  return names[static_cast<std::size_t>(kind)];
}

Money Costs::total() const {
  Money sum;
  for (const Money one : of_kind) sum += one;
  return sum;
}

std::optional<Money> salary_a_year(const org::Person& person, const org::DrawnPrices& prices) {
  if (person.hire_an_hour != Money()) return std::nullopt;
  const std::optional<Money> full_time = prices.year_in(person.scale);
  if (!full_time) return std::nullopt;
  return *full_time * person.fte.share();
}

std::optional<Money> cost_of_an_hour(const org::Workforce& workforce,
                                     const org::DrawnPrices& prices) {
  Money salaries;
  double contract_hours = 0;
  for (const org::Person& person : workforce.persons) {
    const std::optional<Money> salary = salary_a_year(person, prices);
    if (!salary) continue;
    salaries += *salary;
    contract_hours += hours(workforce.rosters[person.roster].week()) * weeks_per_year;
  }
  if (contract_hours <= 0) return std::nullopt;
  return salaries * (1 / contract_hours);
}

Money overhead_a_year(const org::Workforce& workforce, const org::DrawnPrices& prices) {
  std::set<std::string> overhead_units;
  std::set<org::PersonId> leads;
  for (const org::FoundUnit& unit : workforce.found_units) {
    if (unit.overhead) overhead_units.insert(unit.name);
    if (!unit.lead.is_none()) leads.insert(unit.lead);
  }
  Money sum;
  for (const org::PersonId id : ids(workforce.persons)) {
    const org::Person& person = workforce.persons[id];
    if (leads.count(id) == 0 && overhead_units.count(person.unit_name) == 0) continue;
    sum += salary_a_year(person, prices).value_or(Money());
  }
  return sum;
}

calendar::Penalty penalty_of(const sim::CaseOutcome& one, const CostBasis& basis) {
  if (!one.legal_due || one.withdrawn == true || day_of(one.ended) <= *one.legal_due) return {};
  const work::LegalTerm::Version* version = version_of(one, *basis.work);
  if (version == nullptr || !version->owes_penalty) return {};
  const Draws draws(basis.seed, basis.replication);
  const std::uint32_t subject = subject_of(one);
  if (draws.uniform(Purpose::notice, subject) >= basis.prices->notice_share) return {};
  // Judgement: shape; many notices come soon after the term, some long after it.
  const double days = basis.prices->notice_days * draws.exponential(Purpose::notice, subject, 1);
  // A notice before the day after the due day would be too early.
  const Day notice = *one.legal_due + 1 + static_cast<std::int32_t>(days);
  const org::LawPeriod* rate = basis.prices->penalty_on(notice);
  if (rate == nullptr) return {};
  return calendar::penalty(rate->penalty, *one.legal_due, notice, day_of(one.ended),
                           basis.work->case_types[one.case_type].legal_term->law->days);
}

Costs costs_a_year(const sim::Outcome& outcome, const CostBasis& basis) {
  VEER_EXPECT(basis.weeks > 0);
  const double per_year = weeks_per_year / basis.weeks;
  Costs costs;
  costs.whole_staff = true;
  costs.may_owe_penalties = may_owe_penalties(*basis.work);
  const auto& persons = basis.workforce->persons;
  for (const org::PersonId id : ids(persons)) {
    if (persons[id].hire_an_hour != Money()) {
      const sim::HoursByKind& hours = outcome.by_person[id.index()];
      costs[CostKind::hire] +=
          persons[id].hire_an_hour * ((hours.paid - hours.absent).hours() * per_year);
      continue;
    }
    const std::optional<Money> salary = salary_a_year(persons[id], *basis.prices);
    costs.whole_staff = costs.whole_staff && salary.has_value();
    costs[CostKind::salaries] += salary.value_or(Money());
  }
  IdVector<work::CaseTypeId, std::int64_t> arrived(basis.work->case_types.size(), 0);
  Money penalties;
  for (const sim::CaseOutcome& one : outcome.cases) {
    ++arrived[one.case_type];
    penalties += penalty_of(one, basis).owed;
  }
  costs[CostKind::penalties] = penalties * per_year;
  for (const work::CaseTypeId type : ids(arrived)) {
    if (arrived[type] == 0) continue;
    costs[CostKind::partners] += partners_a_case(basis.work->case_types[type].process) *
                                 (static_cast<double>(arrived[type]) * per_year);
  }
  return costs;
}

}  // namespace veer::study
