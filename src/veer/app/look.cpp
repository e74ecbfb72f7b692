// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/look.hpp"

#include <utility>

#include "veer/app/load.hpp"

namespace veer::app {

Result<report::LookAnswer> look(const std::string& name, const eventlog::EventLog& log,
                                const eventlog::StaffList& staff, const LookOptions& options,
                                Executor& executor, Progress& progress) {
  report::LookAnswer answer;
  answer.name = name;
  VEER_TRY(answer.twin, discover::discover(log, staff));
  answer.overview = discover::overview(answer.twin);
  const study::ImitationOptions imitation{options.logs, options.seed};
  auto imitated = study::imitate(log, staff, imitation, executor, progress);
  if (imitated) {
    answer.imitation = *std::move(imitated);
  } else if (imitated.error().front().code != ErrorCode::unsupported) {
    return fail(imitated.error());
  }
  return answer;
}

Result<report::LookAnswer> look_at_workspace(const std::filesystem::path& workspace,
                                             const LookOptions& options, Executor& executor,
                                             Progress& progress) {
  VEER_TRY(const OwnRecords own, load_records(workspace));
  return look(workspace.stem().string(), own.log, own.staff, options, executor, progress);
}

}  // namespace veer::app
