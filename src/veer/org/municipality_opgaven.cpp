// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/municipality_opgaven.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace veer::org {
namespace {

constexpr double minutes_per_hour = 60;  // Exact: units of time.

work::ActivityId add_activity(const std::string& whole, const std::string& part,
                              const std::string& competence, const std::string& domain,
                              double mean_hours, double spread, work::Work& work) {
  work::Activity activity;
  activity.name = part.empty() ? whole : fmt::format("{}: {}", whole, part);
  activity.competence = competence;
  activity.domain = domain;
  activity.effort = work.distributions.push_back(mean_hours > 0 && spread > 0
                                                     ? Distribution::lognormal(mean_hours, spread)
                                                     : Distribution::constant(mean_hours));
  return work.activities.push_back(std::move(activity));
}

/// The tasks named, by their place in the list.
std::vector<work::TaskId> places_of(const std::vector<std::string>& named,
                                    const std::vector<ScenarioTask>& tasks) {
  std::vector<work::TaskId> result;
  for (const std::string& name : named) {
    const auto at = std::find_if(tasks.begin(), tasks.end(),
                                 [&name](const ScenarioTask& task) { return task.id == name; });
    const auto place = static_cast<std::size_t>(at - tasks.begin());
    result.push_back(at == tasks.end() ? work::TaskId::none() : work::TaskId(place));
  }
  return result;
}

double own_or_common(const Input& own, const Input& common, const DrawnInputs& drawn) {
  if (own.is_used()) return drawn(own);
  return common.is_used() ? drawn(common) : 0;
}

work::Task make_task(const ScenarioTask& task, const ScenarioOpgave& opgave, const Input& spread,
                     const DrawnInputs& drawn, work::Work& work) {
  work::Task made;
  made.name = task.name.nl;
  const double scv = drawn(task.spread.is_used() ? task.spread : spread);
  made.activity = add_activity(opgave.name.nl, task.name.nl, task.competence,
                               task.domain.empty() ? opgave.domain : task.domain,
                               drawn(task.effort), scv, work);
  made.parts = static_cast<std::uint32_t>(task.parts);
  made.hands = static_cast<std::uint32_t>(task.hands);
  made.goal = task.goal;
  made.after = places_of(task.after, opgave.tasks);
  made.informs = places_of(task.informs, opgave.tasks);
  made.affects = places_of(task.affects, opgave.tasks);
  made.internal_failure = own_or_common(task.internal_failure, opgave.internal_failure, drawn);
  made.external_failure = own_or_common(task.external_failure, opgave.external_failure, drawn);
  made.exchange = own_or_common(task.exchange, opgave.exchange, drawn);
  return made;
}

}  // namespace

void append_inputs(const std::vector<ScenarioOpgave>& opgaven,
                   const std::vector<ScenarioContinuing>& continuing, std::vector<Input>& inputs) {
  const auto append = [&inputs](const Input& input) {
    if (input.is_used()) inputs.push_back(input);
  };
  for (const ScenarioOpgave& opgave : opgaven) {
    for (const Input* input : {&opgave.internal_failure, &opgave.external_failure,
                               &opgave.exchange, &opgave.exchange_effort, &opgave.exchange_wait,
                               &opgave.neglect_factor}) {
      append(*input);
    }
    for (const ScenarioClaim& claim : opgave.team) append(claim.share);
    for (const ScenarioTask& task : opgave.tasks) {
      for (const Input* input : {&task.effort, &task.spread, &task.internal_failure,
                                 &task.external_failure, &task.exchange}) {
        append(*input);
      }
    }
  }
  for (const ScenarioContinuing& kind : continuing) {
    append(kind.hours);
    append(kind.piece);
  }
}

void add_opgaven(const std::vector<ScenarioOpgave>& opgaven, const Input& spread,
                 const DrawnInputs& drawn, work::Work& work) {
  for (const ScenarioOpgave& opgave : opgaven) {
    work::Opgave made;
    made.name = opgave.name.nl;
    made.begins = opgave.begins;
    made.due = opgave.due;
    made.exchange_hours = drawn(opgave.exchange_effort) / minutes_per_hour;
    made.exchange_wait_days = drawn(opgave.exchange_wait);
    if (opgave.neglect_factor.is_used()) made.neglect_factor = drawn(opgave.neglect_factor);
    for (const ScenarioTask& task : opgave.tasks) {
      made.tasks.push_back(make_task(task, opgave, spread, drawn, work));
    }
    work.opgaven.push_back(std::move(made));
  }
}

void add_continuing(const std::vector<ScenarioContinuing>& continuing, const Input& spread,
                    const DrawnInputs& drawn, work::Work& work) {
  for (const ScenarioContinuing& kind : continuing) {
    const work::ActivityId activity =
        add_activity(kind.name.nl, "", kind.competence, kind.domain,
                     drawn(kind.piece) / minutes_per_hour, drawn(spread), work);
    work.continuing.push_back({kind.name.nl, activity, drawn(kind.hours)});
  }
}

std::vector<Claim> claims_of(const std::vector<ScenarioOpgave>& opgaven,
                             const std::map<std::string, std::vector<PersonId>>& on_post,
                             const DrawnInputs& drawn) {
  std::vector<Claim> claims;
  std::map<PersonId, double> claimed;
  for (std::size_t opgave = 0; opgave < opgaven.size(); ++opgave) {
    for (const ScenarioClaim& member : opgaven[opgave].team) {
      const auto post = on_post.find(member.post);
      if (post == on_post.end()) continue;
      std::vector<PersonId> people = post->second;
      std::stable_sort(people.begin(), people.end(), [&claimed](PersonId a, PersonId b) {
        return claimed[a] < claimed[b];
      });
      people.resize(std::min(people.size(), static_cast<std::size_t>(member.people)));
      for (const PersonId person : people) {
        claims.push_back({person, work::OpgaveId(opgave), drawn(member.share), member.leads});
        claimed[person] += claims.back().share;
      }
    }
  }
  return claims;
}

}  // namespace veer::org
