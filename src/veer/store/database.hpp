// SPDX-License-Identifier: EUPL-1.2
// A thin C++ face on SQLite for this folder only: connections, statements, failures as Results.
// Waits at most two seconds (unit: milliseconds) for a lock that another program holds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "veer/base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace veer::store {

/// Thrown inside this folder when SQLite cannot do what was asked; the public functions of
/// Workspace catch it and give a Result.
struct DatabaseFailure {
  Error error;
};

/// Turns a DatabaseFailure thrown by the action into a failed Result.
template <class Action>
auto attempt(const Action& action) -> decltype(action()) {
  try {
    return action();
  } catch (const DatabaseFailure& failure) {
    return fail(failure.error);
  }
}

class Database {
 public:
  enum class Mode : std::uint8_t {
    read,
    write,
    create
  };

  Database(const std::filesystem::path& path, Mode mode);
  void execute(const char* sql) { execute(std::string(sql)); }
  void execute(const std::string& sql);
  [[nodiscard]] std::int64_t number(const char* sql);
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Throws what SQLite last complained about.
  [[noreturn]] void give_up(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string name_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement; parameters are counted from 1, columns from 0.
class Statement {
 public:
  Statement(Database& database, const char* sql);

  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, std::string_view text);  ///< Copied by SQLite.
  Statement& bind_null(int parameter);

  /// Runs to the next row; false after the last. Parameters keep their values.
  bool step();
  /// Runs a statement without rows, and makes it ready for the next.
  void run();
  /// Ready to be run again from the first row.
  void reset();

  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  ///< Valid until the next step.

 private:
  void check(int code);
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace veer::store
