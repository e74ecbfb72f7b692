// SPDX-License-Identifier: EUPL-1.2
// The workspace: one organisation, one file NAME.veer, an SQLite database in WAL mode.
//
// Holds the records (pseudonymised), the staff list, and documents that other commands keep in it
// (map, twin, designs, studies, results) as JSON with the version of Veer that wrote them. Whatever
// changes it happens in one transaction: a command that is killed, stopped or out of disk leaves
// the file as it was. Moments are stored as whole microseconds of civil time since 1970
// (base/time.hpp).
//
// Errors, unless said otherwise: storage (no rights, full disk, in use), invalid (no workspace at
// all), unsupported (made by a newer Veer), unreadable (damaged).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"
#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"

namespace veer::store {

/// A file that was imported.
struct Source {
  std::string name;         ///< File name without folder.
  std::string fingerprint;  ///< Of its unpacked bytes; a file is not imported twice.
  std::string kind;         ///< "records", "staff" or "budget".
  std::int64_t bytes = 0;   ///< Unpacked.
  friend bool operator==(const Source&, const Source&) = default;
};

/// What adding records did.
struct Added {
  std::size_t cases_new = 0;
  std::size_t cases_continued = 0;  ///< Already there under the same name: their events were added.
  std::size_t events = 0;
};

/// A document of another command.
struct Document {
  std::string json;
  std::string veer_version;  ///< The version that wrote it.
};

class Workspace {
 public:
  /// The layout this Veer writes and reads; one more than the last that it can also upgrade.
  static constexpr int layout = 1;

  enum class Access : std::uint8_t {
    read,    ///< Must exist.
    change,  ///< Must exist.
    create,  ///< Made when it does not exist.
  };

  /// Opens. Errors also: not_found.
  [[nodiscard]] static Result<Workspace> open(const std::filesystem::path& path, Access access);
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  /// Runs the changes in one transaction: all of them are kept when it succeeds, none when it
  /// fails, throws or the process dies.
  Result<Done> in_transaction(const std::function<Result<Done>()>& changes);

  [[nodiscard]] Result<std::vector<Source>> sources();
  /// Adds to the list of sources.
  Result<Done> add_source(const Source& source);

  /// Adds records: texts of the dictionaries and cases already there keep their ids; a case value
  /// that is there already is replaced. Within in_transaction(). Error also: interrupted.
  Result<Added> add_records(const eventlog::EventLog& log, Progress& progress);
  /// All records. O(events + values).
  [[nodiscard]] Result<eventlog::EventLog> records();

  /// Replaces the staff list. Within in_transaction().
  Result<Done> set_staff(const eventlog::StaffList& staff);
  [[nodiscard]] Result<eventlog::StaffList> staff();

  /// A setting by name ("key_check"); nothing when it was never set.
  [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view name);
  Result<Done> set_setting(std::string_view name, std::string_view value);

  /// Keeps a document (within in_transaction() when the workspace may be new), in place of an
  /// earlier one of the same kind ("twin", "study") and name.
  Result<Done> put_document(std::string_view kind, std::string_view name, const Document& document);
  [[nodiscard]] Result<std::optional<Document>> document(std::string_view kind,
                                                         std::string_view name);
  /// Names of the documents of a kind, in the order in which they were first kept.
  [[nodiscard]] Result<std::vector<std::string>> documents(std::string_view kind);

 private:
  struct State;
  explicit Workspace(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace veer::store
