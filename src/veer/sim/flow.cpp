// SPDX-License-Identifier: EUPL-1.2
// Arrivals, tokens, steps, hand-overs and the ledger.
#include <algorithm>
#include <cmath>

#include "veer/sim/engine.hpp"
#include "veer/stats/distribution.hpp"

namespace veer::sim::detail {
namespace {

// Exact: hours of a mean Gregorian year and of a week.
constexpr double hours_per_year = 365.25 * 24;
constexpr double hours_per_week = 168;

/// Address of a branch's first step: far from the ordinals of the trunk and of other branches.
std::uint32_t branch_ordinal(std::uint32_t ordinal, std::uint32_t branch) {
  std::uint32_t h = ordinal * 0x9e3779b1U + branch + 1;
  h ^= h >> 15U;
  h *= 0x85ebca77U;
  h ^= h >> 13U;
  return h | 0x80000000U;
}

Day monday_of(Day day) { return day - static_cast<std::int32_t>(weekday_of(day)); }

/// Expected arrivals since Monday 00:00, in weeks' worth of them; week: cumulative by hour.
double since_monday(const std::vector<double>& week, Instant t) {
  const double hour = hours(t - start_of(monday_of(day_of(t))));
  const auto whole = std::min(static_cast<std::size_t>(hour), std::size_t{167});
  return week[whole] + (hour - static_cast<double>(whole)) * (week[whole + 1] - week[whole]);
}

/// The same between two moments.
double weeks_worth(const std::vector<double>& week, Instant from, Instant to) {
  const Duration mondays = start_of(monday_of(day_of(to))) - start_of(monday_of(day_of(from)));
  return hours(mondays) / hours_per_week + since_monday(week, to) - since_monday(week, from);
}

/// When so many more weeks' worth of arrivals are expected to have come.
Instant after_weeks_worth(const std::vector<double>& week, Instant after, double more) {
  const double target = since_monday(week, after) + more;
  const double weeks = std::floor(target);
  const double share = target - weeks;
  const auto above = std::upper_bound(week.begin(), week.end(), share);
  const auto slot = static_cast<std::size_t>(above - week.begin()) - 1;
  const double within = (share - week[slot]) / (week[slot + 1] - week[slot]);
  return start_of(monday_of(day_of(after))) +
         from_hours(weeks * hours_per_week + static_cast<double>(slot) + within);
}

/// The law's term for the case, if its type names a law that was in force.
const calendar::DecisionTerm* law_of(const Case& c, const work::CaseType& type) {
  if (!type.legal_term || !type.legal_term->law) return nullptr;
  return type.legal_term->law->in_force(day_of(c.arrived));
}

void start_clock(Case& c, const work::CaseType& type, const Draws& draws) {
  const calendar::DecisionTerm* in_force = law_of(c, type);
  if (in_force == nullptr) return;
  const work::LegalTerm& law = *type.legal_term->law;
  // A term that is made needs no extension, and one that is extended ends no earlier: so the clock
  // may run with its extension from the start.
  const bool extended = in_force->extension && law.extended_share > 0 &&
                        draws.uniform(Purpose::extension, c.subject) < law.extended_share;
  c.clock = calendar::LegalClock(*in_force, day_of(c.arrived), extended, law.days);
}

/// Somebody is asked for something now, and answers then.
void stop_clock(Case& c, const work::CaseType& type, const work::Step& step, Instant now,
                Instant then) {
  const calendar::DecisionTerm* in_force = law_of(c, type);
  if (in_force == nullptr) return;
  const auto by = step.waits_for == work::WaitsFor::applicant ? calendar::SuspendedBy::applicant
                                                              : calendar::SuspendedBy::others;
  c.clock.suspend(day_of(now), day_of(then), by, *in_force, type.legal_term->law->days);
}

/// Whether the case ended in time; nothing without a term, or while it may still be.
std::optional<bool> within(std::optional<Day> last, Instant ended, bool finished) {
  if (!last) return std::nullopt;
  const Instant late = start_of(*last + 1);
  if (!finished && ended < late) return std::nullopt;
  return ended < late;
}

}  // namespace

bool Engine::in_measured_window(Instant t) const { return t >= measured_from_ && t < measured_to_; }

// --- arrivals -----------------------------------------------------------------------------------

Instant Engine::arrival_after(std::uint32_t type, Instant after, double unit_exponential,
                              double factor) const {
  const work::CaseType& case_type = work_.case_types[work::CaseTypeId(type)];
  // Operational time: expected arrivals, counted in what a mean week brings.
  const double per_week = case_type.arrivals.per_year * factor * hours_per_week / hours_per_year;
  VEER_EXPECT(per_week > 0);
  const std::vector<double>& week = tables_.weekly_cumulative[type];
  const std::optional<work::YearlyProfile>& months = tables_.month_factors[type];
  double left = unit_exponential / per_week;
  if (!months) return after_weeks_worth(week, after, left);
  // Within a month the rate is the week's times one factor; what a month does not hold is left for
  // the next. So every month of a run is passed once, besides one look per arrival.
  while (after < end_) {
    const Day day = day_of(after);
    const double factor_of_month = (*months)[date_of(day).month - 1];
    const Instant next = start_of(work::next_month(day));
    const double holds = factor_of_month * weeks_worth(week, after, next);
    if (left < holds) return after_weeks_worth(week, after, left / factor_of_month);
    left -= holds;
    after = next;
  }
  return end_;
}

void Engine::schedule_arrival(std::uint32_t type, Instant after) {
  const work::Arrivals& arrivals = work_.case_types[work::CaseTypeId(type)].arrivals;
  if (arrivals.at_most && arrived_[type] >= *arrivals.at_most) return;
  const std::uint32_t subject = subject_of(type, arrived_[type], false);
  const Instant next =
      arrivals.interval
          ? office_hours_.finish(after,
                                 Effort::hours(value(work_.distributions[*arrivals.interval],
                                                     Purpose::arrival, subject)))
          : arrival_after(type, after, draws_.exponential(Purpose::arrival, subject), 1);
  if (next < end_) schedule(next, EventKind::arrival, type);
}

void Engine::schedule_extra_arrival(std::uint32_t type, Instant after) {
  const work::Arrivals& arrivals = work_.case_types[work::CaseTypeId(type)].arrivals;
  if (arrivals.at_most == 0U) return;  // Tasks of an opgave come by its plan.
  const double extra = run_.shock->demand - 1;
  const Instant shock_from = measured_from_ + from_days(run_.shock->starts_week * 7);
  const Instant shock_to = shock_from + from_days(run_.shock->weeks * 7);
  const std::uint32_t subject = subject_of(type, extra_arrived_[type], true);
  const Instant from = std::max(after, shock_from);
  const Instant next =
      arrivals.interval
          ? office_hours_.finish(from,
                                 Effort::hours(value(work_.distributions[*arrivals.interval],
                                                     Purpose::arrival, subject) /
                                               extra))
          : arrival_after(type, from, draws_.exponential(Purpose::arrival, subject), extra);
  if (next < shock_to && next < end_) schedule(next, EventKind::extra_arrival, type);
}

void Engine::arrive(std::uint32_t type, bool extra) {
  const std::uint32_t number = (extra ? extra_arrived_ : arrived_)[type]++;
  if (extra) {
    schedule_extra_arrival(type, now_);
  } else {
    schedule_arrival(type, now_);
  }
  const std::uint32_t subject = subject_of(type, number, extra);
  bool struck_out = false;
  if (!extra && run_.shock && run_.shock->demand < 1) {
    const Instant from = measured_from_ + from_days(run_.shock->starts_week * 7);
    const bool in_shock = now_ >= from && now_ < from + from_days(run_.shock->weeks * 7);
    struck_out =
        in_shock && draws_.uniform(Purpose::arrival, subject, 1) >= run_.shock->demand;
  }
  // What a shock adds belongs to no household and what it takes away keeps its place there: so the
  // others have the same households with and without it.
  const std::uint32_t matter =
      extra ? HouseholdBook::no_matter
            : households_.join({{work::CaseTypeId(type), number}, subject, now_,
                                in_measured_window(now_)});
  if (struck_out) return;

  const std::uint32_t index = cases_.allocate();
  const std::uint32_t token = tokens_.allocate();
  const work::CaseType& case_type = work_.case_types[work::CaseTypeId(type)];
  Case& c = cases_[index];
  c.type = work::CaseTypeId(type);
  c.subject = subject;
  c.matter = matter;
  c.hours = case_type.proposal ? HourKind::proposals : HourKind::cases;
  c.arrived = now_;
  c.measured = in_measured_window(now_);
  start_clock(c, case_type, draws_);
  if (case_type.delay_correlation > 0) {
    c.slowness =
        static_cast<float>(normal_quantile(draws_.uniform(Purpose::case_slowness, subject)));
  }
  if (c.measured) {
    std::vector<std::uint32_t>& of_kind = places_of_[2 * type + (extra ? 1 : 0)];
    c.outcome = static_cast<std::uint32_t>(of_kind.size());
    of_kind.push_back(nothing);
    ++open_measured_;
  }
  tokens_[token].case_index = index;
  tokens_[token].mark = now_;
  tokens_[token].office_before = office_.before(now_);
  tokens_[token].ordinal = 1;
  const work::StepId begin = next_step(case_type.process.first, c, 0);
  if (!case_type.remainder.empty()) {
    c.drawn_delay = look_ahead(c, begin, 1).delay_hours;
    if (c.drawn_delay > 0) {
      c.delay_factor = static_cast<float>(
          work::used_delay_hours(case_type.remainder, c.drawn_delay) / c.drawn_delay);
    }
  }
  if (case_type.patience) {
    const double drawn = draws_.uniform(Purpose::patience, subject);
    const Instant ends =
        now_ + from_hours(work_.distributions[*case_type.patience].quantile(drawn));
    if (ends < end_) cases_[index].patience = schedule(ends, EventKind::patience_ends, token);
  }
  enter(token, case_type.process.steps[begin], nobody);
}

// --- steps --------------------------------------------------------------------------------------

work::StepId Engine::choose(const std::vector<work::Transition>& next, double u) {
  double cumulative = 0;
  for (const work::Transition& transition : next) {
    cumulative += transition.probability;
    if (u < cumulative) return transition.to;
  }
  return next.back().to;
}

work::StepId Engine::next_step(const std::vector<work::Transition>& next, const Case& c,
                               std::uint32_t ordinal) const {
  if (next.size() == 1) return next.front().to;
  return choose(next, draws_.uniform(Purpose::branch, c.subject, ordinal));
}

/// On to the next step. `by` is who just worked on the case, if anybody.
void Engine::advance(std::uint32_t index, std::uint32_t by) {
  Token& token = tokens_[index];
  const Case& c = cases_[token.case_index];
  const work::StepId next = next_step(token.step->next, c, token.ordinal);
  ++token.ordinal;
  enter(index, step(c, next), by);
}

void Engine::enter(std::uint32_t index, const work::Step& step, std::uint32_t by) {
  tokens_[index].step = &step;
  switch (step.kind) {
    case work::StepKind::activity: {
      const Duration delay = delay_of(tokens_[index], step);
      if (delay == Duration::zero()) return offer(index, by);
      tokens_[index].stage = Stage::delayed;
      const Instant over =
          office_hours_.finish(now_, Effort::microseconds(delay.count()));
      schedule(over, EventKind::delay_over, index);
      return;
    }
    case work::StepKind::wait: {
      tokens_[index].stage = Stage::waiting;
      const Instant over = now_ + delay_of(tokens_[index], step);
      Case& c = cases_[tokens_[index].case_index];
      if (step.stops_clock) stop_clock(c, work_.case_types[c.type], step, now_, over);
      schedule(over, EventKind::delay_over, index);
      return;
    }
    case work::StepKind::split: return split(index);
    case work::StepKind::join: return join(index, by);
    case work::StepKind::board: return enter_board(index, step);
    case work::StepKind::end: return finish_case(index);
  }
}

Duration Engine::delay_of(const Token& token, const work::Step& step) const {
  const Case& c = cases_[token.case_index];
  const bool is_remainder = step.kind == work::StepKind::activity;
  const double factor = is_remainder ? static_cast<double>(c.delay_factor) : 1;
  return from_hours(drawn_hours(c, step, token.ordinal) * factor);
}

Path Engine::look_ahead(const Case& c, work::StepId from, std::uint32_t ordinal) const {
  const auto& steps = work_.case_types[c.type].process.steps;
  Path path;
  path.stops_at = from;
  while (true) {
    const work::Step* step = &steps[path.stops_at];
    if (step->kind == work::StepKind::end || step->kind == work::StepKind::join) return path;
    if (step->kind == work::StepKind::activity) path.delay_hours += drawn_hours(c, *step, ordinal);
    if (step->kind == work::StepKind::split) {
      for (std::uint32_t branch = 0; branch < step->next.size(); ++branch) {
        const Path own = look_ahead(c, step->next[branch].to, branch_ordinal(ordinal, branch));
        path.delay_hours += own.delay_hours;
        path.stops_at = own.stops_at;
      }
      step = &steps[path.stops_at];  // The join: the thread goes on from there.
    }
    path.stops_at = next_step(step->next, c, ordinal);
    ++ordinal;
  }
}

double Engine::drawn_hours(const Case& c, const work::Step& step, std::uint32_t ordinal) const {
  if (step.delay.is_none()) return 0;
  const Distribution& delay = work_.distributions[step.delay];
  return step.kind == work::StepKind::activity ? delay.quantile(delay_uniform(c, ordinal))
                                               : value(delay, Purpose::delay, c.subject, ordinal);
}

/// The uniform number behind an activity's delay, with what all delays of the case share in it.
double Engine::delay_uniform(const Case& c, std::uint32_t ordinal) const {
  const double u = draws_.uniform(Purpose::delay, c.subject, ordinal);
  const double correlation = work_.case_types[c.type].delay_correlation;
  if (correlation <= 0) return u;
  return normal_cdf(std::sqrt(correlation) * static_cast<double>(c.slowness) +
                    std::sqrt(1 - correlation) * normal_quantile(u));
}

/// Which share decides on hands: where records gave the delay, short ones stay in one pair.
double Engine::hands_uniform(const Case& c, const work::Step& step, std::uint32_t ordinal) const {
  if (step.delay.is_none()) return draws_.uniform(Purpose::same_person, c.subject, ordinal);
  return delay_uniform(c, ordinal);
}

void Engine::split(std::uint32_t index) {
  const std::vector<work::Transition>& branches = tokens_[index].step->next;
  tokens_[index].open_branches = static_cast<std::uint16_t>(branches.size());
  tokens_[index].piece = nothing;
  std::vector<std::uint32_t> children;
  for (std::uint32_t branch = 0; branch < branches.size(); ++branch) {
    const std::uint32_t child = tokens_.allocate();
    const Token& parent = tokens_[index];
    Token& token = tokens_[child];
    token.case_index = parent.case_index;
    token.parent = index;
    token.ordinal = branch_ordinal(parent.ordinal, branch);
    token.unit = parent.unit;
    token.last_person = parent.last_person;
    token.answered = parent.answered;
    token.mark = now_;
    token.office_before = office_.before(now_);
    children.push_back(child);
  }
  // A branch may end at once and with it, in the last one, the split: the table of steps outlives
  // that, the tokens do not.
  for (std::size_t branch = 0; branch < children.size(); ++branch) {
    const Case& c = cases_[tokens_[children[branch]].case_index];
    enter(children[branch], step(c, branches[branch].to), nobody);
  }
}

void Engine::join(std::uint32_t index, std::uint32_t by) {
  const std::uint32_t parent_index = tokens_[index].parent;
  VEER_EXPECT(parent_index != nothing);
  Token& parent = tokens_[parent_index];
  const bool last = --parent.open_branches == 0;
  if (last) {
    // The ledger follows the branch that finished last: its rows cover split to join exactly.
    const Token& token = tokens_[index];
    parent.ledger += token.ledger;
    parent.mark = now_;
    parent.office_before = office_.before(now_);
    parent.step = token.step;
    parent.unit = token.unit;
    parent.last_person = token.last_person;
    parent.answered = token.answered;
    parent.last_effort = token.last_effort;
  }
  tokens_.free(index);
  if (last) advance(parent_index, by);
}

// --- from step to person ------------------------------------------------------------------------

/// Whether the unit that has the case can do the activity, by somebody who may; then it keeps it.
bool Engine::stays(Token& token, work::ActivityId activity) const {
  if (token.unit == nothing) return false;
  const UnitTable& unit = tables_.units[token.unit];
  const std::int32_t queue_class = unit.class_of[activity.index()];
  if (queue_class < 0) return false;
  token.queue_class = static_cast<std::uint32_t>(queue_class);
  return unit.classes[token.queue_class].has_other_than(token.not_by);
}

/// The case stays where it is when it can; otherwise a unit that can do the activity is drawn.
void Engine::settle_unit(std::uint32_t index, work::ActivityId activity) {
  Token& token = tokens_[index];
  if (stays(token, activity)) return;
  const UnitChoice& choice = tables_.unit_choice[activity.index()];
  const double u =
      draws_.uniform(Purpose::unit_choice, cases_[token.case_index].subject, token.ordinal);
  std::size_t at = choice.place(u);
  std::size_t tried = 0;
  while (tried < choice.units.size() && choice.units[at].only == token.not_by &&
         token.not_by != nobody) {
    at = (at + 1) % choice.units.size();
    ++tried;
  }
  if (tried == choice.units.size()) {
    // Nobody else can do it anywhere: the same person must.
    token.not_by = nobody;
    if (stays(token, activity)) return;
  }
  token.entered = true;
  token.handed_over = token.unit != nothing;
  token.unit = choice.units[at].unit;
  token.queue_class = choice.units[at].queue_class;
  if (token.handed_over) ++cases_[token.case_index].handovers;
}

void Engine::offer(std::uint32_t index, std::uint32_t by) {
  Token& token = tokens_[index];
  const work::Step& step = *token.step;
  const bool same_may =
      token.last_person == nobody || step.same_person >= 1 ||
      hands_uniform(cases_[token.case_index], step, token.ordinal) < step.same_person;
  token.not_by = same_may ? nobody : token.last_person;
  token.entered = false;
  token.handed_over = false;
  settle_unit(index, step.activity);
  if (token.entered) {
    before_work(index);
  } else {
    queue(index, by);
  }
}

Priority Engine::priority_of(const Token& token) const {
  const work::CaseType& type = work_.case_types[cases_[token.case_index].type];
  return priority_of_urgency[static_cast<std::size_t>(type.urgency)];
}

/// A hand-over between units may have to be decided on first.
void Engine::before_work(std::uint32_t index) {
  const Token& token = tokens_[index];
  if (token.handed_over &&
      falls_within(assumptions_.cross_unit_share, Purpose::exception_cross_unit, token)) {
    tokens_[index].stage = Stage::deciding_before;
    return start_decision(index, org::ExceptionKind::cross_unit, token.last_person);
  }
  ask_sender(index);
}

/// A hand-over may have lost something that only the sender knows.
void Engine::ask_sender(std::uint32_t index) {
  Token& token = tokens_[index];
  const std::uint32_t subject = cases_[token.case_index].subject;
  const bool ask = token.handed_over && token.last_person != nobody &&
                   falls_within(assumptions_.question_share, Purpose::question, token);
  if (!ask) return assign(index);
  token.stage = Stage::asking;
  const double minutes =
      exponential(assumptions_.question_minutes, Purpose::question, subject, token.ordinal, 1);
  const std::uint32_t piece = new_piece(PieceKind::question, index, from_hours(minutes / 60),
                                        std::max(Priority::others_wait, priority_of(token)));
  token.piece = piece;
  deliver(token.last_person, piece);
}

/// Where leads hand out work, a case that comes into a unit waits for its lead first.
void Engine::assign(std::uint32_t index) {
  Token& token = tokens_[index];
  const org::PersonId lead =
      organisation_.find_person == org::FindPerson::lead_assigns
          ? lead_of(organisation_, org::UnitId(token.unit))
          : org::PersonId::none();
  if (lead.is_none()) return queue(index, nobody);
  token.stage = Stage::assigning;
  const std::uint32_t piece =
      new_piece(PieceKind::assign, index, from_hours(assumptions_.assign_minutes / 60),
                std::max(Priority::others_wait, priority_of(token)));
  token.piece = piece;
  deliver(stand_in(lead.value()), piece);
}

void Engine::queue(std::uint32_t index, std::uint32_t by) {
  Token& token = tokens_[index];
  if (token.handed_over) charge(token, Row::handover, now_);
  token.stage = Stage::queued;
  const work::Step& step = *token.step;
  const Case& c = cases_[token.case_index];
  const bool follows = work_.case_types[c.type].effort_follows_delay && !step.delay.is_none();
  const Distribution& effort = *tables_.efforts[step.activity.index()];
  token.last_effort =
      c.task != nothing
          ? part_effort(c, token.ordinal)
          : from_hours(follows ? effort.quantile(delay_uniform(c, token.ordinal))
                               : value(effort, Purpose::effort, c.subject, token.ordinal));
  const std::uint32_t piece =
      new_piece(PieceKind::step, index, token.last_effort, priority_of(token));
  pieces_[piece].not_by = token.not_by;
  token.piece = piece;

  const std::uint32_t last = token.last_person;
  const auto last_can = [&] {
    return last != nobody && token.not_by != last && persons_[last].unit == token.unit &&
           tables_.persons[last].activities.contains(step.activity.index());
  };
  if (by == last && falls_within(assumptions_.goes_on_share, Purpose::goes_on, token) &&
      last_can() && has_room(last)) {
    return take(last, piece);
  }
  if (organisation_.find_person == org::FindPerson::owner && last_can() && !is_away(last)) {
    return deliver(last, piece);
  }
  offer_to_unit(token.unit, token.queue_class, piece);
}

// --- after the work -----------------------------------------------------------------------------

void Engine::after_work(std::uint32_t index, std::uint32_t by) {
  const std::optional<org::ExceptionKind> exception = exception_after(tokens_[index]);
  if (!exception) return advance(index, by);
  tokens_[index].stage = Stage::deciding_after;
  start_decision(index, *exception, by);
}

/// Whether the activity just done meets an exception. Where records gave the process its delays,
/// exceptions lie where they can have been: before the longest ones. An exception that nobody
/// waited for in the records cannot cost more under one organisation than under another, and
/// placing it at random would count its waiting twice.
std::optional<org::ExceptionKind> Engine::exception_after(const Token& token) const {
  const Case& c = cases_[token.case_index];
  const work::Step& step = *token.step;
  const double routine = assumptions_.routine_share;
  const double operational = assumptions_.operational_share;
  const std::optional<double>& least_delay = exception_delay_[c.type.index()];
  if (least_delay) {
    if (next_delay(token) <= *least_delay) return std::nullopt;
    const bool is_operational =
        falls_within(operational / (routine + operational), Purpose::exception_operational, token);
    return is_operational ? org::ExceptionKind::operational : org::ExceptionKind::routine;
  }
  if (falls_within(operational, Purpose::exception_operational, token)) {
    return org::ExceptionKind::operational;
  }
  const bool is_routine = tables_.has_formal_decision[c.type.index()]
                              ? step.formal_decision
                              : falls_within(routine, Purpose::exception_routine, token);
  return is_routine ? std::optional(org::ExceptionKind::routine) : std::nullopt;
}

/// Hours of the delay before the activity that will follow the present one, as drawn; 0 when
/// something else follows.
double Engine::next_delay(const Token& token) const {
  const Case& c = cases_[token.case_index];
  const work::Step& step = *token.step;
  const work::Step& next = this->step(c, next_step(step.next, c, token.ordinal));
  if (next.kind != work::StepKind::activity) return 0;
  return drawn_hours(c, next, token.ordinal + 1);
}

void Engine::rework(std::uint32_t index, double share) {
  Token& token = tokens_[index];
  token.stage = Stage::reworking;
  const auto effort = Duration(static_cast<std::int64_t>(
      static_cast<double>(token.last_effort.count()) * share));
  const std::uint32_t piece = new_piece(PieceKind::rework, index, effort, priority_of(token));
  token.piece = piece;
  deliver(token.last_person, piece);
}

void Engine::finish_case(std::uint32_t index) {
  const std::uint32_t case_index = tokens_[index].case_index;
  const Case& c = cases_[case_index];
  VEER_EXPECT(tokens_[index].parent == nothing);
  VEER_EXPECT(tokens_[index].mark == now_);
  const std::uint32_t last = tokens_[index].last_person;
  using Decided = std::optional<HouseholdBook::Decided>;
  leave_household(c, last == nobody ? Decided() : Decided({now_, last}));
  if (c.measured) {
    CaseOutcome outcome = outcome_of(c, now_, true);
    outcome.ledger = tokens_[index].ledger;
    VEER_EXPECT(outcome.ledger.total() == outcome.elapsed());
    keep(c, outcome);
    --open_measured_;
  }
  tokens_.free(index);
  cases_.free(case_index);
}

void Engine::leave_household(const Case& c,
                             const std::optional<HouseholdBook::Decided>& decided) {
  if (c.matter == HouseholdBook::no_matter) return;
  households_.ends(c.matter, c.contacts, {c.people.data(), c.people_count}, decided);
}

/// The applicant withdraws a case on which nobody has begun.
void Engine::patience_ends(std::uint32_t index, des::Ticket ticket) {
  Token& token = tokens_[index];
  const std::uint32_t case_index = token.case_index;
  if (!tokens_.is_live(index) || cases_[case_index].patience != ticket) return;
  Case& c = cases_[case_index];
  if (token.last_person != nobody || token.open_branches > 0) return;
  const bool waits_for_event = token.stage == Stage::delayed || token.stage == Stage::waiting ||
                               token.stage == Stage::on_agenda;
  if (!waits_for_event) {
    const Piece& piece = pieces_[token.piece];
    if (piece.where == Piece::Where::in_hand || piece.begun_before) return;
    withdraw(token.piece);
  }
  charge(token, row_waited_for(token), now_);
  leave_household(c, std::nullopt);
  if (c.measured) {
    CaseOutcome outcome = outcome_of(c, now_, false);
    outcome.withdrawn = true;
    outcome.ledger = token.ledger;
    VEER_EXPECT(outcome.ledger.total() == outcome.elapsed());
    keep(c, outcome);
    --open_measured_;
  }
  if (waits_for_event) {
    token.stage = Stage::withdrawn;
    c.measured = false;
    return;
  }
  tokens_.free(index);
  cases_.free(case_index);
}

/// The last day of the case's term; it counts whole.
std::optional<Day> Engine::due(const std::optional<work::Term>& term, const Case& c,
                               std::uint32_t step) const {
  if (!term) return std::nullopt;
  if (term->law) {
    const calendar::DecisionTerm* in_force = term->law->in_force(day_of(c.arrived));
    if (in_force == nullptr) return std::nullopt;
    return c.clock.due(*in_force, term->law->days);
  }
  const double days = value(work_.distributions[term->days], Purpose::term, c.subject, step);
  return day_of(c.arrived) + static_cast<std::int32_t>(std::lround(days));
}

void Engine::keep(const Case& c, const CaseOutcome& outcome) {
  places_of_[2 * c.type.index() + (c.is_extra() ? 1 : 0)][c.outcome] =
      static_cast<std::uint32_t>(outcome_.cases.size());
  outcome_.cases.push_back(outcome);
}

CaseOutcome Engine::outcome_of(const Case& c, Instant ended, bool finished) const {
  const work::CaseType& type = work_.case_types[c.type];
  CaseOutcome outcome;
  outcome.case_type = c.type;
  outcome.proposal = type.proposal;
  outcome.number = c.number();
  outcome.extra = c.is_extra();
  outcome.finished = finished;
  if (type.patience) outcome.withdrawn = false;
  outcome.drawn_delay_hours = c.drawn_delay;
  outcome.legal_due = due(type.legal_term, c, 0);
  outcome.within_legal_term = within(outcome.legal_due, ended, finished);
  outcome.within_service_norm = within(due(type.service_norm, c, 1), ended, finished);
  outcome.handovers = c.handovers;
  outcome.contacts = c.contacts;
  outcome.contact_persons = c.people_count;
  outcome.arrived = c.arrived;
  outcome.ended = ended;
  outcome.effort = Effort::microseconds(c.effort.count());
  return outcome;
}

// --- the ledger ---------------------------------------------------------------------------------

/// The time since the mark was spent waiting for `row`: office hours go to it, the rest is outside.
void Engine::charge(Token& token, Row row, Instant until) {
  if (until <= token.mark) return;
  const Duration office_before = office_.before(until);
  const Duration in_office = office_before - token.office_before;
  token.ledger[row] += in_office;
  token.ledger[Row::outside_office_hours] += until - token.mark - in_office;
  token.mark = until;
  token.office_before = office_before;
}

/// The piece was in a person's hands from piece.begun until now.
void Engine::charge_work(Token& token, Row row, std::uint32_t person, const Piece& piece) {
  charge(token, Row::capacity, std::min(piece.begun, now_));
  if (now_ <= token.mark) return;
  const Duration elapsed = now_ - token.mark;
  const Duration office_before = office_.before(now_);
  const Duration in_office = office_before - token.office_before;
  // The mark stands where the work began.
  const Duration in_meetings = persons_[person].meetings_before(now_) - piece.meetings_before;
  token.ledger[row] += piece.worked;
  token.ledger[Row::coordination] += in_meetings;
  token.ledger[Row::outside_office_hours] += elapsed - in_office;
  token.ledger[Row::capacity] += in_office - in_meetings - piece.worked;
  token.mark = now_;
  token.office_before = office_before;
}

/// What a token that is not worked on waits for.
Row Engine::row_waited_for(const Token& token) const {
  static constexpr std::array<Row, 9> row_of_stage = {
      Row::unexplained, Row::applicant, Row::decision, Row::handover, Row::handover,
      Row::capacity,    Row::decision,  Row::capacity, Row::decision};
  const bool partner = token.stage == Stage::waiting &&
                       token.step->waits_for == work::WaitsFor::partner;
  return partner ? Row::partner : row_of_stage[static_cast<std::size_t>(token.stage)];
}

/// Measured cases that are not done at the end of the follow-up.
void Engine::close_open_cases(Instant end) {
  now_ = end;
  std::vector<bool> is_open(cases_.places());
  // Of the branches still open the first is followed: none of them has finished last yet.
  for (std::uint32_t index = 0; index < tokens_.places(); ++index) {
    if (!tokens_.is_live(index)) continue;
    Token& token = tokens_[index];
    if (token.open_branches > 0) continue;
    const Case& c = cases_[token.case_index];
    if (!c.measured || is_open[token.case_index]) continue;
    is_open[token.case_index] = true;
    const bool working = (token.stage == Stage::queued || token.stage == Stage::reworking) &&
                         pieces_[token.piece].where == Piece::Where::in_hand;
    if (working) {
      const Piece& piece = pieces_[token.piece];
      update(piece.place);
      charge_work(token, piece.kind == PieceKind::rework ? Row::rework : Row::work, piece.place,
                  piece);
    }
    charge(token, row_waited_for(token), end);
    CaseOutcome outcome = outcome_of(c, end, false);
    for (std::uint32_t up = index; up != nothing; up = tokens_[up].parent) {
      outcome.ledger += tokens_[up].ledger;
    }
    VEER_EXPECT(outcome.ledger.total() == outcome.elapsed());
    keep(c, outcome);
    leave_household(c, std::nullopt);
  }
}

}  // namespace veer::sim::detail
