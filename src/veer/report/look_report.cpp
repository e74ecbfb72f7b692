// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/look_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using Json = nlohmann::ordered_json;
using discover::Twin;

// Judgement: longer names of activities would push the numbers off a screen of 100 columns.
constexpr std::size_t name_columns = 44;

std::string count(Language language, std::size_t n) {
  return number(language, static_cast<double>(n));
}

double newest_share(const Twin& twin) {
  double least = 1;
  for (const auto& recorded : twin.recorded) least = std::min(least, recorded.memory.newest);
  return least;
}

class LookText {
 public:
  LookText(const LookAnswer& answer, Language language)
      : answer_(answer), twin_(answer.twin), shown_(answer.overview), language_(language) {}

  std::string whole() {
    head();
    elapsed();
    if (twin_.person_count >= discover::smallest_group) paid();
    where_time_goes();
    hands();
    imitation();
    return std::move(out_);
  }

 private:
  template <class... Args>
  void sentence(TextKey key, const Args&... args) {
    out_ += wrapped(say(language_, key, args...));
  }
  void heading(TextKey key) { out_ += "\n" + std::string(text(language_, key)) + "\n\n"; }
  [[nodiscard]] std::string word(TextKey key) const { return std::string(text(language_, key)); }
  [[nodiscard]] std::string n(std::size_t value) const { return count(language_, value); }
  [[nodiscard]] std::string share(double value, int decimals = 0) const {
    return percent(language_, value, decimals);
  }
  [[nodiscard]] std::string time(double h) const { return duration(language_, from_hours(h)); }

  void head() {
    const std::string title = say(language_, TextKey::look_title, answer_.name);
    out_ += title + "\n" + std::string(width(title), '=') + "\n\n";
    sentence(TextKey::look_size, n(twin_.case_count), n(twin_.instance_count),
             n(twin_.person_count), date(language_, day_of(twin_.first)),
             date(language_, day_of(twin_.last)));
    if (twin_.central.work.case_types.size() > 1) {
      sentence(TextKey::look_case_types, n(twin_.central.work.case_types.size()));
    }
    if (twin_.left > 0) sentence(TextKey::look_left, n(twin_.left));
    const double newest = newest_share(twin_);
    if (newest < 1) sentence(TextKey::look_newest, share(newest));
  }

  void elapsed() {
    heading(TextKey::look_elapsed_head);
    const auto& e = shown_.elapsed;
    sentence(TextKey::look_elapsed, n(e.cases), time(e.median), time(e.p90), time(e.mean));
    if (!twin_.on_time || twin_.on_time->with_both == 0) {
      sentence(TextKey::look_no_deadline);
      return;
    }
    const auto& on_time = *twin_.on_time;
    const double part =
        static_cast<double>(on_time.on_time) / static_cast<double>(on_time.with_both);
    sentence(TextKey::look_on_time, n(on_time.with_both), n(on_time.on_time), share(part),
             n(on_time.open), n(on_time.open_past_deadline));
  }

  void paid() {
    heading(TextKey::look_paid_head);
    const auto& coverage = twin_.coverage;
    const std::string low = share(coverage.low, 1);
    const std::string high = share(coverage.high, 1);
    if (low == high) {
      sentence(TextKey::look_paid_exact, share(coverage.share(), 1));
    } else {
      sentence(TextKey::look_paid, share(coverage.share(), 1), low, high);
    }
    if (!coverage.contracts_known()) sentence(TextKey::look_paid_why);
    const auto& starts = twin_.starts;
    if (starts.estimated + starts.unknown > 0) {
      sentence(TextKey::look_starts, share(starts.recorded), share(starts.estimated),
               share(starts.unknown));
    } else {
      sentence(TextKey::look_all_starts);
    }
    if (starts.estimated > 0) sentence(TextKey::look_estimate);
    if (twin_.day_only_share > 0) sentence(TextKey::look_day_only, share(twin_.day_only_share));
    sentence(TextKey::look_rosters, n(twin_.rosters_learned), n(twin_.person_count));
  }

  void where_time_goes() {
    heading(TextKey::look_time_head);
    const double all = shown_.waiting_hours + shown_.working_hours;
    if (all > 0) {
      sentence(TextKey::look_time, share(shown_.waiting_hours / all, 1),
               share(shown_.working_hours / all, 1));
    }
    Table table;
    table.add({word(TextKey::look_col_activity), word(TextKey::look_col_count),
               word(TextKey::look_col_waiting), word(TextKey::look_col_working),
               word(TextKey::look_col_share)});
    for (const auto& row : shown_.rows) {
      table.add({row.activity.empty() ? word(TextKey::look_rest)
                                      : shortened(row.activity, name_columns),
                 n(row.count), number(language_, row.waiting_hours, 1),
                 number(language_, row.working_hours, 2), share(row.share_of_waiting)});
    }
    out_ += "\n" + table.to_string() + "\n";
    sentence(TextKey::look_rest_why);
    by_sub_process();
  }

  void by_sub_process() {
    if (answer_.by_sub_process.empty()) return;
    out_ += "\n";
    sentence(TextKey::look_by_sub_process);
    Table table;
    table.add({word(TextKey::map_col_sub), word(TextKey::look_col_count),
               word(TextKey::look_col_waiting), word(TextKey::look_col_working),
               word(TextKey::look_col_share)});
    for (const auto& row : answer_.by_sub_process) {
      table.add({row.activity.empty() ? word(TextKey::look_rest)
                                      : shortened(row.activity, name_columns),
                 n(row.count), number(language_, row.waiting_hours, 1),
                 number(language_, row.working_hours, 2), share(row.share_of_waiting)});
    }
    out_ += "\n" + table.to_string() + "\n";
  }

  void hands() {
    heading(TextKey::look_hands_head);
    sentence(TextKey::look_hands, n(shown_.handovers), n(shown_.handovers + shown_.continued),
             n(twin_.handovers.community_count));
    if (shown_.flows.empty()) {
      sentence(TextKey::look_no_flows);
    } else {
      Table table;
      table.add({word(TextKey::look_col_from), word(TextKey::look_col_to),
                 word(TextKey::look_col_handovers)});
      const auto name = [this](const std::string& group) {
        return group.empty() ? word(TextKey::look_small_groups) : shortened(group, name_columns);
      };
      for (const auto& flow : shown_.flows) {
        table.add({name(flow.from), name(flow.to), n(flow.count)});
      }
      out_ += "\n" + table.to_string() + "\n";
    }
    if (shown_.hidden_handovers > 0) {
      sentence(TextKey::look_hidden, n(shown_.hidden_handovers));
    }
    sentence(TextKey::look_scarce, n(shown_.one_holder), n(shown_.two_holders));
  }

  void imitation() {
    heading(TextKey::look_imitation_head);
    if (!answer_.imitation) {
      sentence(TextKey::look_too_short);
    } else {
      const study::Imitation& found = *answer_.imitation;
      sentence(TextKey::look_imitation, n(found.training_cases), n(found.held_out_cases),
               n(found.dropped_cases), n(found.logs.size()));
      distances(found);
      sentence(TextKey::look_ngd_says, share(found.mean.ngd));
      sentence(TextKey::look_ctd_says, time(found.mean.ctd), time(found.mean.red));
      sentence(TextKey::look_ced_says, time(found.mean.ced), time(found.mean.aed));
    }
    out_ += "\n";
    sentence(TextKey::look_evidence);
  }

  void distances(const study::Imitation& found) {
    Table table;
    table.add({word(TextKey::look_col_distance), word(TextKey::look_col_mean),
               word(TextKey::look_col_deviation), word(TextKey::look_col_repeat)});
    const auto add = [&](TextKey label, double study::Fidelity::*field, int decimals) {
      table.add({word(label), number(language_, found.mean.*field, decimals),
                 number(language_, found.deviation.*field, decimals),
                 number(language_, found.repeating.*field, decimals)});
    };
    add(TextKey::look_ngd, &study::Fidelity::ngd, 3);
    add(TextKey::look_aed, &study::Fidelity::aed, 1);
    add(TextKey::look_ced, &study::Fidelity::ced, 2);
    add(TextKey::look_red, &study::Fidelity::red, 1);
    add(TextKey::look_ctd, &study::Fidelity::ctd, 1);
    out_ += "\n" + table.to_string() + "\n";
  }

  const LookAnswer& answer_;
  const Twin& twin_;
  const discover::Overview& shown_;
  Language language_;
  std::string out_;
};

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

Json figures_json(const LookAnswer& answer) {
  const Twin& twin = answer.twin;
  const auto& e = answer.overview.elapsed;
  Json json;
  json["name"] = answer.name;
  json["cases"] = twin.case_count;
  json["activities"] = twin.instance_count;
  json["people"] = twin.person_count;
  json["first"] = to_iso(twin.first);
  json["last"] = to_iso(twin.last);
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
  json["newest_share"] = newest_share(twin);
  json["inputs"] = inputs_json(twin);
  return json;
}

}  // namespace

std::string look_screen(Language language, const LookAnswer& answer) {
  return LookText(answer, language).whole();
}

std::string look_json(const LookAnswer& answer) {
  Json json = figures_json(answer);
  const discover::Overview& shown = answer.overview;
  Json rows = Json::array();
  for (const auto& row : shown.rows) {
    rows.push_back({{"activity", row.activity},
                    {"count", row.count},
                    {"waiting_hours", row.waiting_hours},
                    {"working_hours", row.working_hours},
                    {"share_of_waiting", row.share_of_waiting}});
  }
  Json sub_processes = Json::array();
  for (const auto& row : answer.by_sub_process) {
    sub_processes.push_back({{"sub_process", row.activity},
                             {"count", row.count},
                             {"waiting_hours", row.waiting_hours},
                             {"working_hours", row.working_hours},
                             {"share_of_waiting", row.share_of_waiting}});
  }
  json["time"] = {{"waiting_hours", shown.waiting_hours},
                  {"working_hours", shown.working_hours},
                  {"rows", std::move(rows)},
                  {"sub_processes", std::move(sub_processes)}};
  Json flows = Json::array();
  for (const auto& flow : shown.flows) {
    flows.push_back({{"from", flow.from}, {"to", flow.to}, {"count", flow.count}});
  }
  json["handovers"] = {{"between_people", shown.handovers},
                       {"same_person", shown.continued},
                       {"communities", answer.twin.handovers.community_count},
                       {"groups", std::move(flows)},
                       {"not_shown", shown.hidden_handovers},
                       {"activities_of_one_person", shown.one_holder},
                       {"activities_of_two_people", shown.two_holders}};
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
  return json.dump(2) + "\n";
}

}  // namespace veer::report
