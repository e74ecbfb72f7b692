// SPDX-License-Identifier: EUPL-1.2
// Opgaven: tasks are handed out part by part, verified, redone, and talked about (work/opgave.hpp).
//
// In the engine each task is a case whose tokens are the hands that work on it: parts are offered,
// queued, taken, handed back and decided on like activities of cases. An internal failure is an
// operational exception, an external one a cross-unit exception; decisions have the outcomes of
// Assumptions: redone whole, corrected with half the effort, or otherwise ignored.
#include "veer/sim/opgaven.hpp"

#include <algorithm>

#include "veer/sim/engine.hpp"

namespace veer::sim {

work::Work with_tasks(const work::Work& work) {
  work::Work result = work;
  for (const work::Opgave& opgave : work.opgaven) {
    work::CaseType type;
    type.name = opgave.name;
    type.arrivals.at_most = 0;
    const work::StepId end(opgave.tasks.size());
    for (const work::Task& task : opgave.tasks) {
      work::Step step;
      step.kind = work::StepKind::activity;
      step.activity = task.activity;
      step.next = {{end, 1.0}};
      type.process.steps.push_back(std::move(step));
    }
    type.process.steps.push_back({});
    result.case_types.push_back(std::move(type));
  }
  return result;
}

namespace detail {
namespace {

// Ordinals of the draws of one task: its parts from 1; parts that are done again because another
// task failed them; and beside each of these the decision on an external failure.
constexpr std::uint32_t redo_ordinals = 1U << 20U;
constexpr std::uint32_t external_ordinals = 1U << 30U;

/// Draw addresses of a task: the type byte that no case type has, then opgave and task.
std::uint32_t subject_of(std::uint32_t opgave, std::uint32_t task) {
  return 0xff000000U | opgave << 12U | task;
}

double share_of(std::uint32_t part, std::uint32_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

/// How many times likelier failures are for what the task has ignored and missed.
double neglect(const TaskState& task, double factor) {
  return (1 + (factor - 1) * share_of(task.ignored, task.exceptions)) *
         (1 + (factor - 1) * share_of(task.missed, task.messages));
}

}  // namespace

/// The opgaven that begin within the run; others do not happen in it.
void Engine::schedule_opgaven() {
  for (const work::OpgaveId id : ids(work_.opgaven)) {
    const work::Opgave& opgave = work_.opgaven[id];
    OpgaveState state;
    state.first_task = static_cast<std::uint32_t>(tasks_.size());
    state.open_tasks = static_cast<std::uint32_t>(opgave.tasks.size());
    for (const work::TaskId task : ids(opgave.tasks)) {
      TaskState made;
      made.opgave = id.value();
      made.number = task.value();
      made.waits_for = static_cast<std::uint32_t>(opgave.tasks[task].after.size());
      tasks_.push_back(made);
    }
    opgaven_.push_back(state);
    const Instant begins = start_of(opgave.begins);
    if (begins < start_ || begins >= measured_to_) continue;
    ++open_measured_;
    schedule(begins, EventKind::opgave_begins, id.value());
  }
  for (std::uint32_t opgave = 0; opgave < opgaven_.size(); ++opgave) seat_team(opgave);
}

const work::Task& Engine::task_of(const TaskState& task) const {
  return work_.opgaven[work::OpgaveId(task.opgave)].tasks[work::TaskId(task.number)];
}

void Engine::opgave_begins(std::uint32_t index) {
  OpgaveState& state = opgaven_[index];
  state.begun = true;
  const work::Opgave& opgave = work_.opgaven[work::OpgaveId(index)];
  IdVector<work::TaskId, double> effort_hours;
  for (const work::TaskId id : ids(opgave.tasks)) {
    TaskState& task = tasks_[state.first_task + id.value()];
    const Distribution& effort = *tables_.efforts[opgave.tasks[id].activity.index()];
    effort_hours.push_back(value(effort, Purpose::effort, subject_of(index, id.value())));
    task.effort = from_hours(effort_hours[id]);
    task.case_index = cases_.allocate();
    Case& c = cases_[task.case_index];
    c.type = work::CaseTypeId(work_.case_types.size() - work_.opgaven.size() + index);
    c.subject = subject_of(index, id.value());
    c.task = state.first_task + id.value();
    c.hours = HourKind::opgaven;
    c.arrived = now_;
  }
  const auto goal = work::goal_of(opgave, effort_hours);
  for (const work::TaskId id : ids(opgave.tasks)) {
    tasks_[state.first_task + id.value()].goal = goal[id];
  }
  seat_team(index);
  for (const work::TaskId id : ids(opgave.tasks)) {
    if (opgave.tasks[id].after.empty()) start_task(state.first_task + id.value());
  }
}

std::uint32_t Engine::new_hand(const TaskState& task) {
  const std::uint32_t index = tokens_.allocate();
  Token& token = tokens_[index];
  token.case_index = task.case_index;
  token.mark = now_;
  token.office_before = office_.before(now_);
  const Case& c = cases_[task.case_index];
  token.step = &step(c, work::StepId(task.number));
  return index;
}

void Engine::start_task(std::uint32_t index) {
  const work::Task& task = task_of(tasks_[index]);
  for (std::uint32_t hand = 0; hand < task.hands; ++hand) {
    ++tasks_[index].busy;
    next_part(new_hand(tasks_[index]), nobody);
  }
}

/// The hand goes on with the next part, or is done.
void Engine::next_part(std::uint32_t token, std::uint32_t by) {
  const std::uint32_t index = cases_[tokens_[token].case_index].task;
  TaskState& task = tasks_[index];
  if (task.parts_out < task_of(task).parts) {
    tokens_[token].ordinal = ++task.parts_out;
    return offer(token, by);
  }
  tokens_.free(token);
  --task.busy;
  settle_task(index);
}

/// Effort of a part; the last one has what does not divide.
Duration Engine::part_effort(const Case& c, std::uint32_t ordinal) const {
  const TaskState& task = tasks_[c.task];
  const auto parts = static_cast<std::int64_t>(task_of(task).parts);
  const bool last = ordinal == task_of(task).parts;
  return task.effort / parts + (last ? task.effort % parts : Duration::zero());
}

/// A part, or a part that was redone, has been worked on.
void Engine::part_done(std::uint32_t token, PieceKind kind, std::uint32_t by) {
  const std::uint32_t index = cases_[tokens_[token].case_index].task;
  TaskState& task = tasks_[index];
  task.last_person = by;
  task.last_unit = tokens_[token].unit;
  if (tokens_[token].ordinal > redo_ordinals) {
    // Done again for another task: it is not verified once more.
    tokens_.free(token);
    --task.busy;
    accept_part(index);
    return settle_task(index);
  }
  if (kind == PieceKind::rework) return verify_for_others(token, by);
  exchange(token, by);
  const work::Opgave& opgave = work_.opgaven[work::OpgaveId(task.opgave)];
  const double share = task_of(task).internal_failure * neglect(task, opgave.neglect_factor);
  if (!falls_within(std::min(share, 1.0), Purpose::internal_failure, tokens_[token])) {
    return verify_for_others(token, by);
  }
  raise(index);
  tokens_[token].stage = Stage::deciding_after;
  start_decision(token, org::ExceptionKind::operational, by);
}

/// An exception of the task.
void Engine::raise(std::uint32_t index) {
  ++tasks_[index].exceptions;
  ++opgaven_[tasks_[index].opgave].exceptions;
}

void Engine::verify_for_others(std::uint32_t token, std::uint32_t by) {
  const std::uint32_t index = cases_[tokens_[token].case_index].task;
  const TaskState& task = tasks_[index];
  const work::Task& plan = task_of(task);
  const work::Opgave& opgave = work_.opgaven[work::OpgaveId(task.opgave)];
  const double share = plan.external_failure * neglect(task, opgave.neglect_factor);
  if (plan.affects.empty() ||
      !falls_within(std::min(share, 1.0), Purpose::external_failure, tokens_[token])) {
    accept_part(index);
    return next_part(token, by);
  }
  raise(index);
  Token& of = tokens_[token];
  of.ordinal += external_ordinals;
  of.stage = Stage::deciding_after;
  // It is decided between the worker's unit and the first of the units that it concerns.
  for (const work::TaskId affected : plan.affects) {
    const TaskState& other = tasks_[opgaven_[task.opgave].first_task + affected.value()];
    if (other.last_unit == nothing) continue;
    of.unit = other.last_unit;
    break;
  }
  start_decision(token, org::ExceptionKind::cross_unit, of.last_person);
}

/// What was decided on a failure: redone whole, corrected with half the effort, or ignored
/// (mechanisms.md 1.2.4).
void Engine::task_decided(std::uint32_t token) {
  Token& of = tokens_[token];
  const Case& c = cases_[of.case_index];
  const bool external = of.ordinal >= external_ordinals;
  const double u = draws_.uniform(Purpose::decision_outcome, c.subject, of.ordinal);
  double redone = 0;
  if (u < assumptions_.outcome_rework + assumptions_.outcome_correct) redone = 0.5;
  if (u < assumptions_.outcome_rework) redone = 1;
  if (redone > 0) ++opgaven_[tasks_[c.task].opgave].redone;
  if (redone <= 0) {
    ++tasks_[c.task].ignored;
    ++opgaven_[tasks_[c.task].opgave].ignored;
  }
  const std::uint32_t by = of.last_person;
  if (!external) {
    return redone > 0 ? rework(token, redone) : verify_for_others(token, nobody);
  }
  of.ordinal -= external_ordinals;
  of.unit = tables_.persons[by].unit;
  const std::uint32_t first = opgaven_[tasks_[c.task].opgave].first_task;
  const std::uint32_t index = c.task;
  for (const work::TaskId affected : task_of(tasks_[index]).affects) {
    if (redone > 0) {
      redo_part(first + affected.value(), redone);
    } else {
      // What is ignored burdens the tasks that it concerns too.
      ++tasks_[first + affected.value()].exceptions;
      ++tasks_[first + affected.value()].ignored;
    }
  }
  accept_part(index);
  // The worker has turned to something else meanwhile.
  next_part(token, nobody);
}

/// A part that was done must be done again, wholly or by half, by whoever worked on the task last.
void Engine::redo_part(std::uint32_t index, double share) {
  TaskState& task = tasks_[index];
  if (task.parts_done == 0) return;
  --task.parts_done;
  count_goal(index, -1);
  if (task.is_done) {
    task.is_done = false;
    ++opgaven_[task.opgave].open_tasks;
  }
  ++task.busy;
  const std::uint32_t token = new_hand(task);
  Token& of = tokens_[token];
  of.ordinal = redo_ordinals + ++task.redone;
  of.unit = task.last_unit;
  of.last_person = task.last_person;
  of.last_effort = part_effort(cases_[task.case_index], 1);
  rework(token, share);
}

void Engine::accept_part(std::uint32_t index) {
  ++tasks_[index].parts_done;
  count_goal(index, 1);
}

/// A part of the goal is reached, or was not after all.
void Engine::count_goal(std::uint32_t index, int parts) {
  const TaskState& task = tasks_[index];
  OpgaveState& opgave = opgaven_[task.opgave];
  const double gain = task.goal * parts / task_of(task).parts;
  opgave.goal += gain;
  const Day due = work_.opgaven[work::OpgaveId(task.opgave)].due;
  if (now_ < start_of(due + 1)) opgave.goal_by_due += gain;
}

/// When the task's last part is done, those that waited for it begin; a task that was done before
/// and reopened has let them begin already.
void Engine::settle_task(std::uint32_t index) {
  TaskState& task = tasks_[index];
  if (task.busy > 0 || task.parts_done < task_of(task).parts || task.is_done) return;
  OpgaveState& opgave = opgaven_[task.opgave];
  const bool first_time = !task.was_done;
  task.is_done = task.was_done = true;
  --opgave.open_tasks;
  if (opgave.open_tasks == 0) {
    opgave.ended = now_;
    --open_measured_;
    return seat_team(task.opgave);
  }
  if (!first_time) return;
  const std::uint32_t number = task.number;
  const std::uint32_t first = opgave.first_task;
  const auto& plan = work_.opgaven[work::OpgaveId(task.opgave)].tasks;
  for (const work::TaskId id : ids(plan)) {
    for (const work::TaskId before : plan[id].after) {
      if (before.value() == number && --tasks_[first + id.value()].waits_for == 0) {
        start_task(first + id.value());
      }
    }
  }
}

/// After a part the people of interdependent tasks may be asked something. Nobody waits for the
/// answer, but one that does not come in time is missed.
void Engine::exchange(std::uint32_t token, std::uint32_t by) {
  const Token& of = tokens_[token];
  const std::uint32_t index = cases_[of.case_index].task;
  const std::uint32_t subject = cases_[of.case_index].subject;
  const std::uint32_t ordinal = of.ordinal;
  const work::Task& plan = task_of(tasks_[index]);
  const work::Opgave& opgave = work_.opgaven[work::OpgaveId(tasks_[index].opgave)];
  if (plan.exchange <= 0) return;
  for (std::uint32_t link = 0; link < plan.informs.size(); ++link) {
    const std::uint32_t other = opgaven_[tasks_[index].opgave].first_task +
                                plan.informs[link].value();
    const std::uint32_t asked = tasks_[other].last_person;
    if (asked == nobody || asked == by) continue;
    if (draws_.uniform(Purpose::exchange, subject, ordinal, 2 * link) >= plan.exchange) continue;
    ++tasks_[index].messages;
    ++opgaven_[tasks_[index].opgave].messages;
    const std::uint32_t message = messages_.allocate();
    const double hours =
        exponential(opgave.exchange_hours, Purpose::exchange, subject, ordinal, 2 * link + 1);
    const std::uint32_t piece =
        new_piece(PieceKind::exchange, message, from_hours(hours), Priority::others_wait);
    messages_[message] = {index, piece, des::no_ticket};
    if (opgave.exchange_wait_days > 0) {
      const Instant lapses = office_hours_.finish(
          now_, presences_.office_day() * opgave.exchange_wait_days);
      if (lapses < end_) {
        messages_[message].lapse = schedule(lapses, EventKind::message_lapses, message);
      }
    }
    deliver(asked, piece);
  }
}

/// A message that nobody has taken up is missed; one in hand is still answered.
void Engine::message_lapses(std::uint32_t index, des::Ticket ticket) {
  if (!messages_.is_live(index) || messages_[index].lapse != ticket) return;
  const Message message = messages_[index];
  if (pieces_[message.piece].where != Piece::Where::inbox) return;
  withdraw(message.piece);
  ++tasks_[message.task].missed;
  ++opgaven_[tasks_[message.task].opgave].missed;
  messages_.free(index);
}

void Engine::close_opgaven() {
  for (const work::OpgaveId id : ids(work_.opgaven)) {
    const OpgaveState& state = opgaven_[id.value()];
    OpgaveOutcome outcome;
    outcome.begun = state.begun;
    outcome.due = work_.opgaven[id].due;
    outcome.finished = state.begun && state.open_tasks == 0;
    outcome.ended = outcome.finished ? state.ended : now_;
    outcome.goal = state.goal;
    outcome.goal_by_due = state.goal_by_due;
    outcome.exceptions = state.exceptions;
    outcome.redone = state.redone;
    outcome.ignored = state.ignored;
    outcome.messages = state.messages;
    outcome.missed = state.missed;
    for (std::size_t i = 0; i < work_.opgaven[id].tasks.size() && state.begun; ++i) {
      const TaskState& task = tasks_[state.first_task + i];
      outcome.effort += Effort::microseconds(cases_[task.case_index].effort.count());
    }
    outcome_.opgaven.push_back(outcome);
  }
}

}  // namespace detail
}  // namespace veer::sim
