// SPDX-License-Identifier: EUPL-1.2
// What a baseline lets one expect without running it: visits, hours and hand-overs a week.
//
// Expectations assume that each activity falls to the people who can do it in proportion to their
// competence weights, whatever unit they are in: they serve to group people and to say how much
// time other work may take, not to predict anything.
#pragma once

#include "veer/org/baseline.hpp"
#include "veer/org/handover_network.hpp"

namespace veer::design {

struct Expected {
  IdVector<work::ActivityId, double> visits;  ///< Times an activity is done, per week.
  IdVector<org::PersonId, double> hours;      ///< Effort on these, hours per week.
  org::HandoverNetwork handovers;
};

/// Visits are those of work::expected_visits; each task of an opgave is done once between its begin
/// and its due date, and counts as if that went on all the time. Continuing work is not counted. A
/// person who can do the next activity too keeps the case with the step's same_person share.
/// O(expected_visits + people * competences * next activities * holders).
[[nodiscard]] Expected expect(const org::Baseline& baseline);

}  // namespace veer::design
