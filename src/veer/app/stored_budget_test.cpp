// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/stored_budget.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "veer/app/import_records.hpp"

namespace veer::app {
namespace {

namespace fs = std::filesystem;

class StoredBudget : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  Result<report::ImportSummary> import(const std::string& budget) {
    std::ofstream(folder_ / "begroting.csv") << budget;
    ImportRequest request;
    request.workspace = folder_ / "x.veer";
    request.budget = folder_ / "begroting.csv";
    SilentProgress progress;
    return import_records(request, progress);
  }
  org::Budget stored() {
    auto workspace = store::Workspace::open(folder_ / "x.veer", store::Workspace::Access::change);
    auto budget = stored_budget(*workspace);
    EXPECT_TRUE(budget.has_value());
    return *std::move(budget);
  }

  fs::path folder_;
};

TEST_F(StoredBudget, IsTheOneImportedLast) {
  ASSERT_TRUE(import("eenheid;soort;jaar;bedrag\nWmo;inhuur;2025;10\n"));
  const auto second = import("eenheid;soort;jaar;bedrag\nWmo;inhuur;2026;1.250,50\n");
  ASSERT_TRUE(second) << to_string(second.error().front());
  EXPECT_EQ(stored(), (org::Budget{{"Wmo", "inhuur", 2026, Money::cents(125'050)}}));
  ASSERT_TRUE(second->budget.has_value());
  EXPECT_EQ(second->budget->cover.units_unknown, std::vector<std::string>{"Wmo"});
}

TEST_F(StoredBudget, ThatIsWrongLeavesTheEarlierOne) {
  ASSERT_TRUE(import("eenheid;soort;jaar;bedrag\nWmo;inhuur;2025;10\n"));
  EXPECT_FALSE(import("eenheid;soort;jaar;bedrag\nWmo;inhuur;2025;veel\n"));
  EXPECT_FALSE(import("eenheid;soort;jaar;bedrag\n")) << "no lines";
  EXPECT_EQ(stored().size(), 1U);
}

TEST_F(StoredBudget, ThatIsDamagedIsSaidToBe) {
  ASSERT_TRUE(import("eenheid;soort;jaar;bedrag\nWmo;inhuur;2025;10\n"));
  auto workspace = store::Workspace::open(folder_ / "x.veer", store::Workspace::Access::change);
  for (const char* text : {"", "{}", "[1]", R"([{"unit":"a","kind":"b","year":"x","cents":1}])"}) {
    ASSERT_TRUE(workspace->in_transaction(
        [&] { return workspace->put_document("budget", "budget", {text, ""}); }));
    const auto budget = stored_budget(*workspace);
    ASSERT_FALSE(budget) << text;
    EXPECT_EQ(budget.error().front().code, ErrorCode::unreadable);
  }
}

}  // namespace
}  // namespace veer::app
