// SPDX-License-Identifier: EUPL-1.2
// The organisation that the records show and nothing more.
//
// For holding the twin against its own records before any organisation model is added: one unit per
// home unit, whoever worked on a case keeps it where possible, everybody decides alone, no leads,
// no meetings and no other work. What organisation costs in reality is then inside the recorded
// delays.
#pragma once

#include "veer/org/mechanisms.hpp"
#include "veer/org/organisation.hpp"

namespace veer::discover {

/// Units in order of their name; passes org::check() with the workforce's own work. O(people).
[[nodiscard]] org::Organisation recorded_organisation(const org::Workforce& workforce);

/// Assumptions under which only the records speak: no decisions, no reading in, no absence, first
/// come first served, one piece of work at a time.
[[nodiscard]] org::Assumptions recorded_assumptions();

}  // namespace veer::discover
