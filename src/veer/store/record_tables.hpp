// SPDX-License-Identifier: EUPL-1.2
// Event records and staff in the tables of the workspace. Errors: whatever SQLite cannot do is
// thrown as DatabaseFailure; write_records also gives the error interrupted.
#pragma once

#include "veer/store/database.hpp"
#include "veer/store/workspace.hpp"

namespace veer::store {

Result<Added> write_records(Database& database, const eventlog::EventLog& log, Progress& progress);
[[nodiscard]] eventlog::EventLog read_records(Database& database);

void write_staff(Database& database, const eventlog::StaffList& staff);
[[nodiscard]] eventlog::StaffList read_staff(Database& database);

}  // namespace veer::store
