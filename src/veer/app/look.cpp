// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/look.hpp"

#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "veer/app/load.hpp"
#include "veer/app/look_scenario.hpp"
#include "veer/discover/map_proposal.hpp"
#include "veer/discover/sub_process_times.hpp"

namespace veer::app {
namespace {

// Judgement: more activities make a picture that no screen holds.
constexpr std::size_t screen_activities = 12;
// Exact: more than any records have.
constexpr std::size_t all_activities = std::numeric_limits<std::size_t>::max();

/// What activities are called in words, where the records have a column for it.
std::map<std::string, std::string> titles_of(const eventlog::EventLog& log,
                                             std::span<const eventlog::Instance> instances,
                                             const eventlog::StaffList& staff) {
  const discover::MapProposal proposal = discover::propose_map(log, instances, staff);
  std::map<std::string, std::string> titles;
  for (std::size_t i = 0; i < proposal.reasons.size(); ++i) {
    if (proposal.reasons[i].title.empty()) continue;
    titles.emplace(proposal.map.activities[i].name, proposal.reasons[i].title);
  }
  return titles;
}

}  // namespace

Result<std::string> look_at_process(const std::filesystem::path& workspace,
                                    report::PictureFormat format, report::Language language) {
  VEER_TRY(const OwnRecords own, load_records(workspace));
  const auto instances = eventlog::instances(own.log);
  const bool drawn =
      format == report::PictureFormat::dot || format == report::PictureFormat::svg;
  const std::size_t most = drawn ? report::drawn_activities : all_activities;
  const discover::Picture picture = discover::draw_process(
      own.log, instances, most, titles_of(own.log, instances, own.staff));
  if (picture.activities.empty()) {
    return fail(Error{ErrorCode::unsupported, workspace.string(),
                      "no activity of five cases and five people", "at least one",
                      "Import more records: what fewer than five people do is never shown."});
  }
  return report::picture_file(format, language, workspace.stem().string(), picture);
}

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
  const std::map<std::string, std::string> titles = titles_of(log, instances, staff);
  answer.picture = discover::draw_process(log, instances, screen_activities, titles);
  answer.lateness = discover::find_lateness(log, instances, answer.twin.period.last);
  answer.trends = discover::find_trends(instances);
  answer.fixed = discover::find_fixed_moments(log, instances);
  answer.traits = discover::find_case_traits(log, instances);
  answer.seasons = discover::find_seasons(instances);
  answer.applicant = discover::find_applicant_wait(log, instances, titles);
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
    std::vector<std::string> units = answer.twin.home_unit;
    for (const eventlog::StaffMember& member : own.staff) units.push_back(member.unit);
    answer.budget = org::cover(own.budget, units);
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
