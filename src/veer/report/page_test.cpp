// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/page.hpp"

#include <gtest/gtest.h>

namespace veer::report {
namespace {

TEST(Page, UnderlinesItsTitleByCharactersAndKeepsTheOrder) {
  Page page(Language::nl);
  page.title("Één");
  Table table;
  table.add({"a", "1"});
  page.show(table);
  page.heading(TextKey::look_time_head);
  const std::string heading(text(Language::nl, TextKey::look_time_head));
  EXPECT_EQ(page.take(), "Één\n===\n\n\na  1\n\n\n" + heading + "\n\n");
}

}  // namespace
}  // namespace veer::report
