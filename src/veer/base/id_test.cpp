// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/id.hpp"

#include <gtest/gtest.h>

#include <concepts>

namespace veer {
namespace {

using PersonId = Id<struct PersonTag>;
using UnitId = Id<struct UnitTag>;

template <class Table, class Key>
concept subscriptable = requires(Table table, Key key) { table[key]; };

TEST(Id, OfDifferentTablesDoNotMix) {
  static_assert(!std::convertible_to<PersonId, UnitId>);
  static_assert(!std::constructible_from<PersonId, UnitId>);
  static_assert(subscriptable<IdVector<PersonId, int>, PersonId>);
  static_assert(!subscriptable<IdVector<PersonId, int>, UnitId>);
}

TEST(Id, IsNoneUntilItPointsSomewhere) {
  EXPECT_TRUE(PersonId().is_none());
  EXPECT_FALSE(PersonId(0).is_none());
}

TEST(IdVector, GivesEachElementTheNextId) {
  IdVector<PersonId, int> table;
  EXPECT_EQ(table.push_back(7), PersonId(0));
  EXPECT_EQ(table.push_back(8), PersonId(1));
  EXPECT_EQ(table[PersonId(1)], 8);
  EXPECT_FALSE(table.contains(PersonId(2)));
  EXPECT_FALSE(table.contains(PersonId::none()));
}

}  // namespace
}  // namespace veer
