// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/look.hpp"

#include <utility>

#include "veer/app/load.hpp"
#include "veer/app/look_scenario.hpp"
#include "veer/discover/sub_process_times.hpp"

namespace veer::app {

Result<report::LookAnswer> look(const std::string& name, const eventlog::EventLog& log,
                                const eventlog::StaffList& staff, const LookOptions& options,
                                Executor& executor, Progress& progress,
                                const std::optional<org::Map>& map) {
  report::LookAnswer answer;
  answer.name = name;
  VEER_TRY(answer.twin, discover::discover(log, staff));
  answer.overview = discover::overview(answer.twin);
  const auto instances = eventlog::instances(log);
  if (map) {
    org::apply(*map, answer.twin.central);
    answer.by_sub_process = discover::sub_process_times(answer.twin, *map);
  }
  answer.lateness = discover::find_lateness(log, instances, answer.twin.last);
  answer.trends = discover::find_trends(instances);
  answer.applicant = discover::find_applicant_wait(log, instances);
  const study::ImitationOptions imitation{options.logs, options.seed};
  auto imitated = study::imitate(log, staff, imitation, executor, progress);
  if (imitated) {
    answer.imitation = *std::move(imitated);
  } else if (imitated.error().front().code != ErrorCode::unsupported) {
    return fail(imitated.error());
  }
  return answer;
}

Result<Seen> look_at(const std::filesystem::path& target, const LookOptions& options,
                     Executor& executor, Progress& progress) {
  if (target.extension() == ".veer") {
    VEER_TRY(const OwnRecords own, load_records(target));
    VEER_TRY(report::LookAnswer answer, look(target.stem().string(), own.log, own.staff, options,
                                             executor, progress, own.map));
    return Seen(std::move(answer));
  }
  AskEffort effort;
  effort.seed = options.seed;
  effort.draws = options.draws;
  effort.replications = 1;
  VEER_TRY(report::PresentAnswer answer, look_at_scenario(target, effort, executor, progress));
  return Seen(std::move(answer));
}

}  // namespace veer::app
