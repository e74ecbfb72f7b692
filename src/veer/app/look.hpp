// SPDX-License-Identifier: EUPL-1.2
// Looks at an organisation. At its own records: learns the twin, sums it up, and tests it on the
// newest part of the records. At a scenario, which has none: simulates it (look_scenario.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/org/map.hpp"
#include "veer/report/look_report.hpp"
#include "veer/report/present_report.hpp"
#include "veer/report/process_files.hpp"

namespace veer::app {

struct LookOptions {
  std::uint64_t seed = 1;
  std::size_t logs = 10;      ///< Records: simulated logs of the test.
  std::uint32_t draws = 40;   ///< A scenario: draws of the judgements, one year of each.
};

/// name: of the organisation, for the title; map: nothing when none was read back. Errors:
/// unsupported when the records hold no completed activity or no person; interrupted. Records too
/// short to hold a part back give an answer without the test.
[[nodiscard]] Result<report::LookAnswer> look(const std::string& name,
                                              const eventlog::EventLog& log,
                                              const eventlog::StaffList& staff,
                                              const LookOptions& options, Executor& executor,
                                              Progress& progress,
                                              const std::optional<org::Map>& map = std::nullopt);

/// The process in the records of a workspace as a file in that format. Errors: those of
/// load_records(); unsupported when nothing may be shown.
[[nodiscard]] Result<std::string> look_at_process(const std::filesystem::path& workspace,
                                                  report::PictureFormat format,
                                                  report::Language language);

/// What was looked at decides what there is to see.
using Seen = std::variant<report::LookAnswer, report::PresentAnswer>;

/// TARGET of the command: a workspace (NAME.veer), called by its file's name, or a scenario's file
/// or folder. Errors also: those of load_records() and look_at_scenario().
[[nodiscard]] Result<Seen> look_at(const std::filesystem::path& target,
                                   const LookOptions& options, Executor& executor,
                                   Progress& progress);

}  // namespace veer::app
