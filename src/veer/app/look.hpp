// SPDX-License-Identifier: EUPL-1.2
// Looks at an organisation's own records: learns the twin, sums it up, and tests it on the newest
// part of the records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"
#include "veer/report/look_report.hpp"

namespace veer::app {

struct LookOptions {
  std::uint64_t seed = 1;
  std::size_t logs = 10;  ///< Simulated logs of the test.
};

/// name: of the organisation, for the title. Errors: unsupported when the records hold no completed
/// activity or no person; interrupted. Records too short to hold a part back give an answer without
/// the test.
[[nodiscard]] Result<report::LookAnswer> look(const std::string& name,
                                              const eventlog::EventLog& log,
                                              const eventlog::StaffList& staff,
                                              const LookOptions& options, Executor& executor,
                                              Progress& progress);

/// The same of a workspace, called by its file's name. Errors also: those of load_records().
[[nodiscard]] Result<report::LookAnswer> look_at_workspace(const std::filesystem::path& workspace,
                                                           const LookOptions& options,
                                                           Executor& executor,
                                                           Progress& progress);

}  // namespace veer::app
