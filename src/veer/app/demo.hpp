// SPDX-License-Identifier: EUPL-1.2
// Use case demo: the whole story on the example municipality, from records to a what-if.
#pragma once

#include <string>

#include "veer/app/ask.hpp"
#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/report/ask_report.hpp"
#include "veer/report/look_report.hpp"

namespace veer::app {

/// What a case system would have recorded of the subject as it is: a year of finished cases, with
/// starts, ends, people and units. weeks > 0. Errors: those of the design and the engine.
[[nodiscard]] Result<eventlog::EventLog> records_of(const AskQuestion& question, int weeks);

struct Demo {
  report::LookAnswer look;
  report::AskAnswer ask;
  double shock_weeks = 0;  ///< Central value.
};

/// Looks at records of the example and asks what the sector model and self-management would do, in
/// quiet and under a shock. About half a minute on two cores. Errors also: interrupted.
[[nodiscard]] Result<Demo> demo(Executor& executor, Progress& look_progress,
                                Progress& ask_progress);

}  // namespace veer::app
