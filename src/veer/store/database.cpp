// SPDX-License-Identifier: EUPL-1.2
#include "veer/store/database.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <limits>

namespace veer::store {
namespace {

bool is_full(int code, int system_errno) {
  // SQLite tells a write that a quota or a limit cut short as a failed write, without its reason.
  return (code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_WRITE ||
         code == SQLITE_IOERR_SHMSIZE || system_errno == ENOSPC || system_errno == EFBIG ||
         system_errno == EDQUOT;
}

Error error_of(int code, int system_errno, const std::string& name, const std::string& message) {
  const auto storage = [&](std::string found, std::string expected, std::string hint) {
    return Error{ErrorCode::storage, name, std::move(found), std::move(expected), std::move(hint)};
  };
  if (is_full(code, system_errno)) {
    return storage("no room left on the disk", "room for the records",
                   "Nothing was changed. Make room, or put the workspace on another disk.");
  }
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return {ErrorCode::invalid, name, "a file that is no workspace", "a workspace made by veer",
              "Check the name: the workspace comes first, the records after it."};
    case SQLITE_CORRUPT:
      return {ErrorCode::unreadable, name, "a damaged workspace (" + message + ")", "a whole one",
              "Put back a copy, or import the records again into a new workspace."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return storage("a workspace that you may not write",
                     "rights to write the file and its folder",
                     "Change the rights, or use a folder of your own.");
    case SQLITE_CANTOPEN:
      return storage("a workspace that cannot be opened or made here",
                     "an existing folder that you may write",
                     "Check the folder and its rights, or use a folder of your own.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return storage("a workspace in use by another program", "a free one",
                     "Wait until the other one is done, and try again.");
    default:
      return storage("a workspace that cannot be used (" + message + ")", "a sound disk",
                     "Nothing was changed. Check the disk, and try again.");
  }
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& path, Mode mode) : name_(path.string()) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  // Reading too: only a connection that may write takes the files of the WAL away behind it. Where
  // the file may not be written, SQLite itself opens it for reading.
  flags |= SQLITE_OPEN_READWRITE;
  if (mode == Mode::create) flags |= SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name_.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) give_up(code);
  constexpr int patience_ms = 2000;  // Judgement: longer than a reader holds its lock
  sqlite3_busy_timeout(handle, patience_ms);
  if (mode == Mode::read) execute("pragma query_only = on");
}

void Database::give_up(int code) const {
  const int system_errno = handle_ ? sqlite3_system_errno(handle_.get()) : 0;
  const std::string message = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  throw DatabaseFailure{error_of(code, system_errno, name_, message)};
}

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) give_up(code);
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(Database& database, const char* sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::check(int code) {
  if (code != SQLITE_OK) database_.give_up(code);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  check(sqlite3_bind_double(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // The last argument is SQLITE_TRANSIENT: SQLite keeps a copy.
  const auto copy = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
  check(sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), copy,
                            SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  check(sqlite3_bind_null(statement_.get(), parameter));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.give_up(code);
  return false;
}

void Statement::run() {
  step();
  reset();
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

}  // namespace veer::store
