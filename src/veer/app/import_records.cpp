// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/import_records.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "veer/app/stored_budget.hpp"
#include "veer/app/workspace_key.hpp"
#include "veer/eventlog/known_events.hpp"
#include "veer/store/workspace.hpp"

namespace veer::app {
namespace {

namespace fs = std::filesystem;
using report::ImportedFile;
using report::ImportedStaff;
using report::ImportSummary;

Error imported_before(const fs::path& path, const std::string& name) {
  return {ErrorCode::invalid, path.string(), "a file that was imported before, as " + name,
          "records that are not in the workspace yet",
          "Leave it out: imported twice, everything in it would count double."};
}

class Import {
 public:
  Import(const ImportRequest& request, store::Workspace& workspace, Progress& progress)
      : request_(request), workspace_(workspace), reading_{progress, 0, 0} {}

  Result<Done> run() {
    VEER_CHECK(measure());
    VEER_TRY(const WorkspaceKey key, workspace_key(request_.workspace, workspace_));
    key_made_ = key.made;
    hash_ = codec::keyed_hash(key.key);
    for (const fs::path& path : request_.records) {
      if (!note(add_records(path))) return fail(std::move(problems_));
    }
    if (request_.staff && !note(add_staff(*request_.staff))) return fail(std::move(problems_));
    if (request_.budget && !note(add_budget(*request_.budget))) return fail(std::move(problems_));
    if (!problems_.empty()) return fail(std::move(problems_));
    return Done{};
  }

  /// Counts over everything that is in the workspace now.
  Result<ImportSummary> summary() {
    summary_.workspace = request_.workspace.filename().string();
    summary_.key_file = key_path(request_.workspace).filename().string();
    VEER_TRY(const eventlog::EventLog log, workspace_.records());
    VEER_TRY(const eventlog::StaffList staff, workspace_.staff());
    summary_.quality = eventlog::data_quality(log);
    std::set<std::string> types;
    for (const eventlog::Case& c : log.cases) {
      if (!c.case_type.empty()) types.insert(c.case_type);
    }
    summary_.case_types = types.size();
    if (summary_.staff) count_people(log, staff);
    if (summary_.budget) VEER_CHECK(cover_budget(log, staff));
    return std::move(summary_);
  }

  [[nodiscard]] bool key_made() const { return key_made_; }

 private:
  /// Keeps the problems of a file, so that those of the next are told too. False: there is no use
  /// in going on.
  bool note(const Result<Done>& done) {
    if (done) return true;
    const Problems& found = done.error();
    problems_.insert(problems_.end(), found.begin(), found.end());
    const ErrorCode code = found.front().code;
    return code != ErrorCode::interrupted && code != ErrorCode::storage;
  }

  Result<Done> measure() {
    Problems problems;
    const auto add = [&](const fs::path& path) {
      const auto size = size_on_disk(path);
      if (size) {
        reading_.total += *size;
      } else {
        problems.push_back(size.error().front());
      }
    };
    for (const fs::path& path : request_.records) add(path);
    if (request_.staff) add(*request_.staff);
    if (request_.budget) add(*request_.budget);
    if (!problems.empty()) return fail(std::move(problems));
    return Done{};
  }

  Result<Done> keep_source(const fs::path& path, const FileRead& file, const char* kind) {
    VEER_TRY(const auto known, workspace_.sources());
    for (const store::Source& source : known) {
      if (source.fingerprint != file.fingerprint) continue;
      if (source.kind == kind && source.kind != "records") return Done{};
      return fail(imported_before(path, source.name));
    }
    return workspace_.add_source(
        {path.filename().string(), file.fingerprint, kind, static_cast<std::int64_t>(file.bytes)});
  }

  Result<Done> add_records(const fs::path& path) {
    VEER_TRY(RecordsFile file, read_records(path, request_.options, reading_));
    VEER_CHECK(keep_source(path, file.file, "records"));
    auto done = eventlog::protect(std::move(file.read.records), hash_);
    if (done.log.events.empty()) {
      return fail(Error{ErrorCode::invalid, path.string(), "no events",
                        "records with at least one event", "Check that this is the right file."});
    }
    VEER_TRY(const eventlog::EventLog known, workspace_.records());
    const std::size_t already = eventlog::take_out_known(done.log, known);
    VEER_TRY(const store::Added added, workspace_.add_records(done.log, reading_.progress));
    ImportedFile told;
    told.name = path.filename().string();
    told.cases = done.log.cases.size();
    told.events = added.events;
    told.events_known = already;
    told.cases_continued = added.cases_continued;
    told.events_without_moment = file.read.events_without_moment;
    told.events_without_activity = file.read.events_without_activity;
    told.bytes = file.file.bytes;
    told.csv = std::move(file.read.csv);
    told.privacy = done.findings;
    summary_.files.push_back(std::move(told));
    return Done{};
  }

  Result<Done> add_staff(const fs::path& path) {
    VEER_TRY(StaffFile file, read_staff_list(path, reading_));
    VEER_CHECK(keep_source(path, file.file, "staff"));
    const eventlog::StaffList staff = eventlog::protect(std::move(file.read.staff), hash_);
    if (staff.empty()) {
      return fail(Error{ErrorCode::invalid, path.string(), "no people",
                        "a staff list with at least one row",
                        "Check that this is the right file."});
    }
    VEER_CHECK(workspace_.set_staff(staff));
    ImportedStaff told;
    told.name = path.filename().string();
    told.ignored = std::move(file.read.ignored);
    summary_.staff = std::move(told);
    return Done{};
  }

  Result<Done> add_budget(const fs::path& path) {
    VEER_TRY(BudgetFile file, read_budget(path, reading_));
    VEER_CHECK(keep_source(path, file.file, "budget"));
    if (file.read.budget.empty()) {
      return fail(Error{ErrorCode::invalid, path.string(), "no lines",
                        "a budget with at least one line", "Check that this is the right file."});
    }
    VEER_CHECK(keep_budget(workspace_, file.read.budget, request_.veer_version));
    summary_.budget = report::ImportedBudget{path.filename().string(), {},
                                             std::move(file.read.ignored)};
    return Done{};
  }

  Result<Done> cover_budget(const eventlog::EventLog& log, const eventlog::StaffList& staff) {
    VEER_TRY(const org::Budget budget, stored_budget(workspace_));
    std::vector<std::string> units = log.groups.texts();
    for (const eventlog::StaffMember& member : staff) units.push_back(member.unit);
    summary_.budget->cover = org::cover(budget, units);
    return Done{};
  }

  void count_people(const eventlog::EventLog& log, const eventlog::StaffList& staff) {
    ImportedStaff& told = *summary_.staff;
    std::set<std::string> people;
    for (const eventlog::StaffMember& member : staff) {
      people.insert(member.person);
      if (member.unit.empty()) ++told.posts_without_unit;
      if (member.fte) {
        told.fte += *member.fte;
      } else {
        ++told.posts_without_fte;
      }
    }
    told.posts = staff.size();
    told.people = people.size();
    told.people_in_records = log.persons.size();
    told.people_recognised = static_cast<std::size_t>(
        std::count_if(log.persons.texts().begin(), log.persons.texts().end(),
                      [&](const std::string& person) { return people.count(person) != 0; }));
  }

  const ImportRequest& request_;
  store::Workspace& workspace_;
  ReadingProgress reading_;
  eventlog::KeyedHash hash_;
  bool key_made_ = false;
  Problems problems_;
  ImportSummary summary_;
};

/// Takes away what a failed first import made.
void remove_workspace(const fs::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    fs::remove(fs::path(path) += suffix, ignored);
  }
}

}  // namespace

Result<ImportSummary> import_records(const ImportRequest& request, Progress& progress) {
  if (request.records.empty() && !request.staff && !request.budget) {
    return fail(Error{ErrorCode::usage, "veer import", "nothing to import",
                      "files with records, --staff with a staff list or --budget with a budget",
                      "For example: veer import gemeente.veer zaken.xes --staff hr.csv"});
  }
  std::error_code ignored;
  const bool was_there = fs::exists(request.workspace, ignored);
  auto opened = store::Workspace::open(request.workspace, store::Workspace::Access::create);
  if (!opened) return fail(opened.error());
  std::optional<store::Workspace> workspace = *std::move(opened);
  Import import(request, *workspace, progress);
  const auto done = workspace->in_transaction([&] { return import.run(); });
  if (done) return import.summary();
  workspace.reset();
  if (!was_there) remove_workspace(request.workspace);
  if (import.key_made()) fs::remove(key_path(request.workspace), ignored);
  return fail(done.error());
}

}  // namespace veer::app
