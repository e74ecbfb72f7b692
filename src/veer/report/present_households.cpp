// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/present_households.hpp"

#include "veer/report/present_page.hpp"

namespace veer::report {
namespace {

class HouseholdsText : private PresentPage {
 public:
  using PresentPage::PresentPage;

  std::string whole() {
    if (present_.households.empty()) return "";
    heading(TextKey::present_households_head);
    for (std::size_t kind = 0; kind < present_.households.size(); ++kind) {
      add(town_.households[kind], present_.households[kind]);
    }
    sentence(TextKey::present_households_how);
    return take();
  }

 private:
  /// The Dutch or English name of a case type of the municipality.
  [[nodiscard]] std::string type_name(const std::string& id) const {
    for (const org::ScenarioCaseType& type : town_.case_types) {
      if (type.id == id) return in_words(type.name);
    }
    return id;
  }

  void add(const org::ScenarioHousehold& kind, const study::PresentHousehold& found) {
    Table table;
    table.add({in_words(kind.name), word(TextKey::present_household_column)});
    const auto line = [&](TextKey label, const std::optional<study::Estimate>& one,
                          int decimals) {
      if (one) table.add({word(label), range(*one, decimals)});
    };
    line(TextKey::present_household_per_year, found.per_year, 0);
    line(TextKey::present_household_matters, found.matters, 1);
    line(TextKey::present_household_weeks, found.weeks, 0);
    line(TextKey::present_household_contacts, found.contacts, 1);
    line(TextKey::present_household_persons, found.contact_persons, 1);
    if (found.unaware) {
      table.add({word(TextKey::present_household_unaware), share(found.unaware)});
    }
    line(TextKey::present_household_contradictions, found.contradictions, 1);
    out_ += table.to_string(least_name) + "\n";
    std::string types;
    for (const org::ScenarioHouseholdPart& part : kind.parts) {
      types += (types.empty() ? "" : "; ") + type_name(part.case_type) + " " +
               share(study::Estimate{part.share.value, part.share.low, part.share.high});
    }
    sentence(TextKey::present_households_of, types);
    // Judgement: below one in a hundred it changes no figure that is shown.
    if (found.left_alone && found.left_alone->mean >= 0.01) {
      sentence(TextKey::present_households_alone, share(found.left_alone));
    }
  }
};

}  // namespace

std::string households_part(Language language, const PresentAnswer& answer) {
  return HouseholdsText(answer, language).whole();
}

}  // namespace veer::report
