// SPDX-License-Identifier: EUPL-1.2
// From a workspace or a scenario to the subject of a study.
//
// Two things are added to what was found, the same for every design: a legal term where there is
// none (Awb art. 4:13 lid 2: eight weeks, or what the question says), and the public holidays of
// the years that are simulated.
#pragma once

#include <optional>
#include <string>

#include "veer/base/result.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/handover_network.hpp"
#include "veer/org/map.hpp"
#include "veer/org/municipality.hpp"
#include "veer/sim/replication.hpp"
#include "veer/study/subject.hpp"

namespace veer::app {

struct AskSubject {
  study::Subject subject;
  /// Hand-overs counted in the records; nothing for a scenario.
  std::optional<org::HandoverNetwork> observed;
  Day first_day;               ///< A Monday: where simulated time begins.
  bool term_was_missing = false;
};

/// Days of the term that is used where the records name none.
inline constexpr double default_term_days = 56;  // Source: Awb art. 4:13 lid 2, eight weeks

/// Learns the twin, and tells it what the map knows (nothing: no map). Errors: those of discover().
[[nodiscard]] Result<AskSubject> subject_of_records(
    const std::string& name, const eventlog::EventLog& log, const eventlog::StaffList& staff,
    const std::optional<org::Map>& map = std::nullopt);
[[nodiscard]] AskSubject subject_of_scenario(const org::Municipality& municipality);

/// TARGET of a command: a workspace (NAME.veer), or a scenario's file or folder. Errors: not_found,
/// and those of reading either.
[[nodiscard]] Result<AskSubject> load_subject(const std::string& target);

/// Gives every case type without a legal term one of default_term_days; with term_days, every case
/// type that one.
void set_terms(AskSubject& subject, std::optional<double> term_days);
/// Closes the office on the public holidays of every year that the window touches.
void close_on_holidays(AskSubject& subject, const sim::Window& window);

}  // namespace veer::app
