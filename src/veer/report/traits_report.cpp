// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/traits_report.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>

#include "veer/report/page.hpp"

namespace veer::report {
namespace {

using discover::TraitEffect;
using discover::TraitSteers;
using discover::TraitValue;

// Judgement: longer names and lists are not read.
constexpr std::size_t name_columns = 44;
constexpr std::size_t most_items = 12;
constexpr std::size_t most_names = 6;

std::string joined(const std::vector<std::string>& names, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
    out += (i == 0 ? "" : ", ") + shortened(names[i], name_columns);
  }
  return names.size() > most ? out + ", …" : out;
}

class TraitsText : private Page {
 public:
  TraitsText(Language language, const discover::CaseTraits& found)
      : Page(language), found_(found) {}

  std::string whole() {
    heading(TextKey::look_traits_head);
    if (found_.looked_at.empty()) {
      sentence(TextKey::look_no_traits);
      return take();
    }
    sentence(TextKey::look_traits, joined(found_.looked_at, most_items));
    if (found_.effects.empty()) sentence(TextKey::look_traits_none);
    const std::size_t shown = std::min(most_items, found_.effects.size());
    for (std::size_t i = 0; i < shown; ++i) effect(found_.effects[i]);
    if (found_.effects.size() > shown) {
      sentence(TextKey::look_more_of_these, n(found_.effects.size() - shown));
    }
    sentence(TextKey::look_traits_how, n(found_.tests));
    return take();
  }

 private:
  [[nodiscard]] std::string label(const TraitValue& value) const {
    if (value.label.empty()) return word(TextKey::look_other_values);
    for (const std::string_view sign : {"<= ", "> "}) {
      if (value.label.compare(0, sign.size(), sign) != 0) continue;
      double split = 0;
      const char* end = value.label.data() + value.label.size();
      const auto read = std::from_chars(value.label.data() + sign.size(), end, split);
      if (read.ec != std::errc() || read.ptr != end) break;
      const int decimals = split == std::floor(split) ? 0 : 2;
      return say(language_, TextKey::look_quoted,
                 std::string(sign) + number(language_, split, decimals));
    }
    return say(language_, TextKey::look_quoted, shortened(value.label, name_columns));
  }
  [[nodiscard]] std::string held(const TraitEffect& one) const {
    if (!one.held_out) return word(TextKey::look_held_few);
    constexpr double least = 0.005;  // Exact: half a percent, which would be shown as 0.
    if (*one.held_out < least) return word(TextKey::look_held_not);
    return say(language_, TextKey::look_held_better, percent(language_, *one.held_out));
  }

  void effect(const TraitEffect& one) {
    if (one.high == one.low) {
      item(TextKey::look_trait_unshown, one.trait, number(language_, one.effect, 2));
      return;
    }
    const auto tell = [&](TextKey key, const std::string& low, const std::string& high) {
      item(key, one.trait, low, label(one.low), high, label(one.high),
           percent(language_, one.effect), held(one));
    };
    switch (one.steers) {
      case TraitSteers::elapsed:
        tell(TextKey::look_trait_elapsed, duration(language_, from_days(one.low.level)),
             duration(language_, from_days(one.high.level)));
        break;
      case TraitSteers::activities:
        tell(TextKey::look_trait_activities, number(language_, one.low.level),
             number(language_, one.high.level));
        break;
      case TraitSteers::effort:
        tell(TextKey::look_trait_effort, duration(language_, from_hours(one.low.level)),
             duration(language_, from_hours(one.high.level)));
        break;
      case TraitSteers::next: {
        const std::string to =
            one.to.empty() ? word(TextKey::look_end) : shortened(one.to, name_columns);
        item(TextKey::look_trait_next, one.trait, shortened(one.at, name_columns),
             percent(language_, one.low.level), label(one.low),
             percent(language_, one.high.level), label(one.high), to,
             number(language_, one.effect, 2), held(one));
        break;
      }
    }
  }

  const discover::CaseTraits& found_;
};

class BudgetText : private Page {
 public:
  BudgetText(Language language, const org::BudgetCover& budget)
      : Page(language), budget_(budget) {}

  std::string whole() {
    sentence(TextKey::look_budget, n(budget_.lines), budget_.year, euros(budget_.total),
             n(budget_.units));
    std::string kinds;
    Money others;
    for (std::size_t k = 0; k < budget_.kinds.size(); ++k) {
      const org::BudgetTotal& one = budget_.kinds[k];
      if (k >= most_names) {
        others += one.amount;
      } else {
        kinds += (k == 0 ? "" : "; ") + shortened(one.name, name_columns) + " " +
                 euros(one.amount);
      }
    }
    if (budget_.kinds.size() > most_names) kinds += "; … " + euros(others);
    sentence(TextKey::look_budget_kinds, kinds);
    std::vector<std::string> years;
    for (const int year : budget_.other_years) years.push_back(std::to_string(year));
    if (!years.empty()) sentence(TextKey::look_budget_years, joined(years, most_items));
    const std::vector<std::string>& unknown = budget_.units_unknown;
    sentence(TextKey::look_budget_match, n(budget_.units - unknown.size()),
             unknown.empty() ? word(TextKey::none_of_these) : joined(unknown, most_names));
    if (budget_.known_without > 0) {
      sentence(TextKey::look_budget_without, n(budget_.known_without));
    }
    sentence(TextKey::look_budget_use);
    return take();
  }

 private:
  [[nodiscard]] std::string euros(Money amount) const {
    return number(language_, amount.euros());
  }

  const org::BudgetCover& budget_;
};

}  // namespace

std::string traits_text(Language language, const discover::CaseTraits& found) {
  return TraitsText(language, found).whole();
}

std::string budget_text(Language language, const org::BudgetCover& budget) {
  return BudgetText(language, budget).whole();
}

}  // namespace veer::report
