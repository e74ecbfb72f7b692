// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/demo.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "veer/app/ask_question.hpp"
#include "veer/app/look.hpp"
#include "veer/design/reorganise.hpp"
#include "veer/sim/replication.hpp"

namespace veer::app {
namespace {

constexpr const char* example = "examples/010-voorbeeldstad";
constexpr int days_per_week = 7;
constexpr int record_weeks = 52;

AskRequest demo_request() {
  AskRequest request;
  request.target = example;
  request.models = {"sectorenmodel", "zelfsturing"};
  request.shock = "vraag-en-uitval";
  request.effort.replications = 1;
  // Judgement: a demonstration is short; ten draws show what a table looks like.
  request.effort.draws = 10;
  request.effort.warm_up_weeks = 13;
  request.effort.follow_up_weeks = 26;
  return request;
}

/// The rows of one log as it stood at an instant, cases in order of arrival.
eventlog::EventLog log_of(const sim::Outcome& outcome, const org::Baseline& baseline,
                          Instant written) {
  std::vector<const sim::CaseOutcome*> cases;
  for (const sim::CaseOutcome& one : outcome.cases) cases.push_back(&one);
  std::stable_sort(cases.begin(), cases.end(),
                   [](const auto* a, const auto* b) { return a->arrived < b->arrived; });
  using Key = std::pair<work::CaseTypeId, std::uint32_t>;
  std::map<Key, std::vector<const sim::SimulatedEvent*>> events;
  for (const sim::SimulatedEvent& event : outcome.events) {
    if (event.end <= written) events[{event.case_type, event.number}].push_back(&event);
  }
  eventlog::EventLog log;
  for (const sim::CaseOutcome* one : cases) {
    const auto found = events.find({one->case_type, one->number});
    if (found == events.end()) continue;
    const auto& name = baseline.work.case_types[one->case_type].name;
    const auto id = log.cases.push_back({name + "-" + std::to_string(one->number), name});
    for (const sim::SimulatedEvent* event : found->second) {
      const org::Person& person = baseline.workforce.persons[event->person];
      eventlog::Event row;
      row.case_id = id;
      row.activity = log.activities.add(baseline.work.activities[event->activity].name);
      row.person = log.persons.add(person.pseudonym);
      row.group = log.groups.add(person.unit_name);
      row.start = event->start;
      row.end = event->end;
      log.events.push_back(row);
    }
  }
  return log;
}

}  // namespace

Result<eventlog::EventLog> records_of(const AskQuestion& question, int weeks) {
  VEER_TRY(const org::Baseline baseline, question.subject.subject.realise({}));
  VEER_TRY(const design::Ground ground,
           design::ground_of(question.as_is, baseline, question.mechanisms, {}));
  sim::Run run;
  run.seed = question.effort.seed;
  run.window = {question.subject.first_day, question.effort.warm_up_weeks * days_per_week,
                weeks * days_per_week, 0};
  run.record_events = true;
  VEER_TRY(const sim::Outcome outcome,
           sim::simulate(baseline.work, baseline.workforce, ground.as_is.organisation,
                         org::draw(question.mechanisms, {}), run));
  const Day end = run.window.first_day + run.window.warm_up + run.window.measured;
  return log_of(outcome, baseline, start_of(end));
}

Result<Demo> demo(Executor& executor, Progress& look_progress, Progress& ask_progress) {
  VEER_TRY(const AskQuestion question, read_question(demo_request()));
  VEER_TRY(const eventlog::EventLog log, records_of(question, record_weeks));
  VEER_TRY(report::LookAnswer seen, look(question.subject.subject.name, log, {},
                                         {question.effort.seed}, executor, look_progress));
  VEER_TRY(report::AskAnswer asked, answer(question, executor, ask_progress));
  return Demo{std::move(seen), std::move(asked), question.shock->weeks.value};
}

}  // namespace veer::app
