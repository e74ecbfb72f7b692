// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/ask_question.hpp"

#include <set>
#include <utility>

#include "veer/app/catalogue.hpp"
#include "veer/codec/shock_reader.hpp"
#include "veer/report/text.hpp"
#include "veer/study/comparison.hpp"

namespace veer::app {
namespace {

constexpr const char* as_is_id = "as-is";

/// A number that the question itself sets.
org::Input chosen(const std::string& name, double value, const std::string& unit,
                  const org::Text& definition) {
  return {"question/" + name, value, value, value, unit, definition, study::chosen_in_question,
          {}};
}

org::Input chosen_demand(double change) {
  return chosen("demand", 1 + change, "1", {"Factor op de vraag.", "Factor on demand."});
}
org::Input chosen_people(double change) {
  return chosen("people", 1 + change, "1",
                {"Deel van de mensen dat er is.", "Share of the people who are there."});
}
org::Input chosen_weeks(double weeks) {
  return chosen("weeks", weeks, "weeks", {"Duur van de schok.", "Length of the shock."});
}

bool asks_for_shock(const AskRequest& request) {
  return !request.shock.empty() || request.demand_change || request.people_change;
}

Result<org::Shock> read_shock_of(const AskRequest& request) {
  // Judgement: eight weeks, a wave of illness, when the question gives no length.
  constexpr double usual_weeks = 8;
  if (request.shock.empty()) {
    return shock_of_question(request.demand_change.value_or(0), request.people_change.value_or(0),
                             request.shock_weeks.value_or(usual_weeks));
  }
  VEER_TRY(const NamedText file, find_text("shocks", request.shock));
  VEER_TRY(org::Shock shock, codec::read_shock(file.text, file.name));
  if (request.demand_change) shock.demand = chosen_demand(*request.demand_change);
  if (request.people_change) shock.people = chosen_people(*request.people_change);
  if (request.shock_weeks) shock.weeks = chosen_weeks(*request.shock_weeks);
  return shock;
}

/// Keeps the value of a result, or its problems among the others.
template <class T>
void keep(Result<T> result, T& value, Problems& problems) {
  if (result) {
    value = *std::move(result);
  } else {
    problems.insert(problems.end(), result.error().begin(), result.error().end());
  }
}

Error twice(const std::string& id) {
  return {ErrorCode::usage, "--model", "'" + id + "' twice", "each design once",
          "Leave one out, or give the copy an id of its own."};
}

}  // namespace

org::Shock shock_of_question(double demand_change, double people_change, double weeks) {
  // Judgement: a quarter of quiet weeks before it, to see what it changes.
  constexpr double starts_week = 13;
  org::Shock shock;
  shock.id = "question";
  const auto text = [&](report::Language language, const char* demand, const char* people,
                        const char* during) {
    const auto change = [&](double by) {
      return (by > 0 ? "+" : "") + report::percent(language, by);
    };
    return std::string(demand) + " " + change(demand_change) + ", " + people + " " +
           change(people_change) + ", " + report::number(language, weeks) + " " + during;
  };
  shock.name = {text(report::Language::nl, "vraag", "mensen", "weken"),
                text(report::Language::en, "demand", "people", "weeks")};
  shock.starts_week = chosen("starts_week", starts_week, "weeks",
                             {"Begin van de schok.", "Start of the shock."});
  shock.weeks = chosen_weeks(weeks);
  shock.demand = chosen_demand(demand_change);
  shock.people = chosen_people(people_change);
  return shock;
}

Result<AskQuestion> read_question(const AskRequest& request) {
  AskQuestion question;
  Problems problems;
  keep(load_subject(request.target), question.subject, problems);
  keep(load_mechanisms(), question.mechanisms, problems);
  keep(load_prices(), question.prices, problems);
  keep(load_model(as_is_id), question.as_is, problems);
  std::set<std::string> seen = {as_is_id};
  for (const std::string& name : request.models) {
    org::Model model;
    keep(load_model(name), model, problems);
    if (!model.id.empty() && !seen.insert(model.id).second) problems.push_back(twice(model.id));
    question.models.push_back(std::move(model));
  }
  if (asks_for_shock(request)) {
    org::Shock shock;
    keep(read_shock_of(request), shock, problems);
    question.shock = std::move(shock);
  }
  if (!problems.empty()) return fail(std::move(problems));
  question.term_days = request.term_days;
  question.effort = request.effort;
  return question;
}

}  // namespace veer::app
