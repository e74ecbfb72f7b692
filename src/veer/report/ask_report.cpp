// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/ask_report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "veer/report/labels.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using study::Comparison;
using study::Difference;
using study::Estimate;
using study::Measure;

constexpr std::size_t screen_columns = 100;

/// How a measure is written.
struct Shown {
  TextKey label;
  TextKey unit;
  double factor;
  int decimals;
};

Shown shown(Measure measure) {
  switch (measure) {
    case Measure::within_legal_term:
      return {TextKey::measure_within_legal_term, TextKey::unit_share, 100, 1};
    case Measure::within_service_norm:
      return {TextKey::measure_within_service_norm, TextKey::unit_share, 100, 1};
    case Measure::elapsed_median_days:
      return {TextKey::measure_elapsed_median_days, TextKey::unit_days, 1, 1};
    case Measure::elapsed_p90_days:
      return {TextKey::measure_elapsed_p90_days, TextKey::unit_days, 1, 1};
    case Measure::elapsed_mean_days:
      return {TextKey::measure_elapsed_mean_days, TextKey::unit_days, 1, 1};
    case Measure::effort_hours_per_case:
      return {TextKey::measure_effort_hours_per_case, TextKey::unit_hours, 1, 2};
    case Measure::meeting_hours_per_week:
      return {TextKey::measure_meeting_hours_per_week, TextKey::unit_hours_per_week, 1, 1};
    case Measure::decision_hours_per_week:
      return {TextKey::measure_decision_hours_per_week, TextKey::unit_hours_per_week, 1, 1};
    case Measure::load: return {TextKey::measure_load, TextKey::unit_share, 100, 1};
    case Measure::handovers_per_case:
      return {TextKey::measure_handovers_per_case, TextKey::unit_count, 1, 2};
    case Measure::contacts_per_case:
      return {TextKey::measure_contacts_per_case, TextKey::unit_count, 1, 2};
    case Measure::contact_persons_per_case:
      return {TextKey::measure_contact_persons_per_case, TextKey::unit_count, 1, 2};
    case Measure::contacts_per_household:
      return {TextKey::measure_contacts_per_household, TextKey::unit_count, 1, 2};
    case Measure::contact_persons_per_household:
      return {TextKey::measure_contact_persons_per_household, TextKey::unit_count, 1, 2};
    case Measure::contradictions_per_100_households:
      return {TextKey::measure_contradictions_per_100_households, TextKey::unit_count, 1, 1};
    case Measure::decision_wait_days:
      return {TextKey::measure_decision_wait_days, TextKey::unit_days, 1, 2};
    case Measure::wrong_decisions:
      return {TextKey::measure_wrong_decisions, TextKey::unit_share, 100, 1};
    case Measure::proposal_days:
      return {TextKey::measure_proposal_days, TextKey::unit_days, 1, 1};
    case Measure::opgave_goal_by_due:
      return {TextKey::measure_opgave_goal_by_due, TextKey::unit_share, 100, 1};
    case Measure::opgave_quality:
      return {TextKey::measure_opgave_quality, TextKey::unit_share, 100, 1};
    case Measure::opgave_days_late:
      return {TextKey::measure_opgave_days_late, TextKey::unit_days, 1, 1};
    case Measure::withdrawn: return {TextKey::measure_withdrawn, TextKey::unit_share, 100, 1};
    case Measure::costs: return {TextKey::measure_costs, TextKey::unit_thousand_euros, 0.001, 0};
    case Measure::salaries:
      return {TextKey::measure_salaries, TextKey::unit_thousand_euros, 0.001, 0};
    case Measure::hire: return {TextKey::measure_hire, TextKey::unit_thousand_euros, 0.001, 0};
    case Measure::partners:
      return {TextKey::measure_partners, TextKey::unit_thousand_euros, 0.001, 0};
    case Measure::penalties:
      return {TextKey::measure_penalties, TextKey::unit_thousand_euros, 0.001, 1};
  }
  return {TextKey::measure_load, TextKey::unit_share, 100, 1};
}

/// What every design pays alike is in `costs`, in veer look and in the JSON, not on this screen.
bool is_on_screen(Measure measure) {
  return measure != Measure::salaries && measure != Measure::hire && measure != Measure::partners;
}

class AskText {
 public:
  AskText(const AskAnswer& answer, Language language)
      : answer_(answer), result_(answer.comparison), language_(language) {}

  [[nodiscard]] std::string whole() {
    head();
    agreement();
    results(false);
    if (result_.shock) results(true);
    plans();
    if (result_.shock) resilience();
    worth();
    return std::move(out_);
  }

 private:
  template <class... Args>
  [[nodiscard]] std::string words(TextKey key, const Args&... args) const {
    return say(language_, key, args...);
  }
  template <class... Args>
  void paragraph(TextKey key, const Args&... args) {
    out_ += wrapped(words(key, args...), screen_columns);
  }
  void heading(const std::string& text) { out_ += "\n" + text + "\n"; }
  [[nodiscard]] std::string name(std::size_t design) const {
    const org::Text& text = answer_.names[design];
    return language_ == Language::nl ? text.nl : text.en;
  }
  template <class Integer>
  [[nodiscard]] Count n(Integer value) const { return Count(language_, value); }
  [[nodiscard]] std::string figure(double value, int decimals) const {
    return number(language_, value, decimals);
  }
  [[nodiscard]] std::string with_sign(double value, int decimals) const {
    const std::string text = figure(value, decimals);
    const bool is_zero = text.find_first_of("123456789") == std::string::npos;
    return value > 0 && !is_zero ? "+" + text : text;
  }
  [[nodiscard]] std::string shock_name() const {
    const org::Text& text = result_.shock->name;
    return language_ == Language::nl ? text.nl : text.en;
  }

  void head() {
    out_ += words(TextKey::ask_title, answer_.subject) + "\n\n";
    paragraph(TextKey::ask_size, n(result_.designs.size()), n(result_.draws),
              n(result_.replications), n(answer_.measured_weeks), n(answer_.warm_up_weeks));
    if (answer_.term_from == TermFrom::law_default) paragraph(TextKey::ask_term_default);
    if (answer_.term_from == TermFrom::question) {
      paragraph(TextKey::ask_term_given, n(std::lround(answer_.term_days)));
    }
  }

  void agreement() {
    heading(words(TextKey::ask_agreement_head));
    if (!result_.agreement) {
      paragraph(TextKey::ask_agreement_none);
      return;
    }
    const study::Agreement& found = *result_.agreement;
    Table table;
    table.add({words(TextKey::ask_agreement_columns), words(TextKey::ask_recorded),
               words(TextKey::ask_interval), words(TextKey::ask_simulated),
               words(TextKey::ask_verdict)});
    const auto line = [&](TextKey label, const study::ComparedFigure& one) {
      table.add({words(label), figure(one.recorded, 2),
                 figure(one.low, 2) + " - " + figure(one.high, 2), figure(one.simulated, 2),
                 words(one.agrees() ? TextKey::ask_yes : TextKey::ask_no)});
    };
    line(TextKey::ask_mean, found.mean_days);
    line(TextKey::ask_median, found.median_days);
    line(TextKey::ask_p90, found.p90_days);
    table.add({words(TextKey::ask_distance), "",
               words(TextKey::ask_at_most, figure(found.distance_limit_days, 2)),
               figure(found.distance_days, 2),
               words(found.distribution_agrees() ? TextKey::ask_yes : TextKey::ask_no)});
    out_ += table.to_string();
    paragraph(found.holds()                 ? TextKey::ask_agreement_holds
              : found.distribution_agrees() ? TextKey::ask_agreement_partly
                                            : TextKey::ask_agreement_fails,
              figure(static_cast<double>(found.simulated_cases), 0),
              figure(static_cast<double>(found.recorded_cases), 0));
    if (result_.draws_set_aside > 0) {
      paragraph(TextKey::ask_set_aside, n(result_.draws + result_.draws_set_aside),
                n(result_.draws_set_aside));
    }
    paragraph(TextKey::ask_remainder, percent(language_, result_.remainder_share));
  }

  [[nodiscard]] std::string label(Measure measure) const {
    const Shown how = shown(measure);
    return words(how.label) + " (" + words(how.unit) + ")";
  }
  [[nodiscard]] std::string range(const Estimate& one, const Shown& how) const {
    return figure(one.mean * how.factor, how.decimals) + " [" +
           figure(one.low * how.factor, how.decimals) + " - " +
           figure(one.high * how.factor, how.decimals) + "]";
  }

  [[nodiscard]] std::string results_table(std::size_t first, std::size_t end, bool shocked) const {
    Table table;
    std::vector<std::string> names = {""};
    for (std::size_t d = first; d < end; ++d) names.push_back(name(d));
    table.add(std::move(names));
    for (std::size_t m = 0; m < study::measure_count; ++m) {
      const auto measure = static_cast<Measure>(m);
      if (!is_on_screen(measure) || std::isnan(result_.cell(0, shocked)[measure].mean)) continue;
      std::vector<std::string> row = {label(measure)};
      for (std::size_t d = first; d < end; ++d) {
        row.push_back(range(result_.cell(d, shocked)[measure], shown(measure)));
      }
      table.add(std::move(row));
    }
    return table.to_string();
  }
  static bool fits(const std::string& text) {
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         start = end + 1, end = text.find('\n', start)) {
      if (width(std::string_view(text).substr(start, end - start)) > screen_columns) return false;
    }
    return true;
  }

  void results(bool shocked) {
    heading(words(TextKey::ask_results_head,
                  shocked ? words(TextKey::ask_with_shock, shock_name())
                          : words(TextKey::ask_no_shock)));
    paragraph(TextKey::ask_cell_key);
    // As many designs beside each other as fit on the screen, the rest below.
    for (std::size_t first = 0; first < result_.designs.size();) {
      std::size_t end = result_.designs.size();
      while (end > first + 1 && !fits(results_table(first, end, shocked))) --end;
      out_ += results_table(first, end, shocked);
      first = end;
    }
    std::string open;
    for (std::size_t d = 0; d < result_.designs.size(); ++d) {
      open += (d > 0 ? ", " : "") + name(d) + " " +
              figure(result_.cell(d, shocked).unfinished, 1);
    }
    paragraph(TextKey::ask_unfinished, open);
    for (const Difference& difference : result_.differences) {
      if (difference.shocked == shocked) differences(difference);
    }
  }

  void differences(const Difference& difference) {
    heading(words(TextKey::ask_difference_head, name(difference.design)));
    Table table;
    table.add({"", words(TextKey::ask_difference), words(TextKey::ask_interval),
               words(TextKey::ask_better_draws), words(TextKey::ask_better_runs)});
    for (std::size_t m = 0; m < study::measure_count; ++m) {
      const auto measure = static_cast<Measure>(m);
      const Estimate& one = difference[measure];
      if (!is_on_screen(measure) || std::isnan(one.mean)) continue;
      const Shown how = shown(measure);
      const auto share = [&](const std::optional<double>& of) {
        return of ? percent(language_, *of) : std::string("-");
      };
      const bool is_share = how.unit == TextKey::unit_share;
      table.add({words(how.label) + " (" +
                     words(is_share ? TextKey::ask_points : how.unit) + ")",
                 with_sign(one.mean * how.factor, how.decimals),
                 with_sign(one.low * how.factor, how.decimals) + " - " +
                     with_sign(one.high * how.factor, how.decimals),
                 share(difference.share_of_draws_better[m]),
                 share(difference.share_of_runs_better[m])});
    }
    out_ += table.to_string();
    const auto mean = static_cast<std::size_t>(Measure::elapsed_mean_days);
    paragraph(TextKey::ask_reading, name(difference.design),
              words(TextKey::measure_elapsed_mean_days),
              percent(language_, difference.share_of_draws_better[mean].value_or(0)));
    ledger(difference);
  }

  void ledger(const Difference& difference) {
    double total = 0;
    for (const double row : difference.ledger_days) total += row;
    const std::vector<sim::Row> order = difference.largest_rows();
    const auto days_of = [&](sim::Row row) {
      return difference.ledger_days[static_cast<std::size_t>(row)];
    };
    if (days_of(order.front()) == 0) {
      paragraph(TextKey::ask_ledger_none);
      return;
    }
    constexpr std::size_t shown_rows = 3;
    std::string rows;
    double shown_days = 0;
    for (std::size_t i = 0; i < shown_rows; ++i) {
      shown_days += days_of(order[i]);
      rows += (i > 0 ? ", " : "") +
              std::string(report::label(language_, order[i])) + " " +
              with_sign(days_of(order[i]), 2);
    }
    paragraph(TextKey::ask_ledger, figure(std::abs(total), 2),
              words(total > 0 ? TextKey::ask_longer : TextKey::ask_shorter), rows,
              with_sign(total - shown_days, 2));
  }

  void plans() {
    heading(words(TextKey::ask_plan_head));
    for (std::size_t d = 1; d < answer_.plans.size(); ++d) plan(name(d), answer_.plans[d]);
  }

  void move_size(const std::string& design, const PlanSummary& plan) {
    if (plan.people_moved == 0) {
      paragraph(TextKey::ask_plan_nobody, design, n(plan.people), n(plan.units));
    } else if (!plan.shows_move()) {
      paragraph(TextKey::ask_plan_few, design, n(plan.people), n(plan.units));
    } else {
      paragraph(TextKey::ask_plan, design, n(plan.people_moved), n(plan.people),
                figure(plan.fte_moved, 1), figure(plan.fte, 1), n(plan.units));
    }
  }

  void plan(const std::string& design, const PlanSummary& plan) {
    move_size(design, plan);
    if (plan.one_off && plan.people_moved > 0 && plan.shows_move()) {
      const OneOff& once = *plan.one_off;
      const auto thousands = [this](double euros) {
        constexpr double unit = 1000;  // Exact: thousands; more digits would say too much.
        return figure(std::round(euros / unit) * unit, 0);
      };
      paragraph(TextKey::ask_one_off, figure(once.hours.value, 0), figure(once.hours.low, 0),
                figure(once.hours.high, 0), thousands(once.euros.mean),
                thousands(once.euros.low), thousands(once.euros.high));
    }
    std::string functions;
    for (const PlanLine& line : plan.moves) {
      functions += (functions.empty() ? "" : "; ") +
                   (line.function.empty() ? words(TextKey::ask_plan_others) : line.function) +
                   " " + words(TextKey::ask_plan_line, n(line.people), figure(line.fte, 1));
    }
    if (!functions.empty()) out_ += wrapped("  " + functions + ".", screen_columns, 2);
    for (const org::Text& note : plan.notes) {
      out_ += wrapped("  - " + (language_ == Language::nl ? note.nl : note.en), screen_columns, 4);
    }
  }

  void resilience() {
    heading(words(TextKey::ask_resilience_head, shock_name()));
    double low = 100;
    for (const auto& one : result_.resilience) {
      for (const Estimate& week : one.quality) low = std::min(low, week.mean);
    }
    low = std::min(90.0, std::floor(low / 10) * 10);
    paragraph(TextKey::ask_quality_key, figure(low, 0));
    for (std::size_t d = 0; d < result_.resilience.size(); ++d) {
      const study::ResilienceSummary& one = result_.resilience[d];
      std::vector<double> weeks;
      for (const Estimate& week : one.quality) weeks.push_back(week.mean);
      out_ += name(d) + "\n  " + sparkline(weeks, low, 100) + "\n";
      const auto whole = [&](double value) { return figure(value, 0); };
      const bool recovers = one.not_recovered < one.runs;
      std::string line =
          recovers
              ? words(TextKey::ask_resilience, whole(one.depth.mean), whole(one.depth.low),
                      whole(one.depth.high), whole(one.loss.mean), whole(one.loss.low),
                      whole(one.loss.high), whole(one.recovery_weeks.mean),
                      whole(one.recovery_weeks.low), whole(one.recovery_weeks.high))
              : words(TextKey::ask_resilience_lasting, whole(one.depth.mean),
                      whole(one.depth.low), whole(one.depth.high), whole(one.loss.mean),
                      whole(one.loss.low), whole(one.loss.high));
      if (one.not_recovered > 0) {
        line += "; " + words(TextKey::ask_not_recovered, one.not_recovered, one.runs);
      }
      out_ += wrapped("  " + line + ".", screen_columns, 2);
    }
  }

  void worth() {
    heading(words(TextKey::ask_evidence_head));
    paragraph(TextKey::ask_inputs, n(result_.inputs.judgements), n(result_.inputs.sourced));
    paragraph(TextKey::ask_evidence);
  }

  const AskAnswer& answer_;
  const Comparison& result_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string ask_text(const AskAnswer& answer, Language language) {
  return AskText(answer, language).whole();
}

}  // namespace veer::report
