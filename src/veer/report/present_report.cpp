// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/present_report.hpp"

#include <set>

#include "veer/report/present_households.hpp"
#include "veer/report/present_money.hpp"
#include "veer/report/present_opgaven.hpp"
#include "veer/report/present_page.hpp"

namespace veer::report {
namespace {

using study::Estimate;
using study::HourKind;

// Judgement: more hand-overs than these make a list, not a picture.
constexpr std::size_t shown_flows = 12;

TextKey label_of(HourKind kind) {
  static constexpr TextKey labels[] = {
#define VEER_HOUR_KIND_LABEL(name) TextKey::present_kind_##name,
      VEER_HOUR_KINDS(VEER_HOUR_KIND_LABEL)
#undef VEER_HOUR_KIND_LABEL
  };
  return labels[static_cast<std::size_t>(kind)];
}

class PresentText : private PresentPage {
 public:
  using PresentPage::PresentPage;

  std::string whole() {
    head();
    work();
    people();
    hours();
    elapsed();
    ledger();
    hands();
    out_ += households_part(language_, answer_);
    out_ += proposals_and_opgaven(language_, answer_);
    out_ += money_part(language_, answer_);
    out_ += known_part(language_, answer_);
    out_ += "\n";
    sentence(TextKey::present_worth);
    return take();
  }

 private:
  void head() {
    title(say(language_, TextKey::look_title, in_words(town_.name)));
    out_ += wrapped(in_words(town_.summary));
    sentence(TextKey::present_simulated);
    const study::InputCount& inputs = present_.inputs;
    sentence(TextKey::present_reading, n(present_.runs), n(answer_.warm_up_weeks),
             inputs.sourced + inputs.judgements, inputs.sourced, inputs.judgements);
    if (answer_.measured_weeks != weeks_of_a_year) {
      sentence(TextKey::present_reading_weeks, n(answer_.measured_weeks));
    }
  }

  [[nodiscard]] std::string days_of(const std::optional<org::ScenarioTerm>& term) const {
    if (!term) return "-";
    if (term->clock) return figure(term->central_days());
    return range({term->days.value, term->days.low, term->days.high});
  }

  void work() {
    heading(TextKey::present_work_head);
    Table table;
    table.add({word(TextKey::present_col_type), word(TextKey::present_col_per_year),
               word(TextKey::present_col_effort), word(TextKey::present_col_term),
               word(TextKey::present_col_norm)});
    std::set<std::string> laws;
    for (const work::CaseTypeId id : ids(present_.types)) {
      const org::ScenarioCaseType& type = town_.case_types[id.index()];
      if (type.proposal) continue;
      table.add({short_name(type.name), range(present_.types[id].per_year),
                 range(present_.types[id].effort_hours, 1), days_of(type.legal_term),
                 days_of(type.service_norm)});
      if (type.legal_term) laws.insert(type.legal_term->law);
    }
    out_ += table.to_string(least_name);
    std::string listed;
    for (const std::string& law : laws) listed += (listed.empty() ? "" : "; ") + law;
    if (!laws.empty()) out_ += "\n" + wrapped(say(language_, TextKey::present_laws, listed));
  }

  void people() {
    if (answer_.posts.empty()) return;
    heading(TextKey::present_people_head);
    int people = 0;
    double fte = 0;
    for (const study::PostRow& row : answer_.posts) {
      people += row.people;
      fte += row.fte;
    }
    sentence(TextKey::present_people, n(people), figure(fte, 1));
    Table table;
    table.add({word(TextKey::present_col_unit), word(TextKey::present_col_people),
               word(TextKey::present_col_fte)});
    for (auto row = answer_.posts.begin(); row != answer_.posts.end();) row = add_unit(table, row);
    show(table);
    sentence(TextKey::present_people_why);
  }

  using PostRows = std::vector<study::PostRow>::const_iterator;

  /// A unit's total, and below it its functions when there are several. Gives the next unit.
  PostRows add_unit(Table& table, PostRows first) const {
    PostRows end = first;
    int people = 0;
    double fte = 0;
    for (; end != answer_.posts.end() && end->unit == first->unit; ++end) {
      people += end->people;
      fte += end->fte;
    }
    table.add({first->unit.empty() ? word(TextKey::present_small_units) : in_words(first->unit),
               figure(people), figure(fte, 1)});
    for (PostRows row = first; row != end && end - first > 1; ++row) {
      const std::string function = row->function.empty() ? word(TextKey::present_other_functions)
                                                         : in_words(row->function);
      table.add({"  " + function, figure(row->people), figure(row->fte, 1)});
    }
    return end;
  }

  void hours() {
    heading(TextKey::present_hours_head);
    Table table;
    table.add({word(TextKey::present_col_kind), word(TextKey::present_col_hours),
               word(TextKey::present_col_of_paid)});
    for (std::size_t k = 0; k < study::hour_kind_count; ++k) {
      const auto kind = static_cast<HourKind>(k);
      if (present_.hours[k].high <= 0 && only_where_there_is(kind)) continue;
      table.add({word(label_of(kind)), range(present_.hours[k]), share(present_.of_paid[k], 1)});
      if (kind != HourKind::continuing) continue;
      for (const study::ContinuingRow& row : present_.continuing) {
        const std::string name = row.kinds.size() > 1
                                     ? word(TextKey::present_kinds_together)
                                     : in_words(town_.continuing[row.kinds.front().index()].name);
        table.add({"  " + name, range(row.hours),
                   percent(language_, row.hours.mean / present_.paid_hours.mean, 1)});
      }
    }
    table.add({word(TextKey::present_kind_paid), range(present_.paid_hours)});
    out_ += table.to_string(least_name) + "\n";
    sentence(TextKey::present_other_why);
  }

  void elapsed() {
    heading(TextKey::present_elapsed_head);
    Table table;
    table.add({word(TextKey::present_col_type), word(TextKey::present_col_median),
               word(TextKey::present_col_p90), word(TextKey::present_col_within_term),
               word(TextKey::present_col_within_norm)});
    for (const work::CaseTypeId id : ids(present_.types)) {
      const study::PresentType& found = present_.types[id];
      if (town_.case_types[id.index()].proposal) continue;
      table.add({short_name(town_.case_types[id.index()].name), range(found.median_days, 1),
                 range(found.p90_days), share(found.within_legal_term),
                 share(found.within_service_norm)});
    }
    out_ += table.to_string(least_name) + "\n";
    sentence(TextKey::present_elapsed_how);
    if (present_.unfinished.mean > 0) {
      sentence(TextKey::present_unfinished, range(present_.unfinished, 1));
    }
  }

  void ledger() {
    heading(TextKey::present_ledger_head);
    Table table;
    table.add({word(TextKey::present_col_row), word(TextKey::present_col_days),
               word(TextKey::present_col_share)});
    for (std::size_t r = 0; r < sim::row_count; ++r) {
      const Estimate& row = present_.ledger[r];
      if (row.high <= 0) continue;
      table.add({std::string(label(language_, static_cast<sim::Row>(r))), range(row, 2),
                 percent(language_, row.mean / present_.mean_days.mean, 1)});
    }
    table.add({word(TextKey::present_all_time), range(present_.mean_days, 2)});
    out_ += table.to_string(least_name);
  }

  /// The name that a unit has in the language of the screen.
  [[nodiscard]] std::string unit_name(const std::string& dutch) const {
    for (const org::ScenarioUnit& unit : town_.units) {
      if (unit.name.nl == dutch) return in_words(unit.name);
    }
    return word(TextKey::present_small_units);
  }

  void hands() {
    heading(TextKey::present_hands_head);
    sentence(TextKey::present_hands, range(present_.continued), range(present_.handovers));
    Table table;
    table.add({word(TextKey::look_col_from) + " → " + word(TextKey::look_col_to),
               word(TextKey::present_col_per_year_times)});
    double rest = 0;
    for (std::size_t i = 0; i < present_.flows.size(); ++i) {
      const study::UnitFlow& flow = present_.flows[i];
      if (i >= shown_flows) {
        rest += flow.per_year.mean;
        continue;
      }
      table.add({unit_name(flow.from) + " → " + unit_name(flow.to), range(flow.per_year)});
    }
    if (rest > 0) table.add({word(TextKey::present_rest_flows), figure(rest)});
    show(table);
    if (present_.hidden_handovers.high > 0) {
      sentence(TextKey::present_hidden, range(present_.hidden_handovers));
    }
  }

  /// Kinds of work that not every municipality is described with.
  static bool only_where_there_is(HourKind kind) {
    return kind == HourKind::proposals || kind == HourKind::opgaven ||
           kind == HourKind::coordination || kind == HourKind::continuing;
  }

  static constexpr int weeks_of_a_year = 52;
};

}  // namespace

std::string look_screen(Language language, const PresentAnswer& answer) {
  return PresentText(answer, language).whole();
}

}  // namespace veer::report
