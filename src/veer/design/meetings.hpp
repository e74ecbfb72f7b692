// SPDX-License-Identifier: EUPL-1.2
// When who meets: a model's meeting rules as meetings of one organisation.
#pragma once

#include <string>
#include <vector>

#include "veer/org/input.hpp"
#include "veer/org/organisation.hpp"

namespace veer::design {

/// A meeting rule of one draw.
struct DrawnMeeting {
  std::string kind;
  bool of_leads = false;
  int every_weeks = 1;
  double minutes = 0;
};

/// One meeting for each smallest unit (all members), or for each unit above others (its lead and
/// the leads right under it); nobody meets alone. Meetings are spread over the office week in the
/// order of the units: each takes the first free place from its turn on, so that nobody sits in two
/// meetings at once unless the week is full, and they take turns in the weeks too. A meeting longer
/// than the stretch of an office day that it falls in is cut to it.
[[nodiscard]] std::vector<org::Meeting> schedule(const std::vector<DrawnMeeting>& rules,
                                                 const org::Organisation& organisation,
                                                 const calendar::Roster& office_hours);

}  // namespace veer::design
