// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/look_scenario.hpp"

#include <utility>

#include "veer/app/catalogue.hpp"
#include "veer/app/load_scenario.hpp"
#include "veer/app/look_field.hpp"
#include "veer/design/reorganise.hpp"
#include "veer/sim/replication.hpp"

namespace veer::app {
namespace {

constexpr int days_per_week = 7;

/// The question that has one design: the organisation as it is.
study::Question as_is_question(const org::Model& as_is, const org::Mechanisms& mechanisms,
                               Day first_day, const AskEffort& effort) {
  study::Question question;
  question.designs = {{as_is.id, as_is.id, as_is.inputs()}};
  question.organise = [&as_is, &mechanisms](const org::Baseline& baseline,
                                            const org::DrawnInputs& drawn)
      -> Result<std::vector<org::Organisation>> {
    VEER_TRY(design::Ground ground, design::ground_of(as_is, baseline, mechanisms, drawn));
    return std::vector{std::move(ground.as_is.organisation)};
  };
  question.mechanisms = mechanisms;
  question.seed = effort.seed;
  question.draws = effort.draws;
  question.replications = effort.replications;
  question.window = {first_day, effort.warm_up_weeks * days_per_week,
                     effort.measured_weeks * days_per_week,
                     effort.follow_up_weeks * days_per_week};
  return question;
}

}  // namespace

Result<report::PresentAnswer> look_at_scenario(const std::filesystem::path& path,
                                               const AskEffort& effort, Executor& executor,
                                               Progress& progress) {
  report::PresentAnswer answer;
  VEER_TRY(answer.municipality, load_scenario(path));
  VEER_TRY(const org::Mechanisms mechanisms, load_mechanisms());
  VEER_TRY(const org::Model as_is, load_model("as-is"));
  AskSubject subject = subject_of_scenario(answer.municipality);
  study::Question question =
      as_is_question(as_is, mechanisms, subject.first_day, effort);
  VEER_TRY(question.prices, load_prices());
  close_on_holidays(subject, question.window);
  VEER_TRY(answer.present,
           study::present(subject.subject, question, executor, progress, sim::simulate));
  answer.posts = study::shown_posts(answer.municipality);
  VEER_TRY(const org::Field field, look_at_field());
  answer.known = study::held_against(field, answer.municipality, answer.present, mechanisms);
  answer.field_sources = field.sources;
  answer.measured_weeks = effort.measured_weeks;
  answer.warm_up_weeks = effort.warm_up_weeks;
  answer.seed = effort.seed;
  return answer;
}

}  // namespace veer::app
