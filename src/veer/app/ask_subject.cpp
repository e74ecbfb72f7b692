// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/ask_subject.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "veer/app/load.hpp"
#include "veer/app/load_scenario.hpp"
#include "veer/calendar/holidays.hpp"
#include "veer/discover/twin.hpp"

namespace veer::app {
namespace {

/// The records' own elapsed times by case type, measured as the simulated log will be: from the
/// first start where every start was recorded, else from the first completion.
study::RecordedReference reference_of(const eventlog::EventLog& log,
                                      const std::vector<eventlog::Instance>& instances) {
  study::RecordedReference reference;
  reference.starts_recorded = std::all_of(instances.begin(), instances.end(),
                                          [](const auto& one) { return one.start_recorded; });
  struct Span {
    Instant first = Instant::max();
    Instant last = Instant::min();
  };
  std::map<eventlog::CaseId, Span> spans;
  for (const eventlog::Instance& one : instances) {
    Span& span = spans[one.case_id];
    span.first = std::min(span.first, reference.starts_recorded ? one.start : one.end);
    span.last = std::max(span.last, one.end);
  }
  std::map<std::string, std::vector<double>> by_type;
  for (const auto& [id, span] : spans) {
    by_type[log.cases[id].case_type].push_back(days(span.last - span.first));
  }
  for (auto& [name, elapsed] : by_type) {
    // The twin gives an only case type no name.
    reference.case_types.push_back({by_type.size() == 1 ? "" : name, std::move(elapsed)});
  }
  return reference;
}

/// Hand-overs between people of the workforce, by the pseudonyms that both share.
org::HandoverNetwork network_of(const discover::Twin& twin, const eventlog::EventLog& log) {
  std::map<std::string, org::PersonId> person_of;
  for (const org::PersonId id : ids(twin.central.workforce.persons)) {
    person_of.emplace(twin.central.workforce.persons[id].pseudonym, id);
  }
  const auto find = [&](std::size_t log_person) {
    const auto found = person_of.find(log.persons[eventlog::PersonId(log_person)]);
    return found == person_of.end() ? org::PersonId::none() : found->second;
  };
  const double weeks = std::max(1.0, days(twin.period.last - twin.period.first) / 7);
  std::map<std::pair<org::PersonId, org::PersonId>, double> counted;
  for (const discover::HandOver& one : twin.handovers.between_persons) {
    const org::PersonId from = find(one.from);
    const org::PersonId to = find(one.to);
    // People who left are in the records and not in the workforce.
    if (from.is_none() || to.is_none() || one.count == 0) continue;
    counted[{from, to}] += static_cast<double>(one.count) / weeks;
  }
  org::HandoverNetwork network;
  for (const auto& [pair, per_week] : counted) {
    network.handovers.push_back({pair.first, pair.second, per_week});
  }
  return network;
}

Day monday_of(Day day) { return day - static_cast<std::int32_t>(weekday_of(day)); }

bool lacks_term(const work::Work& work) {
  return std::any_of(work.case_types.begin(), work.case_types.end(),
                     [](const work::CaseType& type) { return !type.legal_term.has_value(); });
}

/// Runs `change` on every baseline that the subject realises from now on.
template <class Change>
void change_baseline(study::Subject& subject, Change change) {
  subject.realise = [before = std::move(subject.realise),
                     change](const org::DrawnInputs& drawn) -> Result<org::Baseline> {
    VEER_TRY(org::Baseline baseline, before(drawn));
    change(baseline);
    return baseline;
  };
}

}  // namespace

Result<AskSubject> subject_of_records(const std::string& name, const eventlog::EventLog& log,
                                      const eventlog::StaffList& staff,
                                      const std::optional<org::Map>& map) {
  VEER_TRY(discover::Twin learned, discover::discover(log, staff));
  if (map) org::apply(*map, learned.central);
  const auto twin = std::make_shared<const discover::Twin>(std::move(learned));
  AskSubject result;
  result.subject.name = name;
  result.subject.inputs = twin->inputs();
  result.subject.realise = [twin](const org::DrawnInputs& drawn) {
    return Result<org::Baseline>(twin->realise(drawn));
  };
  result.subject.records = reference_of(log, eventlog::instances(log));
  result.observed = network_of(*twin, log);
  result.first_day = monday_of(day_of(twin->period.first));
  result.term_was_missing = lacks_term(twin->central.work);
  return result;
}

AskSubject subject_of_scenario(const org::Municipality& municipality) {
  const auto town = std::make_shared<const org::Municipality>(municipality);
  AskSubject result;
  result.subject.name = town->name.nl;
  result.subject.inputs = town->inputs();
  result.subject.realise = [town](const org::DrawnInputs& drawn) {
    return Result<org::Baseline>(town->realise(drawn));
  };
  // Judgement: any Monday will do; holidays are those of the years that follow it.
  result.first_day = monday_of(*day_from_date(2026, 1, 5));
  result.term_was_missing = lacks_term(town->realise({}).work);
  return result;
}

Result<AskSubject> load_subject(const std::string& target) {
  const std::filesystem::path path(target);
  if (path.extension() == ".veer") {
    VEER_TRY(const OwnRecords own, load_records(path));
    return subject_of_records(path.stem().string(), own.log, own.staff, own.map);
  }
  VEER_TRY(const org::Municipality municipality, load_scenario(path));
  return subject_of_scenario(municipality);
}

void set_terms(AskSubject& subject, std::optional<double> term_days) {
  change_baseline(subject.subject, [term_days](org::Baseline& baseline) {
    for (work::CaseType& type : baseline.work.case_types) {
      if (type.legal_term && !term_days) continue;
      const auto length = Distribution::constant(term_days.value_or(default_term_days));
      type.legal_term = work::Term{baseline.work.distributions.push_back(length),
                                   term_days ? "--term" : "Awb art. 4:13 lid 2"};
    }
  });
}

void close_on_holidays(AskSubject& subject, const sim::Window& window) {
  const Day last =
      window.first_day + window.warm_up + window.measured + window.follow_up;
  const std::vector<Day> holidays =
      calendar::office_holidays(date_of(window.first_day).year, date_of(last).year);
  change_baseline(subject.subject, [holidays](org::Baseline& baseline) {
    std::set<Day> closed(baseline.workforce.closed_days.begin(),
                         baseline.workforce.closed_days.end());
    closed.insert(holidays.begin(), holidays.end());
    baseline.workforce.closed_days.assign(closed.begin(), closed.end());
  });
}

}  // namespace veer::app
