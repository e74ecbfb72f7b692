// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/present_opgaven.hpp"

#include <algorithm>

#include "veer/report/present_page.hpp"

namespace veer::report {
namespace {

class OpgavenText : private PresentPage {
 public:
  using PresentPage::PresentPage;

  std::string whole() {
    proposals();
    opgaven();
    return take();
  }

 private:
  void proposals() {
    const auto is_proposal = [](const org::ScenarioCaseType& type) { return type.proposal; };
    if (std::none_of(town_.case_types.begin(), town_.case_types.end(), is_proposal)) return;
    heading(TextKey::present_proposals_head);
    Table table;
    table.add({word(TextKey::present_col_proposal), word(TextKey::present_col_per_year_times),
               word(TextKey::present_col_effort_each), word(TextKey::present_col_median),
               word(TextKey::present_col_p90)});
    for (const work::CaseTypeId id : ids(present_.types)) {
      const org::ScenarioCaseType& type = town_.case_types[id.index()];
      if (!type.proposal) continue;
      const study::PresentType& found = present_.types[id];
      table.add({short_name(type.name), range(found.per_year), range(found.effort_hours, 1),
                 range(found.median_days), range(found.p90_days)});
    }
    out_ += table.to_string(least_name) + "\n";
    std::string boards;
    for (const org::ScenarioBoard& board : town_.boards) {
      boards += (boards.empty() ? "" : ", ") + in_words(board.name);
    }
    sentence(TextKey::present_proposals_how, boards);
  }

  void opgaven() {
    if (town_.opgaven.empty()) return;
    heading(TextKey::present_opgaven_head);
    Table table;
    table.add({word(TextKey::present_col_opgave), word(TextKey::present_col_due),
               word(TextKey::present_col_late), word(TextKey::present_col_goal),
               word(TextKey::present_col_mended)});
    bool any_begins = false;
    std::string outside;
    std::string open;
    for (const work::OpgaveId id : ids(present_.opgaven)) {
      const org::ScenarioOpgave& opgave = town_.opgaven[id.index()];
      const auto& found = present_.opgaven[id];
      if (!found) {
        outside += (outside.empty() ? "" : "; ") + in_words(opgave.name);
        continue;
      }
      any_begins = true;
      if (found->finished.mean < 1) {
        open += (open.empty() ? "" : "; ") + in_words(opgave.name) + " " +
                percent(language_, 1 - found->finished.mean, 0);
      }
      table.add({short_name(opgave.name), to_iso(opgave.due), range(found->days_late),
                 share(found->goal_by_due), share(found->quality)});
    }
    if (any_begins) {
      out_ += table.to_string(least_name) + "\n";
      sentence(TextKey::present_opgaven_how);
    }
    if (!open.empty()) sentence(TextKey::present_opgaven_open, open);
    if (!outside.empty()) sentence(TextKey::present_opgaven_outside, outside);
  }
};

}  // namespace

std::string proposals_and_opgaven(Language language, const PresentAnswer& answer) {
  return OpgavenText(answer, language).whole();
}

}  // namespace veer::report
