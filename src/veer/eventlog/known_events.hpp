// SPDX-License-Identifier: EUPL-1.2
// Exports overlap: a year to date holds the months that were imported before.
#pragma once

#include <cstddef>

#include "veer/eventlog/event_log.hpp"

namespace veer::eventlog {

/// Takes out of the log the events that `known` has too: of a case of the same name, with the same
/// activity, person, transition and end. One that stands there n times is taken out at most n
/// times. Cases and their values stay. Gives the number taken out. O((n + m) log n) for n known
/// events and m of the log.
std::size_t take_out_known(EventLog& log, const EventLog& known);

}  // namespace veer::eventlog
