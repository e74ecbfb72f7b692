// SPDX-License-Identifier: EUPL-1.2
// What `veer look` shows of an organisation's own records.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "veer/discover/applicant_wait.hpp"
#include "veer/discover/case_traits.hpp"
#include "veer/discover/fixed_days.hpp"
#include "veer/discover/lateness.hpp"
#include "veer/discover/overview.hpp"
#include "veer/discover/process_picture.hpp"
#include "veer/discover/season.hpp"
#include "veer/discover/trends.hpp"
#include "veer/org/budget.hpp"
#include "veer/report/text.hpp"
#include "veer/study/imitation.hpp"

namespace veer::report {

/// Everything that one look gives.
struct LookAnswer {
  std::string name;                            ///< Of the workspace.
  discover::Twin twin;
  discover::Overview overview;
  std::vector<discover::TimeRow> by_sub_process;  ///< Empty without a map that was read back.
  discover::Picture picture;
  discover::Lateness lateness;
  discover::Trends trends;
  discover::Seasons seasons;
  discover::ApplicantWait applicant;
  discover::FixedMoments fixed;
  discover::CaseTraits traits;
  org::BudgetCover budget;                     ///< No lines: none was imported.
  std::optional<study::Imitation> imitation;   ///< Nothing when the records are too short for it.
};

/// The screen: sentences and tables of at most 100 columns.
[[nodiscard]] std::string look_screen(Language language, const LookAnswer& answer);

}  // namespace veer::report
