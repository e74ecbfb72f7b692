// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/lateness.hpp"

#include <algorithm>
#include <map>

#include "veer/discover/handovers.hpp"
#include "veer/discover/shown_groups.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

CaseCount count_of(const std::vector<double>& days) {
  if (days.empty()) return {};
  return {days.size(), quantile(days, 0.5), quantile(days, 0.9)};
}

/// The reason that a case names; empty when none, or a word for unknown.
std::string reason_of(const eventlog::Attribute* attribute, eventlog::CaseId id) {
  if (attribute == nullptr || !attribute->values.contains(id)) return {};
  const auto* text = std::get_if<std::string>(&attribute->values[id]);
  return text == nullptr || means_nothing(*text) ? std::string() : *text;
}

std::vector<ExtensionReason> shown_reasons(const std::map<std::string, std::size_t>& counted) {
  std::vector<ExtensionReason> shown;
  ExtensionReason rest;
  for (const auto& [reason, cases] : counted) {
    if (cases >= smallest_group) {
      shown.push_back({reason, cases});
    } else {
      rest.cases += cases;
    }
  }
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto& a, const auto& b) { return a.cases > b.cases; });
  if (rest.cases > 0) shown.push_back(rest);
  return shown;
}

void add_extensions(const eventlog::EventLog& log, const CaseDates& dates, Lateness& result) {
  if (dates.planned_end == nullptr || dates.deadline == nullptr) return;
  std::vector<double> extensions;
  std::map<std::string, std::size_t> reasons;
  for (const eventlog::CaseId id : ids(log.cases)) {
    const auto deadline = moment(dates.deadline, id);
    const auto planned = moment(dates.planned_end, id);
    if (!deadline || !planned || *deadline - *planned < one_day) continue;
    extensions.push_back(days(*deadline - *planned));
    const std::string reason = reason_of(dates.extension_reason, id);
    if (reason.empty()) {
      ++result.extended_without_reason;
    } else {
      ++reasons[reason];
    }
  }
  result.extended = count_of(extensions);
  result.reasons = shown_reasons(reasons);
}

std::optional<Terms> find_terms(const eventlog::EventLog& log, const CaseDates& dates) {
  constexpr int six_weeks = 42;
  std::map<int, std::size_t> counted;
  for (const eventlog::CaseId id : ids(log.cases)) {
    const auto start = moment(dates.start, id);
    const auto deadline = moment(dates.deadline, id);
    if (start && deadline && *deadline > *start) {
      ++counted[day_of(*deadline) - day_of(*start)];
    }
  }
  if (counted.empty()) return std::nullopt;
  const auto usual =
      std::max_element(counted.begin(), counted.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  Terms terms;
  terms.usual_days = usual->first;
  for (const auto& [term, cases] : counted) {
    terms.cases += cases;
    const int longer = term - terms.usual_days;
    if (longer >= -1 && longer <= 1) terms.usual += cases;
    if (longer >= six_weeks - 1 && longer <= six_weeks + 1) terms.six_weeks_longer += cases;
  }
  return terms;
}

/// Days since the first recorded moment of cases without an end date.
CaseCount open_cases(const CaseDates& dates, std::span<const eventlog::Instance> instances,
                     Instant last) {
  std::map<eventlog::CaseId, Instant> begun;
  for (const eventlog::Instance& one : instances) {
    const auto [at, is_new] = begun.emplace(one.case_id, one.start);
    if (!is_new) at->second = std::min(at->second, one.start);
  }
  std::vector<double> ages;
  for (const auto& [id, first] : begun) {
    if (!moment(dates.end, id)) ages.push_back(std::max(0.0, days(last - first)));
  }
  return count_of(ages);
}

}  // namespace

Lateness find_lateness(const eventlog::EventLog& log,
                       std::span<const eventlog::Instance> instances, Instant last) {
  const CaseDates dates = find_case_dates(log);
  Lateness result;
  result.terms = find_terms(log, dates);
  if (dates.end != nullptr) result.open = open_cases(dates, instances, last);
  std::vector<double> late;
  for (const eventlog::CaseId id : ids(log.cases)) {
    const auto deadline = moment(dates.deadline, id);
    const auto end = moment(dates.end, id);
    if (!deadline || !end || *end <= *deadline) continue;
    late.push_back(days(*end - *deadline));
    if (day_of(*end) == day_of(*deadline)) ++result.late_on_the_day;
  }
  result.late = count_of(late);
  add_extensions(log, dates, result);
  return result;
}

}  // namespace veer::discover
