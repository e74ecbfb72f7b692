// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/look_report.hpp"

#include <algorithm>

#include "veer/report/page.hpp"
#include "veer/report/process_words.hpp"
#include "veer/report/traits_report.hpp"

namespace veer::report {
namespace {

using discover::Twin;

// Judgement: longer names of activities would push the numbers off a screen of 100 columns.
constexpr std::size_t name_columns = 44;
// Judgement: a longer list is not read.
constexpr std::size_t most_items = 8;


class LookText : private Page {
 public:
  LookText(const LookAnswer& answer, Language language)
      : Page(language), answer_(answer), twin_(answer.twin), shown_(answer.overview) {}

  std::string whole() {
    head();
    elapsed();
    if (!answer_.picture.activities.empty()) process();
    if (twin_.person_count >= discover::smallest_group) paid();
    where_time_goes();
    hands();
    fixed_moments();
    out_ += traits_text(language_, answer_.traits);
    if (answer_.trends.weeks > 0) changes();
    imitation();
    return take();
  }

 private:
    [[nodiscard]] std::string share(double value, int decimals = 0) const {
    return percent(language_, value, decimals);
  }
  [[nodiscard]] std::string days(double d) const { return duration(language_, from_days(d)); }
  [[nodiscard]] std::string time(double h) const { return duration(language_, from_hours(h)); }

  /// A number of people, hidden when they are few.
  [[nodiscard]] std::string people(std::size_t count) const {
    return count < discover::smallest_group ? word(TextKey::few) : std::string(n(count));
  }

  void head() {
    title(say(language_, TextKey::look_title, answer_.name));
    sentence(TextKey::look_size, n(twin_.case_count), n(twin_.instance_count),
             n(twin_.person_count), date(language_, day_of(twin_.period.first)),
             date(language_, day_of(twin_.period.last)));
    if (twin_.period.before > 0) {
      sentence(TextKey::look_apart_before, n(twin_.period.before),
               date(language_, day_of(twin_.period.earliest)));
    }
    if (twin_.period.after > 0) {
      sentence(TextKey::look_apart_after, n(twin_.period.after),
               date(language_, day_of(twin_.period.latest)));
    }
    if (twin_.central.work.case_types.size() > 1) {
      sentence(TextKey::look_case_types, n(twin_.central.work.case_types.size()));
    }
    if (twin_.left > 0) sentence(TextKey::look_left, people(twin_.left));
    const double newest = twin_.newest_share();
    if (newest < 1) sentence(TextKey::look_newest, share(newest));
  }

  void elapsed() {
    heading(TextKey::look_elapsed_head);
    const auto& e = shown_.elapsed;
    sentence(TextKey::look_elapsed, n(e.cases), time(e.median), time(e.p90), time(e.mean));
    if (!twin_.on_time || twin_.on_time->with_both == 0) {
      sentence(TextKey::look_no_deadline);
    } else {
      on_time(*twin_.on_time);
    }
    extensions();
    if (answer_.lateness.open && answer_.lateness.open->cases > 0) {
      const discover::CaseCount& open = *answer_.lateness.open;
      sentence(TextKey::look_open, n(open.cases), days(open.median_days), days(open.p90_days));
    }
  }

  void process() {
    heading(TextKey::look_process_head);
    sentence(TextKey::look_process_how);
    out_ += "\n" + process_drawing(language_, answer_.picture) + "\n";
    const discover::Picture& picture = answer_.picture;
    if (picture.folded_activities + picture.folded_flows > 0) {
      sentence(TextKey::look_process_folded, n(picture.folded_activities),
               n(picture.folded_times), n(picture.folded_flow_times));
    }
    sentence(TextKey::look_process_files);
  }

  void on_time(const discover::OnTime& dates) {
    const double part = static_cast<double>(dates.on_time) / static_cast<double>(dates.with_both);
    sentence(TextKey::look_on_time, n(dates.with_both), n(dates.on_time), share(part),
             n(dates.open), n(dates.open_past_deadline));
    const discover::CaseCount& late = answer_.lateness.late;
    if (late.cases > 0) {
      sentence(TextKey::look_late, n(late.cases), days(late.median_days), days(late.p90_days));
    }
    const std::size_t on_the_day = answer_.lateness.late_on_the_day;
    if (on_the_day > 0) sentence(TextKey::look_late_on_the_day, n(on_the_day));
  }

  void extensions() {
    const discover::Lateness& found = answer_.lateness;
    if (found.terms) {
      sentence(TextKey::look_terms, n(found.terms->usual_days), n(found.terms->usual),
               n(found.terms->cases), n(found.terms->six_weeks_longer));
    }
    if (!found.extended || found.extended->cases == 0) return;
    sentence(TextKey::look_extended, n(found.extended->cases), days(found.extended->median_days));
    std::string reasons;
    for (const discover::ExtensionReason& one : found.reasons) {
      reasons += reasons.empty() ? "" : ", ";
      reasons += (one.reason.empty() ? word(TextKey::look_other_reasons) : one.reason) + " (" +
                 std::string(n(one.cases)) + ")";
    }
    if (reasons.empty()) {
      sentence(TextKey::look_no_reasons);
    } else {
      sentence(TextKey::look_reasons, reasons, n(found.extended_without_reason));
    }
  }

  void changes() {
    heading(TextKey::look_changes_head);
    const discover::Trends& found = answer_.trends;
    if (found.intake.before > 0) {
      sentence(TextKey::look_intake_before, date(language_, found.intake.from),
               n(found.intake.before));
    }
    if (found.intake.after > 0) {
      sentence(TextKey::look_intake_after, date(language_, found.intake.until + -1),
               n(found.intake.after));
    }
    sentence(TextKey::look_arrivals, n(found.weeks), number(language_, found.arrivals_per_week, 1),
             number(language_, found.dispersion, 1));
    constexpr double certain = 0.01;  // Judgement: the false alarm of all tests here.
    sentence(answer_.seasons.dispersion_p < certain ? TextKey::look_dispersed
                                                    : TextKey::look_not_dispersed);
    seasons();
    if (found.arrivals) {
      sentence(TextKey::look_arrivals_changed, date(language_, found.arrivals->day),
               number(language_, found.arrivals->after, 1),
               number(language_, found.arrivals->before, 1));
    } else {
      sentence(TextKey::look_arrivals_steady);
    }
    if (found.elapsed) {
      sentence(TextKey::look_elapsed_changed, date(language_, found.elapsed->day),
               days(found.elapsed->after), days(found.elapsed->before));
    } else {
      sentence(TextKey::look_elapsed_steady);
    }
    sentence(TextKey::look_changes_how);
  }

  void seasons() {
    const discover::Seasons& found = answer_.seasons;
    if (!found.months) {
      sentence(TextKey::look_season_short, n(found.whole_months));
    } else if (!found.months->found()) {
      sentence(TextKey::look_season_none, n(found.months->blocks));
    } else {
      sentence(TextKey::look_season, n(found.months->blocks),
               factors(*found.months, TextKey::month_1, true),
               factors(*found.months, TextKey::month_1, false));
    }
    simulated_season();
    if (!found.weekdays) return;
    if (!found.weekdays->found()) {
      sentence(TextKey::look_weekdays_none, n(found.weekdays->blocks));
    } else {
      sentence(TextKey::look_weekdays, n(found.weekdays->blocks),
               factors(*found.weekdays, TextKey::weekday_1, true),
               factors(*found.weekdays, TextKey::weekday_1, false));
    }
    constexpr double least = 0.01;  // Exact: one percent, below which a decimal is needed.
    const bool small = found.weekend_share > 0 && found.weekend_share < least;
    sentence(TextKey::look_weekend, share(found.weekend_share, small ? 1 : 0));
  }

  void simulated_season() {
    const std::size_t types = twin_.central.work.case_types.size();
    const std::size_t seasonal = twin_.seasonal_types();
    const bool found = answer_.seasons.months && answer_.seasons.months->found();
    if (!found && seasonal == 0) return;
    if (seasonal == 0) return sentence(TextKey::look_season_simulated_none);
    if (seasonal == types) return sentence(TextKey::look_season_simulated_all);
    sentence(TextKey::look_season_simulated_some, n(seasonal), n(types));
  }

  /// Those whose interval lies above the mean, or below it; first: the name of the first factor.
  [[nodiscard]] std::string factors(const discover::Rhythm& rhythm, TextKey first,
                                    bool above) const {
    std::string named;
    for (std::size_t i = 0; i < rhythm.factors.size(); ++i) {
      const discover::Factor& one = rhythm.factors[i];
      if (above ? one.low <= 1 : one.high >= 1) continue;
      const auto key = static_cast<TextKey>(static_cast<std::size_t>(first) + i);
      named += (named.empty() ? "" : "; ") +
               say(language_, TextKey::look_factor, word(key), number(language_, one.value, 2),
                   number(language_, one.low, 2), number(language_, one.high, 2));
    }
    return named.empty() ? word(TextKey::none_of_these) : named;
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
    if (answer_.budget.lines > 0) out_ += "\n" + budget_text(language_, answer_.budget);
  }

  void fixed_moments() {
    heading(TextKey::look_fixed_head);
    const discover::FixedMoments& found = answer_.fixed;
    if (found == discover::FixedMoments{}) {
      sentence(TextKey::look_fixed_none);
    }
    for (std::size_t i = 0; i < std::min(most_items, found.days.size()); ++i) {
      const discover::FixedDay& one = found.days[i];
      const auto key = static_cast<TextKey>(static_cast<std::size_t>(TextKey::weekday_1) +
                                            static_cast<std::size_t>(one.weekday));
      item(TextKey::look_fixed_day, shortened(one.activity, name_columns), share(one.share),
           n(one.days), word(key), share(one.expected), rhythm(one.every_weeks));
    }
    more(found.days.size());
    for (std::size_t i = 0; i < std::min(most_items, found.batches.size()); ++i) {
      const discover::Batching& one = found.batches[i];
      item(TextKey::look_batch, shortened(one.activity, name_columns), share(one.share),
           n(one.executions), number(language_, one.mean_size, 1));
    }
    more(found.batches.size());
    if (found.days_not_named + found.batches_not_named > 0) {
      sentence(TextKey::look_fixed_hidden, n(found.days_not_named), n(found.batches_not_named));
    }
    sentence(TextKey::look_fixed_how);
  }

  void more(std::size_t all) {
    if (all > most_items) sentence(TextKey::look_more_of_these, n(all - most_items));
  }

  [[nodiscard]] std::string rhythm(int weeks) const {
    switch (weeks) {
      case 0: return word(TextKey::look_no_rhythm);
      case 1: return word(TextKey::look_every_week);
      case 2: return word(TextKey::look_every_two_weeks);
      case 4: return word(TextKey::look_every_month);
      default: return say(language_, TextKey::look_every_weeks, weeks);
    }
  }

  void where_time_goes() {
    heading(TextKey::look_time_head);
    const double all = shown_.elapsed.mean * static_cast<double>(shown_.elapsed.cases);
    if (all > 0) {
      const double waiting = std::min(1.0, shown_.waiting_hours / all);
      sentence(TextKey::look_time, share(waiting, 1), share(1 - waiting, 1));
    }
    applicant();
    if (!shown_.rows.empty()) {
      sentence(TextKey::look_time_table);
      show(times(TextKey::look_col_activity, shown_.rows));
    }
    sentence(TextKey::look_rest_why);
    by_sub_process();
  }

  /// Waiting and working by row; `named` says what has the times.
  [[nodiscard]] Table times(TextKey named, const std::vector<discover::TimeRow>& rows) const {
    Table table;
    table.add({word(named), word(TextKey::look_col_count), word(TextKey::look_col_waiting),
               word(TextKey::look_col_working), word(TextKey::look_col_share)});
    for (const auto& row : rows) {
      table.add({row.activity.empty() ? word(TextKey::look_rest)
                                      : shortened(row.activity, name_columns),
                 n(row.count), number(language_, row.waiting_hours, 1),
                 number(language_, row.working_hours, 2), share(row.share_of_waiting)});
    }
    return table;
  }

  void by_sub_process() {
    if (answer_.by_sub_process.empty()) return;
    out_ += "\n";
    sentence(TextKey::look_by_sub_process);
    show(times(TextKey::map_col_sub, answer_.by_sub_process));
  }

  void applicant() {
    const discover::ApplicantWait& found = answer_.applicant;
    if (found.times == 0) return;
    std::string named;
    for (const std::string& one : found.activities) {
      named += (named.empty() ? "" : "; ") + shortened(one, name_columns);
    }
    sentence(TextKey::look_applicant, share(found.share()), n(found.times));
    if (!named.empty()) sentence(TextKey::look_applicant_names, named, n(found.not_named));
  }

  /// As recorded; of a community that stands in for a unit, in words.
  [[nodiscard]] std::string unit_name(const std::string& unit) const {
    constexpr std::string_view community = "community ";
    const bool is_community = unit.compare(0, community.size(), community) == 0;
    return is_community
               ? say(language_, TextKey::look_community, unit.substr(community.size()))
               : shortened(unit, name_columns);
  }

  void hands() {
    heading(TextKey::look_hands_head);
    sentence(TextKey::look_hands, n(shown_.handovers), n(shown_.handovers + shown_.continued));
    if (shown_.handovers > 0) {
      sentence(TextKey::look_communities, n(twin_.handovers.community_count));
    }
    if (shown_.flows.empty()) {
      sentence(TextKey::look_no_flows);
    } else {
      Table table;
      table.add({word(TextKey::look_col_from), word(TextKey::look_col_to),
                 word(TextKey::look_col_handovers)});
      const auto name = [this](const std::string& group) {
        return group.empty() ? word(TextKey::look_small_groups) : unit_name(group);
      };
      sentence(TextKey::look_home_groups);
      for (const auto& flow : shown_.flows) {
        table.add({name(flow.from), name(flow.to), n(flow.count)});
      }
      show(table);
    }
    if (shown_.hidden_handovers > 0) {
      sentence(TextKey::look_hidden, n(shown_.hidden_handovers));
    }
    sentence(TextKey::look_scarce, n(shown_.one_holder), n(shown_.two_holders));
    if (shown_.one_holder + shown_.two_holders > 0) scarce();
  }

  void scarce() {
    if (shown_.scarce.size() < 2) return;
    Table table;
    table.add({word(TextKey::look_col_unit), word(TextKey::look_col_people),
               word(TextKey::look_col_one_holder), word(TextKey::look_col_two_holders)});
    for (const discover::ScarceRow& row : shown_.scarce) {
      table.add({row.unit.empty() ? word(TextKey::look_other_units) : unit_name(row.unit),
                 n(row.people), n(row.one_holder), n(row.two_holders)});
    }
    show(table);
    sentence(TextKey::look_scarce_why);
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
    show(table);
  }

  const LookAnswer& answer_;
  const Twin& twin_;
  const discover::Overview& shown_;
};

}  // namespace

std::string look_screen(Language language, const LookAnswer& answer) {
  return LookText(answer, language).whole();
}

}  // namespace veer::report
