// SPDX-License-Identifier: EUPL-1.2
#include "veer/store/workspace.hpp"

#include <system_error>

#include "veer/store/database.hpp"
#include "veer/store/record_tables.hpp"

namespace veer::store {
namespace {

// "Veer" as a number, in the header of the file, so that it is not taken for another database.
constexpr std::int64_t application_id = 0x56656572;

constexpr const char* schema = R"sql(
create table setting(name text primary key, value text not null) without rowid;
create table source(id integer primary key, name text not null, fingerprint text not null unique,
                    kind text not null, bytes integer not null);
create table activity(id integer primary key, name text not null unique);
create table person(id integer primary key, pseudonym text not null unique);
create table org_group(id integer primary key, name text not null unique);
create table zaak(id integer primary key, name text not null unique, case_type text not null);
create table event(id integer primary key, case_id integer not null, activity_id integer not null,
                   person_id integer, group_id integer, transition text not null,
                   start_us integer, end_us integer not null);
create table attribute(id integer primary key, name text not null, of_event integer not null,
                       is_person integer not null, unique(name, of_event));
create table case_value(attribute_id integer not null, case_id integer not null,
                        kind integer not null, value not null,
                        primary key(attribute_id, case_id)) without rowid;
create table event_value(attribute_id integer not null, event_id integer not null,
                         kind integer not null, value not null,
                         primary key(attribute_id, event_id)) without rowid;
create table staff(id integer primary key, person text not null, unit text not null,
                   function text not null, fte_thousandths integer, scale text not null);
create table document(id integer primary key, kind text not null, name text not null,
                      json text not null, veer_version text not null, unique(kind, name));
)sql";

Error newer_layout(const std::string& name, std::int64_t found) {
  return {ErrorCode::unsupported, name,
          "a workspace of layout " + std::to_string(found) + ", made by a newer Veer",
          "layout " + std::to_string(Workspace::layout) + " or older",
          "Install the newer Veer; the workspace was left as it is."};
}

}  // namespace

struct Workspace::State {
  State(const std::filesystem::path& path, Database::Mode mode) : database(path, mode) {}
  Database database;
  bool in_transaction = false;
};

Workspace::Workspace(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

namespace {

/// Whether the database holds nothing: new, or left by a first import that was killed.
bool is_empty(Database& database) {
  return database.number("select count(*) from sqlite_master") == 0;
}

void check_layout(Database& database) {
  const std::int64_t application = database.number("pragma application_id");
  const std::int64_t layout = database.number("pragma user_version");
  if (application != application_id) {
    throw DatabaseFailure{{ErrorCode::invalid, database.name(), "a database of another program",
                           "a workspace made by veer",
                           "Check the name: the workspace comes first, the records after it."}};
  }
  if (layout > Workspace::layout) throw DatabaseFailure{newer_layout(database.name(), layout)};
}

}  // namespace

Result<Workspace> Workspace::open(const std::filesystem::path& path, Access access) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return fail(Error{ErrorCode::invalid, path.string(), "a folder", "a workspace file NAME.veer",
                      "Name the workspace first: veer import NAME.veer records.xes."});
  }
  if (access != Access::create && !std::filesystem::exists(path, ignored)) {
    return fail(Error{
        ErrorCode::not_found, path.string(), "no such workspace", "a workspace made by veer import",
        "Import records first: veer import " + path.filename().string() + " records.xes."});
  }
  return attempt([&]() -> Result<Workspace> {
    const auto mode = access == Access::read     ? Database::Mode::read
                      : access == Access::change ? Database::Mode::write
                                                 : Database::Mode::create;
    auto state = std::make_unique<State>(path, mode);
    Database& database = state->database;
    const bool empty = is_empty(database);
    if (!empty) check_layout(database);
    if (empty && access != Access::create) {
      return fail(Error{ErrorCode::invalid, path.string(), "an empty workspace", "one with records",
                        "Import records first: veer import."});
    }
    if (access != Access::read) {
      database.execute("pragma journal_mode = wal");
      database.execute("pragma cache_size = -65536");  // 64 MiB, in KiB
    }
    return Workspace(std::move(state));
  });
}

Result<Done> Workspace::in_transaction(const std::function<Result<Done>()>& changes) {
  Database& database = state_->database;
  return attempt([&]() -> Result<Done> {
    database.execute("begin immediate");
    const auto undo = [&] {
      // SQLite has undone it by itself after a full disk; then there is nothing to undo.
      try {
        database.execute("rollback");
      } catch (const DatabaseFailure&) {
      }
    };
    try {
      if (is_empty(database)) {
        database.execute(schema);
        database.execute("pragma application_id = " + std::to_string(application_id));
        database.execute("pragma user_version = " + std::to_string(layout));
      }
      auto done = changes();
      if (done) {
        database.execute("commit");
      } else {
        undo();
      }
      return done;
    } catch (...) {
      undo();
      throw;
    }
  });
}

Result<std::vector<Source>> Workspace::sources() {
  return attempt([&]() -> Result<std::vector<Source>> {
    std::vector<Source> all;
    if (is_empty(state_->database)) return all;
    Statement rows(state_->database,
                   "select name, fingerprint, kind, bytes from source order by id");
    while (rows.step()) {
      all.push_back({std::string(rows.text(0)), std::string(rows.text(1)),
                     std::string(rows.text(2)), rows.number(3)});
    }
    return all;
  });
}

Result<Done> Workspace::add_source(const Source& source) {
  return attempt([&]() -> Result<Done> {
    Statement insert(state_->database,
                     "insert into source(name, fingerprint, kind, bytes) values(?, ?, ?, ?)");
    insert.bind(1, source.name).bind(2, source.fingerprint).bind(3, source.kind);
    insert.bind(4, source.bytes).run();
    return Done{};
  });
}

Result<Added> Workspace::add_records(const eventlog::EventLog& log, Progress& progress) {
  return attempt([&] { return write_records(state_->database, log, progress); });
}

Result<eventlog::EventLog> Workspace::records() {
  return attempt([&]() -> Result<eventlog::EventLog> { return read_records(state_->database); });
}

Result<Done> Workspace::set_staff(const eventlog::StaffList& staff) {
  return attempt([&]() -> Result<Done> {
    write_staff(state_->database, staff);
    return Done{};
  });
}

Result<eventlog::StaffList> Workspace::staff() {
  return attempt([&]() -> Result<eventlog::StaffList> { return read_staff(state_->database); });
}

Result<std::optional<std::string>> Workspace::setting(std::string_view name) {
  return attempt([&]() -> Result<std::optional<std::string>> {
    if (is_empty(state_->database)) return std::optional<std::string>();
    Statement row(state_->database, "select value from setting where name = ?");
    row.bind(1, name);
    if (!row.step()) return std::optional<std::string>();
    return std::optional<std::string>(row.text(0));
  });
}

Result<Done> Workspace::set_setting(std::string_view name, std::string_view value) {
  return attempt([&]() -> Result<Done> {
    Statement(state_->database, "insert or replace into setting(name, value) values(?, ?)")
        .bind(1, name)
        .bind(2, value)
        .run();
    return Done{};
  });
}

Result<Done> Workspace::put_document(std::string_view kind, std::string_view name,
                                     const Document& document) {
  return attempt([&]() -> Result<Done> {
    Statement(state_->database,
              "insert into document(kind, name, json, veer_version) values(?, ?, ?, ?) "
              "on conflict(kind, name) do update set json = excluded.json, "
              "veer_version = excluded.veer_version")
        .bind(1, kind)
        .bind(2, name)
        .bind(3, document.json)
        .bind(4, document.veer_version)
        .run();
    return Done{};
  });
}

Result<std::optional<Document>> Workspace::document(std::string_view kind, std::string_view name) {
  return attempt([&]() -> Result<std::optional<Document>> {
    Statement row(state_->database,
                  "select json, veer_version from document where kind = ? and name = ?");
    row.bind(1, kind).bind(2, name);
    if (!row.step()) return std::optional<Document>();
    return std::optional<Document>(Document{std::string(row.text(0)), std::string(row.text(1))});
  });
}

Result<std::vector<std::string>> Workspace::documents(std::string_view kind) {
  return attempt([&]() -> Result<std::vector<std::string>> {
    Statement rows(state_->database, "select name from document where kind = ? order by id");
    rows.bind(1, kind);
    std::vector<std::string> names;
    while (rows.step()) names.emplace_back(rows.text(0));
    return names;
  });
}

}  // namespace veer::store
