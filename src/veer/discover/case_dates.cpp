// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/case_dates.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string_view>

#include "veer/base/error.hpp"

namespace veer::discover {
namespace {

std::string plain(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c == ' ' || c == '_' || c == '-') continue;
    result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

const eventlog::Attribute* first_named(const eventlog::EventLog& log,
                                       std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& attribute : log.attributes) {
      if (plain(attribute.name) == name) return &attribute;
    }
  }
  return nullptr;
}

}  // namespace

CaseDates find_case_dates(const eventlog::EventLog& log) {
  CaseDates dates;
  dates.start = first_named(log, {"startdate", "startdatum", "begindatum", "ontvangstdatum",
                                  "datumontvangst", "registratiedatum"});
  dates.end = first_named(log, {"enddate", "einddatum", "afhandeldatum", "datumafgehandeld",
                                "besluitdatum", "datumbesluit"});
  dates.deadline = first_named(log, {"deadline", "uiterstedatum", "fataledatum",
                                     "uiterlijkebesluitdatum", "uiterlijkeeinddatum",
                                     "einddatumtermijn", "duedate"});
  dates.planned_end = first_named(log, {"enddateplanned", "plannedenddate", "geplandeeinddatum",
                                        "einddatumgepland", "streefdatum"});
  dates.extension_reason = first_named(log, {"redenverlenging", "verlengingsreden",
                                             "redenverdaging", "extensionreason"});
  return dates;
}

std::optional<Instant> moment(const eventlog::Attribute* attribute, eventlog::CaseId id) {
  if (attribute == nullptr || !attribute->values.contains(id)) return std::nullopt;
  const auto* value = std::get_if<Instant>(&attribute->values[id]);
  return value == nullptr ? std::nullopt : std::optional<Instant>(*value);
}

std::optional<OnTime> count_on_time(const eventlog::EventLog& log, const CaseDates& dates,
                                    Instant last) {
  if (dates.deadline == nullptr || dates.end == nullptr) return std::nullopt;
  OnTime result;
  for (const eventlog::CaseId id : ids(log.cases)) {
    const auto deadline = moment(dates.deadline, id);
    const auto end = moment(dates.end, id);
    if (!deadline) continue;
    if (end) {
      ++result.with_both;
      if (*end <= *deadline) ++result.on_time;
    } else {
      ++result.open;
      if (*deadline < last) ++result.open_past_deadline;
    }
  }
  return result;
}

std::vector<double> term_days(const CaseDates& dates, const std::vector<eventlog::CaseId>& cases,
                              const std::vector<Instant>& first_event) {
  VEER_EXPECT(cases.size() == first_event.size());
  std::vector<double> result;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto deadline = moment(dates.deadline, cases[i]);
    if (deadline) result.push_back(std::max(0.0, days(*deadline - first_event[i])));
  }
  return result;
}

}  // namespace veer::discover
