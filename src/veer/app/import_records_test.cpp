// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/import_records.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <zlib.h>

#include <fstream>
#include <iterator>

#include "veer/app/load.hpp"
#include "veer/app/workspace_key.hpp"

namespace veer::app {
namespace {

namespace fs = std::filesystem;

class ImportTest : public testing::Test {
 protected:
  ImportTest() {
    std::string pattern = testing::TempDir() + "veer-import-XXXXXX";
    folder_ = mkdtemp(pattern.data());
  }
  ~ImportTest() override { fs::remove_all(folder_); }

  fs::path file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  Result<report::ImportSummary> import(std::vector<fs::path> records,
                                       std::optional<fs::path> staff = std::nullopt) const {
    ImportRequest request;
    request.workspace = workspace();
    request.records = std::move(records);
    request.staff = std::move(staff);
    SilentProgress silent;
    return import_records(request, silent);
  }
  fs::path workspace() const { return folder_ / "gemeente.veer"; }
  fs::path key() const { return folder_ / "gemeente.key"; }
  std::string bytes(const fs::path& path) const {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  fs::path folder_;
};

const std::string records =
    "zaaknummer;handeling;medewerker;einddatum;behandelaar;toelichting\n"
    "Z1;intake;Jan de Vries;1-2-2025 10:00;Jan de Vries;belde over de schutting\n"
    "Z1;besluit;An Bakker;13-2-2025 11:00;Jan de Vries;wil snel een besluit\n"
    "Z2;intake;An Bakker;14-2-2025 9:00;An Bakker;kwam langs aan balie\n";
const std::string staff = "medewerker;afdeling;fte\nJan de Vries;Bouw;0,8\nBo Smit;Bouw;1\n";

TEST_F(ImportTest, KeepsRecordsAndStaffUnderPseudonymsOnly) {
  const auto summary = import({file("zaken.csv", records)}, file("hr.csv", staff));
  ASSERT_TRUE(summary) << to_string(summary.error().front());
  EXPECT_EQ(summary->quality.cases, 2U);
  EXPECT_EQ(summary->quality.persons, 2U);
  EXPECT_EQ(summary->staff->people_recognised, 1U);
  EXPECT_EQ(summary->staff->fte, Fte::of(1.8));
  const auto own = load_records(workspace());
  ASSERT_TRUE(own);
  EXPECT_EQ(own->log.events.size(), 3U);
  EXPECT_EQ(own->staff.front().person, own->log.persons.texts().front());
  for (const char* suffix : {".veer", ".veer-wal", ".key"}) {
    const std::string stored = bytes(folder_ / ("gemeente" + std::string(suffix)));
    for (const char* name : {"Vries", "Bakker", "Smit", "schutting"}) {
      EXPECT_EQ(stored.find(name), std::string::npos) << name << " in " << suffix;
    }
  }
}

TEST_F(ImportTest, MakesAKeyThatOnlyItsOwnerReads) {
  ASSERT_TRUE(import({file("zaken.csv", records)}));
  struct stat status{};
  ASSERT_EQ(stat(key().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(ImportTest, GivesTheSameIdsWhateverTheKey) {
  ASSERT_TRUE(import({file("zaken.csv", records)}));
  const auto first = load_records(workspace());
  fs::remove(workspace());
  fs::remove(key());
  ASSERT_TRUE(import({folder_ / "zaken.csv"}));
  const auto second = load_records(workspace());
  EXPECT_EQ(first->log.events, second->log.events);
  EXPECT_NE(first->log.persons.texts(), second->log.persons.texts());
}

TEST_F(ImportTest, KnowsPeopleAgainInALaterFile) {
  ASSERT_TRUE(import({file("2025.csv", records)}));
  const auto later = import({file("2026.csv",
                                  "zaaknummer;handeling;medewerker;einddatum\n"
                                  "Z2;besluit;Jan de Vries;1-1-2026\nZ3;intake;Co;2-1-2026\n")});
  ASSERT_TRUE(later);
  EXPECT_EQ(later->files.front().cases_continued, 1U);
  EXPECT_EQ(later->quality.persons, 3U);
  EXPECT_EQ(later->quality.events, 5U);
}

TEST_F(ImportTest, RefusesTheSameFileTwice) {
  ASSERT_TRUE(import({file("zaken.csv", records)}));
  const auto again = import({file("copy.csv", records)});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().front().code, ErrorCode::invalid);
  EXPECT_EQ(load_records(workspace())->log.events.size(), 3U);
}

TEST_F(ImportTest, AddsOnlyWhatIsNewOfAnExportThatOverlaps) {
  ASSERT_TRUE(import({file("2025.csv", records)}));
  const auto again =
      import({file("later.csv", records + "Z2;besluit;An Bakker;15-2-2025 9:00;An Bakker;kort\n")});
  ASSERT_TRUE(again) << to_string(again.error().front());
  EXPECT_EQ(again->files.front().events_known, 3U);
  EXPECT_EQ(again->files.front().events, 1U);
  EXPECT_EQ(again->quality.events, 4U);
  EXPECT_EQ(again->quality.duplicates, 0U);
}

TEST_F(ImportTest, TellsTheProblemsOfAllFilesAtOnce) {
  const auto failed =
      import({file("a.csv", "zaaknummer;handeling;einddatum\nZ1;intake;31-2-2025\n"),
              file("b.csv", "zaaknummer;handeling;einddatum\nZ1;intake;30-2-2025\n")},
             file("hr.csv", "medewerker;fte\nAn;-1\n"));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().size(), 3U);
}

TEST_F(ImportTest, RefusesTheSameFilePacked) {
  ASSERT_TRUE(import({file("zaken.csv", records)}));
  const fs::path packed = folder_ / "copy.csv.gz";
  const gzFile out = gzopen(packed.c_str(), "wb");
  gzwrite(out, records.data(), static_cast<unsigned>(records.size()));
  gzclose(out);
  const auto again = import({packed});
  ASSERT_FALSE(again);
  EXPECT_NE(again.error().front().found.find("imported before, as zaken.csv"), std::string::npos);
}

TEST_F(ImportTest, LeavesNothingBehindWhenAFirstImportFails) {
  const auto failed = import({file("zaken.csv", records), file("broken.csv", "a;b\n1;2\n")});
  ASSERT_FALSE(failed);
  EXPECT_FALSE(fs::exists(workspace()));
  EXPECT_FALSE(fs::exists(workspace().string() + "-wal"));
  EXPECT_FALSE(fs::exists(key()));
}

TEST_F(ImportTest, LeavesAWorkspaceAsItWasWhenALaterImportFails) {
  ASSERT_TRUE(import({file("zaken.csv", records)}));
  const auto before = load_records(workspace());
  ASSERT_FALSE(import({file("more.csv", records + "Z9;x;An;2-2-2026;An;\n")},
                      file("hr.csv", "medewerker;fte\nAn;-1\n")));
  EXPECT_EQ(load_records(workspace())->log, before->log);
}

TEST_F(ImportTest, AsksForTheKeyOfTheWorkspace) {
  ASSERT_TRUE(import({file("zaken.csv", records)}));
  const std::string own = bytes(key());
  fs::remove(key());
  const auto more = file("more.csv", records + "Z9;x;An;2-2-2026;An;\n");
  EXPECT_EQ(import({more}).error().front().code, ErrorCode::not_found);
  file("gemeente.key", std::string(64, '0') + "\n");
  EXPECT_EQ(import({more}).error().front().found, "the key of another workspace");
  file("gemeente.key", "no key");
  EXPECT_EQ(import({more}).error().front().found, "a file that is no key");
  file("gemeente.key", own);
  EXPECT_TRUE(import({more}));
}

TEST_F(ImportTest, StopsWhenAskedAndLeavesNothingBehind) {
  class Stop final : public Progress {
   public:
    void advance(std::size_t, std::size_t) override {}
    [[nodiscard]] bool stop_requested() const override { return true; }
  } stop;
  ImportRequest request;
  request.workspace = workspace();
  request.records = {file("zaken.csv", records)};
  const auto result = import_records(request, stop);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().code, ErrorCode::interrupted);
  EXPECT_FALSE(fs::exists(workspace()));
}

TEST_F(ImportTest, TellsEveryFileThatIsNotThere) {
  const auto result = import({folder_ / "a.xes", folder_ / "b.xes", folder_});
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 3U);
  EXPECT_EQ(result.error()[0].code, ErrorCode::not_found);
  EXPECT_EQ(result.error()[2].found, "a folder");
  EXPECT_EQ(import({}).error().front().code, ErrorCode::usage);
}

/// One event of Jan de Vries in XES, whose case Z1 is in the CSV too.
const std::string second_export =
    "<?xml version=\"1.0\"?><log><trace><string key=\"concept:name\" value=\"Z1\"/>"
    "<event><string key=\"concept:name\" value=\"verzenden\"/>"
    "<string key=\"org:resource\" value=\"Jan de Vries\"/>"
    "<date key=\"time:timestamp\" value=\"2025-02-14T10:00:00+01:00\"/></event>"
    "<event><string key=\"concept:name\" value=\"archiveren\"/>"
    "<string key=\"org:resource\" value=\"Cor Dekker\"/>"
    "<date key=\"time:timestamp\" value=\"2025-02-15T10:00:00+01:00\"/></event>"
    "</trace></log>";

TEST_F(ImportTest, TwoExportsAndAStaffListMeetInTheSamePeople) {
  ASSERT_TRUE(import({file("zaken.csv", records)}));
  const auto first = load_records(workspace());
  const auto summary = import({file("post.xes", second_export)}, file("hr.csv", staff));
  ASSERT_TRUE(summary) << to_string(summary.error().front());
  const auto both = load_records(workspace());
  ASSERT_TRUE(both);
  EXPECT_EQ(both->log.persons.size(), 3U) << "Jan is one person in both exports";
  const std::string jan = first->log.persons[first->log.events[0].person];
  std::size_t by_jan = 0;
  for (const auto& event : both->log.events) {
    if (both->log.persons[event.person] == jan) ++by_jan;
  }
  EXPECT_EQ(by_jan, 2U);
  EXPECT_EQ(both->log.cases.size(), 2U) << "case Z1 went on in the second export";
  EXPECT_EQ(summary->files[0].cases_continued, 1U);
  ASSERT_TRUE(summary->staff.has_value());
  EXPECT_EQ(summary->staff->people_in_records, 3U);
  EXPECT_EQ(summary->staff->people_recognised, 1U);
  EXPECT_EQ(both->staff[0].person, jan) << "and on the staff list";
}

}  // namespace
}  // namespace veer::app
