// SPDX-License-Identifier: EUPL-1.2
// Who does the continuing work: all who can, in proportion to competence weight and roster. It
// stays with people, so the total is the same in every design.
#pragma once

#include "veer/org/workforce.hpp"

namespace veer::org {

/// Hours a week of the kind for each person, in a week in which the person is present all its
/// roster; nothing for everybody when nobody who can do it has a roster. O(people x competences).
[[nodiscard]] IdVector<PersonId, double> continuing_hours(const work::ContinuingWork& kind,
                                                          const Workforce& workforce);

/// What is wrong: kinds that nobody can do, and people whose kinds together ask more hours than
/// their week has.
[[nodiscard]] Problems check_continuing(const work::Work& work, const Workforce& workforce);

}  // namespace veer::org
