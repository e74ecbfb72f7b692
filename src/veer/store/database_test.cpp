// SPDX-License-Identifier: EUPL-1.2
#include "veer/store/database.hpp"

#include <gtest/gtest.h>

namespace veer::store {
namespace {

TEST(Database, BindsAndReadsEveryKindOfValue) {
  Database database(":memory:", Database::Mode::create);
  database.execute("create table t(a, b, c, d)");
  Statement insert(database, "insert into t values(?, ?, ?, ?)");
  insert.bind(1, std::int64_t{-5}).bind(2, 2.5).bind(3, std::string_view("a\0b", 3));
  insert.bind_null(4).run();
  Statement rows(database, "select * from t");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.number(0), -5);
  EXPECT_EQ(rows.real(1), 2.5);
  EXPECT_EQ(rows.text(2), std::string_view("a\0b", 3));
  EXPECT_TRUE(rows.is_null(3));
  EXPECT_FALSE(rows.step());
}

TEST(Database, FailureBecomesAResult) {
  const auto result = attempt([]() -> Result<Done> {
    Database database("/no/such/folder/x.veer", Database::Mode::create);
    return Done{};
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().code, ErrorCode::storage);
}

}  // namespace
}  // namespace veer::store
