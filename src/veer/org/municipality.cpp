// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/municipality.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "veer/base/error.hpp"
#include "veer/calendar/holidays.hpp"

namespace veer::org {
namespace {

// Judgement: years that a study may span; outside them no day is closed.
constexpr int first_holiday_year = 2015;
constexpr int last_holiday_year = 2045;

// Exact: units of time.
constexpr double hours_per_day = 24;
constexpr double minutes_per_hour = 60;  // Exact: units of time.

void append_used(const Input& input, std::vector<Input>& inputs) {
  if (input.is_used()) inputs.push_back(input);
}

void append_steps(const std::vector<ScenarioStep>& steps, std::vector<Input>& inputs) {
  for (const ScenarioStep& step : steps) {
    append_used(step.effort, inputs);
    append_used(step.wait, inputs);
    append_used(step.spread, inputs);
    append_used(step.price, inputs);
    for (const auto& branch : step.branches) append_steps(branch, inputs);
    for (const ScenarioNext& next : step.next) append_used(next.share, inputs);
  }
}

/// Builds the process of one case type.
class ProcessMaker {
 public:
  ProcessMaker(const Municipality& municipality, const ScenarioCaseType& type,
               const DrawnInputs& drawn, work::Work& work)
      : municipality_(municipality), type_(type), drawn_(drawn), work_(work) {}

  work::Process make() {
    const work::StepId end = process_.steps.push_back({});
    process_.first = {{make_block(type_.steps, end), 1.0}};
    return std::move(process_);
  }

 private:
  /// Makes the steps of a block that goes on at `exit`; gives its first step.
  work::StepId make_block(const std::vector<ScenarioStep>& block, work::StepId exit) {
    std::vector<work::StepId> made;
    for (std::size_t i = 0; i < block.size(); ++i) made.push_back(process_.steps.push_back({}));
    for (std::size_t i = 0; i < block.size(); ++i) {
      const work::StepId following = i + 1 < block.size() ? made[i + 1] : exit;
      auto next = transitions(block, made, block[i], following, exit);
      // make_parallel appends steps, so the step is written only afterwards.
      work::Step step = make_step(block[i], std::move(next));
      process_.steps[made[i]] = std::move(step);
    }
    return made.front();
  }

  std::vector<work::Transition> transitions(const std::vector<ScenarioStep>& block,
                                            const std::vector<work::StepId>& made,
                                            const ScenarioStep& step, work::StepId following,
                                            work::StepId exit) const {
    if (step.next.empty()) return {{following, 1.0}};
    std::vector<work::Transition> result;
    double rest = 1;
    for (const ScenarioNext& next : step.next) {
      work::StepId to = exit;
      for (std::size_t i = 0; i < block.size(); ++i) {
        if (block[i].id == next.to) to = made[i];
      }
      const double share = next.share.is_used() ? drawn_(next.share) : -1;
      if (share >= 0) rest -= share;
      result.push_back({to, share});
    }
    for (work::Transition& transition : result) {
      if (transition.probability < 0) transition.probability = std::max(rest, 0.0);
    }
    return result;
  }

  work::Step make_step(const ScenarioStep& step, std::vector<work::Transition> next) {
    work::Step made;
    made.next = std::move(next);
    switch (step.kind) {
      case ScenarioStep::Kind::activity:
        made.kind = work::StepKind::activity;
        made.activity = make_activity(step);
        made.formal_decision = step.formal_decision;
        made.same_person = step.four_eyes ? 0.0 : drawn_(municipality_.same_person);
        return made;
      case ScenarioStep::Kind::wait:
        made.kind = work::StepKind::wait;
        made.waits_for = step.waits_for;
        made.stops_clock = step.stops_clock;
        made.delay = distribution(drawn_(step.wait) * hours_per_day, step.spread,
                                  municipality_.wait_spread);
        if (step.price.is_used()) made.price = Money::of_euros(drawn_(step.price));
        return made;
      case ScenarioStep::Kind::board:
        made.kind = work::StepKind::board;
        for (std::size_t i = 0; i < municipality_.boards.size(); ++i) {
          if (municipality_.boards[i].id == step.board) made.board = work::BoardId(i);
        }
        return made;
      case ScenarioStep::Kind::parallel: break;
    }
    work::Step join;
    join.kind = work::StepKind::join;
    join.next = std::move(made.next);
    const work::StepId join_id = process_.steps.push_back(std::move(join));
    made.kind = work::StepKind::split;
    made.next.clear();
    for (const auto& branch : step.branches) {
      made.next.push_back({make_block(branch, join_id), 1.0});
    }
    return made;
  }

  work::ActivityId make_activity(const ScenarioStep& step) {
    work::Activity activity;
    activity.name = fmt::format("{}: {}", type_.name.nl, step.name.nl);
    activity.competence = step.competence;
    activity.domain = step.domain.empty() ? type_.domain : step.domain;
    activity.effort = distribution(drawn_(step.effort) / minutes_per_hour, step.spread,
                                   municipality_.effort_spread);
    return work_.activities.push_back(std::move(activity));
  }

  work::DistributionId distribution(double mean_hours, const Input& own, const Input& common) {
    const double scv = drawn_(own.is_used() ? own : common);
    return work_.distributions.push_back(mean_hours > 0 && scv > 0
                                             ? Distribution::lognormal(mean_hours, scv)
                                             : Distribution::constant(mean_hours));
  }

  const Municipality& municipality_;
  const ScenarioCaseType& type_;
  const DrawnInputs& drawn_;
  work::Work& work_;
  work::Process process_;
};

std::optional<work::Term> make_term(const std::optional<ScenarioTerm>& term,
                                    const DrawnInputs& drawn, work::Work& work) {
  if (!term) return std::nullopt;
  if (term->clock) {
    work::Term made{{}, term->law, term->clock};
    if (term->extended.is_used()) made.law->extended_share = drawn(term->extended);
    return made;
  }
  return work::Term{work.distributions.push_back(Distribution::constant(drawn(term->days))),
                    term->law};
}

work::Work make_work(const Municipality& municipality, const DrawnInputs& drawn) {
  work::Work work;
  for (const ScenarioBoard& board : municipality.boards) work.boards.push_back(board.calendar);
  for (const ScenarioCaseType& type : municipality.case_types) {
    work::CaseType made;
    made.name = type.name.nl;
    made.arrivals.per_year = drawn(type.arrivals);
    for (const ArrivalProfile& profile : municipality.profiles) {
      if (profile.id != type.profile) continue;
      made.arrivals.weekly_profile = profile.weights;
      made.arrivals.yearly_profile = profile.months;
    }
    made.process = ProcessMaker(municipality, type, drawn, work).make();
    made.legal_term = make_term(type.legal_term, drawn, work);
    made.service_norm = make_term(type.service_norm, drawn, work);
    made.urgency = type.urgency;
    made.proposal = type.proposal;
    if (type.patience.is_used()) {
      made.patience = work.distributions.push_back(
          Distribution::exponential(drawn(type.patience) * hours_per_day));
    }
    work.case_types.push_back(std::move(made));
  }
  add_opgaven(municipality.opgaven, municipality.effort_spread, drawn, work);
  add_continuing(municipality.continuing, municipality.effort_spread, drawn, work);
  std::vector<std::string> types;
  for (const ScenarioCaseType& type : municipality.case_types) types.push_back(type.id);
  add_households(municipality.households, types, drawn, work);
  return work;
}

/// Free days of part-timers take turns, so that no weekday is empty.
/// Judgement: Wednesday and Friday are the usual ones, hence they come round twice.
constexpr Weekday free_days[] = {Weekday::friday, Weekday::wednesday, Weekday::monday,
                                 Weekday::friday, Weekday::thursday,  Weekday::wednesday,
                                 Weekday::tuesday};

class WorkforceMaker {
 public:
  WorkforceMaker(const Municipality& municipality, const DrawnInputs& drawn,
                 const work::Work& work)
      : municipality_(municipality), drawn_(drawn), work_(work) {
    const double office = hours(municipality.office_hours.week());
    contract_share_ = std::min(1.0, drawn(municipality.full_time_hours) / office);
    workforce_.office_hours = municipality.office_hours;
    workforce_.closed_days = calendar::office_holidays(first_holiday_year, last_holiday_year);
  }

  Workforce make() {
    std::map<std::string, PersonId> leads;
    for (const ScenarioPost& post : municipality_.posts) {
      const std::string unit = name_of_unit(post.unit);
      for (const Fte fte : post.fte) {
        const PersonId id = add_person(post, unit, fte);
        if (post.leads) leads[post.unit] = id;
        if (!post.id.empty()) on_post_[post.id].push_back(id);
      }
    }
    workforce_.claims = claims_of(municipality_.opgaven, on_post_, drawn_);
    for (const ScenarioUnit& unit : municipality_.units) {
      const auto lead = leads.find(unit.id);
      workforce_.found_units.push_back(
          {unit.name.nl, unit.parent.empty() ? "" : name_of_unit(unit.parent), unit.domain,
           lead == leads.end() ? PersonId::none() : lead->second, unit.overhead});
    }
    return std::move(workforce_);
  }

 private:
  [[nodiscard]] std::string name_of_unit(const std::string& id) const {
    for (const ScenarioUnit& unit : municipality_.units) {
      if (unit.id == id) return unit.name.nl;
    }
    VEER_EXPECT(false && "a unit that a checked scenario has");
    return id;
  }

  PersonId add_person(const ScenarioPost& post, const std::string& unit, Fte fte) {
    const std::size_t number = workforce_.persons.size();
    Person person;
    person.pseudonym = fmt::format("p{:03}", number + 1);
    person.function = post.function.nl;
    person.unit_name = unit;
    person.fte = fte;
    person.scale = post.scale;
    if (post.hire.is_used()) person.hire_an_hour = Money::of_euros(drawn_(post.hire));
    person.roster = roster(fte, free_days[number % std::size(free_days)]);
    for (const work::ActivityId activity : ids(work_.activities)) {
      const std::string& needed = work_.activities[activity].competence;
      if (std::find(post.competences.begin(), post.competences.end(), needed) !=
          post.competences.end()) {
        person.competences.push_back({activity, 1.0});
      }
    }
    return workforce_.persons.push_back(std::move(person));
  }

  RosterId roster(Fte fte, Weekday free_day) {
    const Fte share = Fte::of(fte.share() * contract_share_);
    const calendar::Roster made = calendar::part_time(municipality_.office_hours, share, free_day);
    for (const RosterId id : ids(workforce_.rosters)) {
      if (workforce_.rosters[id] == made) return id;
    }
    return workforce_.rosters.push_back(made);
  }

  const Municipality& municipality_;
  const DrawnInputs& drawn_;
  const work::Work& work_;
  std::map<std::string, std::vector<PersonId>> on_post_;
  Workforce workforce_;
  double contract_share_ = 1;
};

}  // namespace

double ScenarioTerm::central_days() const {
  if (!clock) return days.value;
  const work::LegalTerm::Version& now = clock->versions.back();
  return calendar::plain_days(now.term, now.from);
}

std::vector<Input> Municipality::inputs() const {
  std::vector<Input> inputs = {full_time_hours, effort_spread, wait_spread, same_person};
  for (const ScenarioCaseType& type : case_types) {
    inputs.push_back(type.arrivals);
    for (const auto* term : {&type.legal_term, &type.service_norm}) {
      if (!*term) continue;
      append_used((*term)->days, inputs);
      append_used((*term)->extended, inputs);
    }
    append_used(type.patience, inputs);
    append_steps(type.steps, inputs);
  }
  append_inputs(opgaven, continuing, inputs);
  append_inputs(households, inputs);
  for (const ScenarioPost& post : posts) append_used(post.hire, inputs);
  return inputs;
}

Baseline Municipality::realise(const DrawnInputs& drawn) const {
  Baseline baseline;
  baseline.work = make_work(*this, drawn);
  baseline.workforce = WorkforceMaker(*this, drawn, baseline.work).make();
  return baseline;
}

Fte Municipality::overhead_fte() const {
  Fte sum;
  for (const ScenarioPost& post : posts) {
    const bool in_overhead = std::any_of(units.begin(), units.end(), [&](const auto& unit) {
      return unit.id == post.unit && unit.overhead;
    });
    if (!in_overhead && !post.leads) continue;
    for (const Fte fte : post.fte) sum += fte;
  }
  return sum;
}

int Municipality::leads() const {
  return static_cast<int>(std::count_if(posts.begin(), posts.end(),
                                        [](const ScenarioPost& post) { return post.leads; }));
}

int Municipality::people() const {
  std::size_t count = 0;
  for (const ScenarioPost& post : posts) count += post.fte.size();
  return static_cast<int>(count);
}

Fte Municipality::fte() const {
  Fte sum;
  for (const ScenarioPost& post : posts) {
    for (const Fte fte : post.fte) sum += fte;
  }
  return sum;
}

}  // namespace veer::org
