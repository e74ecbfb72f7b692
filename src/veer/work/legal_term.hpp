// SPDX-License-Identifier: EUPL-1.2
// A decision term as the law has it: its versions in time, one of which holds for a case.
#pragma once

#include <optional>
#include <vector>

#include "veer/calendar/legal_clock.hpp"

namespace veer::work {

struct LegalTerm {
  /// One version of the law, in force on the days from .. to.
  struct Version {
    Day from;
    std::optional<Day> to;  ///< The last day; nothing: still in force.
    calendar::DecisionTerm term;
    /// Deciding later costs a penalty after a notice of default (Awb 4:17).
    bool owes_penalty = false;
    friend bool operator==(const Version&, const Version&) = default;
  };
  std::vector<Version> versions;  ///< In order of time, without overlap.
  calendar::LegalDays days;       ///< On which terms end.
  /// Share of cases whose term is extended in time when they do not make the first term; 0 to 1.
  double extended_share = 0;

  /// The version for a case that began on this day; nothing when none was in force.
  [[nodiscard]] const Version* version_of(Day began) const {
    for (const Version& version : versions) {
      if (began >= version.from && (!version.to || began <= *version.to)) return &version;
    }
    return nullptr;
  }
  /// The term of a case that began on this day; nothing when no version was in force.
  [[nodiscard]] const calendar::DecisionTerm* in_force(Day began) const {
    const Version* version = version_of(began);
    return version == nullptr ? nullptr : &version->term;
  }
  friend bool operator==(const LegalTerm&, const LegalTerm&) = default;
};

}  // namespace veer::work
