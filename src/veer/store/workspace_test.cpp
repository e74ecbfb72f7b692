// SPDX-License-Identifier: EUPL-1.2
#include "veer/store/workspace.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <csignal>
#include <fstream>

#include "veer/eventlog/log_builder.hpp"

namespace veer::store {
namespace {

using eventlog::CaseId;
using eventlog::EventLog;
using eventlog::Value;
namespace fs = std::filesystem;

class WorkspaceTest : public testing::Test {
 protected:
  WorkspaceTest() {
    std::string pattern = testing::TempDir() + "veer-XXXXXX";
    folder_ = mkdtemp(pattern.data());
    path_ = folder_ / "gemeente.veer";
  }
  ~WorkspaceTest() override { fs::remove_all(folder_); }

  Result<Workspace> open(Workspace::Access access = Workspace::Access::create) const {
    return Workspace::open(path_, access);
  }
  /// Adds the log in a transaction of its own.
  Result<Added> add(Workspace& workspace, const EventLog& log) const {
    Added added;
    SilentProgress silent;
    VEER_CHECK(workspace.in_transaction([&]() -> Result<Done> {
      VEER_TRY(added, workspace.add_records(log, silent));
      return Done{};
    }));
    return added;
  }

  fs::path folder_;
  fs::path path_;
};

void event(eventlog::LogBuilder& b, std::string_view name, std::string_view activity, int hour) {
  const CaseId id = b.case_of(name);
  b.add_event({id, b.activity(activity), b.person("P-1"), b.group("KCC"),
               eventlog::Transition::complete, Instant(std::chrono::hours(hour - 1)),
               Instant(std::chrono::hours(hour))});
  b.set_event_value("pages", std::int64_t{hour});
}

EventLog first_log() {
  eventlog::LogBuilder b;
  event(b, "Z1", "intake", 5);
  event(b, "Z2", "intake", 6);
  b.set_case_value(b.case_of("Z1"), "channel", std::string("balie"));
  b.set_case_value(b.case_of("Z2"), "fee", 12.5);
  b.set_case_value(b.case_of("Z2"), "urgent", true);
  b.set_case_value(b.case_of("Z1"), "deadline", Instant(std::chrono::hours(99)));
  const CaseId id = b.case_of("Z1");
  b.add_event({id, b.activity("toets"), b.person(""), b.group(""), eventlog::Transition::suspend,
               std::nullopt, Instant(std::chrono::hours(9))});
  return b.build();
}

TEST_F(WorkspaceTest, GivesBackTheRecordsItWasGiven) {
  auto workspace = open();
  ASSERT_TRUE(workspace);
  const EventLog log = first_log();
  ASSERT_TRUE(add(*workspace, log));
  EXPECT_EQ(*workspace->records(), log);
  auto again = open(Workspace::Access::read);
  ASSERT_TRUE(again);
  EXPECT_EQ(*again->records(), log);
}

TEST_F(WorkspaceTest, LeavesNoOtherFilesBehindWhenItWasRead) {
  {
    auto workspace = open();
    ASSERT_TRUE(add(*workspace, first_log()));
  }
  {
    auto reading = open(Workspace::Access::read);
    ASSERT_TRUE(reading->records());
    EXPECT_FALSE(reading->set_setting("name", "value")) << "opened for reading";
  }
  EXPECT_FALSE(fs::exists(path_.string() + "-wal"));
  EXPECT_FALSE(fs::exists(path_.string() + "-shm"));
}

TEST_F(WorkspaceTest, ContinuesACaseOfASecondFile) {
  auto workspace = open();
  ASSERT_TRUE(add(*workspace, first_log()));
  eventlog::LogBuilder b;
  event(b, "Z3", "besluit", 7);
  event(b, "Z1", "besluit", 8);
  b.set_case_value(b.case_of("Z1"), "channel", std::string("post"));
  const auto added = add(*workspace, b.build());
  EXPECT_EQ(added->cases_new, 1U);
  EXPECT_EQ(added->cases_continued, 1U);
  const auto log = workspace->records();
  ASSERT_EQ(log->events.size(), 5U);
  EXPECT_EQ(log->events[2].case_id, CaseId(0));
  EXPECT_EQ(log->activities[log->events[2].activity], "besluit");
  EXPECT_EQ(log->event_attributes[0].values[2], Value(std::int64_t{8}));
  EXPECT_EQ(log->attribute("channel")->values[CaseId(0)], Value(std::string("post")));
}

TEST_F(WorkspaceTest, UndoesATransactionThatFails) {
  auto workspace = open();
  ASSERT_TRUE(add(*workspace, first_log()));
  const auto result = workspace->in_transaction([&]() -> Result<Done> {
    VEER_CHECK(workspace->set_setting("a", "b"));
    return fail(Error{ErrorCode::interrupted, "", "stopped", "", ""});
  });
  EXPECT_FALSE(result);
  EXPECT_FALSE(workspace->setting("a")->has_value());
}

TEST_F(WorkspaceTest, KeepsStaffSourcesSettingsAndDocuments) {
  auto workspace = open();
  const eventlog::StaffList staff = {{"P-1", "Bouw", "toetser", Fte::of(0.8), "9"},
                                     {"P-2", "", "", std::nullopt, ""}};
  const Source source{"zaken.xes", "ab12", "records", 77};
  ASSERT_TRUE(workspace->in_transaction([&]() -> Result<Done> {
    VEER_CHECK(workspace->set_staff(staff));
    VEER_CHECK(workspace->add_source(source));
    VEER_CHECK(workspace->set_setting("key_check", "x"));
    VEER_CHECK(workspace->put_document("study", "two", {"{}", "0.1.0"}));
    VEER_CHECK(workspace->put_document("study", "one", {"{}", "0.1.0"}));
    return workspace->put_document("study", "two", {"[1]", "0.2.0"});
  }));
  EXPECT_EQ(*workspace->staff(), staff);
  EXPECT_EQ(*workspace->sources(), std::vector<Source>{source});
  EXPECT_EQ(*workspace->setting("key_check"), "x");
  EXPECT_EQ((*workspace->document("study", "two"))->json, "[1]");
  EXPECT_FALSE(workspace->document("study", "three")->has_value());
  EXPECT_EQ(*workspace->documents("study"), (std::vector<std::string>{"two", "one"}));
}

TEST_F(WorkspaceTest, MustExistToBeReadOrChanged) {
  EXPECT_EQ(open(Workspace::Access::read).error().front().code, ErrorCode::not_found);
  EXPECT_EQ(open(Workspace::Access::change).error().front().code, ErrorCode::not_found);
  EXPECT_FALSE(fs::exists(path_));
}

TEST_F(WorkspaceTest, ThatIsNoDatabaseIsLeftAlone) {
  const std::string text(5000, 'x');
  std::ofstream(path_) << text;
  const auto result = open();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().code, ErrorCode::invalid);
  EXPECT_EQ(fs::file_size(path_), text.size());
  EXPECT_FALSE(fs::exists(path_.string() + "-wal"));
}

void run_sql(const fs::path& path, const char* sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
}

TEST_F(WorkspaceTest, OfAnotherProgramIsRefused) {
  run_sql(path_, "create table photos(id)");
  EXPECT_EQ(open().error().front().found, "a database of another program");
}

TEST_F(WorkspaceTest, FromANewerVersionIsRefusedAndLeftAlone) {
  {
    auto workspace = open();
    ASSERT_TRUE(add(*workspace, first_log()));
  }
  run_sql(path_, "pragma user_version = 99");
  for (const auto access : {Workspace::Access::create, Workspace::Access::read}) {
    const auto result = open(access);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().front().code, ErrorCode::unsupported);
  }
}

/// Runs the action in a child process and gives its wait status.
template <class Action>
int in_child(const Action& action) {
  const pid_t child = fork();
  if (child == 0) {
    action();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

TEST_F(WorkspaceTest, IsAsItWasAfterAProcessDiedInTheMiddle) {
  {
    auto workspace = open();
    ASSERT_TRUE(add(*workspace, first_log()));
  }
  const int status = in_child([&] {
    auto workspace = open();
    SilentProgress silent;
    static_cast<void>(workspace->in_transaction([&]() -> Result<Done> {
      eventlog::LogBuilder b;
      for (int i = 0; i < 50000; ++i) event(b, "N" + std::to_string(i), "x", i);
      VEER_CHECK(workspace->add_records(b.build(), silent));
      kill(getpid(), SIGKILL);
      return Done{};
    }));
  });
  ASSERT_TRUE(WIFSIGNALED(status));
  auto workspace = open(Workspace::Access::read);
  ASSERT_TRUE(workspace);
  EXPECT_EQ(*workspace->records(), first_log());
}

TEST_F(WorkspaceTest, IsAsItWasAfterTheDiskWasFull) {
  {
    auto workspace = open();
    ASSERT_TRUE(add(*workspace, first_log()));
  }
  const int status = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{300000, 300000};  // files cannot grow beyond this
    setrlimit(RLIMIT_FSIZE, &limit);
    auto workspace = open();
    if (!workspace) _exit(1);
    eventlog::LogBuilder b;
    for (int i = 0; i < 50000; ++i) event(b, "N" + std::to_string(i), "x", i);
    const auto added = add(*workspace, b.build());
    if (added) _exit(2);
    const Error& error = added.error().front();
    _exit(error.code == ErrorCode::storage && error.found == "no room left on the disk" ? 42 : 3);
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 42);
  auto workspace = open(Workspace::Access::read);
  ASSERT_TRUE(workspace);
  EXPECT_EQ(*workspace->records(), first_log());
}

TEST_F(WorkspaceTest, InUseByAnotherIsTold) {
  auto one = open();
  ASSERT_TRUE(add(*one, first_log()));
  auto two = open();
  ASSERT_TRUE(one->in_transaction([&]() -> Result<Done> {
    const auto result = two->in_transaction([] { return Result<Done>(Done{}); });
    EXPECT_FALSE(result);
    if (!result) {
      EXPECT_EQ(result.error().front().found, "a workspace in use by another program");
    }
    return Done{};
  }));
}

}  // namespace
}  // namespace veer::store
