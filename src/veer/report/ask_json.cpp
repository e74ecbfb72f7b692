// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/ask_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace veer::report {
namespace {

using Json = nlohmann::ordered_json;
using study::Cell;
using study::Difference;
using study::Estimate;
using study::Measure;

Json range(const Estimate& one) {
  return Json{{"mean", one.mean}, {"low", one.low}, {"high", one.high}};
}

Json ledger(const study::Rows& days) {
  Json rows = Json::object();
  for (std::size_t r = 0; r < sim::row_count; ++r) {
    rows[std::string(sim::name_of(static_cast<sim::Row>(r)))] = days[r];
  }
  return rows;
}

Json plan(const PlanSummary& plan) {
  Json moves = Json::array();
  for (const PlanLine& line : plan.moves) {
    moves.push_back({{"function", line.function}, {"people", line.people}, {"fte", line.fte}});
  }
  Json notes = Json::array();
  for (const org::Text& note : plan.notes) notes.push_back({{"nl", note.nl}, {"en", note.en}});
  const bool shown = plan.shows_move();
  const Json one_off = plan.one_off && shown
                           ? Json{{"unit", "EUR"}, {"range", range(plan.one_off->euros)}}
                           : Json(nullptr);
  return Json{{"people", plan.people},
              {"fte", plan.fte},
              {"people_moved", shown ? Json(plan.people_moved) : Json(nullptr)},
              {"fte_moved", shown ? Json(plan.fte_moved) : Json(nullptr)},
              {"units", plan.units},
              {"one_off", one_off},
              {"moves", std::move(moves)},
              {"notes", std::move(notes)}};
}

class AskJson {
 public:
  explicit AskJson(const AskAnswer& answer) : answer_(answer), result_(answer.comparison) {}

  [[nodiscard]] Json whole() const {
    Json json;
    json["subject"] = answer_.subject;
    json["seed"] = answer_.seed;
    json["draws"] = result_.draws;
    json["draws_set_aside"] = result_.draws_set_aside;
    json["replications"] = result_.replications;
    json["measured_weeks"] = answer_.measured_weeks;
    json["warm_up_weeks"] = answer_.warm_up_weeks;
    json["agreement"] = agreement();
    json["remainder_share"] = result_.remainder_share;
    json["designs"] = designs();
    json["results"] = Json::array();
    for (const Cell& cell : result_.cells) json["results"].push_back(cell_json(cell));
    json["differences"] = Json::array();
    for (const Difference& one : result_.differences) add_differences(json["differences"], one);
    json["resilience"] = resilience();
    json["inputs"] = {{"sourced", result_.inputs.sourced},
                      {"judgements", result_.inputs.judgements}};
    return json;
  }

 private:
  [[nodiscard]] Json shock(bool shocked) const {
    return shocked ? Json(result_.shock->id) : Json(nullptr);
  }
  [[nodiscard]] Json designs() const {
    Json json = Json::array();
    for (std::size_t d = 0; d < result_.designs.size(); ++d) {
      json.push_back({{"id", result_.designs[d].id},
                      {"model", result_.designs[d].model},
                      {"moving_plan", plan(answer_.plans[d])}});
    }
    return json;
  }
  [[nodiscard]] Json cell_json(const Cell& cell) const {
    Json measures = Json::object();
    for (std::size_t m = 0; m < study::measure_count; ++m) {
      if (std::isnan(cell.measures[m].mean)) continue;
      const study::MeasureInfo& about = study::info(static_cast<Measure>(m));
      Json one = range(cell.measures[m]);
      one["unit"] = about.unit;
      measures[std::string(about.name)] = std::move(one);
    }
    return Json{{"design", result_.designs[cell.design].id},
                {"shock", shock(cell.shocked)},
                {"measures", std::move(measures)},
                {"ledger", ledger(cell.ledger_days)},
                {"cases", cell.cases},
                {"unfinished", cell.unfinished}};
  }
  void add_differences(Json& to, const Difference& one) const {
    for (std::size_t m = 0; m < study::measure_count; ++m) {
      if (std::isnan(one.measures[m].mean)) continue;
      const auto share = [](const std::optional<double>& of) {
        return of ? Json(*of) : Json(nullptr);
      };
      const bool has_rows = static_cast<Measure>(m) == Measure::elapsed_mean_days;
      to.push_back({{"design", result_.designs[one.design].id},
                    {"against", result_.designs.front().id},
                    {"shock", shock(one.shocked)},
                    {"measure", study::info(static_cast<Measure>(m)).name},
                    {"mean", one.measures[m].mean},
                    {"low", one.measures[m].low},
                    {"high", one.measures[m].high},
                    {"share_of_draws_better", share(one.share_of_draws_better[m])},
                    {"share_of_runs_better", share(one.share_of_runs_better[m])},
                    {"ledger", has_rows ? ledger(one.ledger_days) : Json(nullptr)}});
    }
  }
  [[nodiscard]] Json agreement() const {
    if (!result_.agreement) return nullptr;
    const study::Agreement& found = *result_.agreement;
    const auto figure = [](const study::ComparedFigure& one) {
      return Json{{"recorded", one.recorded},
                  {"low", one.low},
                  {"high", one.high},
                  {"simulated", one.simulated}};
    };
    return Json{{"distribution_agrees", found.distribution_agrees()},
                {"figures_agree", found.figures_agree()},
                {"mean_days", figure(found.mean_days)},
                {"median_days", figure(found.median_days)},
                {"p90_days", figure(found.p90_days)},
                {"distance_days", found.distance_days},
                {"distance_limit_days", found.distance_limit_days},
                {"recorded_cases", found.recorded_cases},
                {"simulated_cases", found.simulated_cases}};
  }
  [[nodiscard]] Json resilience() const {
    Json json = Json::array();
    for (std::size_t d = 0; d < result_.resilience.size(); ++d) {
      const study::ResilienceSummary& one = result_.resilience[d];
      Json quality = Json::array();
      for (const Estimate& week : one.quality) quality.push_back(range(week));
      json.push_back({{"design", result_.designs[d].id},
                      {"shock", shock(true)},
                      {"depth_percent", range(one.depth)},
                      {"loss_percent_weeks", range(one.loss)},
                      {"recovery_weeks", range(one.recovery_weeks)},
                      {"runs", one.runs},
                      {"not_recovered", one.not_recovered},
                      {"quality_by_week", std::move(quality)}});
    }
    return json;
  }

  const AskAnswer& answer_;
  const study::Comparison& result_;
};

}  // namespace

std::string ask_json(const AskAnswer& answer) { return AskJson(answer).whole().dump(2) + "\n"; }

}  // namespace veer::report
