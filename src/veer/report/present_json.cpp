// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/present_json.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace veer::report {
namespace {

using Json = nlohmann::ordered_json;
using study::Estimate;

Json range(const Estimate& one) {
  return Json{{"mean", one.mean}, {"low", one.low}, {"high", one.high}};
}

Json range(const std::optional<Estimate>& one) { return one ? range(*one) : Json(); }

Json term(const std::optional<org::ScenarioTerm>& term) {
  return term ? Json{{"days", term->central_days()}, {"law", term->law}} : Json();
}

Json type_json(const org::ScenarioCaseType& type, const study::PresentType& found) {
  Json json{{"id", type.id},
            {"name", {{"nl", type.name.nl}, {"en", type.name.en}}},
            {"proposal", type.proposal},
            {"per_year", range(found.per_year)},
            {"effort_hours", range(found.effort_hours)},
            {"legal_term", term(type.legal_term)},
            {"service_norm", term(type.service_norm)},
            {"mean_days", range(found.mean_days)},
            {"median_days", range(found.median_days)},
            {"p90_days", range(found.p90_days)},
            {"within_legal_term", range(found.within_legal_term)},
            {"within_service_norm", range(found.within_service_norm)}};
  if (type.observed_days) {
    json["observed_elsewhere_days"] = {{"value", type.observed_days->value},
                                       {"low", type.observed_days->low},
                                       {"high", type.observed_days->high},
                                       {"source", type.observed_days->source}};
  }
  return json;
}

Json posts_json(const std::vector<study::PostRow>& posts) {
  Json list = Json::array();
  for (const study::PostRow& row : posts) {
    list.push_back({{"unit", row.unit.nl},
                    {"function", row.function.nl},
                    {"people", row.people},
                    {"fte", row.fte}});
  }
  return list;
}

Json hours_json(const study::Present& present) {
  Json kinds = Json::object();
  for (std::size_t k = 0; k < study::hour_kind_count; ++k) {
    kinds[std::string(name_of(static_cast<study::HourKind>(k)))] = {
        {"hours_per_year", range(present.hours[k])}, {"share", range(present.of_paid[k])}};
  }
  return Json{{"hours_per_year", range(present.paid_hours)}, {"kinds", std::move(kinds)}};
}

Json continuing_json(const PresentAnswer& answer) {
  Json kinds = Json::array();
  for (const study::ContinuingRow& row : answer.present.continuing) {
    Json ids_of = Json::array();
    for (const work::ContinuingId id : row.kinds) {
      ids_of.push_back(answer.municipality.continuing[id.index()].id);
    }
    kinds.push_back({{"ids", std::move(ids_of)}, {"hours_per_year", range(row.hours)}});
  }
  return kinds;
}

Json opgaven_json(const PresentAnswer& answer) {
  Json list = Json::array();
  for (const work::OpgaveId id : ids(answer.present.opgaven)) {
    const org::ScenarioOpgave& opgave = answer.municipality.opgaven[id.index()];
    const auto& found = answer.present.opgaven[id];
    Json json{{"id", opgave.id}, {"due", to_iso(opgave.due)}, {"begins_in_run", found.has_value()}};
    if (found) {
      json["days_late"] = range(found->days_late);
      json["goal_by_due"] = range(found->goal_by_due);
      json["finished"] = range(found->finished);
      json["failures"] = range(found->failures);
      json["quality"] = range(found->quality);
      json["effort_hours"] = range(found->effort_hours);
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json households_json(const PresentAnswer& answer) {
  Json list = Json::array();
  for (std::size_t kind = 0; kind < answer.present.households.size(); ++kind) {
    const org::ScenarioHousehold& household = answer.municipality.households[kind];
    const study::PresentHousehold& found = answer.present.households[kind];
    list.push_back({{"id", household.id},
                    {"name", {{"nl", household.name.nl}, {"en", household.name.en}}},
                    {"per_year", range(found.per_year)},
                    {"cases_left_alone_share", range(found.left_alone)},
                    {"matters", range(found.matters)},
                    {"weeks", range(found.weeks)},
                    {"contacts", range(found.contacts)},
                    {"contact_persons", range(found.contact_persons)},
                    {"unaware_share_of_pairs", range(found.unaware)},
                    {"contradictions_per_100", range(found.contradictions)}});
  }
  return list;
}

Json ledger_json(const study::Present& present) {
  Json rows = Json::object();
  for (std::size_t r = 0; r < sim::row_count; ++r) {
    rows[std::string(sim::name_of(static_cast<sim::Row>(r)))] = range(present.ledger[r]);
  }
  return rows;
}

Json handovers_json(const study::Present& present) {
  Json flows = Json::array();
  for (const study::UnitFlow& flow : present.flows) {
    flows.push_back({{"from", flow.from}, {"to", flow.to}, {"per_year", range(flow.per_year)}});
  }
  return Json{{"continued_per_year", range(present.continued)},
              {"between_units_per_year", range(present.handovers)},
              {"units", std::move(flows)},
              {"not_shown_per_year", range(present.hidden_handovers)}};
}

/// Null where euros cannot be told.
Json costs_json(const PresentAnswer& answer) {
  if (!answer.present.costs) return nullptr;
  const study::PresentCosts& costs = *answer.present.costs;
  Json kinds = Json::object();
  for (std::size_t k = 0; k < study::cost_kind_count; ++k) {
    kinds[std::string(name_of(static_cast<study::CostKind>(k)))] = range(costs.kinds[k]);
  }
  const org::Municipality& town = answer.municipality;
  Json overhead{{"fte", town.overhead_fte().share()},
                {"share_of_fte", town.overhead_fte().share() / town.fte().share()},
                {"eur_per_year", range(costs.overhead)}};
  if (town.spending.is_used()) {
    overhead["share_of_spending"] =
        costs.overhead.mean / (town.spending.value * town.inhabitants);
  }
  return Json{{"unit", "EUR/year"},
              {"kinds", std::move(kinds)},
              {"total", range(costs.total)},
              {"overhead", std::move(overhead)}};
}

Json known_json(const std::vector<study::KnownFigure>& known) {
  constexpr const char* verdicts[] = {"agrees", "higher", "lower"};
  Json list = Json::array();
  for (const study::KnownFigure& one : known) {
    list.push_back({{"figure", {{"nl", one.name.nl}, {"en", one.name.en}}},
                    {"unit", one.unit.en},
                    {"here", one.own},
                    {"low", one.low},
                    {"high", one.high},
                    {"year", one.year},
                    {"who", one.who.en},
                    {"sources", one.sources},
                    {"verdict", verdicts[static_cast<std::size_t>(one.verdict())]}});
  }
  return list;
}

}  // namespace

std::string look_json(const PresentAnswer& answer) {
  const study::Present& present = answer.present;
  Json types = Json::array();
  for (const work::CaseTypeId id : ids(present.types)) {
    types.push_back(type_json(answer.municipality.case_types[id.index()], present.types[id]));
  }
  const Json json{{"name", answer.municipality.name.nl},
                  {"simulated", true},
                  {"seed", answer.seed},
                  {"runs", present.runs},
                  {"measured_weeks", answer.measured_weeks},
                  {"warm_up_weeks", answer.warm_up_weeks},
                  {"inputs",
                   {{"sourced", present.inputs.sourced},
                    {"judgements", present.inputs.judgements}}},
                  {"inhabitants", answer.municipality.inhabitants},
                  {"posts", posts_json(answer.posts)},
                  {"case_types", std::move(types)},
                  {"paid", hours_json(present)},
                  {"continuing_work", continuing_json(answer)},
                  {"opgaven", opgaven_json(answer)},
                  {"households", households_json(answer)},
                  {"ledger_days", ledger_json(present)},
                  {"mean_days", range(present.mean_days)},
                  {"unfinished", range(present.unfinished)},
                  {"handovers", handovers_json(present)},
                  {"costs", costs_json(answer)},
                  {"known_figures", known_json(answer.known)}};
  return json.dump(2) + "\n";
}

}  // namespace veer::report
