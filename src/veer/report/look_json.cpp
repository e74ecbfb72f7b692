// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/look_json.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace veer::report {
namespace {

using Json = nlohmann::ordered_json;
using discover::Twin;

Json distances_json(const study::Fidelity& f) {
  return Json{{"ngd", f.ngd}, {"aed", f.aed}, {"cad", f.cad}, {"ced", f.ced},
              {"red", f.red}, {"ctd", f.ctd}, {"cwd", f.cwd}};
}

Json inputs_json(const Twin& twin) {
  Json inputs = Json::array();
  for (const org::Input& input : twin.inputs()) {
    inputs.push_back({{"name", input.name},
                      {"value", input.value},
                      {"low", input.low},
                      {"high", input.high},
                      {"unit", input.unit}});
  }
  return inputs;
}

Json count_json(const discover::CaseCount& count) {
  return Json{{"cases", count.cases},
              {"median_days", count.median_days},
              {"p90_days", count.p90_days}};
}

Json count_json(const std::optional<discover::CaseCount>& count) {
  return count ? count_json(*count) : Json();
}

Json lateness_json(const discover::Lateness& found) {
  Json reasons = Json::array();
  for (const discover::ExtensionReason& one : found.reasons) {
    reasons.push_back({{"reason", one.reason}, {"cases", one.cases}});
  }
  Json terms;
  if (found.terms) {
    terms = {{"cases", found.terms->cases},
             {"usual_days", found.terms->usual_days},
             {"usual", found.terms->usual},
             {"six_weeks_longer", found.terms->six_weeks_longer}};
  }
  return Json{{"late", count_json(found.late)},
              {"late_on_the_day", found.late_on_the_day},
              {"terms", std::move(terms)},
              {"extended", count_json(found.extended)},
              {"reasons", std::move(reasons)},
              {"extended_without_reason", found.extended_without_reason},
              {"open", count_json(found.open)}};
}

Json change_json(const std::optional<discover::LevelChange>& change) {
  if (!change) return {};
  return Json{{"week_of", to_iso(start_of(change->day)).substr(0, 10)},
              {"before", change->before},
              {"after", change->after},
              {"p", change->p}};
}

Json trends_json(const discover::Trends& found) {
  return Json{{"registration_in_use_from", to_iso(start_of(found.intake.from)).substr(0, 10)},
              {"registration_in_use_until", to_iso(start_of(found.intake.until)).substr(0, 10)},
              {"cases_before_it", found.intake.before},
              {"cases_after_it", found.intake.after},
              {"weeks", found.weeks},
              {"arrivals_per_week", found.arrivals_per_week},
              {"dispersion", found.dispersion},
              {"arrivals_change", change_json(found.arrivals)},
              {"median_elapsed_days_change", change_json(found.elapsed)}};
}

Json rhythm_json(const std::optional<discover::Rhythm>& rhythm) {
  if (!rhythm) return {};
  Json factors = Json::array();
  for (const discover::Factor& one : rhythm->factors) {
    factors.push_back({{"value", one.value}, {"low", one.low}, {"high", one.high}});
  }
  return Json{{"blocks", rhythm->blocks},
              {"p", rhythm->p},
              {"found", rhythm->found()},
              {"factors", std::move(factors)}};
}

Json seasons_json(const discover::Seasons& found, std::size_t simulated) {
  return Json{{"whole_months", found.whole_months},
              {"months", rhythm_json(found.months)},
              {"case_types_simulated_with_months", simulated},
              {"weekdays", rhythm_json(found.weekdays)},
              {"weekend_share", found.weekend_share},
              {"dispersion_p", found.dispersion_p}};
}

Json fixed_json(const discover::FixedMoments& found) {
  Json days = Json::array();
  for (const discover::FixedDay& one : found.days) {
    days.push_back({{"activity", one.activity},
                    {"weekday", static_cast<int>(one.weekday) + 1},
                    {"days", one.days},
                    {"share", one.share},
                    {"share_of_all_activities", one.expected},
                    {"every_weeks", one.every_weeks}});
  }
  Json batches = Json::array();
  for (const discover::Batching& one : found.batches) {
    batches.push_back({{"activity", one.activity},
                       {"times", one.executions},
                       {"share", one.share},
                       {"mean_cases", one.mean_size}});
  }
  return Json{{"days", std::move(days)},
              {"batches", std::move(batches)},
              {"days_not_named", found.days_not_named},
              {"batches_not_named", found.batches_not_named}};
}

Json value_json(const discover::TraitValue& value) {
  return Json{{"label", value.label}, {"cases", value.cases}, {"level", value.level}};
}

Json traits_json(const discover::CaseTraits& found) {
  constexpr const char* steers[] = {"elapsed_days", "activities", "effort_hours", "next"};
  Json effects = Json::array();
  for (const discover::TraitEffect& one : found.effects) {
    effects.push_back({{"trait", one.trait},
                       {"steers", steers[static_cast<std::size_t>(one.steers)]},
                       {"at", one.at},
                       {"to", one.to},
                       {"effect", one.effect},
                       {"p", one.p},
                       {"low", value_json(one.low)},
                       {"high", value_json(one.high)},
                       {"held_out", one.held_out ? Json(*one.held_out) : Json()}});
  }
  return Json{{"looked_at", found.looked_at},
              {"tests", found.tests},
              {"effects", std::move(effects)}};
}

Json budget_json(const org::BudgetCover& budget) {
  Json kinds = Json::array();
  for (const org::BudgetTotal& one : budget.kinds) {
    kinds.push_back({{"kind", one.name}, {"euros", one.amount.euros()}});
  }
  return Json{{"lines", budget.lines},
              {"year", budget.year},
              {"other_years", budget.other_years},
              {"euros", budget.total.euros()},
              {"kinds", std::move(kinds)},
              {"units", budget.units},
              {"units_not_recognised", budget.units_unknown},
              {"known_units_without", budget.known_without}};
}

/// `named`: what the rows' names are names of.
Json times_json(const std::vector<discover::TimeRow>& times, const char* named) {
  Json rows = Json::array();
  for (const discover::TimeRow& row : times) {
    rows.push_back({{named, row.activity},
                    {"count", row.count},
                    {"waiting_hours", row.waiting_hours},
                    {"working_hours", row.working_hours},
                    {"share_of_waiting", row.share_of_waiting}});
  }
  return rows;
}

Json figures_json(const LookAnswer& answer) {
  const Twin& twin = answer.twin;
  const auto& e = answer.overview.elapsed;
  Json json;
  json["name"] = answer.name;
  json["cases"] = twin.case_count;
  json["activities"] = twin.instance_count;
  json["people"] = twin.person_count;
  json["first"] = to_iso(twin.period.first);
  json["last"] = to_iso(twin.period.last);
  json["activities_apart"] = {{"before", twin.period.before},
                              {"earliest", to_iso(twin.period.earliest)},
                              {"after", twin.period.after},
                              {"latest", to_iso(twin.period.latest)}};
  json["elapsed_hours"] = {
      {"cases", e.cases}, {"median", e.median}, {"p90", e.p90}, {"mean", e.mean}};
  if (twin.on_time) {
    json["deadline"] = {{"with_end", twin.on_time->with_both},
                        {"on_time", twin.on_time->on_time},
                        {"open", twin.on_time->open},
                        {"open_past_deadline", twin.on_time->open_past_deadline}};
  }
  if (twin.person_count >= discover::smallest_group) {
    json["paid_hours_share"] = {{"value", twin.coverage.share()},
                                {"low", twin.coverage.low},
                                {"high", twin.coverage.high}};
  }
  json["starts"] = {{"recorded", twin.starts.recorded},
                    {"estimated", twin.starts.estimated},
                    {"unknown", twin.starts.unknown}};
  json["day_stamps_share"] = twin.day_only_share;
  json["newest_share"] = twin.newest_share();
  json["inputs"] = inputs_json(twin);
  return json;
}

}  // namespace

std::string look_json(const LookAnswer& answer) {
  Json json = figures_json(answer);
  const discover::Overview& shown = answer.overview;
  json["time"] = {{"waiting_hours", shown.waiting_hours},
                  {"working_hours", shown.working_hours},
                  {"rows", times_json(shown.rows, "activity")},
                  {"sub_processes", times_json(answer.by_sub_process, "sub_process")}};
  json["waiting_for_applicant_guess"] = {{"times", answer.applicant.times},
                                         {"share_of_waiting", answer.applicant.share()},
                                         {"activities", answer.applicant.activities},
                                         {"activities_not_named", answer.applicant.not_named}};
  json["lateness"] = lateness_json(answer.lateness);
  json["changes"] = trends_json(answer.trends);
  json["fixed_moments"] = fixed_json(answer.fixed);
  json["traits"] = traits_json(answer.traits);
  if (answer.budget.lines > 0) json["budget"] = budget_json(answer.budget);
  json["seasons"] = seasons_json(answer.seasons, answer.twin.seasonal_types());
  Json flows = Json::array();
  for (const auto& flow : shown.flows) {
    flows.push_back({{"from", flow.from}, {"to", flow.to}, {"count", flow.count}});
  }
  Json scarce = Json::array();
  for (const discover::ScarceRow& row : shown.scarce) {
    scarce.push_back({{"unit", row.unit},
                      {"people", row.people},
                      {"activities_of_one_person", row.one_holder},
                      {"activities_of_two_people", row.two_holders}});
  }
  json["handovers"] = {{"between_people", shown.handovers},
                       {"same_person", shown.continued},
                       {"communities", answer.twin.handovers.community_count},
                       {"groups", std::move(flows)},
                       {"not_shown", shown.hidden_handovers},
                       {"activities_of_one_person", shown.one_holder},
                       {"activities_of_two_people", shown.two_holders},
                       {"units", std::move(scarce)}};
  if (answer.imitation) {
    const study::Imitation& found = *answer.imitation;
    json["imitation"] = {{"training_cases", found.training_cases},
                         {"held_out_cases", found.held_out_cases},
                         {"dropped_cases", found.dropped_cases},
                         {"simulated_logs", found.logs.size()},
                         {"mean", distances_json(found.mean)},
                         {"deviation", distances_json(found.deviation)},
                         {"repeating", distances_json(found.repeating)}};
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace veer::report
