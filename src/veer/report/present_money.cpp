// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/present_money.hpp"

#include <cmath>
#include <set>

#include "veer/report/labels.hpp"
#include "veer/report/page.hpp"

namespace veer::report {
namespace {

using study::CostKind;
using study::Estimate;

// Judgement: longer names push the figures off a screen of 100 columns.
constexpr std::size_t name_columns = 29;
constexpr std::size_t who_columns = 33;

TextKey label_of(CostKind kind) {
  static constexpr TextKey labels[] = {
#define VEER_COST_KIND_LABEL(name) TextKey::cost_##name,
      VEER_COST_KINDS(VEER_COST_KIND_LABEL)
#undef VEER_COST_KIND_LABEL
  };
  return labels[static_cast<std::size_t>(kind)];
}

class MoneyPart : private Page {
 public:
  MoneyPart(const PresentAnswer& answer, Language language)
      : Page(language), answer_(answer), town_(answer.municipality) {}

  std::string money() {
    heading(TextKey::money_head);
    if (!answer_.present.costs) {
      sentence(TextKey::money_unknown);
      return take();
    }
    costs(*answer_.present.costs);
    overhead(*answer_.present.costs);
    return take();
  }

  std::string known() {
    if (answer_.known.empty()) return "";
    heading(TextKey::known_head);
    sentence(TextKey::known_how);
    Table table;
    table.add({word(TextKey::known_col_figure), word(TextKey::known_col_own),
               word(TextKey::known_col_known), word(TextKey::known_col_who),
               word(TextKey::known_col_verdict)});
    std::set<std::string> sources;
    for (const study::KnownFigure& one : answer_.known) {
      table.add({shortened(in(language_, one.name), name_columns), figure_of(one.own),
                 published(one),
                 shortened(in(language_, one.who) + ", " + one.year, who_columns),
                 verdict(one.verdict())});
      for (const std::string& source : one.sources) sources.insert(title_of(source));
    }
    show(table);
    for (const study::KnownFigure& one : answer_.known) {
      out_ += wrapped("- " + in(language_, one.name) + ": " + in(language_, one.unit), 100, 2);
    }
    std::string listed;
    for (const std::string& source : sources) listed += (listed.empty() ? "" : "; ") + source;
    sentence(TextKey::known_sources, listed);
    return take();
  }

 private:
  [[nodiscard]] std::string thousands(const Estimate& one) const {
    constexpr double unit = 1000;  // Exact: thousands.
    const auto figure = [&](double euros) {
      return number(language_, euros / unit, std::abs(euros) < 100 * unit ? 1 : 0);
    };
    if (one.low == one.high) return figure(one.mean);
    return figure(one.mean) + " [" + figure(one.low) + " - " + figure(one.high) + "]";
  }

  void costs(const study::PresentCosts& costs) {
    Table table;
    table.add({word(TextKey::money_col_kind), word(TextKey::money_col_euros),
               word(TextKey::money_col_inhabitant), word(TextKey::money_col_share)});
    const double total = costs.total.mean;
    const auto row = [&](const std::string& name, const Estimate& one) {
      table.add({name, thousands(one), number(language_, one.mean / town_.inhabitants, 2),
                 percent(language_, total > 0 ? one.mean / total : 0, 1)});
    };
    for (std::size_t k = 0; k < study::cost_kind_count; ++k) {
      row(word(label_of(static_cast<CostKind>(k))), costs.kinds[k]);
    }
    row(word(TextKey::money_total), costs.total);
    out_ += table.to_string() + "\n";
    sentence(TextKey::money_how);
    const double fte = town_.fte().share();
    sentence(TextKey::money_per_fte, number(language_, total / fte), number(language_, fte, 1));
  }

  void overhead(const study::PresentCosts& costs) {
    const double fte = town_.overhead_fte().share();
    sentence(TextKey::overhead_staff, number(language_, fte, 1),
             percent(language_, fte / town_.fte().share()));
    if (!town_.spending.is_used()) {
      sentence(TextKey::overhead_spending_unknown, thousands(costs.overhead));
      return;
    }
    const double spending = town_.spending.value * town_.inhabitants;
    sentence(TextKey::overhead_spending, thousands(costs.overhead),
             percent(language_, costs.overhead.mean / spending, 1),
             number(language_, spending / 1e6));
  }

  /// Three digits that say something.
  [[nodiscard]] std::string figure_of(double value) const {
    return number(language_, value, std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 2);
  }
  [[nodiscard]] std::string published(const study::KnownFigure& one) const {
    const std::string low = figure_of(one.low);
    const std::string high = figure_of(one.high);
    return low == high ? low : low + " - " + high;
  }
  [[nodiscard]] std::string verdict(study::Verdict verdict) const {
    switch (verdict) {
      case study::Verdict::agrees: return word(TextKey::known_agrees);
      case study::Verdict::higher: return word(TextKey::known_higher);
      case study::Verdict::lower: return word(TextKey::known_lower);
    }
    return "";
  }
  [[nodiscard]] std::string title_of(const std::string& source) const {
    for (const auto* sources : {&answer_.field_sources, &town_.sources}) {
      const auto found = sources->find(source);
      if (found != sources->end()) return in(language_, found->second.title);
    }
    return source;
  }

  const PresentAnswer& answer_;
  const org::Municipality& town_;
};

}  // namespace

std::string money_part(Language language, const PresentAnswer& answer) {
  return MoneyPart(answer, language).money();
}

std::string known_part(Language language, const PresentAnswer& answer) {
  return MoneyPart(answer, language).known();
}

}  // namespace veer::report
