// SPDX-License-Identifier: EUPL-1.2
#include "veer/store/record_tables.hpp"

#include <gtest/gtest.h>

namespace veer::store {
namespace {

TEST(StaffTable, HoldsOnlyTheLastList) {
  Database database(":memory:", Database::Mode::create);
  database.execute(
      "create table staff(id integer primary key, person, unit, function, fte_thousandths, scale)");
  write_staff(database, {{"P-1", "Bouw", "", Fte::of(1), ""}});
  const eventlog::StaffList second = {{"P-2", "", "jurist", std::nullopt, "10A"}};
  write_staff(database, second);
  EXPECT_EQ(read_staff(database), second);
}

}  // namespace
}  // namespace veer::store
