// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/case_dates.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string_view>

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
  dates.start = first_named(log, {"startdate", "startdatum", "ontvangstdatum", "datumontvangst",
                                  "registratiedatum", "indieningsdatum", "receiptdate"});
  dates.end = first_named(log, {"enddate", "einddatum", "afhandeldatum", "datumafgehandeld",
                                "besluitdatum", "datumbesluit"});
  dates.deadline = first_named(log, {"deadline", "uiterstedatum", "fataledatum",
                                     "uiterlijkebesluitdatum", "uiterlijkeeinddatum",
                                     "einddatumtermijn", "duedate"});
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

std::vector<double> term_days(const CaseDates& dates, const std::vector<eventlog::CaseId>& cases) {
  std::vector<double> result;
  if (dates.deadline == nullptr || dates.start == nullptr) return result;
  for (const eventlog::CaseId id : cases) {
    const auto start = moment(dates.start, id);
    const auto deadline = moment(dates.deadline, id);
    if (start && deadline && *start <= *deadline) result.push_back(days(*deadline - *start));
  }
  return result;
}

}  // namespace veer::discover
