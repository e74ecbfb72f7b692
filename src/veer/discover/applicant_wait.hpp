// SPDX-License-Identifier: EUPL-1.2
// A guess at how long cases wait for the applicant: the time that follows on an activity whose name
// speaks of asking for additions, of an incomplete file (Awb art. 4:5) or of suspending the term
// (Awb art. 4:15). Records do not say whom a case waits for, so this is never more than a guess.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

struct ApplicantWait {
  std::size_t times = 0;                ///< Such an activity with another after it.
  double waiting_hours = 0;             ///< Elapsed hours to the next activity, summed.
  double all_waiting_hours = 0;         ///< Between all consecutive activities.
  std::vector<std::string> activities;  ///< Those that at least five people do, by name.
  std::size_t not_named = 0;            ///< Activities of fewer people.

  [[nodiscard]] double share() const {
    return all_waiting_hours > 0 ? waiting_hours / all_waiting_hours : 0;
  }
  friend bool operator==(const ApplicantWait&, const ApplicantWait&) = default;
};

/// True for a name that speaks of it, Dutch or English, whatever the capitals.
[[nodiscard]] bool asks_applicant(std::string_view activity);

/// instances: ordered by case; titles: what activities are called in words, for records in which
/// their names are codes. O(instances + activities).
[[nodiscard]] ApplicantWait find_applicant_wait(const eventlog::EventLog& log,
                                                std::span<const eventlog::Instance> instances,
                                                const std::map<std::string, std::string>& titles);

}  // namespace veer::discover
