// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/map.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <set>
#include <utility>

#include "veer/app/input_file.hpp"
#include "veer/app/stored_map.hpp"
#include "veer/design/layout.hpp"
#include "veer/discover/twin.hpp"
#include "veer/report/map_yaml.hpp"

namespace veer::app {
namespace {

// Judgement: more than any map that a person corrects; the reader of YAML refuses less.
constexpr std::uint64_t most_bytes = 64'000'000;

/// Writes a new file, whole or not at all.
Result<Done> write_new(const std::filesystem::path& path, const std::string& text) {
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  // "x": a file that is there holds somebody's corrections.
  std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "wbx"));
  if (!file && errno == EEXIST) {
    return fail(Error{ErrorCode::invalid, path.string(), "a file that is there already",
                      "the name of a new file",
                      "Choose another name, or read your corrections back with --read first."});
  }
  const bool written = file &&
                       std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() &&
                       std::fflush(file.get()) == 0;
  if (written) return Done{};
  const std::string reason = std::strerror(errno);
  if (file) {
    file.reset();
    std::remove(path.c_str());
  }
  return fail(Error{ErrorCode::unreadable, path.string(), reason, "a file that can be written",
                    "Check the folder, its rights and the room on the disk."});
}

/// By the rule of the designs themselves, with the central values of the twin.
discover::GroupingSupport domain_support(const discover::Twin& twin, const org::Map& map,
                                         std::size_t units) {
  org::Baseline baseline = twin.central;
  org::apply(map, baseline);
  const auto domains = design::domains_of(baseline, design::expect(baseline));
  if (design::divide_people(domains)) {
    std::set<std::string> distinct(domains.begin(), domains.end());
    distinct.erase("");
    return {discover::Support::yes, distinct.size()};
  }
  return {units > 1 ? discover::Support::judgement : discover::Support::no, units};
}

class MapCase {
 public:
  MapCase(const MapRequest& request, store::Workspace& workspace)
      : request_(request), workspace_(workspace) {}

  Result<report::MapAnswer> run(Progress& progress) {
    VEER_TRY(log_, workspace_.records());
    VEER_TRY(staff_, workspace_.staff());
    if (log_.events.empty()) {
      return fail(Error{ErrorCode::unsupported, request_.workspace.string(),
                        "a workspace without records", "records of cases",
                        "Import them: veer import " + request_.workspace.filename().string() +
                            " records.xes."});
    }
    VEER_TRY(ground_, map_ground(workspace_, log_, staff_));
    answer_.name = request_.workspace.stem().string();
    answer_.workspace = request_.workspace.string();
    std::string text;
    if (request_.read) {
      VEER_TRY(text, read_back(*request_.read, progress));
    } else if (!request_.propose) {
      VEER_TRY(auto stored, stored_map(workspace_, log_));
      if (stored) {
        answer_.map = std::move(stored->map);
        text = std::move(stored->text);
      }
    }
    const auto instances = eventlog::instances(log_);
    if (text.empty()) {
      answer_.proposal = discover::propose_map(log_, instances, staff_);
      answer_.map = answer_.proposal->map;
      answer_.map.workspace = answer_.name;
      answer_.map.records = ground_.records;
    }
    answer_.coverage = discover::cover(answer_.map, log_, instances, staff_);
    // Without people there is no twin, and no grouping.
    if (const auto twin = discover::discover(log_, instances, staff_)) {
      answer_.coverage.groupings[static_cast<std::size_t>(org::GroupBy::domain)] = domain_support(
          *twin, answer_.map, answer_.coverage[org::GroupBy::observed].groups);
    }
    if (request_.write) {
      if (answer_.proposal) text = report::map_yaml(request_.language, answer_);
      VEER_CHECK(write_new(*request_.write, text));
      answer_.written_to = request_.write->string();
    }
    return std::move(answer_);
  }

 private:
  Result<std::string> read_back(const std::filesystem::path& path, Progress& progress) {
    ReadingProgress reading{progress};
    FileRead read;
    VEER_TRY(std::string text, read_text(path, reading, read, most_bytes));
    VEER_TRY(answer_.map, codec::read_map(text, path.string(), ground_));
    VEER_CHECK(keep_map(workspace_, text, request_.veer_version));
    return text;
  }

  const MapRequest& request_;
  store::Workspace& workspace_;
  eventlog::EventLog log_;
  eventlog::StaffList staff_;
  codec::MapGround ground_;
  report::MapAnswer answer_;
};

}  // namespace

Result<report::MapAnswer> map_workspace(const MapRequest& request, Progress& progress) {
  if (request.read && request.propose) {
    return fail(Error{ErrorCode::usage, "veer map", "--read and --propose together", "one of them",
                      "Read a corrected map back, or ask for a new proposal."});
  }
  VEER_TRY(store::Workspace workspace,
           store::Workspace::open(request.workspace, request.read
                                                         ? store::Workspace::Access::change
                                                         : store::Workspace::Access::read));
  return MapCase(request, workspace).run(progress);
}

}  // namespace veer::app
