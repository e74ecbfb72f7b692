// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/ask.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "veer/app/design_notes.hpp"
#include "veer/design/reorganise.hpp"
#include "veer/report/text.hpp"
#include "veer/sim/replication.hpp"
#include "veer/study/comparison.hpp"

namespace veer::app {
namespace {

constexpr int days_per_week = 7;
// Judgement: simulated cases may take a quarter longer than the longest that was recorded.
constexpr double room_for_longest = 1.25;
// Exact: the least number of people of a shown group (DESIGN law 6).
constexpr int least_group = 5;

sim::Window window_of(const AskQuestion& question) {
  const AskEffort& effort = question.effort;
  std::int32_t follow_up = effort.follow_up_weeks * days_per_week;
  if (question.subject.subject.records) {
    for (const study::RecordedCases& type : question.subject.subject.records->case_types) {
      for (const double elapsed : type.elapsed_days) {
        follow_up = std::max(follow_up, static_cast<std::int32_t>(room_for_longest * elapsed));
      }
    }
  }
  return {question.subject.first_day, effort.warm_up_weeks * days_per_week,
          effort.measured_weeks * days_per_week, follow_up};
}

/// All designs of one draw, the as-is first.
Result<std::vector<design::Design>> designs_of(const AskQuestion& question,
                                               const org::Baseline& baseline,
                                               const org::DrawnInputs& drawn) {
  const org::HandoverNetwork* observed =
      question.subject.observed ? &*question.subject.observed : nullptr;
  VEER_TRY(const design::Ground ground,
           design::ground_of(question.as_is, baseline, question.mechanisms, drawn, observed));
  std::vector<design::Design> designs = {ground.as_is};
  for (const org::Model& model : question.models) {
    VEER_TRY(design::Design one,
             design::reorganise(model, baseline, question.mechanisms, drawn, ground));
    designs.push_back(std::move(one));
  }
  return designs;
}

study::Question study_question(const AskQuestion& question) {
  study::Question asked;
  asked.designs.push_back({question.as_is.id, question.as_is.id, question.as_is.inputs()});
  for (const org::Model& model : question.models) {
    asked.designs.push_back({model.id, model.id, model.inputs()});
  }
  asked.organise = [&question](const org::Baseline& baseline, const org::DrawnInputs& drawn)
      -> Result<std::vector<org::Organisation>> {
    VEER_TRY(std::vector<design::Design> designs, designs_of(question, baseline, drawn));
    std::vector<org::Organisation> organisations;
    for (design::Design& one : designs) organisations.push_back(std::move(one.organisation));
    return organisations;
  };
  asked.mechanisms = question.mechanisms;
  asked.prices = question.prices;
  asked.shock = question.shock;
  asked.seed = question.effort.seed;
  asked.draws = question.effort.draws;
  asked.replications = question.effort.replications;
  asked.window = window_of(question);
  return asked;
}

/// Moves by function; functions under five people together, with the smallest other function where
/// these are too few even together, and nothing at all of fewer than five.
std::vector<report::PlanLine> lines_of(const design::MovingPlan& plan) {
  std::map<std::string, report::PlanLine> by_function;
  for (const design::Move& move : plan.moves) {
    report::PlanLine& line = by_function[move.function];
    line.function = move.function;
    line.people += move.people;
    line.fte += move.fte.share();
  }
  std::vector<report::PlanLine> lines;
  report::PlanLine others;
  for (const auto& [function, line] : by_function) {
    if (line.people >= least_group && !function.empty()) {
      lines.push_back(line);
    } else {
      others.people += line.people;
      others.fte += line.fte;
    }
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.people > b.people; });
  while (others.people > 0 && others.people < least_group && !lines.empty()) {
    others.people += lines.back().people;
    others.fte += lines.back().fte;
    lines.pop_back();
  }
  if (others.people >= least_group) lines.push_back(others);
  return lines;
}

std::optional<report::OneOff> one_off(int people_moved, const org::Workforce& workforce,
                                      const org::Prices& prices) {
  const auto hour = study::cost_of_an_hour(workforce, org::draw(prices, {}));
  if (!hour) return std::nullopt;
  const org::Input& hours = prices.moving_hours;
  const auto euros = [&](double each) { return (*hour * (each * people_moved)).euros(); };
  return report::OneOff{hours, {euros(hours.value), euros(hours.low), euros(hours.high)}};
}

report::PlanSummary summary_of(const design::Design& design, const org::Workforce& workforce,
                               const org::Model& model, const org::Prices& prices) {
  report::PlanSummary summary;
  summary.people = static_cast<int>(workforce.persons.size());
  for (const org::Person& person : workforce.persons) summary.fte += person.fte.share();
  summary.people_moved = design.plan.people_moved;
  summary.fte_moved = design.plan.fte_moved.share();
  summary.units = design.facts.units;
  summary.moves = lines_of(design.plan);
  summary.one_off = one_off(summary.people_moved, workforce, prices);
  summary.notes = words_of(design.notes);
  summary.notes.insert(summary.notes.end(), model.judged.begin(), model.judged.end());
  return summary;
}

report::TermFrom term_from(const AskQuestion& question) {
  if (question.term_days) return report::TermFrom::question;
  return question.subject.term_was_missing ? report::TermFrom::law_default
                                           : report::TermFrom::subject;
}

}  // namespace

Result<report::AskAnswer> answer(AskQuestion question, Executor& executor, Progress& progress) {
  set_terms(question.subject, question.term_days);
  close_on_holidays(question.subject, window_of(question));
  report::AskAnswer result;
  VEER_TRY(const org::Baseline central, question.subject.subject.realise({}));
  VEER_TRY(const std::vector<design::Design> designs, designs_of(question, central, {}));
  for (std::size_t d = 0; d < designs.size(); ++d) {
    const org::Model& model = d == 0 ? question.as_is : question.models[d - 1];
    result.names.push_back(model.name);
    result.plans.push_back(summary_of(designs[d], central.workforce, model,
                                      question.prices));
  }
  VEER_TRY(result.comparison, study::compare(question.subject.subject, study_question(question),
                                             executor, progress, sim::simulate));
  result.subject = question.subject.subject.name;
  result.seed = question.effort.seed;
  result.measured_weeks = question.effort.measured_weeks;
  result.warm_up_weeks = question.effort.warm_up_weeks;
  result.term_from = term_from(question);
  result.term_days = question.term_days.value_or(default_term_days);
  return result;
}

}  // namespace veer::app
